"""字形 — the one spelling that rules read: simplified, half-width, one kind of quotation mark.

Every character of the notice becomes exactly one character here, so that a place found in this
spelling is a place in the notice.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import opencc

_OPENING = "「『‚„〝❝﹁﹃"
_CLOSING = "」』‛‟〞❞﹂﹄"
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = (
    _HALF_WIDTH
    | {ord(mark): "“" for mark in _OPENING}
    | {ord(mark): "”" for mark in _CLOSING}
    | {ord(mark): " " for mark in "\u3000\u00a0\u2002\u2003\u2009\ufeff\u200b"}
    | {ord(mark): "-" for mark in "‐‑‒–―─-"}
    | {ord("~"): "~", ord("〜"): "~", ord("∶"): ":", ord("﹕"): ":", ord("﹐"): ",", ord("﹔"): ";"}
    | {ord("〔"): "[", ord("〕"): "]", ord("【"): "[", ord("】"): "]", ord("﹙"): "(", ord("﹚"): ")"}
    | {ord(new): old for new, old in zip("衞敍粧枱衹", "衛敘妝檯只", strict=True)}  # as Hong Kong writes them
    | {ord("〈"): "<", ord("〉"): ">", ord("﹪"): "%", ord("."): ".", ord("。"): "。"}
)


# 乙次, 乙份: how offices in Taiwan write one, so that nobody adds a stroke.
_ONE = re.compile(r"乙(?=[次份场张式件名])")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _simplified(line: str) -> str:
    """简体 — the line in simplified script, one character for one."""
    whole = _ONE.sub("一", _converter().convert(line).replace("计画", "计划"))
    if len(whole) == len(line):
        return str(whole)
    letters = ((letter, _converter().convert(letter)) for letter in line)
    return "".join(new if len(new) == 1 else old for old, new in letters)


def _curl(line: str) -> str:
    """Straight quotation marks open and close by turns; an odd one out stays as it is."""
    if '"' not in line or line.count('"') % 2:
        return line
    turns = iter("“”" * (line.count('"') // 2))
    return re.sub('"', lambda _: next(turns), line)


def plain(text: str) -> str:
    """通用字形 — the text as the rules read it, character for character."""
    lines = re.split(r"(\r\n|[\r\n\u2028\u2029\x0b\x0c\x85])", text.translate(_SAME))
    return "".join(line if i % 2 else _curl(_simplified(line)) for i, line in enumerate(lines))


@lru_cache(maxsize=4096)
def spelt(heading: str) -> str:
    """通用字形 — the words of a heading, which are kept as the notice writes them."""
    return plain(heading)
