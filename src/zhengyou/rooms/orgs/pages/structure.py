"""结构 — pictures and tables of who an organisation is made of and how it is set up, as of any day."""

from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhengyou.core import clock
from zhengyou.core.asking import day_said
from zhengyou.core.engines import Engine, Live, Snapshot
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Establishment
from zhengyou.core.permissions import orgs_where
from zhengyou.core.pictures import Ages, percent, share_words
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.queries import engine_for_trees
from zhengyou.rooms.orgs.pages.places import crumbs
from zhengyou.rooms.orgs.queries.places import tenures
from zhengyou.rooms.orgs.queries.structure import (
    SEXES,
    AgeBand,
    Structure,
    ageing_villages,
    structure_of,
    structures_seen_by,
)

SHOWN = 50  # ageing villages on the page; the rest is counted
USUAL = 85  # per cent
COLUMNS = (
    ("sex", gettext_lazy("性别")),
    ("education", gettext_lazy("学历")),
    ("occupation", gettext_lazy("人员类别")),
)


def structure(request: HttpRequest, pk: int) -> HttpResponse:
    """结构 — as of today or the day in the address; every category with its count and its part of the whole."""
    organisation = get_object_or_404(structures_seen_by(request.user), pk=pk)
    on = day_said(request.GET.get("on", ""), "on") or clock.today()
    above = _bound(request.GET.get("above", ""))
    engine: Engine = engine_for_trees() if organisation.children.exists() else Live()
    found = structure_of(engine, organisation, Window(on))
    old, villages = ageing_villages(engine, organisation, Window(on), Fraction(above, 100))
    context: dict[str, Any] = {
        "organisation": organisation,
        "crumbs": crumbs(organisation, _("结构")),
        "on": on,
        "taken_at": engine.taken_at if isinstance(engine, Snapshot) else None,
        "figures": _figures(found, organisation.pk, on),
        "unknown": int(found.many("members") - found.many("members_of_known_age")),
        "ages": [Ages(_name(b), b.men, b.women, b.others) for b in reversed(found.ages)],
        "age_columns": _heads(_("年龄"), _("人数")),
        "age_rows": _ages(found, organisation.pk, on),
        "tables": [
            {"title": title, "columns": _heads(str(title), _("人数")), "rows": _counted(found.people[column])}
            for column, title in COLUMNS
        ],
        "established_columns": _heads(_("组建方式"), _("个数")),
        "established_rows": _established(found),
        "tenure_columns": [*_heads(_("产权"), _("处数")), {"label": _("面积（㎡）"), "num": True}],
        "tenure_rows": _tenures(found, organisation.pk),
        "above": above,
        "villages": villages,
        "old_columns": [{"label": _("村")}, {"label": _("上级")}, {"label": _("45岁以上"), "num": True}],
        "old_rows": [_ageing(a) for a in old[:SHOWN]],
        "old": len(old),
        "people_url": _people_url(request, organisation.pk),
    }
    return render(request, "orgs/structure.html", context)


def _bound(text: str) -> int:
    return min(int(text), 100) if text.isdigit() else USUAL


def _people_url(request: HttpRequest, pk: int) -> str:
    """Where the people behind the numbers are listed, for whoever may see them."""
    seen = orgs_where(request.user, "see_people").filter(pk=pk).exists()
    return reverse("orgs:list", args=[pk]) if seen else ""


def _figures(found: Structure, pk: int, on: Any) -> list[dict[str, Any]]:
    """The figures at the head, each leading to what it is made of."""
    made = []
    for name in ("members", "share_to_35", "share_from_60", "places", "housed_share"):
        figure, m = found.figures[name], MEASURES[name]
        shown = {
            "title": m.title,
            "value": int(figure.numerator),
            "unit": m.unit,
            "url": _figure_url(name, pk, on),
            "calm": True,
        }
        made.append(shown | ({"due": int(figure.denominator)} if figure.denominator else {}))
    return made


def _name(band: AgeBand) -> str:
    if band.high is None:
        return _("%(low)d岁以上") % {"low": band.low}
    return f"{band.low}–{band.high}"


def _heads(first: str, counted: str) -> list[dict[str, Any]]:
    return [{"label": first}, {"label": counted, "num": True}, {"label": _("占比"), "num": True}]


def _line(name: Any, n: int, whole: int, url: str = "") -> dict[str, Any]:
    share = {"words": percent(n, whole), "num": True}
    return {"cells": [{"words": str(name), "url": url}, {"words": f"{n:,}", "num": True}, share]}


def _counted(rows: list[tuple[str, int]]) -> list[dict[str, Any]]:
    """Categories with their part of the whole, and the whole: the sum of the parts, since nobody enters it."""
    whole = sum(n for _, n in rows)
    lines = [_line(SEXES.get(value, value) or _("未填"), n, whole) for value, n in rows]
    return [*lines, _line(_("合计"), whole, whole) | {"kind": "sum"}]


def _figure_url(measure: str, pk: int, on: Any) -> str:
    return f"{reverse('figures:figure', args=[measure, pk])}?until={on}"


def _ages(found: Structure, pk: int, on: Any) -> list[dict[str, Any]]:
    """The bands of the sources, each leading to the facts behind it."""
    known = int(found.many("members_of_known_age"))
    rows = [
        (_("35岁以下（含35岁）"), "share_to_35"),
        (_("36至59岁"), "members_36_to_59"),
        (_("60岁以上（含60岁）"), "share_from_60"),
    ]
    lines = [
        _line(name, int(found.many(measure)), known, _figure_url(MEASURES[measure].parts[0], pk, on))
        for name, measure in rows
    ]
    return [*lines, _line(_("有出生日期的"), known, known) | {"kind": "sum"}]


def _established(found: Structure) -> list[dict[str, Any]]:
    labels = {str(value): label for value, label in Establishment.choices}
    order = [*labels, *sorted(set(found.establishment) - set(labels))]
    whole = sum(found.establishment.values())
    lines = [_line(labels.get(e, _("未填")), n, whole) for e in order if (n := found.establishment.get(e, 0))]
    return [*lines, _line(_("合计"), whole, whole) | {"kind": "sum"}]


def _tenures(found: Structure, pk: int) -> list[dict[str, Any]]:
    labels = dict(tenures())
    whole = sum(n for _, n, _ in found.tenure)
    area = sum(a for _, _, a in found.tenure)
    here = reverse("orgs:places_below", args=[pk])
    lines = []
    for tenure, n, much in found.tenure:
        line = _line(labels.get(tenure, _("未填")), n, whole, f"{here}?tenure={tenure}" if tenure else "")
        lines.append({"cells": [*line["cells"], {"words": f"{much:,}", "num": True}]})
    total = _line(_("合计"), whole, whole, here)
    return [*lines, {"cells": [*total["cells"], {"words": f"{area:,}", "num": True}], "kind": "sum"}]


def _ageing(old: Any) -> dict[str, Any]:
    o, share = old.organisation, old.share
    counts = share_words(int(share.numerator), int(share.denominator))
    return {
        "cells": [
            {"words": o.short_name, "url": reverse("orgs:structure", args=[o.pk])},
            o.parent.short_name if o.parent else "",
            {"words": counts, "num": True},
        ]
    }
