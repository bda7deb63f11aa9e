"""数据 — statistics reported as fact: what was done, found or exists."""

from __future__ import annotations

import re

from zhengyou.reading import cadence, mood, quantities
from zhengyou.reading.clauses import Clause, Sentence
from zhengyou.reading.items.made import item
from zhengyou.reading.model import Item
from zhengyou.reading.script import spelt
from zhengyou.reading.source import Source

_MORE = re.compile(
    r"^[^,。;\d]{0,4}率(?:达|为|在|保持)?\d|^(?:(?:其中)?(?:占|比(?:上年|去年|上月|上季度?|上期|上学期|往年|同期)|同比|环比|较(?:上年|去年)|增长|增加|下降|减少|提高|其中(?!有)|完成(?:年度|全年|目标|预算)|完成率|满意率|覆盖率|合格率|总?价值|合计|折合|人均))"
)
_ASKED = re.compile(
    r"限报|限额|评出|评选|选出|另设|要求|必须|不得|不少于|目标|力争|争取|计划|预计|将(?:要|在|于|达)|到\d{4}年"
)
_TARGET = re.compile(r"力争|争取到|目标|到(?:\d{4}年|年底)")
_ATTENDS = re.compile(
    r"发言|介绍了?经验|参加(?:今天|这次|本次|会议)|出席|与会|今天(?:会议|大会)|讲[\u4e00-\u9fff]?[一二三四五六七八九十]个?(?:问题|方面|意见|点)|强调|几点|(?:以下|如下|几条)意见"
)
_ASKED_ABOVE = re.compile(r"目标|任务|要求|措施|办法|标准|条件|奖惩|奖励")
_SAID = re.compile(r"[\u4e00-\u9fff]{2}")
_MERE = frozenset(
    ("年", "月", "日", "天", "周", "点", "字", "课", "期", "条", "面", "分", "段", "星期", "个月")
)


def figures(source: Source) -> list[Item]:
    """数据 — each statistic with its share and growth as one item."""
    found: list[Item] = []
    for sentence in source.sentences:
        found.extend(_in_sentence(source, sentence))
    return found


def _in_sentence(source: Source, sentence: Sentence) -> list[Item]:
    above = mood.reports(sentence.path)
    told = mood.tells(sentence.text) or _statistics(source, sentence) or not mood.asks(sentence.text)
    set_as_aim = any(_ASKED_ABOVE.search(spelt(heading)) for heading in sentence.path) and not mood.tells(
        sentence.text
    )
    if not told or set_as_aim or _TARGET.search(sentence.text) or _ATTENDS.search(sentence.text[:40]):
        return []
    groups: list[tuple[int, int]] = []
    for clause in sentence.clauses:
        if not _numbered(source, clause, after=bool(groups)):
            continue
        among = source.plain[max(0, clause.start - 2) : clause.start] == "其中"
        near = groups and clause.start - groups[-1][1] <= (4 if among else 2)
        joined = near and (among or _MORE.match(clause.text))
        if joined:
            groups[-1] = (groups[-1][0], clause.end)
        elif _states(source, sentence, clause, above):
            groups.append((clause.start, clause.end))
    return [_figure(source, start, end) for start, end in groups]


def _statistics(source: Source, sentence: Sentence) -> bool:
    """Growth over last year and rounded counts (1240余人次) are reported, never asked."""
    numbers = quantities.quantities(source.plain, sentence.start, sentence.end)
    told = sum(number.bound in ("about", "growth_percent") for number in numbers)
    return told >= 1 and not mood.asks(sentence.text)


def _figure(source: Source, start: int, end: int) -> Item:
    numbers = quantities.quantities(source.plain, start, end, source.text)
    return item(source, "figure", start, end, quantity=numbers)


def _numbered(source: Source, clause: Clause, after: bool) -> bool:
    """Days and months alone are no statistic, except behind one."""
    numbers = quantities.quantities(source.plain, clause.start, clause.end)
    if not after and _SAID.search(clause.text) is None:
        return False  # a cell of a table
    return any(after or number.unit not in _MERE for number in numbers)


def _states(source: Source, sentence: Sentence, clause: Clause, above: bool) -> bool:
    """Told as done or as a count of what exists, and no target."""
    text = clause.text
    if (
        cadence.cadence(text, 0, len(text), text)
        or _ASKED.search(text)
        or mood.asks(text)
        or mood.allows(text)
        or mood.hopes(text)
    ):
        return False
    digits = re.search(r"\d|[一二三四五六七八九]成|分之", text) is not None
    done = (
        above
        or mood.tells(sentence.text)
        or mood.tells(text)
        or _statistics(source, sentence)
        or re.search(
            r"共有|现有|下辖|拥有|累计|(?<![在对向为])(?:全[市县区镇乡村局省校厂院])(?=[^,。]{0,8}\d|有|共|现|已)|共(?:[\u4e00-\u9fff]{1,4})?\d|(?:^|,)有\d",
            sentence.text,
        )
    )
    return bool(done) and (digits or mood.tells(text))
