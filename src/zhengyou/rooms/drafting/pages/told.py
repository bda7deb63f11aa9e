"""Lines in words: what a card of the draft says."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from zhengyou.core.figures import needs_of
from zhengyou.core.language import listed
from zhengyou.core.models import Category, Kind
from zhengyou.core.rules import number, told_of
from zhengyou.core.templatetags.days import span, zh_date
from zhengyou.rooms.drafting.queries import (
    ACCEPTED,
    BANDS,
    Clash,
    band_of,
    grain_called,
    kind_called,
    state_of,
)

DOTS = dict(zip(BANDS, ("●●●", "●●○", "●○○"), strict=True))


def day_in_words(written: Any) -> str:
    """2010-06-30 as one says it; other words as they are."""
    try:
        return zh_date(date.fromisoformat(str(written)))
    except ValueError:
        return str(written or "")


def _requirement(entry: Mapping[str, Any]) -> list[str]:
    kinds = [k for k in entry.get("kinds", []) if k in Kind.values and k != Kind.BRANCH]
    fields = [c for c in entry.get("categories", []) if c in Category.values]
    return [
        grain_called(entry.get("grain", "")),
        *told_of(needs_of(entry.get("needs", {}))),
        _("截止%(day)s") % {"day": day_in_words(entry["due_on"])} if entry.get("due_on") else "",
        entry.get("stage", ""),
        listed(entry.get("posts", [])),
        listed(Kind(k).label for k in kinds),
        listed(Category(c).label for c in fields),
    ]


def _stage(entry: Mapping[str, Any]) -> list[str]:
    try:
        return [span(date.fromisoformat(entry["starts_on"]), date.fromisoformat(entry["ends_on"]))]
    except (KeyError, TypeError, ValueError):
        return [_("起止日期不全")]


def _task(entry: Mapping[str, Any]) -> list[str]:
    due = entry.get("due_on")
    until = _("截止%(day)s") % {"day": day_in_words(due)} if due else ""
    return [entry.get("who", ""), entry.get("cadence", ""), until]


TOLD = {"requirement": _requirement, "stage": _stage, "task": _task}


def card(line: Any, text: str, clashes: Sequence[Clash] = (), hidden: bool = False) -> dict[str, Any]:
    """What the card of a line shows."""
    entry, quote, band = line.content, text[line.start : line.end], band_of(line)
    title = entry.get("name") or entry.get("what") or quote
    told = [words for words in TOLD.get(line.now, lambda entry: [])(entry) if words]
    return {
        "line": line,
        "n": line.number,
        "kind": kind_called(line.now),
        "title": title,
        "quote": "" if quote == title else quote,
        "told": told,
        "band": band.label,
        "dots": DOTS[band],
        "percent": f"{number(Fraction(line.confidence) * 100)}%",
        "state": state_of(line),
        "edited": line.decision == ACCEPTED and (line.edited is not None or bool(line.turned)),
        "clashes": [clash.words for clash in clashes if line.number in clash.lines],
        "hidden": hidden,
    }
