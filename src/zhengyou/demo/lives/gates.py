"""The gates of the play: branches look back, apply, are inspected and pass; one has to make up first.

When the play stops, the third gate is busy: some wait for inspection, some for a decision, some make up.
"""

from datetime import date, timedelta
from typing import Any

from zhengyou.demo.cast import Branch
from zhengyou.demo.lives.study import all_came, called
from zhengyou.demo.schedule import Life
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
from zhengyou.rooms.gates.queries import lacking_for_gate
from zhengyou.rooms.meetings.models import Meeting
from zhengyou.rooms.supervision.actions import record_presence

ASKED = "群众提出的意见是否都作了答复"
TICKED: dict[int, tuple[str, ...]] = {1: ("lessons_made_up",), 2: ("branch_pledged",), 3: ()}
TRIES = 3  # a branch that is not ready looks again every three weeks
SENT_BACK = "北关村"


def open_gates(campaign: Campaign, office: User) -> Life:
    """The gates of the first three stages, each opened five days before its stage ends."""
    for stage in campaign.stages.filter(number__in=TICKED):
        yield stage.ends_on - timedelta(days=5), 9
        wanted = campaign.requirements.filter(code__in=TICKED[stage.number])
        items: list[dict[str, Any]] = [
            *({"requirement": r} for r in wanted),
            {"meeting": True},
            {"words": ASKED},
        ]
        open_gate(office, campaign, stage=stage, items=items)


def go_through(branch: Branch, stage: Stage, office: User, supervisor: User) -> Life:
    """One branch's way: transition meeting, answer, application once nothing lacks, inspection, decision."""
    day = stage.ends_on + timedelta(days=branch.number % 9)
    yield day - timedelta(days=2), 9
    meeting = called(
        branch,
        Meeting.Kind.TRANSITION,
        f"{stage.name}阶段转段分析会",
        day,
        90,
        stage=stage,
    )
    yield day, 15
    all_came(branch, meeting)
    record_presence(branch.secretary, meeting, who=supervisor, capacity="supervision_group")
    yield day + timedelta(days=1), 9
    gate = Gate.objects.get(stage=stage)
    answer_item(branch.secretary, branch.organisation, item=gate.items.get(words=ASKED), yes=True)
    late = timedelta(weeks=branch.late_weeks + 1) if branch.late_weeks else timedelta(days=2)
    for n in range(TRIES):
        day += timedelta(weeks=3) if n else late
        yield day, 9
        if not lacking_for_gate(branch.organisation, gate):
            yield from _applied(branch, gate, office, day)
            return


def _applied(branch: Branch, gate: Gate, office: User, day: date) -> Life:
    """The application, and what is found three days later."""
    busy = gate.stage.number == 3 and branch.number % 6
    if busy in (1, 2):
        day = date(2011, 1, 10)
        yield day, 9
    application = apply_for_gate(branch.secretary, branch.organisation, gate=gate)
    if busy == 1:
        return
    day += timedelta(days=3)
    yield day, 9
    if branch.name == SENT_BACK and gate.stage.number == 1:
        yield from _make_up(branch, gate, application, office, day)
        return
    if busy == 3 and branch.number % 4 == 1:
        yield date(2011, 1, 11), 9
        finding, what = "有两条意见只写“已阅”，没有答复", "逐条答复，请提意见的人签字"
        inspect_application(office, application, sample="抽查6条意见", finding=finding, holds=False)
        decide_passage(office, application, how="make_up", to_make_up=what, due_on=date(2011, 1, 25))
        return
    sample, finding = "抽查3次会议名单、2项承诺", "与记录相符"
    inspect_application(office, application, sample=sample, finding=finding, holds=True)
    if busy != 2:
        decide_passage(office, application, how="pass")


def _make_up(branch: Branch, gate: Gate, first: Any, office: User, day: date) -> Life:
    """Inspected and found wanting, made up, applied again, passed."""
    finding = "有一次讨论只念了文件，没有讨论"
    inspect_application(office, first, sample="抽查4次会议名单", finding=finding, holds=False)
    due, what = day + timedelta(days=10), "补开一次讨论会，人人发言"
    decide_passage(office, first, how="make_up", to_make_up=what, due_on=due)
    yield day + timedelta(days=8), 9
    again = apply_for_gate(branch.secretary, branch.organisation, gate=gate)
    yield day + timedelta(days=9), 9
    inspect_application(office, again, sample="补开的讨论会", finding="已补开，名单相符", holds=True)
    decide_passage(office, again, how="pass")
