"""条与线 — bars, bands and a line of one's own past, drawn with classes only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .words import MINUS, Amount, fixed, grouped, named_count, part_of, step


def bar(met: Amount | None, due: Amount | None, need: Amount | None = None, calm: bool = False) -> SafeString:
    """占比线 — the thin line under a share; hatched below 60 % unless `calm`; `need` marks a required per cent."""
    if not due or met is None:
        return mark_safe("")
    full = f"{part_of(met, due):.1f}%"
    hatched = step(met, due) == "s0" and not calm
    stripes = format_html('<line x2="{}" y1="50%" y2="50%"/>', full) if hatched else ""
    mark = format_html('<rect class="t" x="{}%" width="1.5" height="100%"/>', need) if need else ""
    return format_html(
        '<svg class="zy-bar-s{}" aria-hidden="true"><rect class="g" width="{}" height="100%"/>{}{}</svg>',
        " lack" if hatched else "",
        full,
        stripes,
        mark,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """份 — one segment of a divided bar: what it is, how many, and its share class (s0…s4)."""

    name: str
    count: int
    step: str = "s2"


def share_bar(parts: Sequence[Part], *, labels: bool = False, named: bool = False) -> SafeString:
    """分段条 — a whole divided into parts, as of votes; numbers (or names too) are written only where they fit."""
    whole = sum(p.count for p in parts)
    at, drawn = 0.0, []
    for part in parts:
        wide = part_of(part.count, whole)
        if wide:
            drawn.append(
                (
                    part.step,
                    f"{at:.2f}",
                    f"{wide:.2f}",
                    _inner(part, at, wide, named) if labels or named else "",
                )
            )
        at += wide
    rects = format_html_join(
        "", '<g class="{}"><rect x="{}%" width="{}%" height="100%" rx="2"/>{}</g>', drawn
    )
    said = _("，").join(named_count(p.name, grouped(p.count)) for p in parts)
    return format_html(
        '<svg class="zy-ds{}" role="img" aria-label="{}">{}</svg>',
        " named" if named else " tall" if labels else "",
        said,
        rects,
    )


def _inner(part: Part, at: float, wide: float, named: bool) -> SafeString:
    """Return what is written inside a segment, or nothing where it would not fit."""
    words = named_count(part.name, part.count) if named else str(part.count)
    if wide < (2.2 + 1.2 * _squares(words) if named else 5):
        return mark_safe("")
    return format_html('<text x="{}%" dx="6" y="50%" dy=".35em">{}</text>', f"{at:.2f}", words)


def _squares(words: str) -> float:
    """Return about how many Chinese characters wide words are."""
    return sum(1 if ord(c) > 0x2E80 else 0.58 for c in words)


@dataclass(frozen=True, slots=True)
class Bar:
    """条 — one row of a bar picture; `kind` ours (can be won back), theirs or met decides the colour."""

    name: str
    value: Amount
    kind: str = "ours"
    url: str = ""


def bars(rows: Iterable[Bar], *, unit: str = "", minus: bool = True) -> SafeString:
    """横条图 — what was lost where, the longest first as given; each row a name, a bar and its value."""
    rows = list(rows)
    digits = 2 if any(float(r.value) % 1 for r in rows) else 0
    longest = max((abs(float(r.value)) for r in rows), default=0.0) or 1.0
    items = format_html_join(
        "",
        '<li class="{}">{}<svg aria-hidden="true"><rect width="{}%" height="100%"/></svg>'
        '<span class="num">{}{}</span></li>',
        (
            (
                r.kind,
                _named(r),
                f"{part_of(abs(float(r.value)), longest):.1f}",
                _signed(r.value, minus, digits),
                unit,
            )
            for r in rows
        ),
    )
    return format_html('<ul class="zy-bars">{}</ul>', items)


def _named(row: Bar) -> SafeString:
    """Return the name of a bar, as a link where it has an address."""
    if row.url:
        return format_html('<a class="t" href="{}">{}</a>', row.url, row.name)
    return format_html('<span class="t">{}</span>', row.name)


def _signed(value: Amount, minus: bool, digits: int) -> str:
    """Return the value of a loss with a true minus, all rows with the same decimals."""
    words = fixed(value, digits)
    return MINUS + words.lstrip(MINUS) if minus and value else words


# ── a score in its bands ──────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Band:
    """档 — a named stretch of a score, from its lower bound to its upper."""

    name: str
    low: float
    high: float


def band_bar(
    bands: Sequence[Band], points: Amount, previous: Amount | None = None, full: Amount = 100
) -> SafeString:
    """分档条 — where a score stands among fixed bands, with one's own last score as a thin line."""
    stretches = format_html_join(
        "",
        '<g class="s{}"><rect x="{}%" y="6" width="{}%" height="14"/></g>'
        '<text x="{}%" y="38" text-anchor="{}">{}</text>',
        (
            (
                min(n, 4),
                f"{part_of(b.low, full):.2f}",
                f"{part_of(b.high - b.low, full):.2f}",
                # The last name ends at the edge, so that narrow screens do not run two together.
                f"{part_of(b.high if b is bands[-1] else b.low, full):.2f}",
                "end" if b is bands[-1] else "start",
                b.name,
            )
            for n, b in enumerate(bands)
        ),
    )
    before = (
        format_html('<rect class="was" x="{}%" y="4" width="1.5" height="18"/>', part_of(previous, full))
        if previous is not None
        else ""
    )
    said = _("得分%(points)s，满分%(full)s") % {"points": grouped(points), "full": grouped(full)}
    return format_html(
        '<svg class="zy-band" role="img" aria-label="{}">{}{}'
        '<rect class="is" x="{}%" y="1" width="4" height="24" rx="2" transform="translate(-2)"/></svg>',
        said,
        stretches,
        before,
        f"{part_of(points, full):.2f}",
    )


# ── a line of one's own past ──────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Point:
    """点 — one value of the past with the words of its day."""

    label: str
    value: Amount


def line(points: Sequence[Point], *, unit: str = "", top: Amount | None = None) -> SafeString:
    """折线 — one's own past from zero up, first and last value written; no second axis, no rival."""
    if not points:
        return mark_safe("")
    high = float(top or max(float(p.value) for p in points)) or 1.0
    apart = 300 / max(len(points) - 1, 1)
    spots = [(8 + n * apart, 78 - 62 * float(p.value) / high) for n, p in enumerate(points)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    said = _("，").join(named_count(p.label, f"{grouped(p.value)}{unit}") for p in points)
    ends = [(spots[0], points[0], "start")] + ([(spots[-1], points[-1], "end")] if len(points) > 1 else [])
    texts = format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="3"/><text x="{}" y="{}" text-anchor="{}">{}{}</text>'
        '<text class="quiet" x="{}" y="96" text-anchor="{}">{}</text>',
        (
            (f"{x:.1f}", f"{y:.1f}", f"{x:.1f}", f"{y - 7:.1f}", side, grouped(p.value), unit,
             f"{x:.1f}", side, p.label)
            for (x, y), p, side in ends
        ),
    )  # fmt: skip
    return format_html(
        '<svg class="zy-trend" viewBox="0 0 316 100" role="img" aria-label="{}"><path d="M8 78H308"/>'
        '<polyline points="{}"/>{}</svg>',
        said,
        path,
        texts,
    )
