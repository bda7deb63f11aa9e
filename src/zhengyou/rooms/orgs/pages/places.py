"""Venues: those of an organisation with what can be done about them, and all of a subtree as a list."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.language import listed
from zhengyou.core.permissions import may, require
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.orgs.actions import change_place, close_place, leave_place, register_place, share_place
from zhengyou.rooms.orgs.forms.places import NewPlaceForm, PlaceForm, ShareForm
from zhengyou.rooms.orgs.queries import (
    organisations_seen_by,
    places_in,
    places_of,
    places_seen_by,
    tenures,
    uses_of,
    uses_seen_by,
)

A_PAGE = 50


def _did(request: HttpRequest, form: forms.Form, deed: Callable[..., Any], thing: Any) -> bool:
    """Do what a form says; a refusal stands in the form, with everything typed still in it."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        deed(request.user, thing, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def places(request: HttpRequest, pk: int) -> HttpResponse:
    """阵地 — what an organisation has and shares, and forms for whoever may enter more."""
    organisation = get_object_or_404(organisations_seen_by(request.user), pk=pk)
    registers = request.method == "POST" and "place" not in request.POST
    shares = request.method == "POST" and not registers
    making = NewPlaceForm(request.POST if registers else None)
    sharing = ShareForm(request.POST if shares else None, organisation=organisation)
    if request.method == "POST":
        form, deed = (making, register_place) if registers else (sharing, share_place)
        require(request.user, deed.__name__, organisation)
        if _did(request, form, deed, organisation):
            return redirect("orgs:places", pk)
    may_enter = may(request.user, "register_place", organisation)
    context: dict[str, Any] = {
        "organisation": organisation,
        "crumbs": crumbs(organisation, _("阵地")),
        "places": [_place(request, place) for place in places_of(organisation)],
        "uses": [_use(request, use) for use in uses_of(organisation)],
        "making": making if may_enter else None,
        "sharing": sharing if may_enter else None,
        "here": request.path,
        "all_url": reverse("orgs:places_below", args=[pk]),
        "structure_url": reverse("orgs:structure", args=[pk]) if _structure(request, organisation) else "",
    }
    status = 422 if making.errors or sharing.errors else 200
    return render(request, "orgs/places.html", context, status=status)


def _structure(request: HttpRequest, organisation: Any) -> bool:
    return may(request.user, "see_structure", organisation)


def crumbs(organisation: Any, here: str) -> list[tuple[str, str]]:
    """Where a page about an organisation stands."""
    return [
        (_("组织与人员"), reverse("orgs:people")),
        (organisation.short_name, reverse("orgs:organisation", args=[organisation.pk])),
        (here, ""),
    ]


def _place(request: HttpRequest, place: Any) -> dict[str, Any]:
    users = [use.organisation.short_name for use in place.uses.all() if use.until is None]
    acts: list[dict[str, Any]] = []
    if may(request.user, "change_place", place):
        acts.append({"label": _("更正"), "url": reverse("orgs:change_place", args=[place.pk])})
    if may(request.user, "close_place", place):
        held = _("%(who)s还在共用") % {"who": listed(users)} if users else ""
        close = {"label": _("停用"), "url": reverse("orgs:close_place", args=[place.pk]), "post": True}
        acts.append(close | {"kind": "bare", "why_not": held, "ident": f"why-{place.pk}"})
    shared = _("%(who)s共用") % {"who": listed(users)} if users else ""
    return {"words": _about(place), "place": place, "shared": shared, "acts": acts}


def _about(place: Any) -> str:
    area = _("%(area)s㎡") % {"area": place.area} if place.area else _("面积未填")
    since = _("%(day)s起") % {"day": zh_date(place.since)}
    return " · ".join(filter(None, [area, place.tenure_said or _("产权未填"), since]))


def _use(request: HttpRequest, use: Any) -> dict[str, Any]:
    acts = []
    if may(request.user, "leave_place", use):
        url = reverse("orgs:leave_place", args=[use.pk])
        acts.append({"label": _("解除共用"), "url": url, "post": True, "kind": "bare"})
    return {"use": use, "words": _about(use.place), "acts": acts}


def change(request: HttpRequest, pk: int) -> HttpResponse:
    """更正阵地 — a short form with what is entered now."""
    place = get_object_or_404(places_seen_by(request.user), pk=pk)
    require(request.user, "change_place", place)
    form = PlaceForm(request.POST or None, place=place)
    if _did(request, form, change_place, place):
        return redirect("orgs:places", place.organisation_id)
    context = {
        "place": place,
        "form": form,
        "here": request.path,
        "back": reverse("orgs:places", args=[place.organisation_id]),
        "crumbs": crumbs(place.organisation, str(place)),
    }
    return render(request, "orgs/places_change.html", context, status=422 if form.errors else 200)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """停用阵地 — from today on."""
    place = get_object_or_404(places_seen_by(request.user), pk=pk)
    close_place(request.user, place)
    return redirect("orgs:places", place.organisation_id)


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """解除共用 — from today on."""
    use = get_object_or_404(uses_seen_by(request.user), pk=pk)
    leave_place(request.user, use)
    return redirect("orgs:places", use.organisation_id)


def places_below(request: HttpRequest, pk: int) -> HttpResponse:
    """所辖阵地 — the venues of a subtree, the smallest first, of one tenure or only the unsafe."""
    organisation = get_object_or_404(organisations_seen_by(request.user), pk=pk)
    asked = request.GET.get("tenure", "")
    unsafe = request.GET.get("unsafe") == "1"
    found = places_in(request.user, organisation, tenure=asked, unsafe=unsafe)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    choices = [(_("全部"), request.path, not asked and not unsafe)]
    choices += [(label, f"{request.path}?tenure={value}", value == asked) for value, label in tenures()]
    choices.append((_("危房"), f"{request.path}?unsafe=1", unsafe))
    context = {
        "organisation": organisation,
        "crumbs": crumbs(organisation, _("所辖阵地")),
        "choices": choices,
        "page": page,
        "columns": [
            {"label": _("阵地")},
            {"label": _("组织")},
            {"label": _("面积（㎡）"), "num": True},
            {"label": _("产权")},
        ],
        "rows": [{"cells": _cells(place)} for place in page],
    }
    return render(request, "orgs/places_below.html", context)


def _cells(place: Any) -> list[Any]:
    danger = {"tag": _("危房"), "tag_kind": "over"} if place.in_danger else {}
    return [
        {"words": str(place), "url": reverse("orgs:places", args=[place.organisation_id])} | danger,
        place.organisation.short_name,
        {"words": str(place.area or "—"), "num": True},
        place.tenure_said or "—",
    ]
