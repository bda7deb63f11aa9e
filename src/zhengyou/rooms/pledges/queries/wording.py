"""Help in words for whoever writes a promise: what in it could not be checked, or is a duty anyway."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

VAGUE = (
    "进一步", "努力", "加强", "积极", "尽量", "争取", "大力", "不断", "切实", "认真", "全力", "力争", "尽快", "适时",
    "及时", "逐步", "适当", "若干", "有关", "提高认识", "高度重视", "狠抓", "抓好", "深入", "扎实", "多办", "尽可能",
)  # fmt: skip
NUMERAL = r"[0-9０-９一二两三四五六七八九十百千万]"
# A number before something that is counted; 一 alone begins too many words (一定、一律) to count without it.
COUNTED = re.compile(
    NUMERAL
    + r"+(?:\.\d+)?[多余]?\s*(?:户|人|名|次|件|项|个|天|日|月|年|周|公里|米|里|亩|元|万元|场|期|处|条|间|座|盏|棵|株|吨|小时|分钟|%|％|成|台|套|篇|位|家|所|遍|课时|学时)"
)
A_DAY = re.compile(r"\d{1,2}月|[一二三四五六七八九十]+月|年底|年内|月底|季末|春节|每[天日周月季年]|\d{4}年")
ALIKE = 0.6  # from such a part of shared pairs of characters on, a promise says what a duty says


@dataclass(frozen=True)
class Remark:
    """提示 — one thing to word better: which sort, and the words found or the duty repeated."""

    sort: str  # vague, unseen, undated, repeats
    found: str = ""


def remarks_on(
    what: str, how_seen: str = "", steps: Sequence[object] = (), duties: Iterable[str] = ()
) -> list[Remark]:
    """What in a promise nobody could check, or is a duty anyway; nothing where it is fit to be made."""
    found = []
    if (words := vague_words(what)) and not COUNTED.search(what + how_seen):
        found.append(Remark("vague", "、".join(words)))
    if not how_seen.strip():
        found.append(Remark("unseen"))
    if not steps and not A_DAY.search(what):
        found.append(Remark("undated"))
    found += [Remark("repeats", duty) for duty in duties if alike(what, duty) >= ALIKE]
    return found


def vague_words(text: str) -> list[str]:
    """The words of a text that sound like much and promise nothing, in the order in which they stand."""
    return sorted((w for w in VAGUE if w in text), key=text.index)


def alike(one: str, other: str) -> float:
    """Which part of a text's pairs of characters stands in the other too; 0 where one of them has none."""
    mine, theirs = _pairs(one), _pairs(other)
    return len(mine & theirs) / len(mine) if mine else 0.0


def _pairs(text: str) -> set[str]:
    kept = re.sub(r"\W+", "", text)
    return {kept[n : n + 2] for n in range(len(kept) - 1)}
