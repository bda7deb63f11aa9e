"""行 — the lines of a text with their places; blanks at both ends left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """行 — one line that says something."""

    start: int
    end: int
    text: str


def lines(plain: str) -> Iterator[Line]:
    """行 — every line with something on it, in order."""
    for match in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+", plain):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(start, start + len(words), words)
