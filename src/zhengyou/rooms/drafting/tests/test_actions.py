"""Reading a notice, deciding its lines one by one or many at once, undoing, laying down."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import campaigns_seen_by, preview_of
from zhengyou.rooms.drafting.actions import (
    accept_all,
    accept_line,
    drop_all,
    drop_line,
    edit_line,
    lay_down,
    restore_line,
    undo_last,
)
from zhengyou.rooms.drafting.models import Line
from zhengyou.rooms.drafting.queries import clashes_in, cost_of, in_the_way, lines_of
from zhengyou.rooms.drafting.tests.notices import alone, line, read

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def reading(town, on):
    on(date(2010, 5, 4))
    return read(alone(town))


def decisions(reading):
    return {ln.number: ln.decision for ln in reading.lines.all()}


def accept_stages(town, reading):
    for stage in reading.lines.filter(becomes="stage"):
        accept_line(town.office, stage)


def test_a_notice_is_read_once_with_every_item_in_its_place(town, reading):
    text = reading.notice.text

    assert reading.number == "青创先办〔2010〕1号"
    assert reading.notice.dated_on == date(2010, 4, 28)
    study = line(reading, "不少于40个学时")
    assert text[study.start : study.end].startswith("每名党员的学习时间不少于40个学时")
    assert study.becomes == "requirement" and study.entry["needs"]["study_hours"] == "40"
    assert study.reason and 0 < study.confidence <= 1
    assert set(decisions(reading).values()) == {"waiting"}
    assert Deed.objects.latest("number").did == "read_notice"


def test_a_code_in_use_is_refused_before_anything_is_kept(town, reading):
    with pytest.raises(Refused, match="请换一个"):
        read(town)
    with pytest.raises(Refused, match="请换一个"):
        read(town, code=town.campaign.code)


def test_a_text_that_asks_nothing_is_refused(town):
    with pytest.raises(Refused, match="没有读出"):
        read(town, text="今天天气很好。")


def test_what_is_accepted_becomes_the_campaign_and_nothing_else(town, reading):
    accept_stages(town, reading)
    study = line(reading, "不少于40个学时")
    accept_line(town.office, study)
    accept_line(town.office, line(reading, "讲1次党课"))
    drop_all(town.office, reading)

    campaign = lay_down(town.office, reading, issue=True)

    assert [s.name for s in campaign.stages.all()] == ["学习动员", "公开承诺", "评议整改", "总结表彰"]
    assert [(r.rule, r.needs["study_hours"]) for r in campaign.requirements.all()] == [("enough_study", "40")]
    assert len(campaign.pack["tasks"]) == 1 and "讲1次党课" in campaign.pack["tasks"][0]["what"]
    assert campaign.pack["criteria"] == campaign.pack["mechanisms"] == []
    assert campaign.notice == reading.notice and campaign in campaigns_seen_by(town.east_secretary)


def test_a_line_that_is_edited_is_accepted_as_it_was_written(town, reading):
    study = line(reading, "不少于40个学时")
    edit_line(
        town.office, study, entry=study.entry | {"needs": {"study_hours": "48"}, "due_on": "2010-06-25"}
    )
    accept_stages(town, reading)
    drop_all(town.office, reading)

    asked = lay_down(town.office, reading).requirements.get()

    assert asked.needs == {"study_hours": "48"} and asked.due_on == date(2010, 6, 25)
    study.refresh_from_db()
    assert study.entry["needs"]["study_hours"] == "40"  # what was read stays beside it


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"needs": {"study_hours": "四十"}}, "数请写作40、2/3或0.5"),
        ({"due_on": "2010-06-31"}, "不是日历上的一天"),
        ({"name": ""}, "缺少name"),
        ({"rule": "cheerfulness"}, "cheerfulness不存在"),
        ({"needs": {"pledges_published": "1"}}, "学习达标只看"),
        ({"grain": "fact"}, "逐件的规则按件算"),
    ],
)
def test_what_a_pack_would_not_hold_is_refused_in_words(town, reading, wrong, words):
    study = line(reading, "不少于40个学时")

    with pytest.raises(Refused, match=words):
        edit_line(town.office, study, entry=study.entry | wrong)
    study.refresh_from_db()
    assert (study.decision, study.edited) == ("waiting", None)


def test_a_stage_given_another_name_keeps_what_falls_due_in_it(town, reading):
    accept_stages(town, reading)
    accept_line(town.office, line(reading, "不少于40个学时"))
    stage = reading.lines.get(becomes="stage", entry__name="学习动员")
    edit_line(town.office, stage, entry=stage.entry | {"name": "学习"})
    drop_all(town.office, reading)

    campaign = lay_down(town.office, reading)

    assert campaign.requirements.get().stage.name == "学习"


def test_a_line_may_be_turned_into_a_task(town, reading):
    study = line(reading, "不少于40个学时")

    edit_line(town.office, study, becomes="task", entry={"what": "组织学习", "who": "支部"})
    accept_stages(town, reading)
    drop_all(town.office, reading)
    campaign = lay_down(town.office, reading)

    assert [t["what"] for t in campaign.pack["tasks"]] == ["组织学习"]
    assert not campaign.requirements.exists()
    with pytest.raises(Refused, match="不能改作"):
        edit_line(town.office, line(reading, "讲1次党课"), becomes="figure", entry={"what": "x"})


def test_what_was_dropped_is_kept_and_brought_back(town, reading):
    lesson = line(reading, "讲1次党课")
    drop_line(town.office, lesson)
    assert decisions(reading)[lesson.number] == "dropped"

    restore_line(town.office, lesson)
    assert decisions(reading)[lesson.number] == "waiting"
    with pytest.raises(Refused, match="已经是这样"):
        restore_line(town.office, lesson)


def test_ones_own_decisions_are_undone_one_after_the_other_to_the_first(town, reading):
    study, lesson = line(reading, "不少于40个学时"), line(reading, "讲1次党课")
    before = decisions(reading)
    accept_line(town.office, study)
    edit_line(town.office, study, entry=study.entry | {"name": "学够"})
    drop_line(town.office, lesson)
    accept_all(town.office, reading, kind="stage")

    for _ in range(3):
        undo_last(town.office, reading)
    assert Line.objects.get(pk=study.pk).state == ["accepted", "", None]
    undo_last(town.office, reading)
    assert decisions(reading) == before
    with pytest.raises(Refused, match="没有可以撤销"):
        undo_last(town.office, reading)
    assert Deed.objects.filter(did="undo_last").count() == 4


def test_nobody_undoes_what_another_decided(town, reading):
    study = line(reading, "不少于40个学时")
    accept_line(town.office, study)
    drop_line(town.administrator, study)

    with pytest.raises(Refused, match="此后又改过"):
        undo_last(town.office, reading)
    undo_last(town.administrator, reading)
    assert decisions(reading)[study.number] == "accepted"


def test_many_are_accepted_by_kind_and_confidence_and_only_those_that_wait(town, reading):
    lesson = line(reading, "讲1次党课")
    drop_line(town.office, lesson)
    accept_all(town.office, reading, kind="task", confidence="high")

    accepted = [ln for ln in lines_of(reading) if ln.decision == "accepted"]
    assert accepted and all(ln.becomes == "task" and ln.confidence >= 0.75 for ln in accepted)
    assert decisions(reading)[lesson.number] == "dropped"
    with pytest.raises(Refused, match="可以一并定"):
        accept_all(town.office, reading, kind="task", confidence="high")


def test_what_the_house_refuses_is_shown_and_can_never_be_accepted(town, reading):
    watched = line(reading, "讲1次党课")
    reading.lines.filter(pk=watched.pk).update(refused="界限：本系统不收集思想动态。")

    for deed in (accept_line, drop_line, restore_line):
        with pytest.raises(Refused, match="不收"):
            deed(town.office, watched)
    with pytest.raises(Refused, match="不收"):
        edit_line(town.office, watched, entry={"what": "报送"}, becomes="task")
    accept_all(town.office, reading)
    assert decisions(reading)[watched.number] == "waiting"
    with pytest.raises(IntegrityError), transaction.atomic():
        Line.objects.filter(pk=watched.pk).update(decision="accepted")


def test_a_notice_that_asks_what_is_never_held_is_read_and_refused_in_that(town):
    text = "关于报送的通知\n一、主要任务\n（一）各支部每月报送党员思想动态。\n（二）每名党员的学习时间不少于40个学时。\n2010年4月28日"
    reading = read(town, text=text)
    watched, study = line(reading, "思想动态"), line(reading, "40个学时")

    assert "界限" in watched.refused and not study.refused
    accept_all(town.office, reading)
    assert (decisions(reading)[watched.number], decisions(reading)[study.number]) == ("waiting", "accepted")


def test_the_database_accepts_nothing_that_becomes_nothing(town, reading):
    study = line(reading, "不少于40个学时")

    with pytest.raises(IntegrityError), transaction.atomic():
        Line.objects.filter(pk=study.pk).update(decision="accepted", becomes="nothing")
    with pytest.raises(IntegrityError), transaction.atomic():
        Line.objects.filter(pk=study.pk).update(confidence="1.001")


def test_issuing_waits_for_every_line_and_nothing_that_contradicts_itself_is_laid_down(town, reading):
    accept_stages(town, reading)
    study = line(reading, "不少于40个学时")
    accept_line(town.office, study)
    with pytest.raises(Refused, match="条待定"):
        lay_down(town.office, reading, issue=True)
    edit_line(town.office, study, entry=study.entry | {"due_on": "2010-12-01"})

    clash = clashes_in(reading, lines_of(reading))
    assert study.number in clash[0].lines
    for issue in (False, True):
        with pytest.raises(Refused, match="2010-12-01"):
            lay_down(town.office, reading, issue=issue)
    assert not Campaign.objects.filter(code="read_here").exists()
    undo_last(town.office, reading)
    drop_all(town.office, reading)
    assert in_the_way(reading, lines_of(reading)) == []
    assert lay_down(town.office, reading, issue=True).issued_on == date(2010, 5, 4)


def test_what_is_accepted_costs_what_is_told_before_it_is_issued(town, reading):
    assert cost_of(reading, lines_of(reading)) is None
    accept_stages(town, reading)
    accept_line(town.office, line(reading, "不少于40个学时"))
    few = cost_of(reading, lines_of(reading))
    accept_line(town.office, line(reading, "每名党员在2010年9月20日前作出1项"))

    more = cost_of(reading, lines_of(reading))

    assert 0 < few.minutes <= more.minutes and 0 < few.member < more.member
    campaign = lay_down(town.office, reading)
    assert preview_of(campaign, Live()).minutes == more.minutes


def test_a_draft_is_laid_down_anew_until_it_is_issued_and_then_nothing_moves(town, reading):
    accept_stages(town, reading)
    accept_line(town.office, line(reading, "不少于40个学时"))
    first = lay_down(town.office, reading)
    accept_line(town.office, line(reading, "讲1次党课"))

    second = lay_down(town.office, reading)
    reading.refresh_from_db()
    assert reading.campaign == second != first and not Campaign.objects.filter(pk=first.pk).exists()
    drop_all(town.office, reading)
    lay_down(town.office, reading, issue=True)

    for deed in (accept_line, drop_line, restore_line):
        with pytest.raises(Refused, match="印发，条目不能再改"):
            deed(town.office, line(reading, "讲1次党课"))
    with pytest.raises(Refused, match="不能再改"):
        undo_last(town.office, reading)
    with pytest.raises(Refused, match="不能再改"):
        lay_down(town.office, reading)


def test_nothing_accepted_makes_no_campaign(town, reading):
    with pytest.raises(Refused, match="还没有采用"):
        lay_down(town.office, reading)


@pytest.mark.parametrize("who", ["east_secretary", "supervisor", "leader", "member", "stranger"])
def test_only_those_who_draft_decide(town, reading, who):
    user = getattr(town, who)

    for deed in (accept_line, drop_line, restore_line):
        with pytest.raises(PermissionDenied):
            deed(user, reading.lines.first())
    for deed in (accept_all, drop_all, undo_last, lay_down):
        with pytest.raises(PermissionDenied):
            deed(user, reading)
    with pytest.raises(PermissionDenied):
        read(town, by=user, code="other")
