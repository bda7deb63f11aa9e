"""The gates of the play: branches look back, apply, are inspected and pass; one has to make up first."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from zhengyou.core import clock
from zhengyou.demo.branches import Branch
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.models import Campaign, Stage
from zhengyou.rooms.gates.actions import (
    answer_item,
    apply_for_gate,
    decide_passage,
    inspect_application,
    open_gate,
)
from zhengyou.rooms.gates.models import Gate
from zhengyou.rooms.gates.queries import applications_waiting_for, lacking_for_gate
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list
from zhengyou.rooms.meetings.queries import due_at

ASKED = "群众提出的意见是否都作了答复"
TICKED = {1: ("lessons_made_up",), 2: ("branch_pledged",)}
SENT_BACK = "北关村"


def pass_gates(played: list[Branch], campaign: Campaign, office: User) -> Iterator[str]:
    """The gates of the first two stages, each branch on the day it is ready; the rest stay where they are."""
    for stage in campaign.stages.filter(number__in=TICKED):
        with clock.played_at(stage.ends_on - timedelta(days=5)):
            wanted = campaign.requirements.filter(code__in=TICKED[stage.number])
            items: list[dict[str, Any]] = [
                *({"requirement": r} for r in wanted),
                {"meeting": True},
                {"words": ASKED},
            ]
            gate = open_gate(office, campaign, stage=stage, items=items)
        passed = 0
        for branch in played:
            passed += _goes_through(branch, gate, stage, office)
        yield f"“{stage.name}”阶段：{passed}个支部已转段，{len(played) - passed}个还在补。"


def _goes_through(branch: Branch, gate: Gate, stage: Stage, office: User) -> bool:
    """One branch's way: transition meeting, answer, application where nothing lacks, inspection, decision."""
    day = stage.ends_on + timedelta(days=branch.number % 9)
    _transition_meeting(branch, stage, day)
    with clock.played_at(day + timedelta(days=1)):
        answer_item(branch.secretary, branch.organisation, item=gate.items.get(words=ASKED), yes=True)
    ready = (
        day + timedelta(days=2) if branch.late_weeks == 0 else day + timedelta(weeks=branch.late_weeks + 1)
    )
    with clock.played_at(ready):
        if lacking_for_gate(branch.organisation, gate):
            return False
        application = apply_for_gate(branch.secretary, branch.organisation, gate=gate)
    if branch.organisation.short_name == SENT_BACK and stage.number == 1:
        return _makes_up(branch, gate, office, ready + timedelta(days=3))
    with clock.played_at(ready + timedelta(days=3)):
        inspect_application(
            office, application, sample="抽查3次会议名单、2项承诺", finding="与记录相符", holds=True
        )
        decide_passage(office, application, how="pass")
    return True


def _transition_meeting(branch: Branch, stage: Stage, day: date) -> None:
    with clock.played_at(day, 15):
        meeting = call_meeting(
            branch.secretary,
            branch.organisation,
            kind="transition",
            title=f"{stage.name}阶段转段分析会",
            held_on=day,
            minutes=90,
            place="党员活动室",
            stage=stage,
            supervised=True,
        )
        record_list(branch.secretary, meeting, hows={p.pk: "present" for p in due_at(meeting)})
        close_list(branch.secretary, meeting)


def _makes_up(branch: Branch, gate: Gate, office: User, day: date) -> bool:
    """Inspected and found wanting, made up, applied again, passed."""
    with clock.played_at(day):
        first = applications_waiting_for(office).get(organisation=branch.organisation, gate=gate)
        inspect_application(
            office, first, sample="抽查4次会议名单", finding="有一次讨论只念了文件，没有讨论", holds=False
        )
        decide_passage(
            office,
            first,
            how="make_up",
            to_make_up="补开一次讨论会，人人发言",
            due_on=day + timedelta(days=10),
        )
    with clock.played_at(day + timedelta(days=8)):
        again = apply_for_gate(branch.secretary, branch.organisation, gate=gate)
        inspect_application(office, again, sample="补开的讨论会", finding="已补开，名单相符", holds=True)
        decide_passage(office, again, how="pass")
    return True
