"""重复 — the same obligation said again with nothing new is one requirement, and the fuller wording stays."""

from __future__ import annotations

import re

from zhengyou.reading.model import Heading, Item
from zhengyou.reading.source import Source

_SAME = 0.8
_HELD = 0.6


def without_repeats(source: Source, items: list[Item]) -> list[Item]:
    """去重 — without what a heading says and its text says better, and without later echoes."""
    kept: list[Item] = []
    for item in items:
        if _said_better_below(source, item, items) or any(_echo(item, earlier) for earlier in kept):
            continue
        kept.append(item)
    return kept


def _said_better_below(source: Source, item: Item, items: list[Item]) -> bool:
    heading = _own_heading(source, item)
    if heading is None:
        return False
    pairs = _pairs(item.text)
    return any(
        heading.end <= other.start < heading.until and _held(pairs, _pairs(other.text)) >= _HELD
        for other in items
    )


def _own_heading(source: Source, item: Item) -> Heading | None:
    return next((h for h in source.headings if h.start <= item.start and item.end <= h.end), None)


def _echo(item: Item, earlier: Item) -> bool:
    """Nothing new: the same words, and no number, day or addressee that the first did not have."""
    news = (
        [each for each in item.quantity if each not in earlier.quantity],
        item.deadline if item.deadline != earlier.deadline else None,
        item.cadence if item.cadence != earlier.cadence else None,
        item.who if item.who != earlier.who else None,
    )
    if any(news):
        return _words(item.text) == _words(earlier.text) and not news[0] and not news[1]
    first, again = _pairs(earlier.text), _pairs(item.text)
    return len(first & again) >= _SAME * len(first | again)


def shared(part: str, whole: str) -> float:
    """同处 — how much of the one stands in the other, by pairs of characters."""
    return _held(_pairs(part), _pairs(whole))


def _held(part: set[str], whole: set[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _words(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


def _pairs(text: str) -> set[str]:
    words = _words(text)
    return {words[i : i + 2] for i in range(len(words) - 1)}
