"""A membership handed over in three steps: given out, received, closed; it never belongs nowhere in between."""

from datetime import date, timedelta
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author, leave_trail
from zhengyou.rooms.mobility.models import Transfer
from zhengyou.rooms.mobility.queries import current_post, membership_moved, under_way
from zhengyou.rooms.orgs.actions import end_membership, hand_over
from zhengyou.rooms.orgs.models import Membership
from zhengyou.rooms.orgs.queries import fits_line

DAYS = 30
MOST_DAYS = 180
Outcome = Transfer.Outcome


@action()
def start_transfer(
    by: Any,
    membership: Membership,
    *,
    why: str,
    to: Organisation | None = None,
    outside: str = "",
    days: int = DAYS,
) -> Transfer:
    """转出组织关系 — give a membership out to another organisation, or in words to one outside the installation.

    Until it is received the person goes on counting here.
    """
    if bool(to) == bool(outside.strip()):
        raise Refused("请选转往哪个组织；转往系统外的，写明去向，两样只写一样。")
    if not why.strip():
        raise Refused("请写一句为什么转。")
    if not 1 <= days <= MOST_DAYS:
        raise Refused(f"期限应在1到{MOST_DAYS}天之间。")
    _can_leave(membership)
    if to is not None:
        _can_go_to(membership, to)
    today = clock.today()
    return Transfer.objects.create(
        organisation=membership.organisation,
        entered_by=author(by),
        person=membership.person,
        line=membership.line,
        to=to,
        outside=outside.strip(),
        why=why.strip(),
        given_on=today,
        due_on=today + timedelta(days=days),
    )


def _can_leave(membership: Membership) -> None:
    person = membership.person
    if membership.until is not None:
        raise Refused("这段组织关系已经结束，不能再转出。")
    if under_way(person, membership.line).exists():
        raise Refused(f"{person}已有一件转接在办，先办结、退回或撤销。")
    if membership.line == Membership.Line.PARTY and (post := current_post(membership)):
        raise Refused(f"{person}还担任{post.organisation.short_name}{post.title}，请先登记免职，再转出。")


def _can_go_to(membership: Membership, to: Organisation) -> None:
    if to.pk == membership.organisation_id:
        raise Refused("转入的就是现在的组织，请另选一个。")
    if to.closed_on and to.closed_on <= clock.today():
        raise Refused(f"{to.short_name}已经撤销，请另选一个。")
    if not fits_line(to, membership.line):
        raise Refused(
            f"{to.short_name}是{to.get_kind_display()}，不接收{membership.get_line_display()}的组织关系。"
        )


@action()
def receive_transfer(by: Any, organisation: Organisation, *, transfer: Transfer) -> Transfer:
    """接收组织关系 — confirm that somebody has come over; the membership moves today, without a day between."""
    held = _locked(transfer)
    _comes_to(held, organisation)
    membership = membership_moved(held)
    if membership is None:
        raise Refused(f"{held.person}在{held.organisation.short_name}的组织关系已经结束，请退回并说明。")
    hand_over(by, membership, organisation, clock.today())
    _close(held, Outcome.RECEIVED)
    _tell_the_other(by, "receive_transfer", "接收组织关系", held, held.organisation)
    return held


@action()
def return_transfer(by: Any, organisation: Organisation, *, transfer: Transfer, why: str) -> Transfer:
    """退回转接 — send a membership back to who gave it out, with a reason; the person stays where one was."""
    held = _locked(transfer)
    _comes_to(held, organisation)
    if not why.strip():
        raise Refused("请写一句为什么退回，对方才知道怎么补。")
    _close(held, Outcome.RETURNED, why.strip())
    _tell_the_other(by, "return_transfer", "退回转接", held, held.organisation)
    return held


@action()
def cancel_transfer(by: Any, transfer: Transfer) -> Transfer:
    """撤销转接 — take a hand-over back before it was received."""
    held = _locked(transfer)
    _close(held, Outcome.CANCELLED)
    if held.to:
        _tell_the_other(by, "cancel_transfer", "撤销转接", held, held.to)
    return held


@action()
def close_transfer(by: Any, transfer: Transfer, *, on_day: date | None = None, told: str = "") -> Transfer:
    """办结转接 — the receipt of an organisation outside has come: the membership ends on the day it tells."""
    held = _locked(transfer)
    if held.to is not None:
        raise Refused("这件转往系统内的组织，由对方接收办结。")
    day = on_day or clock.today()
    if not held.given_on <= day <= clock.today():
        raise Refused(f"回执日期应在{held.given_on:%Y-%m-%d}到今天之间，请改正。")
    membership = membership_moved(held)
    if membership is None:
        raise Refused(f"{held.person}的组织关系已经结束，请撤销这件转接。")
    end_membership(by, membership, why=Membership.Ending.TRANSFERRED, on_day=day)
    _close(held, Outcome.RECEIVED, told.strip(), day)
    return held


def _locked(transfer: Transfer) -> Transfer:
    """The hand-over as it is now, held until this deed is done: both sides may act at the same moment."""
    held = Transfer.objects.select_for_update(of=("self",)).select_related("person", "organisation", "to")
    found = held.get(pk=transfer.pk)
    if found.closed_on:
        raise Refused(f"这件转接{found.get_outcome_display()}，不能再办。")
    return found


def _comes_to(transfer: Transfer, organisation: Organisation) -> None:
    if transfer.to_id != organisation.pk:
        raise Refused(f"这件不是转往{organisation.short_name}的，请由接收的组织办理。")


def _close(transfer: Transfer, outcome: str, told: str = "", day: date | None = None) -> None:
    transfer.closed_on, transfer.outcome, transfer.told = day or clock.today(), outcome, told
    transfer.save(update_fields=["closed_on", "outcome", "told"])


def _tell_the_other(by: Any, did: str, title: str, transfer: Transfer, other: Organisation) -> None:
    """Two organisations hold a hand-over, so both trails tell what one of them did."""
    leave_trail(by, did, other, transfer, f"{title}：{transfer}", {})
