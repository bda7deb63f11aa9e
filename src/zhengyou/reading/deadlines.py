"""时限 — by when a clause asks a thing to be done, or from when to when a stage runs."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhengyou.reading.days import Day, dates
from zhengyou.reading.model import Deadline
from zhengyou.reading.words import words
from zhengyou.reading.years import When

_RULES = words("time")
_EVENT, _EVENT_NOT = re.compile(_RULES["event"]), re.compile(_RULES["event_not"])
_INLINE, _WITHIN = re.compile(_RULES["inline"]), re.compile(_RULES["within"])
_RECURRING = re.compile(_RULES["recurring"])
_NOT_AFTER = re.compile(_RULES["not_after_within"])
_BEFORE = re.compile(
    r" ?(?:[上下]午)?(?:\d{1,2}[点时:]\d{0,2}分?)?(?:\([^()]{1,8}\))?(?:之前|以前|前|止|截止|为止)(?!后|期|段|提)"
)
_LINK = re.compile(r"\s*(?:\([^()]{1,8}\))?(?:开始|起)?\s*,?\s*(?:-{1,2}|—{1,2}|~|至|到)\s*")
_UPTO_EVENT = re.compile(
    r"\s*(?:开始|起)?\s*,?\s*(?:-{1,2}|—{1,2}|~|至|到)\s*(?P<words>[^,。;()]{2,14}?(?:召开)?(?:之前|以前|前|结束|闭幕))"
)


class Found(NamedTuple):
    """时限 — a deadline and where its words stand."""

    start: int
    end: int
    deadline: Deadline
    span: bool = False


def find(plain: str, start: int, end: int, original: str, when: When) -> Found | None:
    """时限 — the first deadline between two places: a date, a number of days, or an event."""
    return (
        _recurring(plain, start, end, original)
        or dated(plain, start, end, original, when)
        or _within(plain, start, end, original)
        or _event(plain, start, end, original)
    )


def _recurring(plain: str, start: int, end: int, original: str) -> Found | None:
    """每月10日前, 每周五下午5时前: a day that comes again has no place in a calendar."""
    match = _RECURRING.search(plain, start, end)
    if match is None:
        return None
    return Found(match.start(), match.end(), Deadline(original[match.start() : match.end()]))


def dated(plain: str, start: int, end: int, original: str, when: When) -> Found | None:
    """日期时限 — a day, a period, or a span from one to another."""
    days = [day for day in dates(plain, start, end, when) if not _names_something(plain, day)]
    for i, day in enumerate(days):
        if i + 1 < len(days) and _LINK.fullmatch(plain, day.end, days[i + 1].start):
            return _span(plain, day, days[i + 1], original)
        if (event := _UPTO_EVENT.match(plain, day.end, end)) is not None:
            return _made(plain, day.start, event.end(), original, day.first(), None, span=True)
        if _asked(plain, day, start):
            return _single(plain, day, original)
    return None


def _span(plain: str, first: Day, last: Day, original: str) -> Found:
    begin = (
        first.start - 1
        if plain[first.start - 1 : first.start] in ("从", "自") and first.start
        else first.start
    )
    before = _BEFORE.match(plain, last.end)
    return _made(
        plain, begin, before.end() if before else last.end, original, first.first(), last.last(), span=True
    )


def _single(plain: str, day: Day, original: str) -> Found:
    before = _BEFORE.match(plain, day.end)
    if before:
        return _made(plain, day.start, before.end(), original, None, day.last())
    if re.match(r"起|开始", plain[day.end : day.end + 2]) or plain[max(0, day.start - 1) : day.start] in (
        "从",
        "自",
    ):
        return _made(plain, day.start, day.end, original, day.first(), None)
    relative = day.month is None and day.year is None and not day.part
    return _made(plain, day.start, day.end, original, None if relative else day.first(), day.last())


def _made(
    plain: str, start: int, end: int, original: str, first: str | None, last: str | None, span: bool = False
) -> Found:
    return Found(start, end, Deadline(original[start:end], first, last), span)


def _names_something(plain: str, day: Day) -> bool:
    """2010年度考核, 去年, 《…2005年…》: a date that belongs to a name."""
    after, before = plain[day.end : day.end + 3], plain[max(0, day.start - 2) : day.start]
    if plain[day.end - 1 : day.end] in ("终", "底", "末") and re.match(r"考核|总结|评|述职|测评|检查", after):
        return day.month is None
    return bool(re.match(r"度|来|以来|的(?:讲话|通知)", after)) or before.endswith(("比", "较", "每", "届"))


def _asked(plain: str, day: Day, start: int) -> bool:
    """A bare year counts only as a target: 到2015年, 2015年底."""
    if day.month is None and not day.stated and not day.part:
        return day.start == start or plain[day.end : day.end + 1] in ("内", "要")
    if day.month is None and day.stated and not day.part:
        before = plain[max(0, day.start - 1) : day.start]
        return day.start == start or before in ("到", "至") or bool(_BEFORE.match(plain, day.end))
    return True


def _within(plain: str, start: int, end: int, original: str) -> Found | None:
    for match in _WITHIN.finditer(plain, start, end):
        if not _NOT_AFTER.match(plain[match.end() : end]):
            return Found(match.start(), match.end(), Deadline(original[match.start() : match.end()]))
    return None


def _event(plain: str, start: int, end: int, original: str) -> Found | None:
    match = _EVENT.match(plain[start:end])
    if match is not None and not _EVENT_NOT.search(match["words"]):
        stop = start + match.end("words")
        return Found(start, stop, Deadline(original[start:stop]))
    inline = _INLINE.search(plain, start, end)
    if inline is None:
        return None
    return Found(inline.start(), inline.end(), Deadline(original[inline.start() : inline.end()]))
