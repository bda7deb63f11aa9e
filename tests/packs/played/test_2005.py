"""The programme of 2005 to the letter: hours, essays, notes, readings, and a gate that waits until everything holds."""

from datetime import date, timedelta

import pytest

from tests.packs.played.playing import (
    applied,
    archived,
    by_level,
    gate,
    issued,
    look_back,
    made_up,
    passes,
    sent_back,
    study,
    who_passed,
)
from zhengyou.core.errors import Refused
from zhengyou.rooms.campaigns.actions import answer_plan, file_plan
from zhengyou.rooms.campaigns.queries import plan_of
from zhengyou.rooms.gates.actions import apply_for_gate, decide_passage, inspect_application
from zhengyou.rooms.gates.models import Decision
from zhengyou.rooms.gates.queries import lacking_for_gate
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_make_up
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.study.actions import (
    draw_up_study_plan,
    list_reading,
    record_reading,
    register_work,
    review_work,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FIRST = date(2011, 2, 1)  # the town has accounts since 2010; every day of the pack moves along
ALL = {"红星市委": 9, "红星镇": 8, "东街村": 6, "西街社区": 2, "河东镇": 1, "河东村": 1}


@pytest.fixture
def campaign(town, on):
    on(FIRST)
    return issued(town, "advancement_2005", FIRST)


def lessons(by, where, campaign, days, hows=None):
    return [study(by, where, campaign, FIRST + timedelta(days=day), hows) for day in days]


def essay(by, where, who, campaign, characters):
    return register_work(
        by,
        where,
        person=who,
        kind="essay",
        title="心得",
        characters=characters,
        written_on=FIRST,
        campaign=campaign,
    )


def read_all(by, where, people, readings):
    for reading in readings:
        record_reading(by, where, reading=reading, people=people)


def required(town, campaign):
    """The texts that the pack requires, listed once by the city for everybody below."""
    plan = draw_up_study_plan(
        town.office,
        town.city,
        name="先进性教育学习计划",
        starts_on=FIRST,
        ends_on=date(2011, 4, 6),
        campaign=campaign,
    )
    texts = [text["name"] for text in campaign.pack["readings"] if text.get("required")]
    return [list_reading(town.office, plan, title=title, due_on=date(2011, 3, 1)) for title in texts]


def test_forty_hours_of_which_two_thirds_together_and_a_made_up_class_is_not_one_together(town, campaign, on):
    on(FIRST + timedelta(days=12))
    early = lessons(town.west_secretary, town.west, campaign, range(6))
    late = lessons(town.west_secretary, town.west, campaign, range(6, 10), {town.zhou.pk: "leave"})

    assert by_level(town, campaign, "study_hours")["西街社区"] == (2, 1)
    assert by_level(town, campaign, "no_session_missed")["西街社区"] == (2, 1)
    for meeting in late:
        missed = Attendance.objects.get(meeting=meeting, person=town.zhou, how="leave")
        record_make_up(town.west_secretary, missed, on_day=meeting.held_on)
    assert by_level(town, campaign, "no_session_missed")["西街社区"] == (2, 2), "made up is not missed"
    assert by_level(town, campaign, "study_hours")["西街社区"] == (2, 1), (
        "24 of 40 hours together are not two thirds"
    )

    lessons(town.west_secretary, town.west, campaign, (10, 11))
    assert by_level(town, campaign, "study_hours")["西街社区"] == (2, 2), "32 of 48 are, exactly"
    assert len(early) == 6


def test_one_essay_for_everybody_and_two_of_3000_characters_for_leaders(town, campaign, on):
    assert by_level(town, campaign, "essays") == {level: (n, 0) for level, n in ALL.items()}
    assert by_level(town, campaign, "leaders_essays") == {
        "红星市委": (3, 0), "红星镇": (2, 0), "东街村": (1, 0), "西街社区": (1, 0), "河东镇": (1, 0), "河东村": (1, 0),
    }  # fmt: skip
    essay(town.east_secretary, town.east, town.li, campaign, 800)
    essay(town.east_secretary, town.east, town.zhang, campaign, 3000)
    essay(town.east_secretary, town.east, town.zhang, campaign, 2999)

    assert by_level(town, campaign, "essays")["东街村"] == (6, 2)
    assert by_level(town, campaign, "leaders_essays")["东街村"] == (1, 0), "2,999 characters are not 3,000"
    essay(town.east_secretary, town.east, town.zhang, campaign, 3000)
    assert by_level(town, campaign, "leaders_essays")["东街村"] == (1, 1)


def test_notes_are_reviewed_week_by_week_and_the_reviewers_are_counted(town, campaign, on):
    notes = [
        register_work(
            town.east_secretary, town.east, person=town.li, kind="note", title=f"第{n}周", characters=300,
            written_on=FIRST, campaign=campaign,
        )
        for n in range(2)
    ]  # fmt: skip
    review_work(town.east_secretary, notes[0])
    on(FIRST + timedelta(days=14))

    assert by_level(town, campaign, "notes_reviewed")["东街村"] == (1, 0), (
        "one note of the week was left lying"
    )


def test_not_a_reading_missed(town, campaign, on):
    readings = required(town, campaign)
    on(date(2011, 3, 2))

    assert by_level(town, campaign, "no_reading_missed") == {level: (n, 0) for level, n in ALL.items()}
    read_all(town.river_secretary, town.river, [town.sun], readings[:2])
    assert by_level(town, campaign, "no_reading_missed")["河东村"] == (1, 0)
    read_all(town.river_secretary, town.river, [town.sun], readings[2:])
    assert by_level(town, campaign, "no_reading_missed")["河东村"] == (1, 1)


def ready(town, campaign, by, where, people, readings):
    """Everything that the first gate looks back on, except the meeting and the questions."""
    lessons(by, where, campaign, range(10))
    for who in people:
        essay(by, where, who, campaign, 3000)
    essay(by, where, people[0], campaign, 3000)
    read_all(by, where, people, readings)


def test_no_transition_without_the_meeting_the_supervision_group_the_application_and_the_inspection(
    town, campaign, on
):
    first = gate(campaign, 1)
    readings = required(town, campaign)
    on(date(2011, 3, 20))
    for by, where, people in (
        (town.west_secretary, town.west, [town.zhao, town.zhou]),
        (town.river_secretary, town.river, [town.sun]),
    ):
        ready(town, campaign, by, where, people, readings)

    with pytest.raises(Refused, match="转段分析会还没有开"):
        apply_for_gate(town.west_secretary, town.west, gate=first)
    look_back(town, town.west_secretary, town.west, first, supervised=False)
    with pytest.raises(Refused, match="没有督导组到会"):
        apply_for_gate(town.west_secretary, town.west, gate=first)
    look_back(town, town.west_secretary, town.west, first)
    application = apply_for_gate(town.west_secretary, town.west, gate=first)
    with pytest.raises(Refused, match="还没有检查过"):
        decide_passage(town.office, application, how="pass")
    inspect_application(town.supervisor, application, sample="2人的笔记", finding="相符", holds=True)
    decide_passage(town.office, application, how="pass")

    look_back(town, town.river_secretary, town.river, first)
    sent_back(town, town.river_secretary, town.river, first, days=10)
    on(date(2011, 3, 28))
    sent_back(town, town.river_secretary, town.river, first, days=10)
    on(date(2011, 4, 4))
    passes(town, town.river_secretary, town.river, first)

    assert who_passed(first) == {"西街社区": date(2011, 3, 20), "河东村": date(2011, 4, 4)}
    assert made_up(campaign) == ["河东村", "河东村"], "make-up until it holds"
    assert len(lacking_for_gate(town.east, first)) > 3, "and nobody waited for the village that has not begun"


def test_a_sham_stage_is_done_again_from_its_meeting_on(town, campaign, on):
    first = gate(campaign, 1)
    readings = required(town, campaign)
    on(date(2011, 3, 20))
    ready(town, campaign, town.river_secretary, town.river, [town.sun], readings)
    look_back(town, town.river_secretary, town.river, first)
    application = applied(town, town.river_secretary, town.river, first, holds=False)
    decide_passage(
        town.office, application, how=Decision.How.REDO, to_make_up="从头学", due_on=date(2011, 4, 20)
    )

    on(date(2011, 4, 1))
    with pytest.raises(Refused, match="返工后还没有重开转段分析会"):
        apply_for_gate(town.river_secretary, town.river, gate=first)
    look_back(town, town.river_secretary, town.river, first)
    passes(town, town.river_secretary, town.river, first)

    assert who_passed(first) == {"河东村": date(2011, 4, 1)}


def test_three_stages_to_the_end_and_what_is_due_and_met_at_every_level(town, campaign, on):
    readings = required(town, campaign)
    branches = (
        (town.east_secretary, town.east, [town.zhang, town.li, town.wang, town.liu, town.chen, town.yang]),
        (town.west_secretary, town.west, [town.zhao, town.zhou]),
        (town.river_secretary, town.river, [town.sun]),
    )
    on(date(2011, 3, 25))
    for by, where, people in branches:
        ready(town, campaign, by, where, people, readings)
    for number, day in ((1, date(2011, 4, 5)), (2, date(2011, 5, 20)), (3, date(2011, 7, 10))):
        on(day)
        for by, where, _ in branches:
            look_back(town, by, where, gate(campaign, number))
            passes(town, by, where, gate(campaign, number))

    for code in ("study_hours", "no_session_missed", "nobody_left_out", "no_reading_missed", "essays"):
        assert by_level(town, campaign, code) == {level: (n, n) for level, n in ALL.items()}, code
    assert by_level(town, campaign, "leaders_essays")["红星市委"] == (3, 3)
    assert [set(who_passed(gate(campaign, n)).values()) for n in (1, 2, 3)] == [
        {date(2011, 4, 5)},
        {date(2011, 5, 20)},
        {date(2011, 7, 10)},
    ]
    on(campaign.ends_on + timedelta(days=1))
    with pytest.raises(Refused, match="已于2011-07-12结束"):
        apply_for_gate(town.east_secretary, town.east, gate=gate(campaign, 3))
    assert archived(town, campaign, on) == {
        "study_hours": (9, 9), "no_session_missed": (9, 9), "nobody_left_out": (9, 9), "no_reading_missed": (9, 9),
        "essays": (9, 9), "leaders_essays": (3, 3),
    }  # fmt: skip


def test_plans_of_ones_own_are_filed_by_march_returned_and_accepted(town, campaign, on):
    assert campaign.pack["own_plans"]["due_on"] == "2011-03-17"
    first = file_plan(
        town.west_secretary, town.west, campaign=campaign, theme="社区党员学起来", words="时间、内容、课时量"
    )
    answer_plan(town.office, first, accepted=False, words="请写明笔记和心得要求")
    better = file_plan(
        town.west_secretary,
        town.west,
        campaign=campaign,
        theme="社区党员学起来",
        words="时间、内容、课时量、笔记、心得",
    )
    answer_plan(town.office, better, accepted=True)

    assert plan_of(campaign, town.west).theme == "社区党员学起来"
    assert plan_of(campaign, town.east) is None, "and a gate asks nobody for a plan"
    assert not any("方案" in words for words in lacking_for_gate(town.east, gate(campaign, 1)))


def test_a_meeting_without_the_supervision_group_does_not_count(town, campaign, on):
    meeting = call_meeting(
        town.west_secretary, town.west, kind="transition", title="会", held_on=FIRST, minutes=60,
        stage=campaign.stages.get(number=1),
    )  # fmt: skip
    close_list(town.west_secretary, meeting)

    assert any("督导组" in words for words in lacking_for_gate(town.west, gate(campaign, 1)))
