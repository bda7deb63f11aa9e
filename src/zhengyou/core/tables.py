"""数据表 — figures as rows for tables and files, and the same rows as JSON, CSV, Parquet or a workbook."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from io import BytesIO, StringIO
from operator import ge, gt, le, lt
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from sqlglot import select

from zhengyou.core.comparing import Around, Growth, year_before
from zhengyou.core.engines import Engine
from zhengyou.core.errors import Refused
from zhengyou.core.figures import Figure, figures_by_org, figures_by_sort, written
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Category, Kind, Organisation
from zhengyou.core.papers import Column, Sheet, Title, to_xlsx
from zhengyou.core.rollup import Window
from zhengyou.core.tree import WIDTH

Row = dict[str, Any]
SORTS = {"kind": Kind, "category": Category}
PERIODS = ("month", "quarter", "year")
MOST_PERIODS = 120


@dataclass(frozen=True)
class Question:
    """问题 — which measures, of which part of the tree, over which days, and how they are laid out."""

    measures: tuple[str, ...]
    under: Organisation
    window: Window
    level: int | None = None  # only organisations so many steps below; none: all of them
    group: str = ""  # "kind" or "category": one row for each instead of for each organisation
    by: str = ""  # "month", "quarter" or "year": the window cut into such parts
    around: Around | None = None  # where the window lies around a festival
    compared: bool = False  # beside each figure that of the year before
    only: tuple[str, Fraction] | None = None  # only figures that compare so: ("<", 17/20)


def answer(engine: Engine, asked: Question) -> list[Row]:
    """The rows of a question: one for every measure, organisation (or sort) and part of the window."""
    if unknown := [m for m in asked.measures if m not in MEASURES]:
        raise Refused(f"没有指标 {'、'.join(unknown)}；有：{'、'.join(sorted(MEASURES))}")
    return [row for window in _parts(asked) for row in _rows(engine, asked, window)]


def _rows(engine: Engine, asked: Question, window: Window) -> Iterator[Row]:
    find = _by_sort if asked.group else _by_organisation
    found = find(engine, asked, window)
    before = find(engine, asked, _earlier(asked, window)) if asked.compared else {}
    days = (
        {"since": _day(window.since) or None, "until": _day(window.until)} if asked.by or asked.around else {}
    )
    for key, (head, figures) in found.items():
        for name, figure in figures.items():
            if asked.only and not _holds(figure.value, *asked.only):
                continue
            row = head | days | _told(figure)
            if asked.compared:
                earlier = before[key][1][name] if key in before else _nothing(figure)
                row |= _grown(Growth(figure, earlier))
            yield row


COMPARED = {"<=": le, ">=": ge, "<": lt, ">": gt}


def _holds(value: Fraction | None, sign: str, bound: Fraction) -> bool:
    """Whether a figure stands on the named side of a bound; one that is missing stands on neither."""
    return value is not None and COMPARED[sign](value, bound)


IN_TREE = select("id", "code", "name", "path", "founded_on", "closed_on").from_("org")
Found = dict[Any, tuple[Row, dict[str, Figure]]]


def _by_organisation(engine: Engine, asked: Question, window: Window) -> Found:
    figures = figures_by_org(engine, list(asked.measures), asked.under, window, asked.level)
    wanted = _standing_in(engine, asked, window)
    return {pk: (wanted[pk], row) for pk, row in figures.items() if pk in wanted}


def _standing_in(engine: Engine, asked: Question, window: Window) -> dict[int, Row]:
    """The organisations that a table tells of, as they were called: those that stood on a day of the window."""
    columns = engine.columns(IN_TREE.copy(), asked.under, window.until)
    depths = [len(path) // WIDTH for path in columns["path"]]
    top = min(depths, default=0)
    rows = zip(*(columns[c] for c in ("id", "code", "name", "founded_on", "closed_on")), depths, strict=True)
    return {
        pk: {"organisation": code, "name": name}
        for pk, code, name, founded, closed, depth in rows
        if (asked.level is None or depth - top == asked.level)
        and (founded is None or _day(founded) <= _day(window.until))
        and (closed is None or _day(closed) > _day(window.since or window.until))
    }


def _by_sort(engine: Engine, asked: Question, window: Window) -> Found:
    found = figures_by_sort(engine, list(asked.measures), asked.under, window, asked.group)
    labels = {str(value): str(label) for value, label in SORTS[asked.group].choices}
    return {sort: ({asked.group: sort, "name": labels.get(sort, sort)}, row) for sort, row in found.items()}


def _told(figure: Figure) -> Row:
    return {
        "measure": figure.measure,
        "value": written(figure.value),
        "numerator": written(figure.numerator),
        "denominator": written(figure.denominator),
        "unit": MEASURES[figure.measure].unit,
    }


def _grown(growth: Growth) -> Row:
    return {"before": written(growth.before.value), "growth": written(growth.rate)}


def _nothing(figure: Figure) -> Figure:
    return Figure(figure.measure, (0,) * len(figure.sums))


def _day(day: date | str | None) -> str:
    """A day in writing, as some databases have it already."""
    return str(day or "")


def _earlier(asked: Question, window: Window) -> Window:
    if asked.around is None:
        return year_before(window)
    moved = asked.around.window(_year_of(asked.around, window) - 1)
    return replace(window, since=moved.since, until=moved.until)


def _year_of(around: Around, window: Window) -> int:
    return (window.until - timedelta(days=around.after)).year


def _parts(asked: Question) -> Iterator[Window]:
    """The window cut at the ends of months, quarters or years."""
    window = asked.window
    if not asked.by:
        yield window
        return
    if window.since is None:
        raise Refused("按月、季、年分，请写明从哪天起（since）。")
    parts, first = 0, window.since
    while first <= window.until:
        parts += 1
        if parts > MOST_PERIODS:
            raise Refused(f"时段分得太细，超过{MOST_PERIODS}段；请缩短时段，或者改按季、按年。")
        last = min(_end_of(first, asked.by), window.until)
        yield replace(window, since=first, until=last)
        first = last + timedelta(days=1)


def _end_of(day: date, period: str) -> date:
    months = {"month": 1, "quarter": 3, "year": 12}[period]
    month = (day.month - 1) // months * months + months  # the last month of the period
    return date(day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


# ── files ─────────────────────────────────────────────────────────────────────

HEADS = {
    "organisation": "组织编码",
    "name": "名称",
    "kind": "组织类型",
    "category": "类别",
    "since": "起",
    "until": "止",
    "measure": "指标",
    "value": "数值",
    "numerator": "分子",
    "denominator": "分母",
    "unit": "单位",
    "before": "上年同期",
    "growth": "增长率",
}


def _as_json(rows: list[Row]) -> bytes:
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def _as_csv(rows: list[Row]) -> bytes:
    """With a byte order mark, without which Excel takes UTF-8 for something else."""
    file = StringIO()
    out = csv.DictWriter(file, list(rows[0]) if rows else ["organisation", "measure", "value"])
    out.writeheader()
    out.writerows(rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


NUMBERS = {"value", "numerator", "denominator", "before", "growth"}


def _as_parquet(rows: list[Row]) -> bytes:
    names = list(rows[0]) if rows else ["organisation", "measure", "value"]
    columns = {
        n: pa.array([r[n] for r in rows], pa.float64() if n in NUMBERS else pa.string()) for n in names
    }
    file = BytesIO()
    pq.write_table(pa.table(columns), file)
    return file.getvalue()


def _as_xlsx(rows: list[Row]) -> bytes:
    names = list(rows[0]) if rows else ["organisation", "measure", "value"]
    columns = [Column(HEADS[n], kind="number" if n in NUMBERS else "text") for n in names]
    cells = [[MEASURES[r[n]].title if n == "measure" else r[n] for n in names] for r in rows]
    return to_xlsx([Title("数据表"), Sheet("数据", columns, cells)])


FORMATS: dict[str, tuple[str, Callable[[list[Row]], bytes]]] = {
    "json": ("application/json", _as_json),
    "csv": ("text/csv; charset=utf-8", _as_csv),
    "parquet": ("application/vnd.apache.parquet", _as_parquet),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _as_xlsx),
}
