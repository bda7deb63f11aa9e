"""版面 — the lines of a page in reading order, with the rows of its ruled tables."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

# Some programs write radicals for the letters they look like: ⼀ for 一.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2E80, 0x2FE0)}
_GONE = dict.fromkeys([*range(0x20), 0xAD, 0xFEFF, 0xFFFD])
_NEAR = 3.0  # points


@dataclass(frozen=True)
class Line:
    """行 — one line as it is printed: its place from the top left, the size of its letters, its words."""

    left: float
    right: float
    top: float
    bottom: float
    size: float
    text: str
    is_row: bool = False


@dataclass(frozen=True)
class Page:
    """页 — its size and its lines from the top down."""

    width: float
    height: float
    lines: tuple[Line, ...]


def page_of(told: dict[str, Any]) -> Page:
    """页 — of the pieces and rules that were found on it."""
    pieces = [_piece(*told_piece) for told_piece in told["lines"]]
    pieces = [piece for piece in pieces if piece.text]
    rows, rest = _tables(pieces, told["across"], told["down"])
    lines = sorted([*rows, *_side_by_side(rest)], key=lambda line: (line.top, line.left))
    return Page(told["width"], told["height"], tuple(lines))


def _piece(left: float, right: float, top: float, bottom: float, size: float, text: str) -> Line:
    return Line(left, right, top, bottom, size, cleaned(text))


def cleaned(text: str) -> str:
    """字 — the words without what only the page needed."""
    return text.translate(_GONE).translate(_RADICALS).replace("\u00a0", " ").strip(" \u3000")


def _side_by_side(pieces: list[Line]) -> list[Line]:
    """What stands on one height is one line; a wide gap in it is a tab."""
    lines: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda one: (one.top + one.bottom, one.left)):
        middle = (piece.top + piece.bottom) / 2
        if lines and all(one.top < middle < one.bottom for one in lines[-1]):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_joined(sorted(parts, key=lambda one: one.left)) for parts in lines]


def _joined(parts: list[Line]) -> Line:
    text = parts[0].text
    for before, after in zip(parts, parts[1:], strict=False):
        text += ("\t" if after.left - before.right > before.size else "") + after.text
    longest = max(parts, key=lambda one: one.right - one.left)
    return Line(
        parts[0].left,
        max(one.right for one in parts),
        min(one.top for one in parts),
        max(one.bottom for one in parts),
        longest.size,
        text,
    )


def _tables(
    pieces: list[Line], across: list[list[float]], down: list[list[float]]
) -> tuple[list[Line], list[Line]]:
    """表 — the rows of every ruled table of the page, and the pieces that lie in none."""
    rows: list[Line] = []
    for top, bottom in _stretches(down):
        columns = _distinct(x for x, high, low in down if top - _NEAR <= high and low <= bottom + _NEAR)
        rules = [rule for rule in across if top - _NEAR <= rule[2] <= bottom + _NEAR]
        if len(columns) < 3 or len(rules) < 2:
            continue
        inside = [
            one for one in pieces if top < _height(one) < bottom and columns[0] < _middle(one) < columns[-1]
        ]
        pieces = [one for one in pieces if one not in inside]
        rows.extend(_rows(inside, columns, rules))
    return rows, pieces


def _stretches(down: list[list[float]]) -> list[tuple[float, float]]:
    """From where to where the page is ruled: rules that touch belong to one table."""
    found: list[tuple[float, float]] = []
    for top, bottom in sorted((high, low) for _, high, low in down):
        if found and top <= found[-1][1] + _NEAR:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found


def _rows(pieces: list[Line], columns: list[float], rules: list[list[float]]) -> list[Line]:
    """A cell merged over several rows stands in the first of them."""
    heights = _distinct(rule[2] for rule in rules)
    cells: dict[int, dict[int, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for piece in pieces:
        column = bisect_right(columns, _middle(piece)) - 1
        centre = (columns[column] + columns[min(column + 1, len(columns) - 1)]) / 2
        own = _distinct(rule[2] for rule in rules if rule[0] <= centre <= rule[1]) or heights
        above = own[max(0, bisect_right(own, _height(piece)) - 1)]
        cells[bisect_right(heights, above + _NEAR) - 1][column].append(piece)
    return [_row(cells[number], len(columns) - 1) for number in sorted(cells)]


def _row(cells: dict[int, list[Line]], width: int) -> Line:
    texts = [
        "".join(line.text for line in _side_by_side(cells[place])) if place in cells else ""
        for place in range(width)
    ]
    everything = [one for parts in cells.values() for one in parts]
    return replace(
        _joined(everything),
        left=min(one.left for one in everything),
        text="\t".join(text.replace("\t", "") for text in texts),
        is_row=True,
    )


def _distinct(places: Iterable[float]) -> list[float]:
    """Places in order, those of one rule drawn twice taken once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _height(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2
