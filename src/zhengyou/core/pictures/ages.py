"""年龄金字塔 — how many are how old: men to the left, women to the right, the oldest on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .words import grouped, part_of


@dataclass(frozen=True, slots=True)
class Ages:
    """年龄段 — one row of the pyramid: its name, men, women, and those of whom neither is entered."""

    name: str
    men: int
    women: int
    others: int = 0


def pyramid(rows: Sequence[Ages]) -> SafeString:
    """金字塔 — one scale for both sides, every row with its numbers; who has no sex entered is told in words."""
    if not any(r.men + r.women + r.others for r in rows):
        return mark_safe("")
    longest = max(max(r.men, r.women) for r in rows) or 1
    drawn = format_html_join(
        "",
        '<li><span class="num">{}</span><svg aria-hidden="true"><rect class="men" x="{}%" width="{}%" height="100%"/>'
        '</svg><span class="t">{}</span><svg aria-hidden="true"><rect class="women" width="{}%" height="100%"/></svg>'
        '<span class="num">{}</span></li>',
        (
            (
                grouped(r.men),
                f"{100 - part_of(r.men, longest):.1f}",
                f"{part_of(r.men, longest):.1f}",
                r.name,
                f"{part_of(r.women, longest):.1f}",
                grouped(r.women),
            )
            for r in rows
        ),
    )
    men, women, others = (sum(getattr(r, side) for r in rows) for side in ("men", "women", "others"))
    head = format_html(
        '<p class="small"><span>{}</span><span>{}</span></p>',
        _("男%(n)s人") % {"n": grouped(men)},
        _("女%(n)s人") % {"n": grouped(women)},
    )
    rest = _("另有%(n)s人没有登记性别，不在图上") % {"n": grouped(others)} if others else ""
    foot = format_html('<p class="small quiet">{}</p>', rest) if rest else ""
    return format_html('<div class="zy-ages">{}<ol>{}</ol>{}</div>', head, drawn, foot)
