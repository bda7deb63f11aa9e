"""序号 — the marks that open headings: 一、 (一) 1. ① 第一, 一是 首先 第一阶段: 第一条."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhengyou.reading.numerals import ordinal
from zhengyou.reading.words import words

_RULES = words("outline")
_N = "[一二三四五六七八九十百]{1,4}"
_NOT_MARK = rf"(?!{_RULES['not_after_ordinal']})"

# (form, usual rank from the top, pattern with the count as group "n"); the first that fits is taken.
_FORMS: list[tuple[str, float, re.Pattern[str]]] = [
    ("chapter", 0, re.compile(rf"第 ?(?P<n>{_N}|\d+) ?[章编](?=[\s::]|\S)")),
    ("section", 1, re.compile(rf"第 ?(?P<n>{_N}|\d+) ?(?:节|部分)(?=[\s::,]|\S)")),
    ("article", 2.5, re.compile(rf"第 ?(?P<n>{_N}|\d+) ?条(?=[\s::])")),
    ("stage", 5, re.compile(rf"第 ?(?P<n>{_N}|\d+) ?(?:个)?(?:阶段|步|环节)(?:[::、,]|(?=[\s(—-]))")),
    ("formal", 1.5, re.compile(r"(?P<n>[壹贰叁肆伍陆柒捌玖参][拾]?|拾[壹贰叁肆伍陆柒捌玖]?)(?:、|[..])")),
    ("comma", 2, re.compile(rf"(?P<n>{_N})(?: ?、|[..](?!\d)|,(?=\D))")),
    ("bracket", 3, re.compile(rf"\((?P<n>{_N})\)[、,.:]?|(?P<m>[㈠-㈩])[、,.]?")),
    ("dotted", 6, re.compile(r"(?P<n>\d{1,2})\.\d{1,2}(?:\.\d{1,2})*[ 、.](?!\d)")),
    ("number", 5, re.compile(r"(?P<n>\d{1,2})(?:[、,:]|\.(?!\d)|\.(?=\d{4}年))(?!\d{3}(?!\d|年))")),
    ("bracket_number", 6, re.compile(r"\((?P<n>\d{1,2})\)[、,.]?|(?P<m>\d{1,2})\)[、,.]?")),
    ("circle", 7, re.compile(r"(?P<n>[①-⑳])[、,.]?")),
    (
        "ordinal",
        8,
        re.compile(rf"第(?P<n>{_N})(?:[,、:]|是|就是|要(?!务|素|求)|{_NOT_MARK}(?=[\u4e00-\u9fff]))"),
    ),
    ("is", 9, re.compile(rf"(?P<n>{_N})(?:是要|是|要|则)(?!素|务)")),
    ("first", 8, re.compile(r"(?P<n>首先|其次|再次|再者|最后)(?:[,是要])?")),
]
_SPOKEN = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 99}
LAST = 99


class Mark(NamedTuple):
    """序号 — a mark: its form, what it counts, its usual rank and its place."""

    form: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks of a mark
    rank: float
    start: int
    end: int


def mark_at(plain: str, place: int) -> Mark | None:
    """序号 — the mark that stands at a place, if one does."""
    for form, rank, pattern in _FORMS:
        match = pattern.match(plain, place)
        if match is None:
            continue
        groups = match.groupdict()
        letters = groups.get("n") or groups.get("m") or ""
        count = _SPOKEN.get(letters) or ordinal(letters)
        if count:
            return Mark(form, count, rank, place, match.end())
    return None


def spoken(form: str) -> bool:
    """口头序号 — marks of speech, which may change form while the count goes on (一是…二是…第三…)."""
    return form in ("ordinal", "is", "first")
