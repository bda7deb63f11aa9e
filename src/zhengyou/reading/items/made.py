"""成条 — an item made of a place in the source, with the fields that its words state."""

from __future__ import annotations

from zhengyou.reading import cadence, coverage, deadlines, quantities
from zhengyou.reading.actors import Who
from zhengyou.reading.model import Deadline, Item, Kind, Quantity
from zhengyou.reading.source import Source


def item(
    source: Source,
    kind: Kind,
    start: int,
    end: int,
    *,
    quantity: list[Quantity] | None = None,
    deadline: Deadline | None = None,
) -> Item:
    """成条 — an item with its place, words and headings."""
    return Item(
        kind=kind,
        text=source.text[start:end],
        start=start,
        end=end,
        quantity=tuple(quantity or ()),
        deadline=deadline,
        parent=source.path_at(start),
    )


def requirement(source: Source, start: int, end: int, who: Who | None, due: Deadline | None) -> Item:
    """成要求 — a requirement with everything that a plan needs of it."""
    found = deadlines.find(source.plain, start, end, source.text, source.when)
    own = found.deadline if found else due
    return Item(
        kind="requirement",
        text=source.text[start:end],
        start=start,
        end=end,
        who=source.text[who.start : who.end] if who else None,
        quantity=tuple(quantities.quantities(source.plain, start, end, source.text)),
        cadence=cadence.cadence(source.plain, start, end, source.text),
        deadline=own,
        coverage=_covered(source, start, end, who),
        parent=source.path_at(start),
    )


def _covered(source: Source, start: int, end: int, who: Who | None) -> str | None:
    """覆盖 — a subject that begins with a word of totality is covered whole: 每个督导组."""
    found = coverage.coverage(source.plain, start, end, source.text)
    named = source.text[who.start : who.end] if who and start <= who.start and who.end <= end else ""
    return named if found and named.startswith(found) else found
