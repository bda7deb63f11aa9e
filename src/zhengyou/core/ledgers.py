"""排序 — a table in the order that its reader asked for, kept in the address: `?sort=3`, the other way round `?sort=-3`.

A table that stands on one page whole is sorted as it is shown (`in_order`); where there are pages, the question itself is
sorted (`asked_in_order`), so that the first page holds the first of all.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import F, Model, QuerySet

Row = Mapping[str, Any]
Asked = TypeVar("Asked", bound=Model)
KEPT = {"sum": 0, "": 1, "fold": 2}  # the sum stays on top and what was folded at the foot, whatever is asked


def in_order(
    columns: Sequence[Row], rows: Sequence[Row], asked: Mapping[str, str], name: str = "sort"
) -> dict[str, Any]:
    """排好的表 — columns that lead to their order, the sorted one marked, and the rows in it."""
    number, falling = _asked(asked.get(name, ""), len(columns))
    kept = {k: v for k, v in asked.items() if k not in (name, "page")}
    heads = [_head(column, n, number, falling, kept, name) for n, column in enumerate(columns, 1)]
    return {"columns": heads, "rows": _sorted(rows, number - 1, falling) if number else list(rows)}


def by(label: str, *fields: str, num: bool = False) -> dict[str, Any]:
    """列 — a column, and what a question is sorted by when its head is pressed; nothing where no order makes sense."""
    return {"label": label, "by": fields, "num": num}


def asked_in_order(
    found: QuerySet[Asked], columns: Sequence[Row], asked: Mapping[str, str], name: str = "sort"
) -> tuple[QuerySet[Asked], list[Row]]:
    """排好的问题 — a question in the order asked for, and its columns, of which those that can be sorted lead to it.

    What has no value stands last either way; where the address asks for nothing, the question keeps its own order.
    """
    number, falling = _asked(asked.get(name, ""), len(columns))
    kept = {k: v for k, v in asked.items() if k not in (name, "page")}
    fields = columns[number - 1].get("by", ()) if number else ()
    heads = [
        _head(column, n, number, falling, kept, name) if column.get("by") else column
        for n, column in enumerate(columns, 1)
    ]
    turn = [F(f).desc(nulls_last=True) if falling else F(f).asc(nulls_last=True) for f in fields[:1]]
    return (found.order_by(*turn, *fields[1:], "pk") if fields else found), heads


def _asked(said: str, most: int) -> tuple[int, bool]:
    """The column asked for, and whether from the largest down; nought where nothing sensible was asked."""
    digits = said.removeprefix("-")
    number = int(digits) if digits.isascii() and digits.isdigit() else 0
    return (number, said.startswith("-")) if 0 < number <= most else (0, False)


def _head(column: Row, n: int, number: int, falling: bool, kept: dict[str, str], name: str) -> dict[str, Any]:
    # Numbers are asked for from the smallest up first: the page shows who is behind.
    turned = f"-{n}" if n == number and not falling else str(n)
    marked = {"sorted": "descending" if falling else "ascending"} if n == number else {}
    return {**column, "url": "?" + urlencode({**kept, name: turned}), **marked}


def _sorted(rows: Sequence[Row], at: int, falling: bool) -> list[Row]:
    """The rows by one cell; those without a value last either way, sums first, folds at the foot."""
    groups: dict[int, list[Row]] = {0: [], 1: [], 2: []}
    for row in rows:
        groups[KEPT.get(row.get("kind", ""), 1)].append(row)
    with_value = [r for r in groups[1] if _key(r, at) is not None]
    without = [r for r in groups[1] if _key(r, at) is None]
    with_value.sort(key=lambda r: _key(r, at) or (0, 0.0, ""), reverse=falling)
    return [*groups[0], *with_value, *without, *groups[2]]


def _key(row: Row, at: int) -> tuple[int, float, str] | None:
    """What a cell is worth in an order: a share its part, a number itself, words themselves; nothing for a dash."""
    cells = row["cells"]
    return _worth(cells[at]) if at < len(cells) else None


def _worth(cell: Any) -> tuple[int, float, str] | None:
    if isinstance(cell, Mapping):
        if "due" in cell:
            met = cell.get("met")
            return (0, met / cell["due"], "") if cell["due"] and met is not None else None
        return _worth(cell.get("words"))
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, str):
        return _words(cell)
    return (0, float(cell), "")


def _words(said: str) -> tuple[int, float, str] | None:
    """Words that are a number (1,912; 37/60; 12.5%) by their number, others by their letters; nothing for a dash."""
    plain = said.replace(",", "").replace("−", "-").removesuffix("%").strip()
    if plain in ("", "—"):
        return None
    part, _, whole = plain.partition("/")
    try:
        value = float(part) / float(whole) if whole else float(part)
    except (ValueError, ZeroDivisionError):
        return (1, 0.0, said)
    return (0, value, "")
