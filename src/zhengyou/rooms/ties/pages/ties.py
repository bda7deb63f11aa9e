"""Lasting links: of one organisation from both sides, of a subtree by kind, and what is missing."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.language import listed
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Kind, Organisation
from zhengyou.core.permissions import may, require
from zhengyou.core.rollup import Window
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.queries import engine_for_trees
from zhengyou.rooms.orgs.queries import organisation_asked
from zhengyou.rooms.ties.actions import end_tie, make_tie
from zhengyou.rooms.ties.forms import TieForm
from zhengyou.rooms.ties.queries import (
    lacking_pairings,
    lines_beside,
    organisations_with_ties,
    ties_from,
    ties_in,
    ties_seen_by,
    ties_to,
    without_contact,
)

A_PAGE = 50
SHOWN = ("ties", "contact_share", "model_points", "pairing_share")


def place_asked(request: HttpRequest) -> Organisation:
    """The organisation asked for in the address, else one's own; 404 where the viewer may not look."""
    return organisation_asked(request.user, organisations_with_ties(request.user), request.GET.get("org", ""))


def ties(request: HttpRequest) -> HttpResponse:
    """结对 — what leads to an organisation and what comes from it, figures of its subtree, and a form."""
    place = place_asked(request)
    form = TieForm(request.POST or None)
    if request.method == "POST":
        require(request.user, "make_tie", place)
        if form.is_valid() and _made(request, place, form):
            return redirect(f"{reverse('ties:ties')}?org={place.pk}")
    context: dict[str, Any] = {
        "place_shown": place,
        "figures": _figures(place),
        "to": [_line(request, tie, str(tie.other)) for tie in ties_to(place)],
        "from": [_line(request, tie, tie.organisation.name) for tie in ties_from(place)],
        "form": form if may(request.user, "make_tie", place) else None,
        "here": f"{request.path}?org={place.pk}",
        "below_url": f"{reverse('ties:below')}?org={place.pk}",
        "missing_url": f"{reverse('ties:missing')}?org={place.pk}",
        "bodies_url": reverse("ties:bodies"),
    }
    context["came"] = context.pop("from")
    return render(request, "ties/ties.html", context, status=422 if form.errors else 200)


def _made(request: HttpRequest, place: Organisation, form: TieForm) -> bool:
    try:
        make_tie(request.user, place, **form.found(request.user, place))
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _figures(place: Organisation) -> list[dict[str, Any]]:
    engine = engine_for_trees() if place.children.exists() else Live()
    found = figures_by_org(engine, list(SHOWN), place, Window(clock.today()), 0)[place.pk]
    return [
        {
            "title": MEASURES[n].title,
            "value": int(found[n].numerator),
            "unit": MEASURES[n].unit,
            "url": reverse("figures:figure", args=[n, place.pk]),
            "calm": True,
        }
        | ({"due": int(whole)} if (whole := found[n].denominator) else {})
        for n in SHOWN
    ]


def _line(request: HttpRequest, tie: Any, name: str) -> dict[str, Any]:
    days = _("%(day)s起") % {"day": zh_date(tie.since)}
    if tie.until:
        ends = _("%(day)s止") % {"day": zh_date(tie.until)}
        days = _("%(day)s，%(told)s") % {"day": days, "told": ends}
    acts = []
    if may(request.user, "end_tie", tie):
        url = reverse("ties:end", args=[tie.pk])
        acts.append({"label": _("解除"), "url": url, "post": True, "kind": "bare"})
    said = " · ".join(filter(None, [tie.get_level_display(), days, tie.purpose]))
    return {"name": name, "kind": tie.get_kind_display(), "words": said, "acts": acts}


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """解除结对 — as of today."""
    tie = get_object_or_404(ties_seen_by(request.user), pk=pk)
    end_tie(request.user, tie)
    return redirect(f"{reverse('ties:ties')}?org={tie.organisation_id}")


def below(request: HttpRequest) -> HttpResponse:
    """所辖结对 — every tie of a subtree, by kind."""
    place = place_asked(request)
    kind = request.GET.get("kind", "")
    ties, columns = asked_in_order(ties_in(request.user, place, kind), _columns(), request.GET.dict())
    page = Paginator(ties, A_PAGE).get_page(request.GET.get("page"))
    here = f"{request.path}?org={place.pk}"
    kinds = TieForm.base_fields["kind"].choices  # type: ignore[attr-defined]
    context = {
        "place_shown": place,
        "choices": [(_("全部"), here, not kind)]
        + [(label, f"{here}&kind={value}", value == kind) for value, label in kinds],
        "page": page,
        "columns": columns,
        "rows": [{"cells": _cells(tie)} for tie in page],
        "back": f"{reverse('ties:ties')}?org={place.pk}",
    }
    return render(request, "ties/below.html", context)


def _columns() -> list[dict[str, Any]]:
    return [
        by(_("组织"), "organisation__path", "kind"),
        by(_("种类"), "kind", "level", "organisation__path"),
        by(_("对方")),
        by(_("起"), "since"),
        by(_("做什么"), "purpose"),
    ]


def _cells(tie: Any) -> list[Any]:
    where = {"words": tie.organisation.short_name, "url": f"{reverse('ties:ties')}?org={tie.organisation_id}"}
    kind = {"words": tie.get_kind_display(), "tag": tie.get_level_display(), "tag_kind": "line"}
    return [where, kind, str(tie.other), zh_date(tie.since), tie.purpose or "—"]


def missing(request: HttpRequest) -> HttpResponse:
    """缺什么 — party organisations that lack a mass organisation beside them, or a leader who keeps contact."""
    place = place_asked(request)
    contact = request.GET.get("show") == "contact"
    found = without_contact(request.user, place) if contact else lacking_pairings(request.user, place)
    heads = [by(_("党组织"), "name"), by(_("上级"), "parent__path", "path")]
    heads += [] if contact else [by(_("还缺"))]
    lacking, columns = asked_in_order(found.select_related("parent"), heads, request.GET.dict())
    page = Paginator(lacking, A_PAGE).get_page(request.GET.get("page"))
    here = f"{request.path}?org={place.pk}"
    context = {
        "place_shown": place,
        "choices": [
            (_("缺群团"), here, not contact),
            (_("没有领导联系"), f"{here}&show=contact", contact),
        ],
        "page": page,
        "columns": columns,
        "rows": _rows(list(page), contact),
        "back": f"{reverse('ties:ties')}?org={place.pk}",
    }
    return render(request, "ties/missing.html", context)


def _rows(organisations: list[Organisation], contact: bool) -> list[dict[str, Any]]:
    held = {} if contact else lines_beside(organisations)
    rows = []
    for o in organisations:
        where = {"words": o.short_name, "url": f"{reverse('ties:ties')}?org={o.pk}"}
        lacks = [k.label for k in (Kind.UNION, Kind.YOUTH, Kind.WOMEN) if k not in held.get(o.pk, set())]
        rows.append(
            {"cells": [where, o.parent.short_name if o.parent else "", *([] if contact else [listed(lacks)])]}
        )
    return rows
