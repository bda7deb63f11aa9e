"""What a pack says of a gate: who has to be at the meeting, whether there is an application, an inspection."""

from datetime import date

import pytest
from click.testing import CliRunner
from django.db import IntegrityError, transaction

from tests.town import account, person
from zhengyou.cli import main
from zhengyou.core.errors import Refused
from zhengyou.core.models import Role
from zhengyou.rooms.gates.actions import (
    apply_for_gate,
    decide_passage,
    draw_for_inspection,
    inspect_application,
    open_gate,
    put_forward,
)
from zhengyou.rooms.gates.models import Gate
from zhengyou.rooms.gates.queries import (
    Place,
    frame_of,
    is_drawn_rightly,
    lacking_for_gate,
    passing_of,
    samples_of,
)
from zhengyou.rooms.gates.tests.test_passing import MET, meet_for_transition, supervised
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list, write_record
from zhengyou.rooms.meetings.queries import due_at
from zhengyou.rooms.supervision.actions import assign_group, form_group, join_group, record_presence
from zhengyou.rooms.supervision.models import Assignment

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def june(town, on):
    on(date(2010, 6, 21))
    return town


def opened(town, **said):
    return open_gate(town.office, town.campaign, stage=town.first, items=[{"meeting": True}], **said)


def lacks(town, gate, where=None):
    return "；".join(lacking_for_gate(where or town.west, gate))


def test_without_the_supervision_group_nobody_applies(june, on):
    on(MET)
    supervised(june)
    on(date(2010, 6, 21))
    gate = opened(june)
    meeting = meet_for_transition(june, june.west_secretary, june.west)

    assert "6月19日的转段分析会没有督导组到会" in lacks(june, gate)
    with pytest.raises(Refused, match="没有督导组到会"):
        apply_for_gate(june.west_secretary, june.west, gate=gate)

    record_presence(june.west_secretary, meeting, who=june.supervisor, capacity="supervision_group")
    assert lacks(june, gate) == ""
    apply_for_gate(june.west_secretary, june.west, gate=gate)


def test_a_group_that_goes_elsewhere_does_not_do(june, on):
    on(MET)
    other = account("supervisor2", Role.SUPERVISOR, june.city)
    group = form_group(june.office, june.city, campaign=june.campaign, name="第二督导组")
    join_group(june.office, group, user=other)
    assign_group(june.office, group, organisation=june.other_committee)
    on(date(2010, 6, 21))
    opened(june)
    meeting = meet_for_transition(june, june.west_secretary, june.west)

    with pytest.raises(Refused, match="还没有给它分派督导组"):
        record_presence(june.west_secretary, meeting, who=other, capacity="supervision_group")
    late = form_group(june.office, june.city, campaign=june.campaign, name="第一督导组")
    join_group(june.office, late, user=june.supervisor)
    assign_group(june.office, late, organisation=june.committee)
    with pytest.raises(Refused, match="2010-06-19不是负责西街社区党支部的督导组成员"):
        record_presence(june.west_secretary, meeting, who=june.supervisor, capacity="supervision_group")


def test_who_was_sent_on_the_day_counts_not_who_is_sent_now(june, on):
    on(MET)
    supervised(june)
    on(date(2010, 6, 21))
    Assignment.objects.update(until=date(2010, 6, 20))
    gate = opened(june)
    meet_for_transition(june, june.west_secretary, june.west, who=june.supervisor)

    assert lacks(june, gate) == ""


def test_the_supervisor_judges_the_meeting_and_nobody_for_them(june, on):
    on(MET)
    supervised(june)
    meeting = meet_for_transition(june, june.west_secretary, june.west)
    with pytest.raises(Refused, match="由到会的人自己写"):
        record_presence(
            june.west_secretary, meeting, who=june.supervisor, capacity="supervision_group", words="很好"
        )
    told = record_presence(
        june.supervisor, meeting, who=june.supervisor, capacity="supervision_group", words="找问题实在"
    )
    assert told.words == "找问题实在"


@pytest.mark.parametrize(
    ("party", "role", "words"), [("leading_group", "leader", "领导小组"), ("office", "office", "办公室")]
)
def test_others_from_above_where_the_pack_says_so(june, party, role, words):
    gate = opened(june, present=[party])
    meeting = meet_for_transition(june, june.west_secretary, june.west)
    assert f"没有{words}到会" in lacks(june, gate)

    with pytest.raises(Refused, match="上级"):
        record_presence(june.west_secretary, meeting, who=june.supervisor, capacity=party)
    record_presence(june.west_secretary, meeting, who=getattr(june, role), capacity=party)
    assert lacks(june, gate) == ""


