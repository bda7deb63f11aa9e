"""Praise and criticism: drafted from results, let out by a leader only, read by whom it names; nobody named in criticism."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.papers import to_text
from zhengyou.rooms.bulletins.actions import (
    decide_circular,
    draft_circular,
    submit_circular,
    word_line,
)
from zhengyou.rooms.bulletins.models import Circular, CircularDecision
from zhengyou.rooms.bulletins.papers import results_circular
from zhengyou.rooms.bulletins.queries import CircularState, proposed_for, state_of_circular
from zhengyou.rooms.honours.actions import decide_honour
from zhengyou.rooms.honours.tests.conftest import laid_down, posted, ready

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def july(town, on):
    """After the day on which 40 class hours were due, which nobody has."""
    on(date(2010, 7, 5))
    return town


def drafted(town, sort="criticism"):
    lines = proposed_for(town.office, town.campaign, town.city, sort)
    return draft_circular(town.office, town.city, campaign=town.campaign, sort=sort, lines=lines)


def state(circular):
    return state_of_circular(Circular.objects.get(pk=circular.pk))


def test_what_is_past_its_day_is_proposed_with_its_counts_and_no_ranking(july):
    found = proposed_for(july.office, july.campaign, july.city, "criticism")

    assert [p.organisation for p in found] == [july.east, july.west, july.river]
    assert found[0].words == "“学习达标”2010年6月30日到期，应达到6人，尚差6人"
    assert proposed_for(july.office, july.campaign, july.city, "praise") == []


def test_an_honour_is_praised_by_what_was_decided(town, on):
    on(date(2010, 6, 1))
    honours = laid_down(town)
    made = ready(honours)
    posted(honours, made)
    on(date(2010, 6, 10))
    decide_honour(town.leader, honours.batch, nomination=made, given=True, meeting="市委常委会")

    found = proposed_for(town.office, town.campaign, town.city, "praise")
    assert [(p.organisation, p.words) for p in found] == [(town.east, "获“先进基层党组织”荣誉")]


def test_a_circular_is_let_out_by_a_leader_and_nobody_else(july):
    circular = drafted(july)
    with pytest.raises(Refused, match="没有送审"):
        decide_circular(july.leader, circular, issued=True)
    submit_circular(july.office, circular)
    with pytest.raises(PermissionDenied):
        decide_circular(july.office, circular, issued=True)
    with pytest.raises(Refused, match="退回的，请写"):
        decide_circular(july.leader, circular, issued=False)
    decide_circular(july.leader, circular, issued=False, words="河东村再核一核")
    assert state(circular) is CircularState.RETURNED
    last = circular.lines.order_by("number").last()
    word_line(july.office, circular, line=last, words="")
    submit_circular(july.office, circular)
    decide_circular(july.leader, circular, issued=True, number="红创先办〔2010〕9号")
    assert state(circular) is CircularState.ISSUED and CircularDecision.objects.count() == 2
    with pytest.raises(Refused, match="不能再改"):
        word_line(july.office, circular, line=circular.lines.first(), words="好了")


def test_criticism_names_posts_and_never_a_member(july):
    circular = drafted(july)
    line = circular.lines.get(whose=july.east)

    with pytest.raises(Refused, match="请把“张明”改成职务"):
        word_line(july.office, circular, line=line, words="张明没有组织补课")
    word_line(july.office, circular, line=line, words="没有组织补课", post="书记")
    circular.opening = "李华等人没有到会。"
    circular.save()
    with pytest.raises(Refused, match="李华"):
        submit_circular(july.office, circular)


def test_it_reads_as_an_official_document(july):
    circular = drafted(july)
    word_line(july.office, circular, line=circular.lines.first(), words="没有组织补课", post="书记")
    assert "（送审稿）" in to_text(results_circular(circular))
    submit_circular(july.office, circular)
    decide_circular(july.leader, circular, issued=True, number="红创先办〔2010〕9号")

    told = to_text(results_circular(Circular.objects.get(pk=circular.pk)))
    assert told.startswith("红星市委创先争优活动领导小组办公室文件\n红创先办〔2010〕9号\n")
    assert "关于创先争优活动有关情况的通报批评" in told
    assert "东街村党支部书记：没有组织补课。" in told and "不另行报送材料" in told


def test_it_is_read_by_whom_it_names_once_it_is_out(july, visit, client):
    circular = drafted(july)
    circular.lines.filter(whose=july.river).delete()
    address = f"/circulars/{circular.pk}/"
    visit(july.east_secretary, address, status=404)
    assert "送审" in visit(july.office, address).content.decode()
    submit_circular(july.office, circular)
    decide_circular(july.leader, circular, issued=True)

    assert "学习达标" in visit(july.east_secretary, address).content.decode()
    assert circular.title in visit(july.member, "/circulars/").content.decode()
    visit(july.river_secretary, address, status=404)
    assert circular.title not in visit(july.river_secretary, "/circulars/").content.decode()
    paper = visit(july.west_secretary, f"{address}document/")
    assert "西街社区党支部" in "".join(p.text for p in docx.Document(BytesIO(paper.content)).paragraphs)


def test_drafting_goes_through_the_pages(july, client, visit):
    assert "没有可通报的" in visit(july.office, "/circulars/new/?sort=praise").content.decode()
    page = visit(july.office, "/circulars/new/?sort=criticism").content.decode()
    first = proposed_for(july.office, july.campaign, july.city, "criticism")[0]
    assert f'value="{first.key}"' in page
    client.force_login(july.office)
    assert client.post("/circulars/new/?sort=criticism", {"lines": [first.key]}).status_code == 302
    circular = Circular.objects.get()
    assert [line.whose for line in circular.lines.all()] == [july.east]
    client.post(f"/circulars/{circular.pk}/lines/1/", {"words": "没有补齐40学时", "post": "书记"})
    client.post(f"/circulars/{circular.pk}/submit/")
    visit(july.office, f"/circulars/{circular.pk}/decide/", status=404)
    client.force_login(july.leader)
    client.post(f"/circulars/{circular.pk}/decide/", {"issued": "1", "number": "红创先办〔2010〕9号"})
    assert "红创先办〔2010〕9号" in visit(july.east_secretary, f"/circulars/{circular.pk}/").content.decode()
