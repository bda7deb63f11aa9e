"""流动党员 — who is away, and when somebody last reached them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.mobility.actions import record_contact
from zhengyou.rooms.mobility.forms import ContactForm
from zhengyou.rooms.mobility.pages.deeds import answered, places_where
from zhengyou.rooms.mobility.queries import DAYS, mobile_seen_by, not_reached
from zhengyou.rooms.orgs.queries import membership_seen_by

A_PAGE = 50
MOST_DAYS = 3650


def mobile(request: HttpRequest) -> HttpResponse:
    """流动党员 — those nobody has reached for so many days, or all; the longest unreached first."""
    if not orgs_where(request.user, "see_mobile_members").exists():
        raise Http404
    asked = request.GET.get("days", "")
    days = min(int(asked), MOST_DAYS) if asked.isdigit() and asked.isascii() else DAYS
    everybody = mobile_seen_by(request.user)
    late = not_reached(everybody, days)
    shown = everybody if request.GET.get("show") == "all" else late
    people, columns = asked_in_order(shown, _columns(), request.GET.dict())
    page = Paginator(people, A_PAGE).get_page(request.GET.get("page"))
    allowed = places_where(request, "record_contact", (m.organisation_id for m in page))
    context = {
        "days": days,
        "number": everybody.count(),
        "late": late.count(),
        "choices": [
            (_("久未联系的"), f"{request.path}?days={days}", shown is late),
            (_("全部流动党员"), f"{request.path}?show=all&days={days}", shown is not late),
        ],
        "all": shown is not late,
        "address": request.path,
        "page": page,
        "columns": columns,
        "rows": [_row(m, allowed) for m in page],
    }
    return render(request, "mobility/mobile.html", context)


def _columns() -> list[dict[str, Any]]:
    return [
        by(_("姓名"), "person__sound", "person__name"),
        by(_("组织"), "organisation__path", "person__sound"),
        by(_("流动去向"), "away"),
        by(_("上次联系上"), "last_on"),
        by(""),
    ]


def _row(membership: Any, allowed: set[int]) -> dict[str, Any]:
    name = {
        "words": membership.person.name,
        "url": reverse("orgs:person", args=[membership.person_id]),
    }
    act: Any = ""
    if membership.organisation_id in allowed:
        act = {"words": _("登记联系"), "url": reverse("mobility:contact", args=[membership.pk])}
    where = membership.organisation.short_name
    return {"cells": [name, where, membership.away or "—", _last(membership.last_on), act]}


def _last(day: Any) -> dict[str, str]:
    if day is None:
        return {"kind": "lack", "words": _("还没有联系上过")}
    gone = (clock.today() - day).days
    return {"words": _("%(day)s，%(n)d天前") % {"day": zh_date(day), "n": gone}}


def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """登记联系 — one line: how, when, by whom, reached or not."""
    reach = orgs_where(request.user, "record_contact")
    membership = get_object_or_404(
        membership_seen_by(request.user), pk=pk, until=None, organisation__in=reach
    )
    return answered(
        request,
        ContactForm(request.POST or None, organisation=membership.organisation),
        lambda **told: record_contact(request.user, membership, **told),
        heading=_("登记联系"),
        about=f"{membership.person.name} · {membership.away}",
        back=reverse("mobility:mobile"),
    )
