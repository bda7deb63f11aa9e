"""走势 — a figure month by month: a line drawn by the server, a chart to explore, the table, a picture to take away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.figures import Figure
from zhengyou.core.measures import MEASURES
from zhengyou.core.pictures import Point, sheet
from zhengyou.core.templatetags.days import span, zh_full_moment, zh_month
from zhengyou.rooms.figures.pages.opened import asked_for
from zhengyou.rooms.figures.pages.tables import SHOWN
from zhengyou.rooms.figures.pages.words import number_shown
from zhengyou.rooms.figures.queries import Trend, trend


def trends(request: HttpRequest, measure: str, pk: int) -> HttpResponse:
    """逐月 — the chart comes after the table that says the same; without script a line stands in its place."""
    found = trend(*asked_for(request, measure, pk))
    m, o = found.measure, found.organisation
    here = reverse("figures:trend", args=[m.name, o.pk])
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    context: dict[str, Any] = {
        "trend": found,
        "unit": unit_of(found),
        "crumbs": [
            (_("数据"), f"{reverse('figures:figures')}?under={o.pk}"),
            (f"{o.short_name} · {m.title}", reverse("figures:figure", args=[m.name, o.pk])),
            (_("逐月"), ""),
        ],
        "choices": [
            (MEASURES[n].title, reverse("figures:trend", args=[n, o.pk]) + query, n == m.name)
            for n in dict.fromkeys([*SHOWN, m.name])
        ],
        "points": points_of(found),
        "top": 100 if m.ratio else None,
        "chart": chart_of(found),
        "columns": [{"label": _("月份")}, {"label": m.title, "num": True}, *_share_columns(found)],
        "rows": [{"cells": _cells(found, window, figure)} for window, figure in found.months],
        "picture_url": f"{here}picture/{query}",
    }
    return render(request, "figures/trend.html", context)


def picture(request: HttpRequest, measure: str, pk: int) -> HttpResponse:
    """图 — the line as a file of its own, with its title, its unit and the day of its figures."""
    found = trend(*asked_for(request, measure, pk))
    drawn = sheet(
        points_of(found),
        title=f"{found.organisation.name} · {found.measure.title}",
        unit=unit_of(found),
        note=_("%(meaning)s · 数据截至%(moment)s")
        % {"meaning": found.measure.told, "moment": zh_full_moment(found.taken_at or clock.now())},
        top=100 if found.measure.ratio else None,
    )
    answer = HttpResponse(drawn, content_type="image/svg+xml")
    answer["Content-Disposition"] = f"attachment; filename={found.measure.name}-{found.organisation.code}.svg"
    return answer


def unit_of(found: Trend) -> str:
    """What stands on the axis: per cent for a share, else the measure's unit."""
    return "%" if found.measure.ratio else found.measure.unit


def value_of(figure: Figure) -> float | None:
    """A figure as a height: per cent of a share; nothing where there is nothing to tell."""
    if figure.value is None:
        return None
    return round(float(figure.value) * (100 if MEASURES[figure.measure].ratio else 1), 1)


def points_of(found: Trend) -> list[Point]:
    """The months that have a figure; a month without is a gap, never a nought."""
    values = [(zh_month(window.until), value_of(figure)) for window, figure in found.months]
    return [Point(label, int(v) if v == int(v) else v) for label, v in values if v is not None]


def chart_of(found: Trend) -> dict[str, Any]:
    """The same for the script: what it draws, in the words of the page."""
    return {
        "title": f"{found.organisation.short_name} · {found.measure.title}",
        "unit": unit_of(found),
        "share": bool(found.measure.ratio),
        "months": [zh_month(window.until) for window, _figure in found.months],
        "values": [value_of(figure) for _window, figure in found.months],
        "words": [number_shown(figure) for _window, figure in found.months],
    }


def _share_columns(found: Trend) -> list[dict[str, Any]]:
    return [{"label": _("占比"), "num": True}] if found.measure.ratio else []


def _cells(found: Trend, window: Any, figure: Figure) -> list[Any]:
    # A figure of a month opens with the days of that month.
    days = f"?since={window.since}&until={window.until}"
    url = reverse("figures:figure", args=[found.measure.name, found.organisation.pk]) + days
    month = zh_month(window.until)
    part = window.since.day > 1 or (clock.today() == window.until and window.until.day < 28)
    label = {"words": month, "small": span(window.since, window.until)} if part else month
    cells = [label, {"words": number_shown(figure), "url": url, "num": True}]
    if found.measure.ratio:
        value = value_of(figure)
        cells.append({"words": "—" if value is None else f"{value:.1f}%", "num": True})
    return cells
