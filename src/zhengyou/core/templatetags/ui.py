"""零件 — the small parts of every page as template tags: `{% load ui %}`.

A page shows, it never computes: numbers come in ready, these tags only dress them. All parts and their
states stand on one page, `/ui/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zhengyou.core import language, pictures
from zhengyou.core.ledgers import in_order
from zhengyou.core.pictures import Amount
from zhengyou.core.plain import SAID

register = template.Library()

VERDICTS = {
    "met": "check",
    "lack": "alert-triangle",
    "over": "clock-exclamation",
    "wait": "circle-dashed",
    "late": "history",
    "na": "circle-dashed",
}
NOTES = {"info": "info-circle", "lack": "ban", "over": "alert-triangle", "met": "circle-check"}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """图标 — one icon of the sprite; give a label only where no word stands beside it."""
    said = format_html(' role="img" aria-label="{}"', label) if label else mark_safe(' aria-hidden="true"')
    return format_html('<svg class="i"{}><use href="{}#{}"/></svg>', said, static("zy/dist/icons.svg"), name)


# ── numbers ───────────────────────────────────────────────────────────────────


@register.simple_tag
def number(value: Amount | None, unit: str = "", url: str = "") -> SafeString:
    """数 — a number with its unit, linked to what it is made of; a dash when there is none."""
    if value is None:
        return mark_safe('<span class="quiet">—</span>')
    figure = _linked(format_html("{}", pictures.grouped(value)), url)
    return format_html('{}<span class="unit">{}</span>', figure, unit) if unit else figure


@register.simple_tag
def share(
    met: Amount | None, due: Amount | None, url: str = "", need: Amount | None = None, unit: str = ""
) -> SafeString:
    """占比 — the count first, 37/60, and the bar beneath; says so when nothing is due."""
    if not due or met is None:
        return format_html('<span class="quiet">{}</span>', _("本段无"))
    return format_html(
        '<span class="zy-share"><span>{}{}</span>{}</span>',
        _linked(_of(met, due), url),
        unit,
        pictures.bar(met, due, need),
    )


@register.simple_tag
def hidden_share(threshold: int = 5) -> SafeString:
    """不足数 — stands where a group is too small to be shown apart."""
    words = _("不足%(n)d票，已并入合计") % {"n": threshold}
    return format_html('<span class="quiet">{} {}</span>', icon("eye-off"), words)


@register.simple_tag
def bar(met: Amount | None, due: Amount | None, need: Amount | None = None, calm: bool = False) -> SafeString:
    """占比线 — the bar alone; hatched below 60 % unless `calm`."""
    return pictures.bar(met, due, need, calm)


def _of(met: Amount, due: Amount) -> SafeString:
    return format_html('{}<span class="of">/{}</span>', pictures.grouped(met), pictures.grouped(due))


def _linked(figure: SafeString, url: str) -> SafeString:
    return format_html('<a class="n" href="{}">{}</a>', url, figure) if url else figure


@register.filter
def grouped(value: Amount | None) -> str:
    """分节数 — 1912 → 1,912; −3 with a true minus."""
    return pictures.grouped(value)


@register.filter
def fixed(value: Amount | None, digits: int = 2) -> str:
    """定位数 — `points|fixed:2` → 88.05: all of a column with the same decimals."""
    return pictures.fixed(value, digits)


@register.filter
def signed(value: Amount | None) -> str:
    """带号数 — +46, −3, 0: a change against one's own past."""
    words = pictures.grouped(value)
    return f"+{words}" if value and value > 0 else words


@register.filter
def percent(met: Amount | None, due: Amount | None) -> str:
    """百分比 — `met|percent:due` → 87.4%."""
    return pictures.percent(met, due)


@register.filter
def step(met: Amount | None, due: Amount | None) -> str:
    """占比档 — `met|step:due` → s0…s4, fixed at 60, 75, 90 and 100 per cent."""
    return pictures.step(met, due)


@register.filter
def lacking(met: Amount, due: Amount) -> Amount:
    """差额 — `met|lacking:due` → how many are still missing, never below nought."""
    return due - met if due > met else 0  # type: ignore[operator]


@register.filter
def listed(words: Iterable[Any]) -> str:
    """列举 — 张明、李华; in English with commas."""
    return language.listed(words)


@register.filter
def unlocalized(value: Amount) -> str:
    """原数 — a number as machines read it, for attributes."""
    return str(value)


@register.filter
def is_number(value: Any) -> bool:
    """是数 — whether a ledger cell is a bare number, or words that are one ({…, "num": True}): it stands at the right."""
    if isinstance(value, Mapping):
        return bool(value.get("num"))
    return _is_amount(value) and value is not None


@register.filter
def label_at(columns: list[Mapping[str, Any]], at: int) -> str:
    """列名 — what a column of a ledger is called; nothing beyond the last."""
    return columns[at]["label"] if at < len(columns) else ""


@register.filter
def is_check(field: BoundField) -> bool:
    """是勾选 — whether a form field is a single box to tick, which stands before its label."""
    return isinstance(field.field.widget, CheckboxInput)


# ── words ─────────────────────────────────────────────────────────────────────


