"""定稿 — blocks as they were yielded, made ready for every kind of output alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar, cast

from zhengyou.core.papers.blocks import Block, Colophon, Heading, Para, Tailpiece, Title, Written
from zhengyou.core.papers.checks import checked
from zhengyou.core.papers.values import clean, ems, numeral_zh

Thing = TypeVar("Thing")

MARKS = {
    1: re.compile(r"^[一二三四五六七八九十]+、"),
    2: re.compile(r"^（[一二三四五六七八九十]+）"),
    3: re.compile(r"^\d+[.．](?!\d)"),
    4: re.compile(r"^（\d+）"),
}


# Words that titles of official papers are made of; a line may end after one, not within it.
WORDS = frozenset(
    "活动 工作 教育 学习 组织 党员 干部 群众 单位 情况 进展 意见 办法 通知 方案 制度 建设 服务 会议 领导 小组 承诺 评议"
    " 整改 考核 总结 表彰 关于 开展 集中 公开 民主".split()
)


def settled(blocks: Iterable[Written]) -> list[Block]:
    """定稿 — strings become blocks, headings get their numbers, and the colophon goes last."""
    all_blocks = list(_numbered(_parted(_named(checked(cleaned(tuple(blocks)))))))
    last = [block for block in all_blocks if isinstance(block, Colophon | Tailpiece)]
    return [block for block in all_blocks if block not in last] + last


def cleaned(value: Thing) -> Thing:
    """去除非法字符 — the same value, with every string in it made printable."""
    if isinstance(value, str):
        return cast(Thing, clean(value))
    if isinstance(value, tuple | list):
        return cast(Thing, tuple(cleaned(item) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {each.name: cleaned(getattr(value, each.name)) for each in fields(value)}
        return cast(Thing, replace(value, **changes))
    return value


def _named(blocks: Iterable[Written]) -> Iterator[Block]:
    """The first string is the title, unless one was already given."""
    titled = False
    for block in blocks:
        if isinstance(block, str):
            block = Para(block) if titled else Title(block)
        titled = titled or isinstance(block, Title)
        yield block


def _parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """A line break within a paragraph begins a new one; empty ones are left out."""
    for block in blocks:
        if isinstance(block, Para):
            yield from (Para(line.strip()) for line in block.text.split("\n") if line.strip())
        else:
            yield block


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    counts = {1: 0, 2: 0, 3: 0, 4: 0}
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level] += 1
            counts.update({deeper: 0 for deeper in range(block.level + 1, 5)})
            if not MARKS[block.level].match(block.text):
                block = replace(block, text=heading_mark(block.level, counts[block.level]) + block.text)
        yield block


def heading_mark(level: int, number: int) -> str:
    """层次序数 — 一、（一）1.（1） for levels one to four."""
    match level:
        case 1:
            return f"{numeral_zh(number)}、"
        case 2:
            return f"（{numeral_zh(number)}）"
        case 3:
            return f"{number}."
        case _:
            return f"（{number}）"


def lines_of_title(text: str, room: float) -> list[str]:
    """标题分行 — the lines of a title, by its own breaks or else by its meaning.

    Without a dictionary only the plain joints are known: before 关于, after 、 and 》, before 和, 与
    and 及, after 的 and after a few words that titles are made of. Where there is none near, the
    line is parted in the middle.
    """
    if "\n" in text:
        return [line.strip() for line in text.split("\n") if line.strip()]
    if ems(text) <= room:
        return [text]
    issuer, about, rest = text.partition("关于")
    pieces = [issuer, about + rest] if issuer and about else [text]
    return [line for piece in pieces for line in _balanced(piece, room)]


def _balanced(text: str, room: float) -> list[str]:
    if ems(text) <= room:
        return [text]
    lines = int(-(-ems(text) // room))
    cut = _joint(text, len(text) / lines, int(room))
    return [text[:cut], *_balanced(text[cut:], room)]


def _joint(text: str, wanted: float, room: int) -> int:
    """Where to part a text: at the best joint near the wanted place."""

    def cost(place: int, before: str, after: str) -> float:
        away = abs(place - wanted)
        if after in "、，。》）的" or before in "《（" or (before.isascii() and after.isascii()):
            return away + 100
        away += 6 * (before + after in WORDS)
        plain = before in "、》" or after in "和与及《"
        return away - 6 * plain - 4 * (before == "的") - 3 * (text[:place][-2:] in WORDS)

    places = enumerate(pairwise(text), start=1)
    return min((cost(place, *pair), place) for place, pair in places if place <= room)[1]
