"""双报到 — who registered with a community, what was done there; and a member's own registration."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.mobility.actions import end_residence, record_service, register_residence
from zhengyou.rooms.mobility.forms import RegisterForm, ServiceForm
from zhengyou.rooms.mobility.pages.deeds import answered, places_where
from zhengyou.rooms.mobility.queries import (
    communities_called,
    own_residence,
    residences_where_recorded,
    residents_seen_by,
    services_seen_by,
)
from zhengyou.rooms.orgs.queries import person_of

A_PAGE = 50


def residents(request: HttpRequest) -> HttpResponse:
    """双报到 — who registered here, and every service that concerns us, here or by our members elsewhere."""
    if not orgs_where(request.user, "see_residents").exists():
        raise Http404
    asked = request.GET.dict()
    living, resident_columns = asked_in_order(residents_seen_by(request.user), _residents(), asked, "order")
    registered = Paginator(living, A_PAGE).get_page(request.GET.get("registered"))
    allowed = places_where(request, "record_service", (r.organisation_id for r in registered))
    served, columns = asked_in_order(services_seen_by(request.user), _services(), asked)
    page = Paginator(served, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "registered": registered,
        "resident_rows": [_resident(r, allowed) for r in registered],
        "resident_columns": resident_columns,
        "page": page,
        "rows": [_service(s) for s in page],
        "columns": columns,
    }
    return render(request, "mobility/residents.html", context)


def _residents() -> list[dict[str, Any]]:
    return [
        by(_("报到党员"), "person__sound", "person__name"),
        by(_("社区"), "organisation__path", "person__sound"),
        by(_("报到日期"), "since"),
        by(_("服务次数"), "times", num=True),
        by(_("分钟"), "minutes", num=True),
        by(""),
    ]


def _services() -> list[dict[str, Any]]:
    return [
        by(_("做了什么"), "what"),
        by(_("谁"), "person__sound", "person__name"),
        by(_("所在支部"), "home"),
        by(_("社区"), "organisation__path", "on_day"),
        by(_("日期"), "on_day"),
        by(_("分钟"), "minutes", num=True),
    ]


def _resident(residence: Any, allowed: set[int]) -> dict[str, Any]:
    act: Any = ""
    if residence.organisation_id in allowed:
        act = {"words": _("登记服务"), "url": reverse("mobility:service", args=[residence.pk])}
    cells = [residence.organisation.short_name, zh_date(residence.since), residence.times]
    return {"cells": [residence.person.name, *cells, residence.minutes or 0, act]}


def _service(service: Any) -> dict[str, Any]:
    cells = [service.person.name, service.home or "—", service.organisation.short_name]
    return {"cells": [service.what, *cells, zh_date(service.on_day), service.minutes]}


def service(request: HttpRequest, pk: int) -> HttpResponse:
    """登记报到服务 — entered once, by the community."""
    residence = get_object_or_404(residences_where_recorded(request.user), pk=pk)
    return answered(
        request,
        ServiceForm(request.POST or None),
        lambda **told: record_service(request.user, residence, **told),
        heading=_("登记服务"),
        about=f"{residence.person.name} · {residence.organisation.name}",
        back=reverse("mobility:residents"),
    )


def mine(request: HttpRequest) -> HttpResponse:
    """我的社区报到 — register, take it back, see what was entered; nobody does it for a member."""
    person = person_of(request.user)
    if person is None:
        raise Http404
    words = request.GET.get("find", "").strip()[:80]
    found = communities_called(words) if words else []
    form = RegisterForm(request.POST or None, organisations=found)
    if form.is_bound and form.is_valid():
        try:
            register_residence(request.user, person, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("mobility:mine")
    context = {
        "residence": own_residence(request.user),
        "services": services_seen_by(request.user).filter(person=person)[:A_PAGE],
        "form": form,
        "found": found,
        "find_words": words,
        "find_address": request.path,
        "action_url": request.get_full_path(),
    }
    return render(request, "mobility/mine.html", context, status=422 if form.errors else 200)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """取消报到 — from today on."""
    residence = own_residence(request.user)
    if residence is None:
        raise Http404
    end_residence(request.user, residence)
    return redirect("mobility:mine")
