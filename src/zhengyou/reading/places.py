"""位置 — which of many spans or headings lie at a place, found without going through all of them."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from zhengyou.reading.model import Heading

_PAGE = 128


class _Span(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Span)


class Spans(Generic[S]):
    """区间 — spans kept by the pages of the text that they touch."""

    def __init__(self, spans: Iterable[S] = ()) -> None:
        self._pages: dict[int, list[S]] = defaultdict(list)
        for span in spans:
            self.add(span)

    def add(self, span: S) -> None:
        """加入 — keep one more."""
        for page in range(span.start // _PAGE, span.end // _PAGE + 1):
            self._pages[page].append(span)

    def touching(self, start: int, end: int) -> Iterator[S]:
        """相交 — those that share a character with the stretch; one over several pages may come more than once."""
        for page in range(start // _PAGE, end // _PAGE + 1):
            for span in self._pages.get(page, ()):
                if start < span.end and span.start < end:
                    yield span


class Headings:
    """标题所辖 — the headings that hold a place, from the top down."""

    def __init__(self, headings: list[Heading]) -> None:
        self._headings = headings
        self._above: list[int] = []
        self._places: list[int] = []
        self._inmost: list[int] = []
        self._walk()

    def _walk(self) -> None:
        """From one beginning or end to the next the inmost open heading stays the same."""
        ends = sorted({one.until for one in self._headings})
        open_ones: list[int] = []
        places = sorted({*(one.start for one in self._headings), *ends})
        following = 0
        for place in places:
            while following < len(self._headings) and self._headings[following].start <= place:
                self._drop(open_ones, self._headings[following].start)
                self._above.append(-open_ones[0] if open_ones else -1)
                heapq.heappush(open_ones, -following)
                following += 1
            self._drop(open_ones, place)
            self._places.append(place)
            self._inmost.append(-open_ones[0] if open_ones else -1)

    def _drop(self, open_ones: list[int], place: int) -> None:
        while open_ones and self._headings[-open_ones[0]].until <= place:
            heapq.heappop(open_ones)

    def at(self, place: int) -> tuple[Heading, ...]:
        """所辖 — every heading whose part of the text holds the place."""
        found = bisect_right(self._places, place) - 1
        inmost = self._inmost[found] if found >= 0 else -1
        chain = []
        while inmost >= 0:
            if self._headings[inmost].until > place:
                chain.append(self._headings[inmost])
            inmost = self._above[inmost]
        return tuple(reversed(chain))
