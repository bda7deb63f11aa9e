"""The register of lectures: read from the lists, entered by nobody again."""

from datetime import date

import pytest

from zhengyou.core import clock
from zhengyou.rooms.meetings.actions import call_meeting, record_list

pytestmark = pytest.mark.django_db
JUNE = date(2010, 6, 1)


def called(town, **said):
    details = {"kind": "lecture", "title": "书记讲党课", "held_on": JUNE, "minutes": 90} | said
    return call_meeting(town.east_secretary, town.east, **details)


def test_who_lectured_to_whom_and_how_many_came(town, on, visit):
    on(JUNE)
    lecture = called(town, speaker="某书记", speaks_as="leader", topic="宗旨")
    record_list(town.east_secretary, lecture, hows={town.li.pk: "present", town.wang.pk: "absent"})
    for reader in (town.east_secretary, town.office):
        page = visit(reader, "/meetings/lectures/").content.decode()
        for words in ("书记讲党课", "某书记", "领导干部", "宗旨", town.east.short_name):
            assert words in page


def test_a_lecture_not_yet_held_and_what_is_none_are_not_in_it(town, on, visit):
    on(JUNE)
    called(town, title="下月的党课", held_on=date(2010, 7, 1))
    called(town, kind="branch", title="支部大会")
    page = visit(town.east_secretary, "/meetings/lectures/").content.decode()
    assert "下月的党课" not in page and "支部大会" not in page and "还没有上过党课" in page

    with clock.played_at(date(2010, 7, 1)):
        assert "下月的党课" in visit(town.east_secretary, "/meetings/lectures/").content.decode()


def test_others_do_not_find_it_or_find_only_their_own(town, on, visit):
    on(JUNE)
    called(town)

    assert "书记讲党课" not in visit(town.west_secretary, "/meetings/lectures/").content.decode()
    visit(town.stranger, "/meetings/lectures/", status=404)
