"""数值与文字 — what may stand in a cell, and how it is said in an official paper."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

NONE_STATED = "无"  # what an empty table says, so that nobody wonders whether a page is missing
NOT_KNOWN = "—"

# XML 1.0 has no place for these; direction overrides could make a name read as another one.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Share:
    """占比 — so many of so many; both numbers are kept, so that shares can be added up rightly."""

    part: int
    whole: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole:
            raise ValueError(f"A share is so many of so many, not {self.part} of {self.whole}.")

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"

    @property
    def percent(self) -> str:
        """百分比 — one decimal; it says 100.0% only of all and 0.0% only of none."""
        if not self.whole:
            return NOT_KNOWN
        exact = Decimal(self.part) * 100 / Decimal(self.whole)
        said = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
        if said == 100 and self.part < self.whole:
            said = Decimal("99.9")
        if said == 0 and self.part > 0:
            said = Decimal("0.1")
        return f"{said}%"


Cell = str | int | float | Decimal | date | Share | bool | None


def clean(text: str) -> str:
    """去除非法字符 — the same text without what would break a document or disguise its words."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def date_zh(day: date) -> str:
    """成文日期 — a day in full, without leading zeros: 2010年9月14日."""
    return f"{day.year}年{day.month}月{day.day}日"


def numeral_zh(number: int) -> str:
    """汉字数字 — one to ninety-nine, for the numbers of headings: 1 is 一, 21 is 二十一."""
    if not 1 <= number <= 99:
        raise ValueError(f"A heading is numbered from 1 to 99, not {number}.")
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def ems(text: str) -> float:
    """字宽 — the width of a text in Chinese characters; two Latin letters or digits make one."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def said(cell: Cell, *, briefly: bool = False) -> str:
    """表中写法 — a cell as a reader sees it on paper; ``briefly`` takes two short lines for a long one."""
    match cell:
        case None:
            return NOT_KNOWN
        case bool():
            return "是" if cell else "否"
        case str():
            return cell
        case Share() if not cell.whole:
            return str(cell)
        case Share():
            return f"{cell}\n{cell.percent}" if briefly else f"{cell}（{cell.percent}）"
        case date():
            return date_zh(cell).replace("年", "年\n") if briefly else date_zh(cell)
        case int() | float() | Decimal():
            return _number(cell)
        case _:
            raise TypeError(f"A cell cannot hold {cell!r}.")


def _number(number: int | float | Decimal) -> str:
    if not isfinite(number):
        raise ValueError(f"{number} is no number that a paper could state.")
    exact = Decimal(f"{number:.15g}") if isinstance(number, float) else number  # 0.1 + 0.2 is said as 0.3
    return format(exact, "f") if isinstance(exact, Decimal) else str(exact)
