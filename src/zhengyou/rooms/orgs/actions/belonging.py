"""Who belongs where: memberships begin, end, and are handed over."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Grant, Organisation, Role
from zhengyou.core.secrets import keyed_digest, seal
from zhengyou.core.trail import author, leave_trail
from zhengyou.rooms.orgs.actions.granted import withdraw
from zhengyou.rooms.orgs.actions.sounding import hear_people
from zhengyou.rooms.orgs.imports import cells
from zhengyou.rooms.orgs.imports.cells import Unreadable
from zhengyou.rooms.orgs.models import Membership, Person, Post
from zhengyou.rooms.orgs.queries import fits_line

Line, Ending = Membership.Line, Membership.Ending


@action(hidden=("identity", "phone"))
def admit_member(
    by: Any,
    organisation: Organisation,
    /,
    *,
    person: Person | None = None,
    line: str = Line.PARTY,
    since: date | None = None,
    identity: str = "",
    phone: str = "",
    **told: Any,
) -> Membership:
    """登记组织关系 — enter that somebody belongs to an organisation from a day on, a new person or one known already.

    Party and union membership stand side by side; a second one of the same kind is a transfer, not an entry.
    """
    day = since or clock.today()
    if day > clock.today():
        raise Refused("起始日期在今天以后，请到那天再登记。")
    if line not in Line.values:
        raise Refused("请选是哪一类：党员、工会会员、团员或妇女。")
    if not fits_line(organisation, line):
        raise Refused(
            f"{organisation.short_name}是{organisation.get_kind_display()}，不登记{Line(line).label}。"
        )
    held = person or _known(identity) or _new_person(identity, phone, told)
    _no_other(held, line, day)
    return Membership.objects.create(
        person=held, organisation=organisation, line=line, since=day, entered_by=author(by)
    )


def _known(identity: str) -> Person | None:
    digest = keyed_digest(read_identity(identity))
    return Person.objects.filter(identity_digest=digest).first() if digest else None


def _new_person(identity: str, phone: str, told: dict[str, Any]) -> Person:
    if not str(told.get("name") or "").strip():
        raise Refused("请写姓名。")
    number = read_identity(identity)
    if number:
        told |= {"born_on": cells.born(number), "sex": cells.sex(number)}
    person = Person.objects.create(
        identity_digest=keyed_digest(number) or None,
        identity_sealed=seal(number),
        phone_sealed=seal(phone.strip()),
        **{name: value for name, value in told.items() if value is not None},
    )
    hear_people([person], new=True)
    return person


def read_identity(identity: str) -> str:
    """An identity number whose check digit holds, or nothing; refused where it cannot be one."""
    try:
        return cells.identity(identity)
    except Unreadable as error:
        raise Refused(f"{error}。") from error


def _no_other(person: Person, line: str, day: date) -> None:
    """Refuse a second membership of the same kind at the same time."""
    other = Membership.objects.filter(person=person, line=line)
    if other.filter(until=None).exists():
        raise Refused(f"{person}已有{Line(line).label}的组织关系，请由原来的组织转出，这里接收。")
    if last := other.filter(until__gt=day).order_by("-until").first():
        raise Refused(f"{person}原来的组织关系到{last.until:%Y-%m-%d}为止，起始日期请写那天或以后。")


@action()
def end_membership(by: Any, membership: Membership, *, why: str, on_day: date | None = None) -> Membership:
    """结束组织关系 — say from which day on somebody no longer belongs here, and why; posts held here end with it."""
    day = on_day or clock.today()
    if why not in Ending.values:
        raise Refused("请选为什么结束：转出、去世、出党或退会、登记有误。")
    if membership.until is not None:
        raise Refused("这段组织关系已经结束，不必再结束。")
    if not membership.since <= day <= clock.today():
        raise Refused(f"日期应在{membership.since:%Y-%m-%d}到今天之间，请改正。")
    end_here(membership, day, why)
    return membership


def end_here(membership: Membership, day: date, why: str) -> None:
    """End a membership, the posts held in its organisation, and what an account could do as its member."""
    membership.until, membership.ending = day, why
    membership.save(update_fields=["until", "ending"])
    here = {"organisation": membership.organisation, "until": None}
    Post.objects.filter(person=membership.person, since__lte=day, **here).update(until=day)
    if membership.line == Line.PARTY:
        withdraw(membership.person_id, membership.organisation, day, Role.MEMBER, Role.SECRETARY)


def hand_over(by: Any, membership: Membership, to: Organisation, day: date) -> Membership:
    """Move a membership on the day of reception, without a day between; both organisations' trails tell of it.

    No deed of its own: whoever may receive a transfer may let this happen, and nobody else.
    """
    old = membership.organisation
    end_here(membership, day, Ending.TRANSFERRED)
    moved = Membership.objects.create(
        person=membership.person, organisation=to, line=membership.line, since=day, entered_by=author(by)
    )
    account = membership.person.account_id
    if membership.line == Line.PARTY and account:
        Grant.objects.update_or_create(
            user_id=account, role=Role.MEMBER, organisation=to, since=day, defaults={"until": None}
        )
    leave_trail(
        by, "end_membership", old, membership, f"结束组织关系：{membership}", {"why": Ending.TRANSFERRED}
    )
    leave_trail(by, "admit_member", to, moved, f"登记组织关系：{moved}", {"since": day})
    return moved
