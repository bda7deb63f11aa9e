"""机制 — names of schemes with rules of their own: “签到制”, 首问责任制, 三级公示."""

from __future__ import annotations

import re

from zhengyou.reading import titles
from zhengyou.reading.items.made import item
from zhengyou.reading.model import Item
from zhengyou.reading.source import Source
from zhengyou.reading.words import any_of, words

_RULES = words("schemes")
_SUFFIX = any_of(_RULES["suffix"])
_NOT_SUFFIX = re.compile(_RULES["not_suffix"])
_GENERIC = re.compile(rf"^(?:{any_of(_RULES['generic'])})*$")
_SKIPPED = re.compile(r"形象|政绩|系统|民生|重点|建设|水利|项目|配套|绿化|交通|扶贫开发")
_AFTER = re.compile(_RULES["after"])
_AFTER_END = re.compile(rf"(?:{_RULES['after']})(?:好|了|并|和|、)?$")
_INNER_NOT = re.compile(_RULES["inner_not"])
_QUOTED = re.compile(r"“(?P<name>[^“”]{2,24})”")
_PROGRAMME = re.compile(_RULES["programme"])
_BEFORE_PROGRAMME = re.compile(_RULES["before_programme"])
_NOT_PROGRAMME = re.compile(_RULES["not_programme"])
_NOT_NAME = re.compile(_RULES["not_name"])
_TOPIC = re.compile(_RULES["topic"])
_AGAINST = re.compile(r"反对|杜绝|防止|克服|制止|纠正")
_IN_PASSING = re.compile(r"[^,。;“”]{0,4}活动中|\([^()、]{2,14}制(?:、[^()、]{2,14}制)+\)")
_NUMERIC = re.compile(f"{_RULES['numeric_known']}|{_RULES['numeric']}")
_KNOWN = re.compile(_RULES["numeric_known"])
_BARE = re.compile(_RULES["bare_names"])
_SCHEME_END = re.compile(rf"{_SUFFIX}(?!定|订|约|止|造|裁|度化|品|剂|成|图|片|作|服|衣|高|胜)")

_PUT_TO_WORK = re.compile(r"(?:实行|推行|推广|实施)(?:[\u4e00-\u9fff]{0,4})$")
_DECREED = re.compile(
    r"(?:制定|制订|修订|出台|建立|完善|严格执行|严格落实)(?P<name>《[^《》]{2,24}(?:办法|制度|公约)》)"
)
_SAID_OF = re.compile(r"的|要求|原则|精神|思路|标准|理念|制度化|等")
_OBJECT = re.compile(
    r"(?:信息|工作|管理|动态)?(?:台[帐账]|档案|清单|名册|登记|挂牌|标识|称号|标准|家庭|标兵)"
)

Span = tuple[int, int]


def mechanisms(source: Source) -> list[Item]:
    """机制 — each name where the notice first uses it."""
    spans = [*_decreed(source), *_quoted(source), *_suffixed(source), *_numeric(source), *_bare(source)]
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not source.beside(start) and not (kept and start < kept[-1][1]):
            kept.append((start, end))
    return [item(source, "mechanism", start, end) for start, end in _first_mentions(source.plain, kept)]


def _first_mentions(plain: str, spans: list[Span]) -> list[Span]:
    seen: set[str] = set()
    first = []
    for start, end in spans:
        name = re.sub(r"[^\w]", "", plain[start:end])
        name = re.sub(r"(主题实践)?(活动|制度)$", "", name)
        if name not in seen:
            seen.add(name)
            first.append((start, end))
    return first


def _quoted(source: Source) -> list[Span]:
    """“双育双带”活动: quoted, and called an activity or a scheme, or put to work."""
    plain, found = source.plain, []
    for match in _QUOTED.finditer(plain):
        name = match["name"]
        before = plain[max(0, match.start() - 8) : match.start()]
        if (
            _mentioned_only(plain, match)
            or _NOT_PROGRAMME.search(name)
            or _NOT_NAME.search(name)
            or re.search(r"[。;!?:]", name)
        ):
            continue
        if _campaign_itself(source, match) or _OBJECT.match(plain, match.end()):
            continue
        kind = _PROGRAMME.match(plain, match.end())
        numeric = _NUMERIC.fullmatch(name) is not None
        listed = _in_list_of_activities(plain, match.end())
        if kind:
            found.append((match.start(), kind.end()))
        elif (
            not _NOT_SUFFIX.search(name)
            and re.fullmatch(rf".*{_SUFFIX}|.*工程|.*行动|.*活动|.*工作法|.*计划|.*课堂|.*讲堂", name)
            and not _generic_name(name)
        ):
            found.append((match.start(), match.end()))
        elif _PUT_TO_WORK.search(before) and len(name) <= 10 and not _SAID_OF.match(plain, match.end()):
            found.append((match.start(), match.end()))
        elif (
            listed or numeric or re.search(r"回头看|分析会|议政日|恳谈|联系卡", name)
        ) and not _TOPIC.search(before):
            found.append((match.start(), match.end()))
    return found


