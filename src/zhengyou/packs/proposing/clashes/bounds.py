"""Numbers that cannot be, and two numbers for one thing."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from zhengyou.packs.proposing.clashes.stages import Found, Placed, becoming
from zhengyou.packs.proposing.model import Contradiction, Proposal
from zhengyou.packs.proposing.words.table import matches
from zhengyou.reading.script import plain

PART = re.compile(r"[率占]|比例|比重|覆盖|分之")
MORE = re.compile(r"增长|提高|提升|增加|增幅|超额|任务|同比|比上年|下降|减少|翻")
GROUPS = ("kinds", "categories", "posts")


def over_the_whole(placed: Placed) -> Found:
    """A part of more than the whole: 覆盖率120%."""
    shares = {line["need"] for line in matches() if "need" in line and "%" in line["unit"]}
    for n, p in placed:
        needs = p.entry.get("needs") or {}
        over = [m for m, value in needs.items() if m in shares and Fraction(value) > 1]
        if over or (not needs and _as_read(p) and _more_than_all(p)):
            yield Contradiction((n,), "比例超过100%，请核对原文，改成100%以内的数。")


def _as_read(p: Proposal) -> bool:
    return bool(p.entry.get("what", p.item.text) == p.item.text)


def _more_than_all(p: Proposal) -> bool:
    text = plain(p.item.text)
    percents = [q.value for q in p.item.quantity if q.unit == "%" and q.bound != "growth_percent"]
    return max(percents, default=0) > 100 and bool(PART.search(text)) and not MORE.search(text)


def two_bounds(placed: Placed) -> Found:
    """Two numbers of one measure for the same people in the same time."""
    for (n, first), (m, then) in _pairs(placed):
        if _of(first) == _of(then):
            for measure in _differing(first, then):
                one, other = (told(p.entry["needs"][measure]) for p in (first, then))
                words = f"{first.entry['name']}对同样的对象有{one}和{other}两个数，请留一条，或分清各自的对象和阶段。"
                yield Contradiction((n, m), words)


def within_another(placed: Placed) -> Found:
    """Less asked of some than of all among whom they are: the lower number asks nothing."""
    for one, other in _pairs(placed):
        for (n, wide), (m, narrow) in ((one, other), (other, one)):
            if not _holds(wide, narrow):
                continue
            for measure in _differing(wide, narrow):
                more, less = (p.entry["needs"][measure] for p in (wide, narrow))
                if Fraction(less) < Fraction(more):
                    words = f"{wide.entry['name']}对全体要求{told(more)}，对其中一部分只要求{told(less)}，后一条不起作用；"
                    yield Contradiction(tuple(sorted((n, m))), words + "请分清各自的对象，或改成一个数。")


def told(value: str) -> str:
    """2/3 as 三分之二 would be: 66.67%; what hours came to in class hours exactly: 53又1/3."""
    number = Fraction(value)
    if 0 < number < 1:
        return f"{float(number * 100):.4g}%"
    whole, part = divmod(number, 1)
    return f"{whole}又{part}" if part else str(whole)


def _pairs(placed: Placed) -> Iterator[tuple[tuple[int, Proposal], tuple[int, Proposal]]]:
    """Two requirements on one rule in one time."""
    by_rule: dict[tuple[str, str], Placed] = {}
    for n, p in becoming(placed, "requirement"):
        by_rule.setdefault((p.entry["rule"], p.entry.get("stage") or ""), []).append((n, p))
    for same in by_rule.values():
        yield from combinations(same, 2)


def _of(p: Proposal) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(p.entry.get(key) or ()) for key in GROUPS)


def _holds(wide: Proposal, narrow: Proposal) -> bool:
    """Whether whoever is asked the one is asked the other too, and others besides; no group means all."""
    both = list(zip(_of(wide), _of(narrow), strict=True))
    return _of(wide) != _of(narrow) and all(not w or (n and n <= w) for w, n in both)


def _differing(one: Proposal, other: Proposal) -> list[str]:
    """Measures of which both write a number, and not the same; what only follows from the words contradicts nothing."""
    a, b = one.entry.get("needs") or {}, other.entry.get("needs") or {}
    implied = {*one.entry.get("implied", ()), *other.entry.get("implied", ())}
    return [m for m in a if m in b and m not in implied and Fraction(a[m]) != Fraction(b[m])]
