"""语气 — whether a clause asks, allows, tells, explains or hopes."""

from __future__ import annotations

import re

from zhengyou.reading.script import spelt
from zhengyou.reading.words import words

_RULES = {name: re.compile(pattern) for name, pattern in words("mood").items()}
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》")
_WHETHER = re.compile(r"(?:是否|有没有)[^,;。]*")


def asks(text: str) -> bool:
    """要求 — 要, 应, 必须, 不得…: somebody is obliged."""
    text = _QUOTED.sub("", text)
    return bool(_RULES["obligation"].search(text))


def forbids(text: str) -> bool:
    """禁止 — 不得, 严禁…."""
    return bool(_RULES["prohibition"].search(text))


def allows(text: str) -> bool:
    """许可 — 可以, 鼓励, 希望…: nobody is obliged."""
    return bool(_RULES["permissive"].search(_QUOTED.sub("", text)))


def strives(text: str) -> bool:
    """努力 — 努力, 力争…: asks only with a number."""
    return bool(_RULES["striving"].search(text))


def tells(text: str) -> bool:
    """叙述 — what was done or is so."""
    text = _QUOTED.sub("", _WHETHER.sub("", text))
    return bool(_RULES["told"].search(text) or _RULES["told_by_clause"].match(text))


def explains(text: str) -> bool:
    """说明 — what a thing is or is good for."""
    return bool(_RULES["explained"].search(_QUOTED.sub("", text)))


def hopes(text: str) -> bool:
    """目的 — 确保…, 努力…, 使…: the purpose of what was asked."""
    return bool(_RULES["purpose"].match(text))


def conditions(text: str) -> bool:
    """条件 — 对…的, 按照…, …后: leads up to what is asked."""
    return bool(_RULES["condition"].search(text))


def reports(path: tuple[str, ...]) -> bool:
    """回顾处 — headings such as 充分肯定成绩 and 基本情况: what has numbers there was done."""
    return any(_RULES["report_heading"].search(spelt(heading)) for heading in path)


def lists(path: tuple[str, ...]) -> bool:
    """清单处 — a heading such as 整治内容: what stands there in nouns is not asked."""
    return bool(path) and _RULES["listed_heading"].search(spelt(path[-1])) is not None


def idle(path: tuple[str, ...]) -> bool:
    """空谈处 — headings such as 指导思想 and 重要意义."""
    if path and _RULES["idle_own_heading"].search(spelt(path[-1])):
        return True
    return any(_RULES["idle_heading"].search(spelt(heading)) for heading in path[-2:])
