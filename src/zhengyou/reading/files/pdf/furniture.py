"""页眉页脚 — what is printed on every page and is no part of the notice: page numbers, running heads, stamps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from zhengyou.reading.files.pdf.layout import Line, Page

_NUMBER = re.compile(
    r"[-—–－―·~]*(?:第)?(?:\d{1,4}|[ivxlIVXL]{1,6}|[一二三四五六七八九十百]{1,4}(?=页))页?"
    r"(?:[,，/共]*(?:of)?\d{1,4}页?)?[-—–－―·~]*"
)
_EDGE = 2  # lines from the top and from the bottom
_BAND = 0.13  # of the height of a page


def without_furniture(pages: list[Page]) -> list[Page]:
    """正文 — the pages without what runs along their edges."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = max(2, len(pages) // 3) if len(pages) > 1 else 2
    running = {key for key, times in seen.items() if times >= often}
    return [replace(page, lines=tuple(_kept(page, running))) for page in pages]


def _kept(page: Page, running: set[tuple[str, int]]) -> Iterator[Line]:
    edges = set(map(id, _edges(page)))
    for line in page.lines:
        at_edge = id(line) in edges
        if not (at_edge and (_is_number(line) or _key(line) in running)):
            yield line


def _edges(page: Page) -> list[Line]:
    """Lines near the top or the bottom of the sheet; a table is no running head."""
    lines = [line for line in page.lines if not line.is_row]
    near = [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]
    return [
        line for line in near if line.bottom < page.height * _BAND or line.top > page.height * (1 - _BAND)
    ]


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(re.sub(r"\s", "", line.text)) is not None


def _key(line: Line) -> tuple[str, int]:
    """The same words at the same height, whatever number stands in them."""
    return re.sub(r"\d+", "#", line.text), round(line.top / 6)
