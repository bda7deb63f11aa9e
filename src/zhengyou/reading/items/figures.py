"""数据 — statistics that a text reports as fact."""

from __future__ import annotations

import re

from zhengyou.reading import mood, quantities
from zhengyou.reading.clauses import Clause, Sentence
from zhengyou.reading.items.made import item
from zhengyou.reading.model import Item
from zhengyou.reading.source import Source

_FOLLOWS = re.compile(r"^(?:占|比|同比|增长|增加|下降|达到?|其中|较)")
_DONE = re.compile(r"[共已了达到有](?:\D{0,10})\d|\d+\S{0,6}(?:名|个|户|人|人次|件|万元|亿元|%)")
_ASKS = re.compile(r"要|应|必须|不得|不少于|不低于|以上的?$|力争|确保")


def figures(source: Source) -> list[Item]:
    """数据 — each comma group about one measured thing."""
    found: list[Item] = []
    for sentence in source.sentences:
        if mood.asks(sentence.text) and not mood.tells(sentence.text):
            continue
        found += [_made(source, a, b) for a, b in _groups(source, sentence)]
    return found


def _groups(source: Source, sentence: Sentence) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    for clause in sentence.clauses:
        if not _counts(source, clause):
            continue
        if groups and _FOLLOWS.match(clause.text) and clause.start - groups[-1][1] <= 2:
            groups[-1] = (groups[-1][0], clause.end)
        else:
            groups.append((clause.start, clause.end))
    return groups


def _counts(source: Source, clause: Clause) -> bool:
    if _ASKS.search(clause.text) or not _DONE.search(clause.text):
        return False
    found = quantities.quantities(source.plain, clause.start, clause.end, source.text)
    return any(q.unit not in ("年", "月", "日", "天", "届", "次") for q in found)


def _made(source: Source, start: int, end: int) -> Item:
    return item(
        source, "figure", start, end, quantity=quantities.quantities(source.plain, start, end, source.text)
    )
