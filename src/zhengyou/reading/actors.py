"""责任主体 — who is asked, exactly as written: the subject of a clause, or 由…."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhengyou.reading.words import any_of, words

_RULES = words("actors")
_HEAD = any_of(_RULES["heads"])
_HEAD_END = re.compile(rf"{_HEAD}(?:\([^()]{{1,12}}\))?(?:等)?$")
_HEAD_NEXT = re.compile(rf"{_HEAD}")
_STRONG = re.compile(
    rf"(?P<who>[^,。;:()\d“”《》的由占报从向给评查与交]{{0,10}}?{any_of(_RULES['strong'])})(?=[\u4e00-\u9fff]{{2}})"
)
_NOT_NEXT = re.compile(_RULES["not_next"])
_SHORT = frozenset(_RULES["short"])
_OPENING_NOT = re.compile(_RULES["inner_not"])
_NEVER = re.compile(_RULES["inner_never"])
_FOLLOWS = re.compile(_RULES["follows"])
_ALONE = re.compile(_RULES["alone"])
_NOT_WHO = re.compile(_RULES["not_who"])
_GROUP_OF = re.compile(_RULES["group_of"].replace("HEAD", _HEAD))
_BY = re.compile(r"(?:(?<![自理缘事因])由|(?<=[须要应需]经)|(?<=必须经))(?=[^,。;由]{2})")
_BY_NEXT = re.compile(
    r"负责(?!人|同志)|约谈|牵头|组织(?!委员|部|员|干事|科|处)|进行|统一|按|根据|批改|批阅|审(?!计局)|汇总|统计(?!局)"
    r"|报(?!社)|提出|具体|共同|对|在|向|主持|承担|确定|安排|实施|制定|签|保管|管理(?![员处科局站人部])|检查(?!组)"
    r"|考核(?![组办小])|评(?![委议]?[委小组])|收|填|逐|上报|写|讲|召集|推荐|选派|指派|公布|通报|督促|给予|予以|协调"
    r"|办理|受理|担任|落实|登记(?!表|簿)|开展|保存|当[日天]|宣读|公布|核发|颁发|拨付|支付|于|先|组建|编制|聘用|约定|完成|轮流|自查|抽查|推选|批评|提前|逐|\d|谈话|提醒|兜底|承担|每|更换|与|集中|命名|见面|答复|使用|统筹|同意|讨论通过|邀请|聘请|组成"
)
_FORBID = re.compile(
    r"(?:禁止|不准|不许|严禁)(?P<who>[^,。;]{2,14}?)(?=出|参加|外出|使用|利用|接受|违|在|借|收|用|到|以|将|把|饮|搞|擅)"
)
_ASKED = re.compile(
    r"^(?:恳|另|并|特)?请(?P<who>各[^,。;]{1,20}?)(?=设置|指派|推派|派|填|准时|转|协助|提供|参|依|重新|按|根据|认真|于|将|把|在|结合|组织|对|及时|务必|抓紧|要|,|$)"
)
_MODAL = re.compile(
    r"^(?P<who>[^,。;:!?]{2,24}?)(?=(?:都|均|也|原则上|一般|至少)?"
    r"(?:(?<![重主需只首必简紧概纲摘扼险])要(?![求素点闻害么领义旨件]|务(?!必))|(?<![相反适响供效对])应(?![对急用届付邀聘变声运收税])|必须|须|务必|不得|请(?:于|在|按)))"
)
_EACH = re.compile(
    r"^(?P<who>[^,。;:\d]{0,8}?每(?:一)?(?:[个名位支家所组村队班人户]|单位|部门|支部)[^,。;:\d]{0,6}?)(?=(?P<rest>[^,。;:]{2}))"
)
_GROUP_MODAL = re.compile(
    r"^(?!对|把|将|因|在|按|通过|围绕|以)(?P<who>[^,。;:]{2,24}(?:低于|不足|以上|以下|达到|不到|超过|排名|连续|未)[^,。;:]{0,16}的[\u4e00-\u9fff]{1,6}?)(?=要|应当|应|必须|须|不得)"
)
_THINGS = re.compile(_RULES["things"])
_PREFIX = re.compile(
    r"^(?:[上下]半年,?|(?:第?[一二三四]|每)季度末?,?(?=[^,。;]{2,8}(?:组织|召开|举办|开展|要))|\d{4}年(?!度)|就[^,。;]{1,8}而言,?|今年|年内|届时|会后,?|会议要求,?)"
)


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
    below = _GROUP_MODAL.match(rest)
    if below is not None:
        return _place(below, offset + begin)
    if _OPENING_NOT.match(rest):
        return None
    never = _NEVER.search(rest)
    limit = min(len(rest) - 1, 41, never.start() if never else len(rest))
    each = _each(rest, offset + begin)
    if each is not None:
        return each
    for stop in range(2, limit + 1):
        if _is_name(rest[:stop]) and _FOLLOWS.match(rest[stop:]):
            return Who(offset + begin, offset + begin + _longest(rest, stop))
    return _obliged(rest, offset + begin)


def at_the_head(text: str, offset: int) -> Who | None:
    """团支部民主测评: of a clause that asks for something, whoever stands first by a name that is of nobody else."""
    skip = _PREFIX.match(text)
    begin = skip.end() if skip else 0
    match = _STRONG.match(text, begin)
    if match is None or _OPENING_NOT.match(text[begin:]) or _NEVER.search(match["who"]):
        return None
    return None if _NOT_NEXT.match(text[match.end() :]) else Who(offset + begin, offset + match.end())


def _each(rest: str, offset: int) -> Who | None:
    """每村配备…, 班子成员每人确定…: each of a kind, whatever kind it is."""
    first = _EACH.match(rest)
    if first is None:
        return None
    for stop in range(first.end("who"), min(first.end("who") + 7, len(rest) - 1)):
        if _FOLLOWS.match(rest[stop:]) and not _NEVER.search(rest[:stop]):
            return None if _THINGS.search(rest[:stop]) else Who(offset, offset + stop)
    named = [
        stop for stop in range(4, min(13, len(rest))) if _is_name(rest[:stop]) and "," not in rest[:stop]
    ]
    return Who(offset, offset + named[-1]) if named and not _NEVER.search(rest[: named[-1]]) else None


def _obliged(rest: str, offset: int) -> Who | None:
    """X要…, X应…: before a word of obligation stands whoever is obliged, unless it is a thing."""
    match = _MODAL.match(rest)
    if match is None or _NEVER.search(match["who"]) or _NOT_WHO.match(match["who"]):
        return None
    if _THINGS.search(match["who"]) or match["who"].endswith("的"):
        return None
    return Who(offset, offset + _person(match["who"]))


def _person(words_: str) -> int:
    """河长巡河: where the words of somebody end and those of a doing begin."""
    if _is_name(words_):
        return len(words_)
    ends = [stop for stop in range(len(words_) - 1, max(1, len(words_) - 5), -1) if _is_name(words_[:stop])]
    return ends[0] if ends else len(words_)


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
    """由谁 — 由X批改, 经X审核, 禁止X出国."""
    for start in (match.end() for match in _BY.finditer(text)):
        for stop in range(start + 2, min(start + 31, len(text))):
            if text[stop - 1] in ",。;:":
                break
            if _BY_NEXT.match(text, stop) and (
                _is_name(text[start:stop]) or _in_charge(text[start:stop], text[stop:])
            ):
                return Who(offset + start, offset + stop)
    match = _FORBID.search(text)
    return _place(match, offset) if match is not None and _is_name(match["who"]) else None


def _in_charge(name: str, rest: str) -> bool:
    """由村文书负责保管: whoever is in charge is somebody."""
    return len(name) <= 10 and re.match(r"负责|牵头|组织实施|约谈", rest) is not None


def _place(match: re.Match[str], offset: int) -> Who:
    return Who(offset + match.start("who"), offset + match.end("who"))


def _is_name(words_: str) -> bool:
    """A subject ends with somebody; one letter alone (部, 局) needs a name before it."""
    end = _HEAD_END.search(words_)
    if end is None or _NOT_WHO.match(words_):
        return False
    if "的" in words_ and end[0] in _SHORT:
        return False
    if words_.count("(") != words_.count(")") or words_.count("“") != words_.count("”"):
        return False
    return not (end[0] in _SHORT and len(words_) < 2)
