"""责任分工 — who and by when as a line or a column says it: 责任单位:X, (X牵头), 牵头单位 | 责任单位 | 完成时限."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from zhengyou.reading import deadlines
from zhengyou.reading.lines import Line, lines
from zhengyou.reading.model import Deadline, Item
from zhengyou.reading.places import Spans
from zhengyou.reading.source import Source
from zhengyou.reading.words import words

_RULES = {name: re.compile(pattern) for name, pattern in words("charges").items()}

Span = tuple[int, int]


@dataclass(frozen=True)
class _Row:
    """表行 — one row of a table with what its columns say of all of it."""

    start: int
    end: int
    who: Span | None
    due: Deadline | None
    asides: list[Span]


@dataclass(frozen=True)
class _Charge:
    """责任行 — a line that names who answers for what stands above or around it."""

    place: int
    who: Span
    path: tuple[str, ...]
    since: int | None = None


def charged(source: Source, items: list[Item]) -> list[Item]:
    """分工 — the items, each with who and when its row or line says; what lies in such a cell is none."""
    rows, notes = _rows(source), _charges(source)
    if not rows and not notes:
        return items
    out, table = [], Spans(rows)
    for item in items:
        row = next(table.touching(item.start, item.start + 1), None)
        if row is None:
            out.append(_by_line(source, item, notes))
        elif item.kind != "requirement" or not any(start <= item.start < end for start, end in row.asides):
            out.append(_by_row(source, item, row))
    return out


def _by_row(source: Source, item: Item, row: _Row) -> Item:
    if item.kind != "requirement":
        return item
    who = item.who or (source.text[row.who[0] : row.who[1]] if row.who else None)
    return replace(item, who=who, deadline=item.deadline or row.due)


def _by_line(source: Source, item: Item, notes: list[_Charge]) -> Item:
    if item.kind != "requirement" or item.who is not None:
        return item
    near = [note for note in notes if _reaches(note, item)]
    if not near:
        return item
    note = next((note for note in near if note.place > item.start), near[-1])
    return replace(item, who=source.text[note.who[0] : note.who[1]])


def _reaches(note: _Charge, item: Item) -> bool:
    """The line stands under a heading of the item, or closes the list or the paragraph that the item is part of."""
    if note.since is not None:
        return note.since <= item.start < note.place
    path = item.parent
    if not note.path:
        return not path
    under = bool(path) and note.path[: len(path)] == path and note.place > item.start
    return (
        under
        or path[: len(note.path)] == note.path
        or (
            note.place > item.start
            and len(path) == len(note.path)
            and path[:-1] == note.path[:-1]
            and _listed(path)
        )
    )


def _listed(path: tuple[str, ...]) -> bool:
    """1. 2. under measures: the line below the last of them speaks of all."""
    return re.match(r"\d|[((]\d|[①-⑳]", path[-1]) is not None


def _charges(source: Source) -> list[_Charge]:
    found = []
    for name in ("line", "in_brackets"):
        for match in _RULES[name].finditer(source.plain):
            path = source.path_at(match.start())
            if name == "line" or _in_heading(source, match.start()):
                found.append(_Charge(match.start(), match.span("who"), path))
            elif re.compile(r"[。;. ]*(?:\n|$)").match(source.plain, match.end()):
                since = source.plain.rfind("\n", 0, match.start()) + 1
                found.append(_Charge(match.start(), match.span("who"), path, since))
    return sorted(found, key=lambda note: note.place)


def _in_heading(source: Source, place: int) -> bool:
    return any(heading.start <= place <= heading.end + 1 for heading in source.headings)


def _rows(source: Source) -> list[_Row]:
    """表 — the rows below a line whose cells are names of columns, as far as they have as many cells."""
    found: list[_Row] = []
    columns: dict[str, int] = {}
    width = 0
    above: Span | None = None
    for line in lines(source.plain):
        cells = _cells(line)
        if len(cells) < 3:
            columns = {}
            continue
        heads = _columns([source.plain[start:end] for start, end in cells])
        if heads:
            columns, width, above = heads, len(cells), None
            found.append(_Row(line.start, line.end, None, None, cells))
        elif columns and len(cells) == width:
            found.append(_row(source, line, cells, columns, above))
            above = found[-1].who
    return found


def _row(source: Source, line: Line, cells: list[Span], columns: dict[str, int], above: Span | None) -> _Row:
    named = [cells[columns[name]] for name in ("lead", "who", "person") if name in columns]
    if named and named[0][0] == named[0][1] and above is not None:
        named = [above]  # merged with the cell above it
    who = next((cell for cell in named if cell[0] < cell[1]), above)
    due = None
    if "when" in columns:
        when = cells[columns["when"]]
        found = deadlines.find(source.plain, *when, source.text, source.when)
        due = found.deadline if found else None
    asides = [cells[place] for place in columns.values()]
    return _Row(line.start, line.end, who, due, asides)


def _columns(heads: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        for name in ("lead", "who", "person", "when", "number", "fault", "note"):
            if name not in found and _RULES[f"column_{name}"].fullmatch(head.replace(" ", "")):
                found[name] = place
                break
    return found if {"lead", "who", "person", "when"} & set(found) else {}


def _cells(line: Line) -> list[Span]:
    cuts = [-1, *(place for place, letter in enumerate(line.text) if letter == "\t"), len(line.text)]
    spans = []
    for before, after in pairwise(cuts):
        cell = line.text[before + 1 : after]
        start = line.start + before + 1 + len(cell) - len(cell.lstrip())
        spans.append((start, start + len(cell.strip())))
    return spans
