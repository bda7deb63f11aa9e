"""图单 — a line as a file of its own: it leaves the house, so it carries its colours, its title and every number."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .bars import Point
from .words import Amount, grouped

WIDTH, HEIGHT = 960, 480
LEFT, RIGHT, TOP, BOTTOM = 72, 30, 96, 84
INK, QUIET, LINE, ACCENT = "#1b2428", "#5c6970", "#dfe4e6", "#14606b"
FACE = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"


def sheet(
    points: Sequence[Point], *, title: str, unit: str = "", note: str = "", top: Amount | None = None
) -> SafeString:
    """图单 — drawn from zero up, each value written at its point, on white, ready for a paper or a slide."""
    high = _round_up(float(top or max((float(p.value) for p in points), default=0)))
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" font-family="{face}">'
        '<title>{title}</title><rect width="{w}" height="{h}" fill="#fff"/>'
        '<text x="24" y="40" font-size="20" font-weight="600" fill="{ink}">{title}</text>'
        '<text x="24" y="66" font-size="14" fill="{quiet}">{unit}</text>{scale}{curve}'
        '<text x="24" y="{foot}" font-size="12" fill="{quiet}">{note}</text></svg>',
        w=WIDTH,
        h=HEIGHT,
        face=FACE,
        title=title,
        ink=INK,
        quiet=QUIET,
        unit=unit.strip(),
        scale=_scale(high),
        curve=_curve(points, high),
        foot=HEIGHT - 18,
        note=note,
    )


def _round_up(value: float) -> float:
    """The end of the scale: the next of 1, 2, 5 times a power of ten, so that its four steps are round."""
    step = 1.0
    while value > step * 10:
        step *= 10
    return next(step * n for n in (1, 2, 4, 5, 8, 10) if step * n >= value)


def _scale(high: float) -> SafeString:
    lines = ((_height(high * n / 4, high), high * n / 4) for n in range(5))
    return format_html_join(
        "",
        '<path d="M{} {}H{}" stroke="{}"/><text x="{}" y="{}" font-size="12" text-anchor="end" fill="{}">{}</text>',
        (
            (LEFT, f"{y:.1f}", WIDTH - RIGHT, LINE, LEFT - 8, f"{y + 4:.1f}", QUIET, grouped(round(v, 2) if v % 1 else int(v)))
            for y, v in lines
        ),
    )  # fmt: skip


def _curve(points: Sequence[Point], high: float) -> SafeString:
    if not points:
        return mark_safe("")
    apart = (WIDTH - LEFT - RIGHT - 40) / max(len(points) - 1, 1)
    spots = [(LEFT + 20 + n * apart, _height(float(p.value), high), p) for n, p in enumerate(points)]
    every = -(-len(points) // 12)  # so that months do not run into each other
    dots = format_html_join(
        "",
        '<circle cx="{0}" cy="{1}" r="4" fill="{2}"/><text x="{0}" y="{3}" font-size="12" text-anchor="middle" fill="{4}">{5}</text>',
        ((f"{x:.1f}", f"{y:.1f}", ACCENT, f"{y - 10:.1f}", INK, grouped(p.value)) for x, y, p in spots),
    )
    months = format_html_join(
        "",
        '<text x="{}" y="{}" font-size="12" text-anchor="middle" fill="{}">{}</text>',
        ((f"{x:.1f}", HEIGHT - BOTTOM + 22, QUIET, p.label) for x, _y, p in spots[::every]),
    )
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _p in spots)
    return format_html(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="2.5"/>{}{}', path, ACCENT, dots, months
    )


def _height(value: float, high: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / (high or 1)
