"""The ledger's lines in words: what stands in each cell, what is added, what is not and why."""

from datetime import datetime
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core.figures import figure_of, written
from zhengyou.core.measures import MEASURES, Measure
from zhengyou.core.pictures import grouped
from zhengyou.core.templatetags.days import ago, zh_date, zh_full_moment
from zhengyou.rooms.federation.queries import Ledger, Line

SET_IN = "\u2003"


def columns_of(measure: Measure) -> list[dict[str, Any]]:
    """The columns of a measure's ledger."""
    plain = measure.ratio is None
    return [
        {"label": _("组织")},
        *({"label": label, "num": plain} for label in (_("本机"), _("上报"), _("合计"))),
        {"label": _("说明")},
        {"label": _("时段")},
        {"label": _("数据截至")},
    ]


def value_cell(measure: str, sums: dict[str, int] | None, url: str = "") -> dict[str, Any]:
    """A number with its unit, or a share as its counts; a dash where there is nothing."""
    if sums is None:
        return {"words": "—", "num": MEASURES[measure].ratio is None}
    figure = figure_of(measure, sums)
    if figure.denominator is None:
        return {"words": _with_unit(measure, figure.numerator), "num": True, "url": url}
    return {"met": _shown(figure.numerator), "due": _shown(figure.denominator), "url": url}


def _with_unit(measure: str, value: Fraction) -> str:
    return grouped(_shown(value)) + MEASURES[measure].unit_of(value)


def _shown(value: Fraction | None) -> int | float | None:
    found = written(value)
    return round(found, 1) if isinstance(found, float) else found


def rows_of(ledger: Ledger, now: datetime) -> list[dict[str, Any]]:
    """This installation's own, each partner, and what may be added."""
    rows = [_own_row(ledger, now), *(_partner_row(line, ledger, now) for line in ledger.lines)]
    return [*rows, _total_row(ledger)]


def _own_row(ledger: Ledger, now: datetime) -> dict[str, Any]:
    own = value_cell(ledger.measure, ledger.rest)
    age = {"words": ago(ledger.taken_at, now), "small": zh_full_moment(ledger.taken_at)}
    nothing = value_cell(ledger.measure, None)
    return {"cells": [_("本机其余组织"), own, nothing, own, "", window_words(ledger.window), age]}


def window_words(held: Any) -> str:
    """From a day to a day, or up to a day; with the year, since figures of several years stand side by side."""
    if held.since is None:
        return _("到%(last)s为止") % {"last": zh_date(held.until)}
    return _("%(first)s—%(last)s") % {"first": zh_date(held.since), "last": zh_date(held.until)}


def _partner_row(line: Line, ledger: Ledger, now: datetime) -> dict[str, Any]:
    cells: list[Any] = [line.partner.organisation.short_name, value_cell(ledger.measure, line.own)]
    if line.delivery is None:
        nothing, total = (value_cell(ledger.measure, sums) for sums in (None, line.total))
        return {"cells": [*cells, nothing, total, {"kind": "wait", "words": _("还没有上报")}, "—", "—"]}
    url = reverse("federation:delivery", args=[line.delivery.pk])
    age = {
        "words": ago(line.delivery.taken_at, now),
        "small": zh_full_moment(line.delivery.taken_at),
    }
    theirs = value_cell(ledger.measure, line.theirs, url)
    total = value_cell(ledger.measure, line.total)
    return {"cells": [*cells, theirs, total, _remark(line), window_words(line.delivery), age]}


def _remark(line: Line) -> dict[str, Any]:
    """Whether it is in the total; else the first reason why not."""
    if not line.same_definition:
        return {"kind": "lack", "words": _("口径不同，没有计入")}
    if not line.same_window:
        return {"kind": "lack", "words": _("时段不同，没有计入")}
    if line.own is not None:
        return {"kind": "lack", "words": _("已计入；两边都有数，请核对没有重复")}
    return {"kind": "met", "words": _("已计入")}


def _total_row(ledger: Ledger) -> dict[str, Any]:
    found = [value_cell(ledger.measure, sums) for sums in (ledger.own, ledger.theirs, ledger.total)]
    counted = {"words": total_words(ledger)}
    return {"kind": "sum", "cells": [_("合计"), *found, counted, window_words(ledger.window), ""]}


def total_words(ledger: Ledger) -> str:
    """Of how many partners the total is."""
    n = len(ledger.lines)
    return ngettext("%(n)d个联网单位，计入%(counted)d个", "%(n)d个联网单位，计入%(counted)d个", n) % {
        "n": n,
        "counted": len(ledger.counted),
    }


def delivered_row(row: Any, told: dict[str, Any]) -> dict[str, Any]:
    """One sum as its sender wrote it, in the sender's unit; deeper organisations set in."""
    value = grouped(_shown(Fraction(row.value, told["per"]))) + told["unit"]
    name = {"words": SET_IN * row.depth + row.name, "small": SET_IN * row.depth + row.code}
    return {"cells": [name, {"words": value, "num": True}]}


def unknown_row(row: Any) -> dict[str, Any]:
    """A sum of a measure that is not known here."""
    told = row.delivery.measures[row.measure]
    value = grouped(_shown(Fraction(row.value, told["per"])))
    url = reverse("federation:delivery", args=[row.delivery_id]) + f"?measure={row.measure}"
    return {
        "cells": [
            {"words": told["title"], "small": row.measure},
            row.delivery.partner.organisation.short_name,
            {"words": f"{value}{told['unit']}", "num": True, "url": url},
            {"words": told["meaning"], "small": told["definition"]},
        ]
    }
