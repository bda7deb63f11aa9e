"""相似 — how alike two items are worded: the cosine of their pairs of characters, rare pairs weighing more.

Numbers, days and words of obligation are left out, because it is the thing that is compared and not how much of it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from zhengyou.packs.comparing.words import levelled
from zhengyou.reading.script import plain

Vector = dict[str, float]
RAREST = 12  # pairs of an item by which others are looked up
COMMON = 60  # a pair that stands in more items than this tells nothing

_DAYS = re.compile(
    r"\d+年|\d+月(?:\d+日|底|初|上旬|中旬|下旬)?|\d+日|[一二三四五六七八九十]+月(?:底|初|上旬|中旬|下旬)?"
)
_AMOUNTS = re.compile(
    r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十两百千]+)(?:个)?(?:学时|课时|工作日|小时|分钟|次|名|人|项|件|篇|字|份|场|期|户|天|%|分之[一二三四五六七八九十])?"
)
_OBLIGING = re.compile(
    r"不少于|不低于|不超过|不能少于|必须|应当|应该|至少|以上|以下|以内|达到|控制在|左右|[要应须的了在对将把于并与和及各每由前内]|认真|切实|积极|进一步|原则上"
)
_MARKS = re.compile(r"[\W_]+")


def bared(text: str) -> str:
    """What a text is about: without numbers, days, obligation and marks, in one word for each thing."""
    bare = _OBLIGING.sub("", _AMOUNTS.sub("", _DAYS.sub("", plain(text))))
    return _MARKS.sub("", levelled(bare))


def pairs_of(text: str) -> Counter[str]:
    """The pairs of neighbouring characters of a bared text; a single character stands for itself."""
    bare = bared(text)
    return Counter([bare[n : n + 2] for n in range(len(bare) - 1)] or list(bare))


def likenesses(above: Sequence[str], own: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """(likeness, index above, index own) of all that share a rare pair; its cost grows with the items, not their square."""
    plans = [[pairs_of(text) for text in plan] for plan in (above, own)]
    found_in = _rarity(plans)
    items = max(map(len, plans))
    theirs, ours = ([_weighed(text, found_in, items) for text in plan] for plan in plans)
    places: dict[str, list[int]] = defaultdict(list)
    for m, vector in enumerate(ours):
        for pair in vector:
            if found_in[pair] <= COMMON:
                places[pair].append(m)
    for n, vector in enumerate(theirs):
        rare = sorted(vector, key=lambda pair: (found_in[pair], pair))[:RAREST]
        for m in sorted({m for pair in rare for m in places.get(pair, ())}):
            yield _cosine(vector, ours[m]), n, m


def _rarity(plans: Sequence[Sequence[Counter[str]]]) -> dict[str, int]:
    """In how many items of one plan a pair stands; that both plans have it makes it no commoner."""
    counts = [Counter(pair for text in plan for pair in text) for plan in plans]
    return {
        pair: max(count[pair] for count in counts) for pair in {pair for count in counts for pair in count}
    }


def _weighed(text: Counter[str], found_in: dict[str, int], items: int) -> Vector:
    weights = {pair: times * math.log(1 + items / found_in[pair]) for pair, times in text.items()}
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {pair: w / length for pair, w in weights.items()}


def _cosine(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(w * other[pair] for pair, w in one.items() if pair in other)