def test_own_people_and_guests_where_the_pack_says_so(june):
    gate = opened(june, present=["secretary", "members", "public"])
    details = {"kind": "transition", "title": "转段分析会", "minutes": 90, "stage": june.first}
    meeting = call_meeting(june.west_secretary, june.west, held_on=MET, **details)
    record_list(june.west_secretary, meeting, hows={june.zhou.pk: "present"})
    close_list(june.west_secretary, meeting)
    assert "没有书记、过半数党员、群众代表到会" in lacks(june, gate)

    again = call_meeting(june.west_secretary, june.west, held_on=date(2010, 6, 20), **details)
    record_list(june.west_secretary, again, hows={p.pk: "present" for p in due_at(again)})
    close_list(june.west_secretary, again)
    assert "没有群众代表到会" in lacks(june, gate)
    write_record(june.west_secretary, again, record="请了三位群众", guests=3)
    assert lacks(june, gate) == ""


def test_a_meeting_that_counts_is_not_undone_by_a_later_one_that_does_not(june, on):
    on(MET)
    supervised(june)
    on(date(2010, 6, 21))
    gate = opened(june)
    meet_for_transition(june, june.west_secretary, june.west, who=june.supervisor)
    meet_for_transition(june, june.west_secretary, june.west, held_on=date(2010, 6, 20))

    assert lacks(june, gate) == ""


def test_where_nobody_has_to_be_there_a_closed_meeting_is_enough(june):
    gate = opened(june, present=[])
    assert "转段分析会还没有开" in lacks(june, gate)
    meet_for_transition(june, june.west_secretary, june.west)
    assert lacks(june, gate) == ""


def test_without_an_application_the_office_puts_forward_and_decides(june):
    gate = opened(june, present=[], application=False, inspection=False)
    with pytest.raises(Refused, match="不用申请"):
        apply_for_gate(june.west_secretary, june.west, gate=gate)
    with pytest.raises(Refused, match="差1项"):
        put_forward(june.office, june.west, gate=gate)

    meet_for_transition(june, june.west_secretary, june.west)
    decide_passage(june.office, put_forward(june.office, june.west, gate=gate), how="pass")
    assert passing_of(june.west, gate).place is Place.PASSED


def test_where_an_application_is_asked_for_nobody_makes_it_for_others(june):
    gate = opened(june, present=[])
    meet_for_transition(june, june.west_secretary, june.west)
    with pytest.raises(Refused, match="自己申请"):
        put_forward(june.office, june.west, gate=gate)


def test_a_required_inspection_is_not_decided_away(june):
    gate = opened(june, present=[])
    meet_for_transition(june, june.west_secretary, june.west)
    application = apply_for_gate(june.west_secretary, june.west, gate=gate)
    with pytest.raises(Refused, match="还没有检查过"):
        decide_passage(june.office, application, how="pass")


def test_where_none_is_required_the_office_decides_on_the_application(june):
    gate = opened(june, present=[], inspection=False)
    meet_for_transition(june, june.west_secretary, june.west)
    application = apply_for_gate(june.west_secretary, june.west, gate=gate)
    decide_passage(june.office, application, how="pass")
    assert passing_of(june.west, gate).place is Place.PASSED


