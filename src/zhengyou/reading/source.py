"""原文 — one notice as the rules see it: the text, its plain spelling, headings, sentences and year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from zhengyou.reading import titles, years
from zhengyou.reading.clauses import Sentence, protected, sentences
from zhengyou.reading.furniture import furniture
from zhengyou.reading.lines import Line
from zhengyou.reading.model import Heading, Notice
from zhengyou.reading.outline import outline
from zhengyou.reading.places import Headings, Spans
from zhengyou.reading.script import plain


@dataclass
class Source:
    """原文 — what every rule is given to read."""

    notice: Notice

    @property
    def text(self) -> str:
        """原文 — the notice's own characters."""
        return self.notice.text

    @cached_property
    def plain(self) -> str:
        """通用字形 — the spelling that the rules read."""
        return plain(self.notice.text)

    @cached_property
    def title(self) -> str | None:
        """文件标题 — in the spelling that the rules read."""
        return titles.title(self.plain, self.plain)

    @cached_property
    def inside(self) -> bytearray:
        """括住的 — which places are quoted or bracketed."""
        return protected(self.plain)

    @cached_property
    def headings(self) -> list[Heading]:
        """标题 — the outline."""
        return outline(self.plain, self.text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """句 — the whole text, sentence by sentence."""
        everything = sentences(self.plain, self.headings, self.held)
        return [one for one in everything if not self.beside(one.start)]

    @cached_property
    def aside(self) -> list[Line]:
        """正文外 — titles of documents and lines of a website: they ask and name nothing."""
        headings = {heading.start for heading in self.headings}
        named = [line for line in titles.title_lines(self.plain) if line.start not in headings]
        return [*named, *furniture(self.plain)]

    @cached_property
    def _aside_places(self) -> Spans[Line]:
        return Spans(self.aside)

    def beside(self, place: int) -> bool:
        """在正文外 — the place lies in such a line."""
        return next(self._aside_places.touching(place, place + 1), None) is not None

    @cached_property
    def held(self) -> Headings:
        """标题所辖 — asked by place."""
        return Headings(self.headings)

    @cached_property
    def children(self) -> dict[tuple[str, ...], list[Heading]]:
        """下级标题 — the headings right below each path, in the order of the text."""
        found: dict[tuple[str, ...], list[Heading]] = defaultdict(list)
        for heading in self.headings:
            found[heading.parent].append(heading)
        return found

    def heading_starts(self, start: int, end: int) -> list[int]:
        """标题起处 — where headings begin between two places."""
        starts = self._heading_starts
        return starts[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentences_under(self, heading: Heading) -> list[Sentence]:
        """标题下的句 — those behind its own words."""
        starts = self._sentence_starts
        return self.sentences[bisect_right(starts, heading.end) : bisect_left(starts, heading.until)]

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [heading.start for heading in self.headings]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    @cached_property
    def when(self) -> years.When:
        """成文时间 — what dates without a year, and 本月, are counted from."""
        return years.when(self.plain)

    def path_at(self, place: int) -> tuple[str, ...]:
        """层级 — the headings that hold a place, from the top down."""
        holding = self.held.at(place)
        return holding[-1].path if holding else ()
