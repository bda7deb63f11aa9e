"""可查的事 — whether a clause names something that leaves a trace."""

from __future__ import annotations

import re

from zhengyou.reading import cadence, coverage, quantities
from zhengyou.reading.words import any_of, words

_RULES = words("acts")


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, terms in _RULES["nouns"].items():
        pattern = pattern.replace(name, any_of(terms))
    return re.compile(pattern)


_ACTS = [_compiled(pattern) for pattern in _RULES["acts"]]
_COUNTED = re.compile(_RULES["counted"])
_WEAK, _WEAK_BUT = re.compile(_RULES["weak"]), re.compile(_RULES["weak_but"])
_BARE, _HOLLOW, _PASSING = (re.compile(_RULES[name]) for name in ("bare", "hollow", "passing"))
_WAITING, _ARRIVES, _ARRIVED = (re.compile(_RULES[name]) for name in ("waiting", "arrives", "arrived"))
_CONTINUES = re.compile(_RULES["continues"])


def leaves_trace(text: str) -> bool:
    """可查 — somebody could be shown that it was done."""
    if _HOLLOW.search(text) or _PASSING.search(text):
        return counted(text)
    if _BARE.search(text) and not _besides_bare(text):
        return False
    if _WEAK.match(text) and not _WEAK_BUT.search(text):
        return counted(text)
    return any(act.search(text) for act in _ACTS) or counted(text)


def _besides_bare(text: str) -> bool:
    """健全工作责任制和评价激励机制: one name with a word of its own is enough."""
    rest = _BARE.sub("落实", text)
    return any(act.search(rest) for act in _ACTS)


def firm(text: str) -> bool:
    """硬指标 — even a wish counts when it holds a number or everybody."""
    if counted(text):
        return True
    return coverage.coverage(text, 0, len(text), text) is not None and any(act.search(text) for act in _ACTS)


def counted(text: str) -> bool:
    """有数 — a number, or a rhythm, with a verb that it can count."""
    number = bool(quantities.quantities(text, 0, len(text)))
    rhythm = cadence.cadence(text, 0, len(text), text)
    if number and rhythm is not None and rhythm.every != "regular":
        return True
    if not _COUNTED.search(text):
        return False
    if number:
        return True
    return rhythm is not None and rhythm.every not in ("per_event",) and len(text) > 3


def waits(text: str) -> bool:
    """未完 — a verb whose object has not come yet."""
    return bool(_WAITING.search(text)) and not (_ARRIVES.search(text) or _ARRIVED.search(text))


def arrives(text: str) -> bool:
    """宾语到 — the clause that brings the object."""
    return bool(_ARRIVES.search(text))


def continues(text: str) -> bool:
    """承前 — says more of the same deliverable."""
    return bool(_CONTINUES.match(text))
