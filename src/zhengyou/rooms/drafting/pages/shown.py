"""A reading as its page shows it: what is asked for in the address, counters, cards, marks, what is in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.drafting.pages.told import card
from zhengyou.rooms.drafting.queries import (
    ACCEPTED,
    BANDS,
    DECISIONS,
    KINDS,
    WAITING,
    Clash,
    branches_under,
    clashes_in,
    cost_of,
    counts_of,
    in_the_way,
    last_decision,
    levels_of,
    lines_of,
    parts_of,
    readings_seen_by,
    shown_of,
)

FILTERS = ("kind", "decision", "confidence")


def reading_asked(request: HttpRequest, pk: int) -> Any:
    """The reading of an address; 404 for whoever does not draft there."""
    return get_object_or_404(readings_seen_by(request.user), pk=pk)


@dataclass
class Asked:
    """筛选 — which lines a page is asked to show."""

    kind: str = ""
    decision: str = ""
    confidence: str = ""

    @classmethod
    def of(cls, told: Mapping[str, str]) -> "Asked":
        """As the address or a form says it; words that nobody knows ask for everything."""
        kind, decision, confidence = (told.get(name, "") for name in FILTERS)
        return cls(
            kind if kind in dict(KINDS) else "",
            decision if decision in {*DECISIONS, "refused", "aside"} else "",
            confidence if confidence in BANDS else "",
        )

    @property
    def words(self) -> dict[str, str]:
        """Those that are not empty."""
        return {name: getattr(self, name) for name in FILTERS if getattr(self, name)}

    def address(self, reading: Any, **other: str) -> str:
        """The page of a reading with these filters, some of them otherwise."""
        told = {name: word for name, word in {**self.words, **other}.items() if word}
        return reverse("drafting:reading", args=[reading.pk]) + (f"?{urlencode(told)}" if told else "")


def tools(request: HttpRequest, reading: Any, lines: Sequence[Any], asked: Asked) -> dict[str, Any]:
    """What moves with every decision: counters, levels, undo, what waits of what is shown, what is in the way."""
    counts, clashes = counts_of(lines), clashes_in(reading, lines)
    issued = bool(reading.campaign and reading.campaign.issued_on)
    shown = shown_of(lines, asked.kind, WAITING, asked.confidence)
    why = [] if issued else in_the_way(reading, lines, clashes)
    return {
        "reading": reading,
        "asked": asked,
        "issued": issued,
        "may_look": issued and orgs_where(request.user, "see_progress").exists(),
        "may_change": not issued,
        "clashes": clashes,
        "counters": _counters(reading, len(lines), counts, asked),
        "levels": _levels(lines),
        "cost": cost_of(reading, lines),
        "waiting_shown": len(shown),
        "filtered": bool(asked.kind or asked.confidence),
        "last": None if issued else last_decision(request.user, reading),
        "why_not": why,
        "accepted": counts[ACCEPTED],
        "branches": 0 if issued or why else branches_under(reading.organisation),
    }


def _counters(reading: Any, all_of_them: int, counts: Mapping[str, int], asked: Asked) -> list[Any]:
    named = [
        ("", _("读出"), all_of_them),
        ("waiting", _("待定"), counts["waiting"]),
        ("accepted", _("采用"), counts["accepted"]),
        ("dropped", _("不要"), counts["dropped"]),
        ("refused", _("不收"), counts["refused"]),
        ("aside", _("只供了解"), counts["aside"]),
    ]
    return [
        (f"{label} {n}", asked.address(reading, decision=value), value == asked.decision)
        for value, label, n in named
        if n or not value or value == asked.decision
    ]


def _levels(lines: Sequence[Any]) -> list[tuple[str, int]]:
    found = levels_of(lines)
    named = {
        "person": _("每名党员"),
        "organisation": _("每个支部"),
        "fact": _("逐件"),
        "task": _("任务"),
        "stage": _("阶段"),
        "criterion": _("标准"),
        "mechanism": _("机制"),
    }
    return [(label, found[key]) for key, label in named.items() if found[key]]


def page_of(request: HttpRequest, reading: Any, **more: Any) -> dict[str, Any]:
    """Everything of the page."""
    asked = Asked.of(request.POST if request.method == "POST" else request.GET)
    lines, text = lines_of(reading), reading.notice.text
    context = tools(request, reading, lines, asked)
    shown = {line.pk for line in shown_of(lines, asked.kind, asked.decision, asked.confidence)}
    clashes: list[Clash] = context["clashes"]
    in_clash = {number for clash in clashes for number in clash.lines}
    return context | {
        "parts": [(part, mark(part, in_clash)) for part in parts_of(text, lines)],
        "cards": [card(line, text, clashes, hidden=line.pk not in shown) for line in lines],
        "none_shown": not shown,
        "letters": len(text),
        "kinds": [(value, label) for value, label in KINDS if any(ln.now == value for ln in lines)],
        "bands": [(band.value, band.label) for band in BANDS],
        **more,
    }


def mark(part: Any, in_clash: set[int]) -> str:
    """The classes of marked words: what they become, what was decided, whether they contradict others."""
    if part.line is None:
        return ""
    return marked(part.line, in_clash)


def marked(line: Any, in_clash: set[int]) -> str:
    """The same for one line."""
    state = "refused" if line.refused else line.decision
    told = [line.now, state, "clash" if line.number in in_clash else ""]
    return " ".join(word for word in told if word)


__all__ = ["Asked", "marked", "page_of", "reading_asked", "tools"]
