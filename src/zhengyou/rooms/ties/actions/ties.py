"""Tying and untying."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.ties.models import Tie
from zhengyou.rooms.ties.models.ties import MASS, PARTY
from zhengyou.rooms.ties.queries.ties import lasting_from


@action()
def make_tie(
    by: Any,
    organisation: Organisation,
    *,
    kind: str,
    partner: Organisation | None = None,
    person: Person | None = None,
    since: date | None = None,
    until: date | None = None,
    purpose: str = "",
    level: str = "",
) -> Tie:
    """建立结对 — tie an organisation to another, or to a person who is to look after it."""
    since = since or clock.today()
    _sides(organisation, kind, partner, person)
    _days(since, until)
    if level and kind != Tie.Kind.MODEL:
        raise Refused("只有示范点才写级别。")
    line = _beside(organisation, partner, since) if kind == Tie.Kind.BESIDE else ""
    _not_twice(organisation, kind, partner, person, level, since)
    return Tie.objects.create(
        organisation=organisation,
        entered_by=author(by),
        kind=kind,
        partner=partner,
        person=person,
        line=line,
        level=level,
        purpose=purpose.strip(),
        since=since,
        until=until,
    )


@action()
def end_tie(by: Any, tie: Tie, *, until: date | None = None) -> Tie:
    """解除结对 — a tie lasts no longer than to a day; what it was before stays."""
    until = until or clock.today()
    if tie.until is not None and tie.until <= until:
        raise Refused(f"已于{tie.until:%Y-%m-%d}到期，不用再解除。")
    if until < tie.since:
        raise Refused(f"从{tie.since:%Y-%m-%d}起才结对，不能更早解除。")
    tie.until = until
    tie.save(update_fields=["until"])
    return tie


def _sides(
    organisation: Organisation, kind: str, partner: Organisation | None, person: Person | None
) -> None:
    if kind not in Tie.Kind.values:
        raise Refused(f"没有“{kind}”这种结对；有：{'、'.join(str(k.label) for k in Tie.Kind)}。")
    if partner == organisation:
        raise Refused("不能和自己结对，请填对方组织。")
    if kind in Tie.OF_PEOPLE and person is None:
        raise Refused(f"{Tie.Kind(kind).label}要写是谁。")
    if kind not in Tie.OF_PEOPLE and partner is None:
        raise Refused(f"{Tie.Kind(kind).label}要写对方组织。")
    if kind == Tie.Kind.BESIDE and person is not None:
        raise Refused("党群结对是组织对组织，不写人。")


def _days(since: date, until: date | None) -> None:
    if until is not None and until <= since:
        raise Refused(f"从{since:%Y-%m-%d}起、到{until:%Y-%m-%d}止，前后颠倒，请改正。")


def _beside(organisation: Organisation, partner: Organisation | None, since: date) -> str:
    """The line of the mass organisation beside a party organisation; each stands beside one, of each line one."""
    if partner is None or partner.kind not in MASS or organisation.kind not in PARTY:
        raise Refused("党群结对是党组织配工会、共青团或妇联，请核对两边的组织类型。")
    beside = lasting_from(since).filter(kind=Tie.Kind.BESIDE)
    if held := beside.filter(organisation=organisation, line=partner.kind).first():
        raise Refused(f"{organisation}已配{held.partner}，要换请先解除。")
    if held := beside.filter(partner=partner).first():
        raise Refused(f"{partner}已配在{held.organisation}旁边，要换请先解除。")
    return partner.kind


def _not_twice(
    organisation: Organisation,
    kind: str,
    partner: Organisation | None,
    person: Person | None,
    level: str,
    since: date,
) -> None:
    held = lasting_from(since).filter(organisation=organisation, kind=kind)
    if kind == Tie.Kind.FIRST_SECRETARY and (before := held.first()):
        raise Refused(f"{organisation}的第一书记还是{before.other}，请先解除。")
    if kind == Tie.Kind.PAIRING and partner is not None:
        held = held | lasting_from(since).filter(organisation=partner, kind=kind, partner=organisation)
        found = held.filter(partner__in=[partner, organisation])
    elif person is not None:
        found = held.filter(person=person)
    else:
        found = held.filter(partner=partner, level=level)
    if found.exists():
        raise Refused(f"这一对{Tie.Kind(kind).label}已经登记过，不用再登记。")
