"""年份 — the date a notice bears and the year its dates belong to."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from zhengyou.reading.numerals import value


class When(NamedTuple):
    """成文时间 — the year that dates without one belong to, and the month that 本月 is."""

    year: int | None
    month: int | None = None


_DIGITS = "〇零○一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][{_DIGITS}]{{3}})"
_SIGNED = re.compile(
    rf"^[ \t]*({_YEAR})年 ?(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月 ?"
    rf"(\d{{1,2}}|[一二三四五六七八九十廿]{{1,3}})日[ \t]*$",
    re.MULTILINE,
)
_REPUBLIC = re.compile(
    r"民国 ?([〇零○一二三四五六七八九十百]+|\d+) ?年|(?<![\u4e00-\u9fff])(一百[〇零○]?[一二三四五六七八九十]{1,3})年(?=[一二三四五六七八九十]{1,2}月)"
)
_NUMBERED = re.compile(rf"\[({_YEAR})\] ?第? ?\d+ ?号")
_WITH_MONTH = re.compile(rf"({_YEAR})年 ?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月")
_ALONE = re.compile(rf"(?<![到至在比较])({_YEAR})年(?!度?(?:以来|来))")


def date(plain: str) -> str | None:
    """成文日期 — the day written alone on a line, as below a signature."""
    found = _SIGNED.findall(plain)
    if not found:
        return None
    year, month, day = (value(words) for words in found[-1])
    if not (year and month and day and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def year(plain: str) -> int | None:
    """年份 — from the signature, the document number or the dates in the text; None if it gives none."""
    signed = date(plain)
    if signed:
        return int(signed[:4])
    votes: Counter[int] = Counter()
    for weight, pattern in ((5, _NUMBERED), (2, _WITH_MONTH), (1, _ALONE)):
        for match in pattern.finditer(plain):
            number = value(match[1])
            if number and 1949 <= number <= 2099:
                votes[int(number)] += weight
    for match in _REPUBLIC.finditer(plain):
        number = value(match[1] or match[2])
        if number:
            votes[int(number) + 1911] += 2
    return votes.most_common(1)[0][0] if votes else None


def when(plain: str) -> When:
    """成文时间 — as far as the notice tells it."""
    signed = date(plain)
    return When(year(plain), int(signed[5:7]) if signed else None)
