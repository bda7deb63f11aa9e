"""重复 — the same obligation said again with nothing new is one requirement, and the fuller wording stays."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import lru_cache

from zhengyou.reading.model import Item
from zhengyou.reading.places import Spans
from zhengyou.reading.source import Source

_SAME = 0.8
_HELD = 0.6


def without_repeats(source: Source, items: list[Item]) -> list[Item]:
    """去重 — without what a heading says and its text says better, and without later echoes."""
    below, said = _Below(source, items), _Said(items)
    kept: list[Item] = []
    for number, item in enumerate(items):
        if not below.better(number) and not said.before(number):
            said.keep(number)
            kept.append(item)
    return kept


class _Below:
    """下文 — whether the text under a heading says the words of the heading better."""

    def __init__(self, source: Source, items: list[Item]) -> None:
        self.items = items
        self.headings = Spans(source.headings)
        self.order = sorted(range(len(items)), key=lambda number: items[number].start)
        self.starts = [items[number].start for number in self.order]

    def better(self, number: int) -> bool:
        item = self.items[number]
        own = (
            h
            for h in self.headings.touching(item.start, item.end)
            if h.start <= item.start and item.end <= h.end
        )
        heading = next(own, None)
        if heading is None:
            return False
        pairs = _pairs(item.text)
        first, last = bisect_left(self.starts, heading.end), bisect_left(self.starts, heading.until)
        return any(_held(pairs, _pairs(self.items[other].text)) >= _HELD for other in self.order[first:last])


class _Said:
    """前文 — what was asked so far, found again by its rarest pairs of characters.

    Two that share four fifths of their pairs share one among the rarest fifth of either: only those are looked up.
    """

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.pairs = [_pairs(item.text) for item in items]
        self.common = Counter(pair for pairs in self.pairs for pair in pairs)
        self.by_pair: dict[str, list[int]] = defaultdict(list)
        self.by_words: dict[str, list[int]] = defaultdict(list)

    def keep(self, number: int) -> None:
        self.by_words[_words(self.items[number].text)].append(number)
        for pair in self._rarest(number):
            self.by_pair[pair].append(number)

    def before(self, number: int) -> bool:
        item = self.items[number]
        same = self.by_words.get(_words(item.text), ())
        if any(_adds_nothing(item, self.items[earlier]) for earlier in same):
            return True
        likely = {earlier for pair in self._rarest(number) for earlier in self.by_pair.get(pair, ())}
        return any(
            _no_news(item, self.items[earlier]) and _alike(self.pairs[earlier], self.pairs[number])
            for earlier in likely
        )

    def _rarest(self, number: int) -> list[str]:
        ordered = sorted(self.pairs[number], key=lambda pair: (self.common[pair], pair))
        return ordered[: len(ordered) - math.ceil(_SAME * len(ordered) - 1e-9) + 1]


def _adds_nothing(item: Item, earlier: Item) -> bool:
    """The same words: only a number or a day of its own makes it another."""
    return _numbers_known(item, earlier) and (item.deadline is None or item.deadline == earlier.deadline)


def _no_news(item: Item, earlier: Item) -> bool:
    """No number, day, rhythm or addressee that the first did not have."""
    told = ((item.deadline, earlier.deadline), (item.cadence, earlier.cadence), (item.who, earlier.who))
    return _numbers_known(item, earlier) and all(new is None or new == old for new, old in told)


def _numbers_known(item: Item, earlier: Item) -> bool:
    return all(each in earlier.quantity for each in item.quantity)


def _alike(first: frozenset[str], again: frozenset[str]) -> bool:
    return len(first & again) >= _SAME * len(first | again)


def shared(part: str, whole: str) -> float:
    """同处 — how much of the one stands in the other, by pairs of characters."""
    return _held(_pairs(part), _pairs(whole))


def _held(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _words(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    words = _words(text)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))
