"""段落 — printed lines made paragraphs again: one ends short of the margin, the next begins with an indent or a mark."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median

from zhengyou.reading.files.pdf.layout import Line, Page
from zhengyou.reading.marks import mark_at, spoken
from zhengyou.reading.script import plain

_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9]$"), re.compile(r"^[A-Za-z]")
_WHOLE = 0.5  # a line that reaches less of the sheet's width was not broken by the margin
_NARROW = 1.6  # letters that may be wanting at the end of a full line
_LARGER = 1.12


@dataclass(frozen=True)
class _Sheet:
    """版心 — the margins of the text, the size of its letters, and whether paragraphs are indented."""

    left: float
    right: float
    width: float
    size: float
    indented: bool

    def is_full(self, line: Line) -> bool:
        """满行 — the line was broken by the margin."""
        reach = line.right - self.left
        return line.right >= self.right - _NARROW * line.size and reach >= _WHOLE * self.width

    def is_indented(self, line: Line) -> bool:
        """缩进 — the line begins a paragraph."""
        return line.left - self.left > 0.9 * line.size

    def is_centred(self, line: Line) -> bool:
        """居中 — as titles are."""
        before, after = line.left - self.left, self.right - line.right
        return before > line.size and after > line.size and abs(before - after) < 2 * line.size


def paragraphs(pages: list[Page]) -> list[str]:
    """段落 — one string a paragraph, in the order of the pages."""
    found: list[str] = []
    before: Line | None = None
    sheet = _sheet(pages)
    for page in pages:
        for line in page.lines:
            if before is not None and _goes_on(before, line, sheet):
                found[-1] = _together(found[-1], line.text)
            else:
                found.append(line.text)
            before = line
    return found


def _goes_on(before: Line, line: Line, sheet: _Sheet) -> bool:
    """接上行 — the line is more of the same paragraph."""
    if before.is_row or line.is_row or "\t" in before.text or "\t" in line.text:
        return False
    if not 1 / _LARGER < line.size / max(before.size, 0.1) < _LARGER:
        return False
    if _is_title(line, sheet):
        return sheet.is_full(before) or sheet.is_centred(before)
    if not sheet.is_full(before) or sheet.is_indented(line):
        return False
    return sheet.indented or not _is_marked(line)


def _is_title(line: Line, sheet: _Sheet) -> bool:
    """A title over several lines is centred in larger letters."""
    return line.size > sheet.size * _LARGER and sheet.is_centred(line)


def _is_marked(line: Line) -> bool:
    """Where nothing is indented only a mark shows a beginning; 一是 may stand anywhere in a paragraph."""
    mark = mark_at(plain(line.text), 0)
    return mark is not None and not spoken(mark.form)


def _together(text: str, more: str) -> str:
    blank = " " if _LATIN_END.search(text) and _LATIN_START.search(more) else ""
    return text + blank + more


def _sheet(pages: list[Page]) -> _Sheet:
    lines = [line for page in pages for line in page.lines if not line.is_row]
    if not lines:
        return _Sheet(0, 0, 1, 1, indented=False)
    width = median(page.width for page in pages)
    size = _usual([line.size for line in lines for _ in range(len(line.text))])
    body = [line for line in lines if abs(line.size - size) < 0.1 * size] or lines
    left, right = _edge([-line.left for line in body], size), _edge([line.right for line in body], size)
    left = -left
    indents = sum(0.9 < (line.left - left) / size < 4.5 for line in body)
    return _Sheet(left, right, width, size, indented=indents * 12 >= len(body))


def _usual(sizes: list[float]) -> float:
    return Counter(round(size, 1) for size in sizes).most_common(1)[0][0]


def _edge(places: list[float], size: float) -> float:
    """The outermost place where more than one line ends; one alone may have slipped out."""
    bins = Counter(round(place / size) for place in places)
    often = [place for place, times in bins.items() if times >= max(2, len(places) // 50)]
    outer = max(often) if often else max(bins)
    return max(place for place in places if round(place / size) == outer)