@register.simple_tag
def verdict(kind: str, words: str) -> SafeString:
    """判定 — glyph, colour and a sentence; kinds: met, lack, over, wait, late, na."""
    shade = "wait" if kind == "na" else kind
    return format_html(
        '<span class="zy-v {}">{}<span>{}</span></span>',
        shade,
        icon(VERDICTS.get(kind, "circle-dashed")),
        words,
    )


@register.simple_tag(takes_context=True)
def plain(context: Mapping[str, Any]) -> SafeString | str:
    """大白话 — what this page is for, in plain words, for who reads it in large letters; else nothing."""
    found = getattr(context.get("request"), "resolver_match", None)
    words = SAID.get(found.view_name) if found and context.get("text_size") else None
    return format_html('<p class="zy-plainly">{}</p>', words) if words else ""


@register.simple_tag
def tag(words: str, kind: str = "") -> SafeString:
    """标签 — a short state; kinds: met, lack, over, late, line or none."""
    return format_html('<span class="zy-tag {}">{}</span>', kind, words)


@register.simple_tag
def note_icon(kind: str = "info") -> SafeString:
    """提示图标 — the icon of a note by its kind."""
    return icon(NOTES.get(kind, "info-circle"))


@register.simple_tag
def button(
    words: str,
    url: str = "",
    kind: str = "",
    icon_name: str = "",
    why_not: str = "",
    ident: str = "",
    name: str = "",
    value: str = "",
) -> SafeString:
    """按钮 — a link where there is an address, else a submit button; `why_not` disables it and says why."""
    drawn = icon(icon_name) if icon_name else ""
    if why_not:
        return _refused(words, drawn, why_not, ident or "why")
    if url:
        return format_html('<a class="zy-btn {}" href="{}">{}{}</a>', kind, url, drawn, words)
    sent = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button class="zy-btn {}"{}>{}{}</button>', kind, sent, drawn, words)


def _refused(words: str, drawn: SafeString | str, why: str, ident: str) -> SafeString:
    """Return a button that cannot be pressed but can be reached, its reason beside it."""
    return format_html(
        '<span class="zy-why"><button type="button" class="zy-btn" aria-disabled="true" '
        'aria-describedby="{0}">{1}{2}</button><span class="small quiet" id="{0}">{3}</span></span>',
        ident,
        drawn or icon("lock"),
        words,
        why,
    )


@register.simple_tag
def cell(value: Any) -> SafeString:
    """格 — one cell of a ledger: text, number, or a mapping with met/due, kind, url, tag or small.

    {"met": 3, "due": 5, "url": …}  a share     {"kind": "lack", "words": …}  a verdict
    {"words": …, "url": …}          a link      {"words": …, "tag": …, "tag_kind": …, "small": …}
    {"words": "88.10", "num": True}  a number written out
    """
    if not isinstance(value, Mapping):
        return format_html("{}", pictures.grouped(value) if _is_amount(value) else value)
    if "due" in value:
        return share(value.get("met"), value["due"], value.get("url", ""), value.get("need"))
    words = value.get("words", "")
    shown = verdict(value["kind"], words) if "kind" in value else format_html("{}", cell(words))
    if value.get("url"):
        shown = format_html('<a href="{}">{}</a>', value["url"], shown)
    if value.get("tag"):
        shown = format_html("{} {}", shown, tag(value["tag"], value.get("tag_kind", "")))
    return format_html("{}<small>{}</small>", shown, value["small"]) if value.get("small") else shown


@register.simple_tag(takes_context=True)
def sorted_ledger(context: Mapping[str, Any], columns: Any, rows: Any, name: str = "sort") -> dict[str, Any]:
    """排好的表 — columns and rows as the address asks (`ui/sorted_ledger.html`)."""
    return in_order(columns or [], rows or [], context["request"].GET.dict(), name)


def _is_amount(value: Any) -> bool:
    return value is None or (isinstance(value, Amount) and not isinstance(value, bool))


@register.simple_tag
def matrix_cell(value: Mapping[str, Any] | None) -> SafeString:
    """矩阵格 — a table cell with count, what is missing, and bar; {"met", "due", "url"} or None."""
    if not value or not value.get("due"):
        return format_html('<td class="na">{}</td>', _("本段无"))
    met, due = value["met"], value["due"]
    state = "full" if met >= due else "bad" if pictures.step(met, due) == "s0" else "part"
    missing = _("差%(n)s") % {"n": pictures.grouped(due - met)}
    gap = icon("check", _("已满足")) if met >= due else format_html("<em>{}</em>", missing)
    inner = format_html("<span>{}</span>{}", _of(met, due), gap)
    whole = (
        format_html('<a href="{}">{}</a>', value["url"], inner)
        if value.get("url")
        else format_html('<span class="c">{}</span>', inner)
    )
    return format_html('<td class="{}">{}{}</td>', state, whole, pictures.bar(met, due))


# ── pictures ──────────────────────────────────────────────────────────────────

register.simple_tag(pictures.icicle, name="icicle")
register.simple_tag(pictures.bars, name="bars")
register.simple_tag(pictures.line, name="line")
register.simple_tag(pictures.share_bar, name="share_bar")
register.simple_tag(pictures.band_bar, name="band_bar")
register.simple_tag(pictures.pyramid, name="pyramid")
