"""标准 — lines of a standard by which organisations and people are judged."""

from __future__ import annotations

import re

from zhengyou.reading import quantities
from zhengyou.reading.items.made import item
from zhengyou.reading.marks import mark_at
from zhengyou.reading.model import Heading, Item
from zhengyou.reading.source import Source

_NAMES = re.compile(r"(?:好|强|优|硬|高|过硬)$")
_MODEL = re.compile(r"^(?:带头|争当|争做|做.{0,8}(?:模范|表率|先锋))")
_CALLED = re.compile(r"标准|条件|五个好|五带头|五个带头|四个好|目标|基本要求|主要内容")
_SCORED = re.compile(r"[扣加得计]\d+(?:\.\d+)?分|(?<!\d)\d+分\)|占\d+%|\d+分(?:以上|以下|及以上)为|一票否决")


def criteria(source: Source) -> list[Item]:
    """标准 — named lines of a standard, and lines of a scoring table."""
    found = [_line(source, h) for h in source.headings if _is_line(source, h)]
    taken = [(i.start, i.end) for i in found]
    for sentence in source.sentences:
        for clause in sentence.clauses:
            inside = any(a <= clause.start < b for a, b in taken)
            if not inside and _SCORED.search(clause.text):
                found.append(_made(source, clause.start, clause.end))
    return sorted(found, key=lambda i: i.start)


def _is_line(source: Source, heading: Heading) -> bool:
    mark = mark_at(source.plain, heading.start)
    if mark is None or mark.form not in ("is", "first"):
        return False
    words = source.plain[mark.end : heading.end].strip("。;,: ")
    called = " ".join(heading.parent[-1:]) + source.plain[max(0, heading.start - 80) : heading.start]
    named = _NAMES.search(words) is not None and len(words) <= 14
    return (named or _MODEL.match(words) is not None) and _CALLED.search(called) is not None


def _line(source: Source, heading: Heading) -> Item:
    mark = mark_at(source.plain, heading.start)
    return _made(source, mark.end if mark else heading.start, heading.until)


def _made(source: Source, start: int, end: int) -> Item:
    while start < end and source.plain[start] in " ,、:\t\r\n":
        start += 1
    while end > start and source.plain[end - 1] in " 。;,\t\r\n":
        end -= 1
    points = [
        q for q in quantities.quantities(source.plain, start, end, source.text) if q.unit in ("分", "%", "次")
    ]
    return item(source, "criterion", start, end, quantity=points)
