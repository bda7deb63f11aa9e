"""要求矩阵 — organisations down, requirements across, the worst first."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core.figures import DueMet
from zhengyou.core.models import Category, Organisation
from zhengyou.rooms.campaigns.pages.lateness import until_when
from zhengyou.rooms.campaigns.queries import (
    campaigns_seen_by,
    engine_for_trees,
    people_in,
    progress_of,
    requirements_of,
    top_for,
    units_of,
)

NOTHING = DueMet(0, 0)
MANY = 2_000  # branches; where there are more, the organisations directly below stand for theirs
PLACES = 2  # levels from which one is chosen


def matrix(request: HttpRequest, code: str) -> HttpResponse:
    """要求 — which cells matter; filters and page stay in the address."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    top = top_for(request.user, request.GET.get("under"))
    engine = engine_for_trees()
    asked = [
        r for r in requirements_of(campaign, top) if request.GET.get("requirement") in (None, "", r.code)
    ]
    category = request.GET.get("category", "")
    shown, levels = _shown(top, category)
    progress = progress_of(campaign, top, engine, levels=levels)
    people = people_in(top, engine, levels)
    rows = [
        _row(o, asked, progress[o.pk], people.get(o.pk, 0), code, deeper=levels is not None)
        for o in shown
        if _any_due(progress.get(o.pk))
    ]
    show = request.GET.get("show", "lacking")
    kept = [r for r in rows if show == "all" or (show == "met") == (r["lacking"] == 0)]
    kept.sort(key=lambda r: (-r["far"], -r["lacking"], r["name"]))
    address = reverse("campaigns:matrix", args=[code])
    context = {
        "top": top,
        "closing_url": reverse("campaigns:closing", args=[code]) if campaign.over else "",
        "page": Paginator(kept, 30).get_page(request.GET.get("page")),
        "columns": [{"name": r.name, "need": r.asks, "deadline": until_when(r)} for r in asked],
        "sum_row": {
            "name": _("%(name)s合计") % {"name": top.short_name},
            "note": _counted(len(rows), campaign, deeper=levels is not None),
            "cells": [_sum(progress[top.pk].get(r.pk, NOTHING)) for r in asked],
        },
        "choices": [
            (label, f"{address}?{_kept(request, show=key)}", key == show)
            for key, label in (
                ("lacking", _("有欠缺%(n)d") % {"n": sum(r["lacking"] > 0 for r in rows)}),
                ("met", _("全部满足%(n)d") % {"n": sum(r["lacking"] == 0 for r in rows)}),
                ("all", _("全部%(n)d") % {"n": len(rows)}),
            )
        ],
        "address": address,
        "categories": Category.choices,
        "category": category,
        "places": list(top.no_deeper_than(PLACES).exclude(children=None)),
        "under": top.pk,
    }
    return render(request, "campaigns/matrix.html", context)


def _shown(top: Organisation, category: str) -> tuple[list[Organisation], int | None]:
    """The branches, or the organisations directly below where there are too many to be read; and how many levels."""
    # Groups below a branch are its own; of other lines whoever has nothing below is asked.
    leaves = (Q(kind="branch") | Q(children=None)) & ~Q(kind="group")
    found = Organisation.objects.filter(top.subtree, Organisation.standing(), leaves).distinct()
    branches = found.select_related("parent")
    if category:
        branches = branches.filter(category=category)
    if branches.count() <= MANY:
        return list(branches), None
    return list(Organisation.objects.filter(Organisation.standing(), parent=top).select_related("parent")), 1


def _counted(number: int, campaign: Any, *, deeper: bool) -> str:
    if deeper:
        return ngettext("%(n)d个下级组织", "%(n)d个下级组织", number) % {"n": number}
    return f"{number}{units_of(campaign, number)}"


def _kept(request: HttpRequest, **changed: str) -> str:
    asked = request.GET.copy()
    asked.pop("page", None)
    for name, value in changed.items():
        asked[name] = value
    return asked.urlencode()


def _any_due(found: dict[int, DueMet] | None) -> bool:
    return bool(found) and any(f.due for f in (found or {}).values())


def _sum(found: DueMet) -> dict[str, Any]:
    return {"met": found.met, "due": found.due}


def _row(
    o: Organisation, asked: list[Any], found: dict[int, DueMet], people: int, code: str, *, deeper: bool
) -> dict[str, Any]:
    cells = [found.get(r.pk, NOTHING) for r in asked]
    place = o.parent.short_name if o.parent else ""
    return {
        "name": o.name,
        "url": f"{reverse('campaigns:matrix', args=[code])}?under={o.pk}"
        if deeper
        else reverse("campaigns:week_of", args=[code, o.pk]),
        "note": ngettext("%(place)s · %(n)d人", "%(place)s · %(n)d人", people)
        % {"place": place, "n": people},
        "lacking": sum(f.lacking > 0 for f in cells),
        "of": sum(f.due > 0 for f in cells),
        "far": sum(f.due > 0 and f.met * 10 < f.due * 6 for f in cells),
        "cells": [_sum(f) if f.due else None for f in cells],
    }
