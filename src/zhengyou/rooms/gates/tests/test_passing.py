"""The way through a gate: look back, apply, be inspected, pass or make up; each at its own pace."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.gates.actions import (
    answer_item,
    apply_for_gate,
    decide_passage,
    inspect_application,
    open_gate,
)
from zhengyou.rooms.gates.queries import Place, lacking_for_gate, passing_of
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list
from zhengyou.rooms.meetings.queries import due_at
from zhengyou.rooms.supervision.actions import assign_group, form_group, join_group, record_presence

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ASKED = "群众提的意见都答复了吗？"
MET = date(2010, 6, 19)


@pytest.fixture
def gate(town, on):
    on(MET)
    supervised(town)
    on(date(2010, 6, 20))
    study = Requirement.objects.get(code="study")
    items = [{"requirement": study}, {"meeting": True}, {"words": ASKED}]
    return open_gate(town.office, town.campaign, stage=town.first, items=items)


def study_enough(town, secretary, branch):
    for n in range(10):
        meeting = call_meeting(
            secretary,
            branch,
            kind="study",
            title=f"第{n}次",
            held_on=date(2010, 6, 1 + n),
            minutes=180,
            campaign=town.campaign,
        )
        record_list(secretary, meeting, hows={p.pk: "present" for p in due_at(meeting)})


def meet_for_transition(town, secretary, branch, who=None, held_on=MET):
    """A closed transition meeting, at which perhaps somebody of the supervision group was."""
    details = {"kind": "transition", "title": "转段分析会", "minutes": 90, "stage": town.first}
    meeting = call_meeting(secretary, branch, held_on=held_on, **details)
    close_list(secretary, meeting)
    if who:
        record_presence(secretary, meeting, who=who, capacity="supervision_group")
    return meeting


def supervised(town):
    """A group that goes everywhere in the city, the supervisor in it."""
    group = form_group(town.office, town.city, campaign=town.campaign, name="第一督导组")
    join_group(town.office, group, user=town.supervisor)
    assign_group(town.office, group, organisation=town.city)
    return group


def ready(town, gate, secretary, branch):
    study_enough(town, secretary, branch)
    meet_for_transition(town, secretary, branch, who=town.supervisor)
    answer_item(secretary, branch, item=gate.items.get(words=ASKED), yes=True)


def test_the_look_back_says_in_words_what_is_missing(town, gate):
    lacking = "；".join(lacking_for_gate(town.west, gate))

    assert "学习达标" in lacking and "2" in lacking and "转段分析会" in lacking

    with pytest.raises(Refused, match="还不能申请"):
        apply_for_gate(town.west_secretary, town.west, gate=gate)


def test_one_passes_and_one_is_sent_to_make_up_and_passes_later(town, gate, on):
    for secretary, branch in ((town.west_secretary, town.west), (town.river_secretary, town.river)):
        ready(town, gate, secretary, branch)
    west = apply_for_gate(town.west_secretary, town.west, gate=gate)
    river = apply_for_gate(town.river_secretary, town.river, gate=gate)
    inspect_application(town.supervisor, west, sample="5次会议的名单", finding="都相符", holds=True)
    inspect_application(town.supervisor, river, sample="3次会议的名单", finding="有一次没有讨论", holds=False)

    decide_passage(town.office, west, how="pass")
    with pytest.raises(Refused, match="检查不合格"):
        decide_passage(town.office, river, how="pass")
    with pytest.raises(Refused, match="补什么"):
        decide_passage(town.office, river, how="make_up")
    decide_passage(town.office, river, how="make_up", to_make_up="补开一次讨论会", due_on=date(2010, 6, 30))

    assert passing_of(town.west, gate).place is Place.PASSED
    assert passing_of(town.river, gate).place is Place.MAKE_UP

    on(date(2010, 6, 28))
    again = apply_for_gate(town.river_secretary, town.river, gate=gate)
    inspect_application(town.supervisor, again, sample="补开的会", finding="相符", holds=True)
    decide_passage(town.office, again, how="pass")
    assert passing_of(town.river, gate).place is Place.PASSED


def test_a_branch_cannot_let_itself_pass(town, gate):
    ready(town, gate, town.west_secretary, town.west)
    application = apply_for_gate(town.west_secretary, town.west, gate=gate)

    with pytest.raises(PermissionDenied):
        decide_passage(town.west_secretary, application, how="pass")


def test_the_board_and_the_forms(town, gate, visit, client):
    ready(town, gate, town.west_secretary, town.west)
    board = visit(town.office, "/gates/").content.decode()
    assert "西街社区" in board and "各项都已具备" in board and "差" in board

    client.force_login(town.west_secretary)
    client.post(f"/gates/{gate.pk}/{town.west.pk}/apply/")
    application = gate.applications.get()
    client.force_login(town.office)
    client.post(
        f"/gates/applications/{application.pk}/", {"sample": "名单", "finding": "相符", "holds": "on"}
    )
    client.post(f"/gates/applications/{application.pk}/", {"how": "pass"})

    assert passing_of(town.west, gate).place is Place.PASSED
    visit(town.east_secretary, f"/gates/applications/{application.pk}/", status=404)
    visit(town.stranger, f"/gates/{gate.pk}/{town.west.pk}/", status=404)


def test_the_boards_queries_do_not_grow_with_organisations(town, gate, client, django_assert_max_num_queries):
    client.force_login(town.office)

    with django_assert_max_num_queries(30):
        client.get("/gates/")
