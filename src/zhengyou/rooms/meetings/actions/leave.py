"""Leave: asked by a member, decided by somebody else, closed on return."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import require
from zhengyou.core.trail import author
from zhengyou.rooms.meetings.models import Leave, Reason
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import members_of


@action()
def ask_leave(
    by: Any, organisation: Organisation, *, person: Person, reason: str, since: date, until: date
) -> Leave:
    """请假 — ask to be excused from meetings from a day to a day, oneself or by word to the branch."""
    if person.pk != getattr(by, "person_id", None):
        require(by, "ask_leave_for_others", organisation)
    if not members_of(organisation).filter(pk=person.pk).exists():
        raise Refused(f"{person}不是{organisation.short_name}的党员，请到其所在组织请假。")
    if reason not in Reason.values:
        raise Refused("请假事由只分公务、事假和其他，不写病情。")
    if until < since:
        raise Refused("请假的结束日期在开始日期之前，请核对。")
    same = Leave.objects.filter(person=person, refused_on=None, closed_on=None)
    if found := same.filter(since__lte=until, until__gte=since).first():
        raise Refused(f"{person}已请过{found.since:%Y-%m-%d}至{found.until:%Y-%m-%d}的假，不用再请。")
    return Leave.objects.create(
        organisation=organisation,
        person=person,
        reason=reason,
        since=since,
        until=until,
        asked_on=clock.today(),
        entered_by=author(by),
    )


def _decide(by: Any, leave: Leave) -> None:
    if leave.granted_on or leave.refused_on:
        raise Refused("这次请假已经答复过，不用再答复。")
    if leave.person_id == getattr(by, "person_id", None):
        raise Refused("自己的假请由别人批。")


@action()
def grant_leave(by: Any, leave: Leave) -> Leave:
    """准假 — the list at the door will know; what is missed by it is still to be made up."""
    _decide(by, leave)
    leave.granted_on, leave.decided_by = clock.today(), author(by)
    leave.save(update_fields=["granted_on", "decided_by"])
    return leave


@action()
def refuse_leave(by: Any, leave: Leave) -> Leave:
    """不准假 — the member is due as everybody else."""
    _decide(by, leave)
    leave.refused_on, leave.decided_by = clock.today(), author(by)
    leave.save(update_fields=["refused_on", "decided_by"])
    return leave


@action()
def close_leave(by: Any, leave: Leave, *, back_on: date | None = None) -> Leave:
    """销假 — the member is back, and due again from that day on."""
    day = back_on or clock.today()
    if not leave.granted_on:
        raise Refused("这次请假没有批准，不用销假。")
    if leave.closed_on:
        raise Refused(f"已于{leave.closed_on:%Y-%m-%d}销假。")
    if not leave.since <= day <= clock.today():
        raise Refused("销假的日子应在请假开始以后、今天以前。")
    leave.closed_on = day
    leave.save(update_fields=["closed_on"])
    return leave