def _decreed(source: Source) -> list[Span]:
    """修订《乡机关财务管理办法》: a paper of rules that is to be made or kept."""
    return [match.span("name") for match in _DECREED.finditer(source.plain)]


def _campaign_itself(source: Source, match: re.Match[str]) -> bool:
    """关于开展“X”活动的通知: X is what the notice is about, not a scheme in it."""
    title = source.title
    return title is not None and f"“{match['name']}”" in title and titles.is_worded_like_one(title)


def _mentioned_only(plain: str, match: re.Match[str]) -> bool:
    """反对“形象工程”, 在“作风整顿”活动中, “三制”(甲制、乙制): spoken of, or an umbrella for its members."""
    against = _AGAINST.search(plain, max(0, match.start() - 16), match.start())
    after = plain[match.end() : match.end() + 40]
    return against is not None or _IN_PASSING.match(after) is not None


def _in_list_of_activities(plain: str, end: int) -> bool:
    """“远教助创业”、“基地帮创业”等主题实践活动: each name of the list."""
    rest = plain[end : end + 90]
    quoted = r"(?:(?:、|和|与|及|以及)“[^“”]{2,24}”)*"
    mixed = r"(?:(?:、|和|与|及|以及)(?:“[^“”]{2,24}”|[^,。;“”、]{2,12}))*等"
    kind = r"[^,。;、“”的]{0,8}(?:活动|行动|竞赛)"
    return re.match(rf"(?:{quoted}|{mixed}){kind}", rest) is not None


def _suffixed(source: Source) -> list[Span]:
    """限时办结制、首问责任制: names by their last word, back to the verb before them."""
    plain, found = source.plain, []
    for sentence in source.sentences:
        for clause in sentence.clauses:
            last = clause.start
            for match in _SCHEME_END.finditer(plain, clause.start, clause.end):
                if source.inside[match.start()] and "(" not in plain[clause.start : match.start()]:
                    continue
                start = _name_start(plain, max(last, clause.start), match.start())
                last = match.end()
                name = plain[start : match.end()]
                if start < match.start() and _is_scheme(
                    name, match[0], plain[max(clause.start, start - 8) : start]
                ):
                    found.append((start, match.end()))
    return found


def _name_start(plain: str, floor: int, end: int) -> int:
    """Behind the verb that puts the scheme to work: the first one that leaves a plain name."""
    floor = max(floor, plain.rfind("(", floor, end) + 1)
    starts = [floor]
    for match in _AFTER.finditer(plain, floor, end):
        if match.start() - starts[-1] <= 1:
            starts[-1:] = [match.end()]
        else:
            starts.append(match.end())
    for start in starts:
        if not _INNER_NOT.search(re.sub(r"“[^”]*”", "", plain[start:end])):
            return _past_joints(plain, start, end)
    return _past_joints(plain, starts[-1], end)


def _past_joints(plain: str, start: int, end: int) -> int:
    while start < end and plain[start] in "、和及与等 :的了,好并":
        start += 1
    return start


def _is_scheme(name: str, suffix: str, before: str) -> bool:
    modifier = name[: -len(suffix)].strip("“”、和")
    if _NOT_SUFFIX.search(name) or _generic_name(name) or len(name) > 40 or len(modifier) < 2:
        return False
    if suffix.endswith("工程") and _SKIPPED.search(modifier[-4:]):
        return False
    if modifier.endswith("、") or name[: -len(suffix)].endswith("、"):
        return False
    worked = _AFTER_END.search(before) is not None
    if suffix.endswith(("办法", "工程")) and not (worked or re.search(r"[、(]$", before)):
        return False
    last = re.split(r"[、和及]", modifier)[-1]
    if not last or _GENERIC.match(last) or _INNER_NOT.search(re.sub(r"“[^”]*”", "", modifier)):
        return False
    if suffix in ("制度", "办法", "热线", "联席会议") and not worked and not re.search(r"[、(]$", before):
        return len(modifier) >= 2 and modifier.count("的") == 0 and bool(re.search(r"(^|[、和及(])$", before))
    return True


def _generic_name(name: str) -> bool:
    stripped = re.sub(rf"{_SUFFIX}$", "", name).strip("“”")
    return bool(_GENERIC.match(stripped))


def _numeric(source: Source) -> list[Span]:
    """五比五创, 四议两公开: names by number, where something is done with them."""
    found = []
    for match in _NUMERIC.finditer(source.plain):
        if source.inside[match.start()]:
            continue
        kind = re.compile(r"(?:制度|活动|工作法|责任制)").match(source.plain, match.end())
        before = source.plain[max(0, match.start() - 4) : match.start()]
        if _KNOWN.fullmatch(match[0]) or kind or _BEFORE_PROGRAMME.search(before):
            found.append((match.start(), kind.end() if kind else match.end()))
    return found


def _bare(source: Source) -> list[Span]:
    return [m.span() for m in _BARE.finditer(source.plain) if not source.inside[m.start()]]
