"""树图 — the whole tree in one picture: width is people, shade is the share met, every cell a link.

The root lies on top, two levels below it; siblings stand by size, so that a place stays put when the measure
changes. At most `LIMIT` cells are drawn: where there are more, the smallest of each parent are folded into
one cell that says how many it holds. `lay_out` is apart from drawing, so that it can be tested as numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zhengyou.core.language import listed

from .words import MINUS, named_count, share_words, step

WIDTH, HEIGHT, GAP = 1188.0, 348.0, 1.5
ROWS = (0.13, 0.19, 0.68)
LIMIT = 150
FEW = 4  # where each parent could show fewer cells than this, the level is left to be opened
CHAR = 14.5  # height of one upright character


@dataclass(frozen=True, slots=True)
class Cell:
    """格 — one organisation of the picture: `size` people, `met` of `due`, an address and what lies below."""

    name: str
    size: int
    met: int = 0
    due: int = 0
    url: str = ""
    short: str = ""
    children: Sequence[Cell] = field(default=())

    @property
    def label(self) -> str:
        """Return the shortest name that a neighbour would recognise."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Box:
    """框 — where a cell is drawn."""

    cell: Cell
    depth: int
    x: float
    y: float
    width: float
    height: float


# ── layout ────────────────────────────────────────────────────────────────────


def lay_out(root: Cell, *, limit: int = LIMIT) -> list[Box]:
    """Return the boxes of a root and of the two levels below it, in reading order."""
    tree = trimmed(root, limit)
    depth = 2 if any(c.children for c in tree.children) else 1 if tree.children else 0
    rows = _rows(depth)
    return list(_boxes(tree, 0, 0.0, WIDTH, rows))


def _rows(depth: int) -> list[float]:
    """Return the heights of the rows in use; the last takes what is left."""
    return [HEIGHT * r for r in ROWS] if depth == 2 else [HEIGHT * 0.2, HEIGHT * 0.8] if depth else [HEIGHT]


def _boxes(cell: Cell, depth: int, x: float, width: float, rows: list[float]) -> Iterator[Box]:
    """Yield a cell and those below it; a childless cell reaches down to the foot of the picture."""
    y = sum(rows[:depth])
    height = rows[depth] if cell.children else HEIGHT - y
    yield Box(cell, depth, x, y, width, height)
    weight = sum(_weight(c) for c in cell.children)
    for child in cell.children:
        part = width * _weight(child) / weight
        yield from _boxes(child, depth + 1, x, part, rows)
        x += part


def _weight(cell: Cell) -> int:
    """Return the people of a cell, one at least, so that a new organisation can be found."""
    return max(cell.size, 1)


def trimmed(root: Cell, limit: int = LIMIT) -> Cell:
    """Return the root with two levels below it, siblings by size, never more than `limit` cells in all."""
    towns = _by_size(root.children)
    room = limit - 1 - min(len(towns), limit - 1)
    most = _most_each([len(t.children) for t in towns], room)
    if most < max((len(t.children) for t in towns), default=0) and most < FEW:
        most = 0  # a row of nothing but 其余 tells nobody anything; whoever opens a town sees its own
    towns = [_with(t, _folded(_by_size([_with(c, []) for c in t.children]), most, t)) for t in towns]
    return _with(root, _folded(towns, limit - 1, root))


def _most_each(counts: list[int], room: int) -> int:
    """Return how many cells each parent may show so that all together fit in the room left."""
    most = max(counts, default=0)
    while most and sum(min(most, n) for n in counts) > room:
        most -= 1
    return most


def _by_size(cells: Sequence[Cell]) -> list[Cell]:
    """Sort siblings by size, then name: an order that does not depend on the measure shown."""
    return sorted(cells, key=lambda c: (-c.size, c.name))


def _folded(cells: list[Cell], most: int, parent: Cell) -> list[Cell]:
    """Return at most `most` cells, the smallest joined into one that leads to their parent."""
    if len(cells) <= most:
        return cells
    if not most:
        return []
    shown, rest = cells[: most - 1], cells[most - 1 :]
    name = _("其余%(n)d个") % {"n": len(rest)}
    size, met, due = sum(c.size for c in rest), sum(c.met for c in rest), sum(c.due for c in rest)
    return [*shown, Cell(name, size, met, due, parent.url)]


def _with(cell: Cell, children: Sequence[Cell]) -> Cell:
    """Return the same cell with other cells below it."""
    return Cell(cell.name, cell.size, cell.met, cell.due, cell.url, cell.short, children)


# ── drawing ───────────────────────────────────────────────────────────────────


def icicle(root: Cell, *, what: str = "", unit: str = "", ident: str = "ic") -> SafeString:
    """树图 — draw the tree below `root`; `what` names the measure, `ident` tells two pictures apart."""
    boxes = lay_out(root)
    cells = format_html_join("", "{}", ((_drawn(box, unit, f"{ident}-hx"),) for box in boxes))
    return format_html(
        '<svg class="zy-ic" viewBox="0 0 {} {}" role="group" aria-label="{}">'
        '<defs><pattern id="{}-hx" width="7" height="7" patternUnits="userSpaceOnUse">'
        '<rect width="7" height="7"/><path d="M-1 1l2-2M0 7L7 0M6 8l2-2"/></pattern></defs>{}</svg>',
        f"{WIDTH:g}",
        f"{HEIGHT:g}",
        _said(root, what, unit),
        ident,
        cells,
    )


