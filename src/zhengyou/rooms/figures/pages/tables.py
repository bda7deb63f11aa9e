"""数据 — a table of measures for an organisation and those directly below it, every number a link."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.figures import Figure, figures_by_org
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.core.tables import FORMATS
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.figures.pages.words import number_shown
from zhengyou.rooms.figures.queries import (
    doubts_to_clear,
    engine_for,
    organisations_with_figures,
    places_with_figures,
)

SHOWN = ("members", "study_hours", "collective_share", "people_studying", "pledges_published", "pledges_kept")


def figures(request: HttpRequest) -> HttpResponse:
    """数据 — measures chosen by the reader, an organisation and those directly below; the same as files."""
    reach = organisations_with_figures(request.user)
    asked = request.GET.get("under", "")
    under = get_object_or_404(reach, pk=asked) if asked.isdigit() else reach.first()
    if under is None:
        raise Http404
    names = [n for n in request.GET.getlist("measure") if n in MEASURES] or list(SHOWN)
    campaign = running_campaign(request.user)
    window = Window(clock.today(), campaign.starts_on if campaign else None)
    engine, taken_at = engine_for(under)
    found = figures_by_org(engine, names, under, window, 1)
    places = [under, *places_with_figures(request.user, under)]
    context: dict[str, Any] = {
        "under": under,
        "window": window,
        "taken_at": taken_at,
        "columns": [{"label": _("组织")}, *({"label": MEASURES[n].title, "num": True} for n in names)],
        "rows": [_row(o, under, names, found[o.pk]) for o in places if o.pk in found],
        "measures": [(m, m.name in names) for m in MEASURES.values()],
        "files": _files(under, names, window),
        "waiting": [
            {"title": MEASURES[d.measure].title, "words": d.words, "url": _opened(d.measure, d.organisation)}
            for d in doubts_to_clear(request.user)
            if d.measure in MEASURES
        ],
    }
    return render(request, "figures/figures.html", context)


def _row(o: Organisation, under: Organisation, names: list[str], found: dict[str, Figure]) -> dict[str, Any]:
    url = "" if o == under else f"{reverse('figures:figures')}?under={o.pk}"
    head = {"words": o.short_name, "url": url}
    cells = [{"words": number_shown(found[n]), "url": _opened(n, o), "num": True} for n in names]
    return {"cells": [head, *cells]} | ({"kind": "sum"} if o == under else {})


def _opened(measure: str, o: Organisation) -> str:
    return reverse("figures:figure", args=[measure, o.pk])


def _files(under: Organisation, names: list[str], window: Window) -> list[tuple[str, str]]:
    """The same figures for every organisation below, as files."""
    since = f"&since={window.since}" if window.since else ""
    address = f"{reverse('figures:interface')}?under={under.code}&measure={','.join(names)}{since}"
    return [(f".{format_}", f"{address}&format={format_}") for format_ in FORMATS]