def test_a_gate_that_makes_no_sense_is_not_opened(june):
    with pytest.raises(Refused, match="没有申请就没有可检查的"):
        opened(june, application=False)
    with pytest.raises(Refused, match="不认得到会的judges"):
        opened(june, present=["judges"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Gate.objects.create(
            organisation=june.city, campaign=june.campaign, stage=june.first, opened_on=MET, application=False
        )


@pytest.fixture
def application(june):
    for n in range(58):
        person(f"党员{n}", june.west)
    gate = opened(june, present=[])
    meet_for_transition(june, june.west_secretary, june.west)
    return apply_for_gate(june.west_secretary, june.west, gate=gate)


def test_a_sample_is_drawn_before_looking_and_can_be_drawn_again(june, application):
    drawn = draw_for_inspection(june.supervisor, application, of="people", rate=10, chance=95)

    assert (
        drawn.population == 60 and drawn.size == 20
    )  # with 7 of 60 wrong, 19 would show it in less than 95 of 100
    assert is_drawn_rightly(drawn, frame_of(june.west, "people"))
    [(_, names)] = samples_of(june.supervisor, application)
    assert len(names) == 20
    assert samples_of(june.leader, application)[0][1] == []  # who may not see people is told how many
    with pytest.raises(Refused, match="不能重抽"):
        draw_for_inspection(june.supervisor, application, of="people")
    with pytest.raises(Refused, match="没有可抽的下级组织"):
        draw_for_inspection(june.supervisor, application, of="organisations")


def test_one_that_fails_in_the_sample_and_the_whole_does_not_hold(june, application):
    drawn = draw_for_inspection(june.supervisor, application, of="people", rate=10, chance=95)
    with pytest.raises(Refused, match="抽查20个有1个不符合"):
        inspect_application(
            june.supervisor, application, finding="有1人没有笔记", holds=True, drawn=drawn, failed=1
        )
    found = inspect_application(
        june.supervisor, application, finding="有1人没有笔记", holds=False, drawn=drawn, failed=1
    )
    assert found.sample == "按名单抽查20/60，1个不符合"
    with pytest.raises(Refused, match="检查不合格"):
        decide_passage(june.office, application, how="pass")


def test_what_was_not_drawn_cannot_fail(june, application, on):
    with pytest.raises(Refused, match="请先抽样"):
        inspect_application(june.supervisor, application, sample="名单", finding="好", holds=False, failed=1)
    drawn = draw_for_inspection(june.supervisor, application, of="people")
    with pytest.raises(Refused, match="不符合的不能是99个"):
        inspect_application(june.supervisor, application, finding="好", holds=False, drawn=drawn, failed=99)


def test_the_commands_gate_is_as_the_pack_says(town, on):
    on(date(2010, 6, 20))
    town.campaign.pack = {
        "stages": [
            {"name": "学习动员", "look_back": ["答复了吗", {"meeting": True}], "present": ["office"]},
            {
                "name": "公开承诺",
                "look_back": ["做到了吗"],
                "application": False,
                "kinds": ["union", "branch"],
            },
        ]
    }
    town.campaign.save()
    done = CliRunner().invoke(main, ["campaign", "gates", "striving", "--by", "office"])

    assert done.exit_code == 0, done.output
    first, second, third = Gate.objects.order_by("stage__number", "kind")
    assert (first.present, first.application, first.inspection) == (["office"], True, True)
    assert [(g.kind, g.application, g.inspection) for g in (second, third)] == [
        ("branch", False, False),
        ("union", False, False),
    ]


def test_the_page_draws_inspects_and_decides(june, application, visit, client):
    url = f"/gates/applications/{application.pk}/"
    client.force_login(june.supervisor)
    assert client.post(url, {"of": "people", "rate": "x", "chance": "95"}).status_code == 422
    client.post(url, {"of": "people", "rate": "10", "chance": "95"})
    page = visit(june.supervisor, url).content.decode()
    assert "从60个里抽20个" in page and "抽中的里面不符合的有几个" in page and "作出决定" not in page
    client.post(url, {"failed": "0", "finding": "都相符", "holds": "on"})
    page = visit(june.office, url).content.decode()
    assert "按名单抽查20/60，0个不符合" in page
    client.force_login(june.office)
    client.post(url, {"how": "pass"})
    assert passing_of(june.west, application.gate).place is Place.PASSED


def test_the_branchs_page_says_who_was_not_there_and_where_to_enter_it(june, on, visit):
    on(MET)
    supervised(june)
    on(date(2010, 6, 21))
    opened(june)
    assert "登记督导组到会" not in visit(june.west_secretary, "/gates/look-back/").content.decode()
    meeting = meet_for_transition(june, june.west_secretary, june.west)
    page = visit(june.west_secretary, "/gates/look-back/").content.decode()
    assert "没有督导组到会" in page and f"/supervision/meetings/{meeting.pk}/presence/" in page


def test_where_there_is_no_application_the_pages_say_whose_turn_it_is(june, visit, client):
    gate = opened(june, present=[], application=False, inspection=False)
    meet_for_transition(june, june.west_secretary, june.west)
    page = visit(june.west_secretary, "/gates/look-back/").content.decode()
    assert "本阶段不用申请" in page and "申请转段" not in page
    assert "提出转段" in visit(june.office, f"/gates/{gate.pk}/{june.west.pk}/").content.decode()
    client.force_login(june.office)
    made = client.post(f"/gates/{gate.pk}/{june.west.pk}/forward/")
    client.post(made["Location"], {"how": "pass"})
    assert passing_of(june.west, gate).place is Place.PASSED
