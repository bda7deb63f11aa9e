"""The circular about supervision says what groups saw, and asks for no report."""

from datetime import date

import pytest

from zhengyou.core.papers import to_text
from zhengyou.rooms.bulletins.papers import supervision_circular
from zhengyou.rooms.bulletins.queries import state_of
from zhengyou.rooms.gates.tests.test_passing import supervised
from zhengyou.rooms.supervision.actions import (
    choose_focus,
    finish_visit,
    recheck_finding,
    record_finding,
    start_visit,
)
from zhengyou.rooms.supervision.queries import what_was_seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(town, on):
    on(date(2010, 6, 1))
    group = supervised(town)
    for where in (town.east, town.west):
        visit = start_visit(town.supervisor, where, group=group, how="talk")
        if where == town.east:
            for what in ("6条意见没有答复", "党课没有上"):
                record_finding(town.supervisor, visit, what=what, whose="支部书记", due_on=date(2010, 6, 20))
        finish_visit(town.supervisor, visit, words="讨论认真")
    choose_focus(town.supervisor, town.west, group=group, why="基础较好")
    on(date(2010, 6, 25))
    finding = what_was_seen(town.campaign, town.city).findings[1]
    recheck_finding(town.supervisor, finding, holds=True, words="上了")
    return town


def told(town, top):
    return to_text(supervision_circular(state_of(town.campaign, top), what_was_seen(town.campaign, top)))


def test_praise_and_criticism_stand_on_what_was_seen(seen):
    paper = told(seen, seen.city)

    assert "督导组到2个单位督导2次，发现问题2件，经复查整改到位1件，超期未整改到位1件" in paper
    assert "西街社区党支部。讨论认真。" in paper and "西街社区党支部（基础较好）" in paper
    assert "6条意见没有答复；由支部书记整改，期限2010年6月20日，已超期5天。" in paper
    assert "党课没有上" not in paper
    assert "不报送整改总结" in paper


def test_elsewhere_there_is_nothing_to_say(seen, visit):
    assert "到0个单位督导0次，发现问题0件。" in told(seen, seen.other_committee)
    url = f"/papers/striving/{seen.other_committee.pk}/supervision/"
    visit(seen.office, url, status=404)


def test_the_office_takes_it_away_and_a_stranger_does_not(seen, visit):
    url = f"/papers/striving/{seen.city.pk}/supervision/"
    assert url in visit(seen.office, "/papers/").content.decode()
    assert "officedocument" in visit(seen.office, url)["Content-Type"]
    visit(seen.stranger, url, status=404)
