"""网页杂项 — what a site wraps around a notice and what is pasted along with it: 推荐阅读, 责任编辑, 上一篇."""

from __future__ import annotations

import re

from zhengyou.reading.lines import Line, lines
from zhengyou.reading.words import words

_RULES = words("furniture")
_LINE = re.compile("|".join(_RULES["lines"]))
_END = re.compile("|".join(_RULES["ends"]))
_SHORT = 20


def is_furniture(line: str) -> bool:
    """杂项 — a line of the site, not of the notice."""
    return bool(_LINE.search(line))


def ends_notice(line: str) -> bool:
    """文末 — a line after which the site goes on with other things."""
    return bool(_END.search(line))


def furniture(plain: str) -> list[Line]:
    """杂项 — the lines of a pasted text that are no part of the notice."""
    found, over = [], False
    for line in lines(plain):
        ends = ends_notice(line.text)
        # At the head such a line stands alone; past the first third the notice is over.
        over = over or (ends and len(line.text) <= _SHORT and line.start * 3 > len(plain))
        if over or ends or is_furniture(line.text):
            found.append(line)
    return found
