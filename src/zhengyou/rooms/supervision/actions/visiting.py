"""At a unit: the visit, its check-list, what was found; and being at a meeting below."""

from datetime import date, timedelta
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Grant, Organisation, Role
from zhengyou.core.trail import author
from zhengyou.rooms.supervision.actions.forming import goes_there
from zhengyou.rooms.supervision.models import (
    Checked,
    CheckLine,
    Finding,
    Presence,
    SupervisionGroup,
    SupervisionVisit,
)
from zhengyou.rooms.supervision.queries import (
    above_and,
    checks_without_finding,
    may_have_been_there,
    visits_in_quarter,
)

LONGEST = 180  # days in which a finding has to be put right


@action()
def start_visit(
    by: Any,
    organisation: Organisation,
    *,
    group: SupervisionGroup,
    how: str,
    visited_on: date | None = None,
    why_again: str = "",
) -> SupervisionVisit:
    """登记督导 — a group is at a unit; a second time in a quarter says why, so that visits are merged."""
    day = visited_on or clock.today()
    if day > clock.today():
        raise Refused("督导的日期不能晚于今天；去了再登记。")
    goes_there(by, group, organisation, day)
    if how not in SupervisionVisit.How.values:
        raise Refused(f"没有“{how}”这种督导方式。")
    before = visits_in_quarter(organisation, day)
    if before and not why_again.strip():
        last = before[-1]
        raise Refused(
            f"{organisation}本季度已有{len(before)}次督导，最近是“{last.group}”{last.visited_on}去的，先看那一次的记录；"
            "确需再去，请写为什么（如复查）。"
        )
    return SupervisionVisit.objects.create(
        organisation=organisation,
        entered_by=author(by),
        group=group,
        how=how,
        visited_on=day,
        why_again=why_again.strip() if before else "",
    )


def _ongoing(by: Any, visit: SupervisionVisit) -> None:
    goes_there(by, visit.group, visit.organisation, visit.visited_on)
    if visit.finished_on is not None:
        raise Refused(f"{visit.visited_on}的督导已于{visit.finished_on}结束登记；又看到什么，请另记一次。")


@action()
def check_item(by: Any, visit: SupervisionVisit, *, item: CheckLine, how: str) -> Checked:
    """填写督查清单 — say how one line stood; until the visit is finished a second word replaces the first."""
    _ongoing(by, visit)
    if item.group_id != visit.group_id:
        raise Refused(f"“{item.words}”不在“{visit.group}”的督查清单里。")
    if how not in Checked.How.values:
        raise Refused(f"没有“{how}”这种结果；可以选好、有问题、没看。")
    made, _ = Checked.objects.update_or_create(visit=visit, item=item, defaults={"how": how})
    return made


@action()
def record_finding(
    by: Any, visit: SupervisionVisit, *, what: str, whose: str, due_on: date, item: CheckLine | None = None
) -> Finding:
    """登记督导发现 — what is wrong, who puts it right, by when."""
    _ongoing(by, visit)
    if not what.strip() or not whose.strip():
        raise Refused("请写明发现了什么、谁来整改。")
    if not visit.visited_on < due_on <= visit.visited_on + timedelta(days=LONGEST):
        raise Refused(f"整改期限应在督导（{visit.visited_on}）之后、{LONGEST}天以内，请改日期。")
    if item is not None and item.group_id != visit.group_id:
        raise Refused(f"“{item.words}”不在“{visit.group}”的督查清单里。")
    return Finding.objects.create(
        organisation=visit.organisation,
        entered_by=author(by),
        visit=visit,
        item=item,
        what=what.strip(),
        whose=whose.strip(),
        due_on=due_on,
    )


@action()
def finish_visit(by: Any, visit: SupervisionVisit, *, words: str) -> SupervisionVisit:
    """结束督导登记 — a sentence about the whole; what looked wrong has a finding, or it was not wrong."""
    _ongoing(by, visit)
    if not words.strip():
        raise Refused("请用一句话写总的看怎样。")
    if loose := checks_without_finding(visit):
        told = "；".join(item.words for item in loose)
        raise Refused(
            f"{len(loose)}条标了“有问题”却没有登记发现：{told}。请登记谁来整改、改到哪天，或改回结果。"
        )
    visit.words, visit.finished_on = words.strip(), clock.today()
    visit.save(update_fields=["words", "finished_on"])
    return visit


@action()
def record_presence(by: Any, meeting: Any, *, who: Any, capacity: str, words: str = "") -> Presence:
    """登记上级到会 — who from above sat at a meeting; of a group only a member of that which is assigned there."""
    if capacity not in Presence.As.values:
        raise Refused(f"没有“{capacity}”这种到会身份。")
    if meeting.held_on > clock.today():
        raise Refused(f"会议{meeting.held_on}才开，开了再登记谁到会。")
    if words.strip() and by != who:
        raise Refused("对会议的评价由到会的人自己写，请只登记到会。")
    if Presence.objects.filter(meeting=meeting, who=who).exists():
        raise Refused(f"{who}已登记到会，不用再记。")
    group = _sent(meeting, who) if capacity == Presence.As.SUPERVISION_GROUP else None
    if group is None and not _holds(who, ROLES[Presence.As(capacity)], meeting):
        raise Refused(
            f"{who}当天没有{meeting.organisation}上级{Presence.As(capacity).label}的授权，不能这样登记。"
        )
    return Presence.objects.create(
        organisation=meeting.organisation,
        entered_by=author(by),
        meeting=meeting,
        who=who,
        capacity=capacity,
        group=group,
        words=words.strip(),
    )


def _sent(meeting: Any, who: Any) -> SupervisionGroup:
    """The group that was assigned there on the day of the meeting and for which somebody goes out."""
    sent = may_have_been_there(meeting)
    found = next((group for group, user in sent if user == who), None)
    if found is None:
        theirs = (
            "、".join(f"{group}的{user}" for group, user in sent) or "还没有给它分派督导组，请办公室先分工"
        )
        raise Refused(
            f"{who}在{meeting.held_on}不是负责{meeting.organisation}的督导组成员；当天负责的是：{theirs}。"
        )
    return found


ROLES = {Presence.As.LEADING_GROUP: Role.LEADER, Presence.As.OFFICE: Role.OFFICE}


def _holds(who: Any, role: Role, meeting: Any) -> bool:
    """Whether an account held a role above a meeting's organisation on its day."""
    above = above_and(meeting.organisation)[:-1]
    held = Grant.objects.filter(user=who, role=role, organisation__path__in=above, since__lte=meeting.held_on)
    return held.exclude(until__lte=meeting.held_on).exists()