def _said(root: Cell, what: str, unit: str) -> str:
    """Return the picture in one sentence: the whole, and the children that are below 60 %."""
    told = {"what": what, "name": root.name, "share": share_words(root.met, root.due, unit)}
    words = _("%(what)s：%(name)s%(share)s") % told
    weak = [c for c in root.children if step(c.met, c.due) == "s0"]
    if not weak:
        return words
    named = listed(named_count(c.label, f"{c.met}/{c.due}") for c in weak[:6])
    return _("%(words)s。不足六成的%(n)d个：%(named)s") % {"words": words, "n": len(weak), "named": named}


def _drawn(box: Box, unit: str, hatch: str) -> SafeString:
    """Return one cell: a rectangle, its words, and the address it leads to."""
    shade = step(box.cell.met, box.cell.due)
    wide = max(box.width - GAP, box.width * 0.6)
    fill = format_html(' fill="url(#{})"', hatch) if shade == "s0" else ""
    body = format_html(
        '<title>{}{}</title><rect x="{}" y="{}" width="{}" height="{}" rx="2"{}/>{}',
        _("%(name)s：") % {"name": box.cell.name},
        share_words(box.cell.met, box.cell.due, unit),
        f"{box.x:.1f}",
        f"{box.y:.1f}",
        f"{wide:.1f}",
        f"{box.height - GAP:.1f}",
        fill,
        _words(box, unit),
    )
    if box.cell.url:
        return format_html('<a href="{}" class="{}">{}</a>', box.cell.url, shade, body)
    return format_html('<g class="{}">{}</g>', shade, body)


def _words(box: Box, unit: str) -> SafeString:
    """Return the words of a cell, laid out for its row and width."""
    if box.depth == 0:
        return _root_words(box, unit)
    across = _fits(box.cell.label, box.width - 16, 13)
    if box.cell.children or across == box.cell.label:
        return _across(box, across)
    return format_html("{}{}", _upright(box), _foot(box))


def _root_words(box: Box, unit: str) -> SafeString:
    """Return the root's name on the left and its share on the right."""
    share = share_words(box.cell.met, box.cell.due, unit, " · ")
    mid = min(box.height, HEIGHT * ROWS[0]) / 2 + 5
    return format_html(
        "{}{}",
        _text(box.x + 8, mid, _fits(box.cell.name, box.width * 0.6, 14), "b"),
        _text(box.x + box.width - 10, mid, share, "e"),
    )


def _across(box: Box, name: str) -> SafeString:
    """Return a name from left to right and, where there is room, the share beneath."""
    share = share_words(box.cell.met, box.cell.due, apart=" · ")
    low = box.y + min(box.height - 11, 55)
    return format_html(
        "{}{}",
        _text(box.x + 8, box.y + 21, name, "b") if name else "",
        _text(box.x + 8, low, share) if _fits(share, box.width - 12, 12) == share else "",
    )


def _upright(box: Box) -> SafeString:
    """Return a name one character a line, where a character fits."""
    if box.width < 12.5:
        return mark_safe("")
    lines = int((box.height - 56) // CHAR)
    name = box.cell.label if len(box.cell.label) <= lines else box.cell.label[: lines - 1] + "⋮"
    middle = box.x + (box.width - GAP) / 2
    return format_html_join(
        "", "{}", ((_text(middle, box.y + 18 + n * CHAR, char, "m"),) for n, char in enumerate(name))
    )


def _foot(box: Box) -> SafeString:
    """Return what stands at a cell's foot: the count from 25 px, else a tick or the number lacking."""
    if not box.cell.due:
        return mark_safe("")
    middle, low = box.x + (box.width - GAP) / 2, box.y + box.height - 10
    if box.width >= 25 and len(str(box.cell.due)) * 7 + 5 <= box.width:
        return format_html(
            "{}{}",
            _text(middle, low - 14, str(box.cell.met), "m b"),
            _text(middle, low, f"/{box.cell.due}", "m f"),
        )
    lacking = box.cell.due - box.cell.met
    mark = f"{MINUS}{lacking}" if lacking > 0 else "✓"
    return _text(middle, low, mark, "m f") if 6 * len(mark) + 2 <= box.width else mark_safe("")


def _text(x: float, y: float, words: str, kind: str = "") -> SafeString:
    """Return one text; kinds: b bold, m in the middle, e at the end, f small at the foot."""
    shape = format_html(' class="{}"', kind) if kind else ""
    return format_html('<text x="{}" y="{}"{}>{}</text>', f"{x:.1f}", f"{y:.1f}", shape, words)


def _fits(words: str, width: float, size: float) -> str:
    """Return the words, shortened with an ellipsis to the width, or nothing where not even two fit."""
    if _length(words, size) <= width:
        return words
    while words and _length(words + "…", size) > width:
        words = words[:-1]
    return words + "…" if len(words) > 1 else ""


def _length(words: str, size: float) -> float:
    """Return about how wide words are: a Chinese character is square, a digit half as wide."""
    return sum(size if ord(c) > 0x2E80 else size * 0.58 for c in words)
