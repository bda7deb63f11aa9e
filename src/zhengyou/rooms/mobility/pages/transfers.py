"""组织关系转接 — the hand-overs of an organisation, and one of them as both sides see it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import days_left, zh_date
from zhengyou.rooms.mobility.actions import (
    cancel_transfer,
    close_transfer,
    receive_transfer,
    return_transfer,
    start_transfer,
)
from zhengyou.rooms.mobility.forms import ReceiptForm, ReturnForm, StartForm
from zhengyou.rooms.mobility.pages.deeds import answered
from zhengyou.rooms.mobility.queries import (
    is_overdue,
    membership_moved,
    transfers_closed_to,
    transfers_open_to,
    transfers_seen_by,
    under_way,
)
from zhengyou.rooms.orgs.queries import destinations_for, membership_seen_by, people_open_to

A_PAGE = 50


def transfers(request: HttpRequest) -> HttpResponse:
    """组织关系转接 — what waits for us, what we wait for, overdue first; then what is done."""
    if not orgs_where(request.user, "see_transfers").exists():
        raise Http404
    open_ = transfers_open_to(request.user)
    ours = open_.filter(to__in=orgs_where(request.user, "receive_transfer"))
    mine = Paginator(ours, A_PAGE).get_page(request.GET.get("mine"))
    rest = open_.exclude(pk__in=ours.order_by().values("pk"))
    others = Paginator(rest, A_PAGE).get_page(request.GET.get("given"))
    closed, columns = asked_in_order(transfers_closed_to(request.user), _columns(), request.GET.dict())
    done = Paginator(closed, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "today": clock.today(),
        "ours": [_line(t, acts=True) for t in mine],
        "ours_page": mine,
        "waited": [_line(t) for t in others],
        "waited_page": others,
        "overdue": open_.filter(due_on__lt=clock.today()).count(),
        "page": done,
        "columns": columns,
        "rows": [_done(t) for t in done],
    }
    return render(request, "mobility/transfers.html", context)


def _columns() -> list[dict[str, Any]]:
    return [
        by(_("转接"), "person__sound", "person__name"),
        by(_("转出"), "given_on"),
        by(_("办结"), "closed_on"),
        by(_("结果"), "outcome", "closed_on"),
    ]


def _line(transfer: Any, *, acts: bool = False) -> dict[str, Any]:
    """One under way, in a list by its day: who it is about, who holds it now."""
    url = reverse("mobility:transfer", args=[transfer.pk])
    return {
        "due": transfer.due_on,
        "title": called(transfer),
        "url": url,
        "words": f"{holder(transfer)} · {transfer.why}",
        "acts": [{"label": _("办理"), "url": url, "kind": "main"}] if acts else [],
    }


def _done(transfer: Any) -> dict[str, Any]:
    late = transfer.outcome == "received" and transfer.closed_on > transfer.due_on
    outcome: Any = transfer.get_outcome_display()
    if late:
        outcome = {"kind": "late", "words": _("%(outcome)s，迟%(n)d天") % {
            "outcome": outcome, "n": (transfer.closed_on - transfer.due_on).days}}  # fmt: skip
    return {
        "cells": [
            {"words": called(transfer), "url": reverse("mobility:transfer", args=[transfer.pk])},
            zh_date(transfer.given_on),
            zh_date(transfer.closed_on),
            outcome,
        ]
    }


def called(transfer: Any) -> str:
    """Whose it is, from where to where: 李华：东街村→西街社区."""
    way = f"{transfer.organisation.short_name}→{transfer.where}"
    return _("%(who)s：%(what)s") % {"who": transfer.person.name, "what": way}


def holder(transfer: Any) -> str:
    """Who has to do something about it now, in words."""
    if transfer.closed_on:
        return str(transfer.get_outcome_display())
    if transfer.to:
        return _("现在等%(who)s接收") % {"who": transfer.to.short_name}
    return _("现在等回执，由%(who)s登记") % {"who": transfer.organisation.short_name}


@never_cache
def transfer(request: HttpRequest, pk: int) -> HttpResponse:
    """一件转接 — the same page for both sides: three steps with their days, who holds it, what the viewer may do."""
    found = get_object_or_404(transfers_seen_by(request.user), pk=pk)
    open_ = found.closed_on is None
    may_receive = open_ and found.to and may(request.user, "receive_transfer", found.to)
    may_cancel = open_ and may(request.user, "cancel_transfer", found)
    context = {
        "transfer": found,
        "holder": holder(found),
        "left": days_left(found.due_on, clock.today()) if open_ else "",
        "overdue": is_overdue(found),
        "steps": steps(found),
        "membership": membership_moved(found) if open_ else None,
        "may_open": people_open_to(request.user).filter(pk=found.person_id).exists(),
        "may_receive": may_receive,
        "may_cancel": may_cancel,
        "may_close": may_cancel and found.to is None,
    }
    return render(request, "mobility/transfer.html", context)


def steps(found: Any) -> list[dict[str, Any]]:
    """The three steps: given out, received, closed; the day of each, or what it waits for."""
    given = {
        "on": found.given_on,
        "name": _("%(who)s转出") % {"who": found.organisation.short_name},
        "state": "done",
        "said": found.why,
    }
    if found.closed_on is None:
        due = {"on": found.due_on, "kind": "over" if is_overdue(found) else "wait"}
        now = due | {"name": _("前由%(who)s接收") % {"who": found.where}, "state": "now"}
        return [
            given,
            now | {"words": days_left(found.due_on, clock.today())},
            due | {"name": _("前办结"), "state": ""},
        ]
    if found.outcome != "received":
        words = found.get_outcome_display()
        return [given, {"on": found.closed_on, "name": words, "state": "miss", "said": found.told}]
    name = _("%(who)s接收") % {"who": found.where}
    received = {"on": found.closed_on, "name": name, "state": "done", "said": found.told}
    return [given, received, {"on": found.closed_on, "name": _("办结，组织关系已转过去"), "state": "done"}]


def start(request: HttpRequest, pk: int) -> HttpResponse:
    """转出组织关系 — look the receiving organisation up, say why, give out."""
    reach = orgs_where(request.user, "start_transfer")
    membership = get_object_or_404(
        membership_seen_by(request.user), pk=pk, until=None, organisation__in=reach
    )
    held = under_way(membership.person, membership.line).first()
    if held:
        return redirect("mobility:transfer", held.pk)
    words = request.GET.get("find", "").strip()[:80]
    found = destinations_for(membership.line, words, membership.organisation) if words else []
    form = StartForm(request.POST or None, organisations=found)
    return answered(
        request,
        form,
        lambda **told: start_transfer(request.user, membership, **told),
        heading=_("转出组织关系"),
        submit=_("转出"),
        about=f"{membership.person.name} · {membership.organisation.name}",
        back=reverse("orgs:person", args=[membership.person_id]),
        find_words=words,
        find_address=request.path,
        none_found=bool(words) and not found,
    )


def _coming(request: HttpRequest, pk: int, deed: str) -> Any:
    """A hand-over to an organisation in whose name the viewer may receive it or send it back."""
    seen = transfers_seen_by(request.user).filter(to__in=orgs_where(request.user, deed))
    return get_object_or_404(seen, pk=pk)


@require_POST
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """接收组织关系 — the membership moves today."""
    found = _coming(request, pk, "receive_transfer")
    receive_transfer(request.user, found.to, transfer=found)
    return redirect("mobility:transfer", pk)


def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """退回转接 — with the reason."""
    found = _coming(request, pk, "return_transfer")
    return answered(
        request,
        ReturnForm(request.POST or None),
        lambda **told: return_transfer(request.user, found.to, transfer=found, **told),
        heading=_("退回转接"),
        submit=_("退回"),
        about=called(found),
        back=reverse("mobility:transfer", args=[pk]),
    )


def _given(request: HttpRequest, pk: int, deed: str) -> Any:
    """A hand-over given out by an organisation in whose name the viewer may do this."""
    seen = transfers_seen_by(request.user).filter(organisation__in=orgs_where(request.user, deed))
    return get_object_or_404(seen, pk=pk)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """撤销转接 — before it was received."""
    cancel_transfer(request.user, _given(request, pk, "cancel_transfer"))
    return redirect("mobility:transfer", pk)


def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """办结转接 — the receipt from outside has come."""
    found = _given(request, pk, "close_transfer")
    return answered(
        request,
        ReceiptForm(request.POST or None),
        lambda **told: close_transfer(request.user, found, **told),
        heading=_("收到回执，办结"),
        submit=_("办结"),
        about=called(found),
        back=reverse("mobility:transfer", args=[pk]),
    )
