"""责任主体 — who is asked, exactly as written: the subject of a clause, or 由…."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhengyou.reading.words import any_of, words

_RULES = words("actors")
_HEAD = any_of(_RULES["heads"])
_HEAD_END = re.compile(rf"{_HEAD}(?:\([^()]{{1,12}}\))?(?:等)?$")
_HEAD_NEXT = re.compile(rf"{_HEAD}")
_SHORT = frozenset(_RULES["short"])
_OPENING_NOT = re.compile(_RULES["inner_not"])
_NEVER = re.compile(_RULES["inner_never"])
_FOLLOWS = re.compile(_RULES["follows"])
_ALONE = re.compile(_RULES["alone"])
_NOT_WHO = re.compile(_RULES["not_who"])
_GROUP_OF = re.compile(_RULES["group_of"].replace("HEAD", _HEAD))
_BY = re.compile(
    r"(?<![自理缘事因])由(?P<who>[^,。;由]{2,30}?)(?=(?:负责(?!人|同志)|牵头|组织(?!委员|部|员|干事|科|处)|进行|统一|按|根据|批改|批阅|审|汇总|统计|报|提出|具体|共同|对|在|向|主持|承担|确定|安排|实施|制定|签|保管|管理|检查|考核|评|收|填|逐|上报|写|讲|召集|推荐|选派|指派|公布|通报|督促|给予|予以|协调|办理|受理|担任|落实))"
)
_FORBID = re.compile(
    r"(?:禁止|不准|不许|严禁)(?P<who>[^,。;]{2,14}?)(?=出|参加|外出|使用|利用|接受|违|在|借|收|用|到|以|将|把|饮|搞|擅)"
)
_ASKED = re.compile(
    r"^(?:恳)?请(?P<who>各[^,。;]{1,20}?)(?=重新|按|根据|认真|于|将|把|在|结合|组织|对|及时|务必|抓紧|要|,|$)"
)
_PREFIX = re.compile(r"^(?:就[^,。;]{1,8}而言,?|今年|年内|届时|会后,?|会议要求,?)")


class Who(NamedTuple):
    """责任主体 — where the words of a subject stand."""

    start: int
    end: int


def subject(text: str, offset: int) -> Who | None:
    """主语 — the subject with which a clause begins."""
    asked = _ASKED.match(text)
    if asked is not None:
        return _place(asked, offset)
    skip = _PREFIX.match(text)
    begin = skip.end() if skip else 0
    rest = text[begin:]
    group = _GROUP_OF.match(rest)
    if group is not None:
        return _place(group, offset + begin)
    if _OPENING_NOT.match(rest):
        return None
    never = _NEVER.search(rest)
    limit = min(len(rest) - 1, 41, never.start() if never else len(rest))
    for stop in range(2, limit + 1):
        if _is_name(rest[:stop]) and _FOLLOWS.match(rest[stop:]):
            return Who(offset + begin, offset + begin + _longest(rest, stop))
    return None


def _longest(rest: str, stop: int) -> int:
    """妇联组织广泛开展: another head right behind belongs to the name if a predicate still follows."""
    while (more := _HEAD_NEXT.match(rest, stop)) and _FOLLOWS.match(rest[more.end() :]):
        stop = more.end()
    return stop


def standing_alone(text: str) -> bool:
    """只有主语 — a clause that is nothing but a subject: 各级党组织、各部门,"""
    if _OPENING_NOT.match(text) or len(text) > 40 or not _ALONE.match(text):
        return False
    return _is_name(text) and not _NEVER.search(text)


def by(text: str, offset: int) -> Who | None:
    """由谁 — 由X批改, 禁止X出国."""
    for pattern in (_BY, _FORBID):
        match = pattern.search(text)
        if match is not None and _is_name(match["who"]):
            return _place(match, offset)
    return None


def _place(match: re.Match[str], offset: int) -> Who:
    return Who(offset + match.start("who"), offset + match.end("who"))


def _is_name(words_: str) -> bool:
    """A subject ends with somebody; one letter alone (部, 局) needs a name before it."""
    end = _HEAD_END.search(words_)
    if end is None or _NOT_WHO.match(words_):
        return False
    if words_.count("(") != words_.count(")") or words_.count("“") != words_.count("”"):
        return False
    return not (end[0] in _SHORT and len(words_) < 2)
