"""Putting a finding right: the organisation answers, the group looks again; an answer alone settles nothing."""

from datetime import date, timedelta
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.supervision.actions.forming import goes_there
from zhengyou.rooms.supervision.models import Finding, FindingAnswer, Recheck, SupervisionGroup
from zhengyou.rooms.supervision.queries import finding_now, groups_for, is_member, last_answer

LONGEST = 180  # days by which a limit may be moved


def _open(finding: Finding) -> Any:
    found = finding_now(finding)
    if found.right_on is not None:
        raise Refused(f"“{finding}”已于{found.right_on}复查到位，不用再办。")
    return found


@action()
def answer_finding(by: Any, finding: Finding, *, words: str, on_day: date | None = None) -> FindingAnswer:
    """答复督导发现 — say what was done about it; it stays open until the group has looked again."""
    found, day = _open(finding), on_day or clock.today()
    if not words.strip():
        raise Refused("请写怎样整改的；没有做完的，做完再答复，过了期限也照样可以答复。")
    if not found.visit.visited_on <= day <= clock.today():
        raise Refused(f"日期应在督导（{found.visit.visited_on}）之后、今天之前，请改正。")
    return FindingAnswer.objects.create(
        organisation=finding.organisation,
        entered_by=author(by),
        finding=finding,
        on_day=day,
        words=words.strip(),
    )


@action()
def recheck_finding(
    by: Any,
    finding: Finding,
    *,
    holds: bool,
    words: str,
    due_on: date | None = None,
    on_day: date | None = None,
) -> Recheck:
    """复查督导发现 — look again on the spot: it holds, or it does not and has another limit."""
    found, day = _open(finding), on_day or clock.today()
    _may_recheck(by, found, day)
    if not found.visit.visited_on <= day <= clock.today():
        raise Refused(f"复查日期应在督导（{found.visit.visited_on}）之后、今天之前，请改正。")
    if not words.strip():
        raise Refused("请写复查看到了什么；没有看过，就不算复查。")
    if holds:
        due_on = None
    elif due_on is None or not day < due_on <= day + timedelta(days=LONGEST):
        raise Refused(f"没有整改到位的，请写再改到哪天（复查之后、{LONGEST}天以内）。")
    return Recheck.objects.create(
        organisation=finding.organisation,
        entered_by=author(by),
        finding=finding,
        on_day=day,
        holds=holds,
        words=words.strip(),
        due_on=due_on,
    )


def _may_recheck(by: Any, finding: Any, day: date) -> None:
    """By a member of the group that found it, or of that which the organisation is assigned to by now."""
    group: SupervisionGroup = finding.visit.group
    answer = last_answer(finding)
    if answer is not None and by is not None and answer.entered_by_id == getattr(by, "pk", None):
        raise Refused("答复的人不能自己复查，请督导组另一位去看。")
    now = groups_for(finding.organisation, day, group.campaign)
    if not any(is_member(by, g, day) for g in now):
        if not now:
            goes_there(by, group, finding.organisation, day)
        theirs = "、".join(map(str, now))
        raise Refused(f"{finding.organisation}现由{theirs}督导，复查由它的成员登记。")
