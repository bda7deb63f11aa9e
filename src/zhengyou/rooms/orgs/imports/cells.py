"""What is in a cell: dates in every way people write them, identity numbers, plain words."""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from zhengyou.core.sheets import HAN, plain, words

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
EXCEL_EPOCH = date(1899, 12, 30)
FIRST_YEAR, LAST_YEAR = 1900, 2100
DATE = re.compile(r"(\d{4})\s*[年./\-]\s*(\d{1,2})?\s*(?:[月./\-]\s*(\d{1,2})?)?\s*[日号]?(?:\s+[\d:.]+)?")
COMPACT = re.compile(r"(\d{4})(\d{2})?(\d{2})?")
POINTS = re.compile(f"(?<=[{HAN}])\\s*[.．•・‧∙⋅・·]\\s*(?=[{HAN}])")
RUINED = "身份证号被表格软件存成了数字，后几位已丢失；请把该列设为文本后重新填写"
# Letters that look like the X at the end of an identity number.
CROSSES = str.maketrans("xХх×✕χΧ", "XXXXXXX")


class Unreadable(ValueError):
    """看不懂的内容 — the message says why and how it should be written."""


class Bad:
    """看不懂的格 — stands in a column for a cell that could not be read; says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def name(value: Any) -> str:
    """Somebody's name: no blanks between Chinese characters, one kind of point in 阿依古丽·买买提."""
    if value.__class__ is str and value.isalpha():
        return str(value)
    text = words(value)
    if "·" in text or not text.isalpha():
        text = POINTS.sub("·", text)
    if text.isdigit():
        raise Unreadable(f"“{text}”不是姓名")
    return text


def day(value: Any) -> date | None:
    """A date; where only year and month are given, the first of the month; nothing for an empty cell."""
    if isinstance(value, datetime):
        return _made(str(value.date()), value.year, value.month, value.day)
    if isinstance(value, date):
        return _made(str(value), value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(float(value))
    text = words(value)
    if not text:
        return None
    written = unicodedata.normalize("NFKC", text)
    match = DATE.fullmatch(written) or COMPACT.fullmatch(written)
    if match:
        return _made(text, *(int(part or 1) for part in match.groups()))
    if written.isascii() and written.isdigit() and len(written) == 5:
        return _from_number(float(written))
    raise Unreadable(f"“{text}”不是日期；请写作1978-05-01、1978年5月或1978.05")


def either_month(value: Any) -> bool:
    """Whether a number stands for two months: a spreadsheet keeps 1978.10 as 1978.1, which is January too."""
    return value.__class__ is float and FIRST_YEAR < value < LAST_YEAR and round(value % 1 * 100) == 10


def _from_number(number: float) -> date:
    """1978.05, 1978.5 and 1978.1 (October, its zero lost) are months; 28611 is a day counted by the spreadsheet."""
    shown = f"{number:.10g}"
    if not math.isfinite(number):
        raise Unreadable(f"“{shown}”不是日期；请写作1978-05-01")
    whole = int(number)
    if FIRST_YEAR <= number < LAST_YEAR and number != whole:
        month = round((number - whole) * 100)
        return _made(shown, whole, month if month <= 12 else month // 10 if month % 10 == 0 else 0)
    if number == whole:
        if FIRST_YEAR <= whole < LAST_YEAR:
            return _made(shown, whole)
        if FIRST_YEAR * 100 < whole < LAST_YEAR * 100:
            return _made(shown, whole // 100, whole % 100)
        if FIRST_YEAR * 10000 < whole < LAST_YEAR * 10000:
            return _made(shown, whole // 10000, whole // 100 % 100, whole % 100)
    if 3000 <= number < 73000:
        return EXCEL_EPOCH + timedelta(days=whole)
    raise Unreadable(f"“{shown}”不是日期；请写作1978-05-01")


def _made(text: str, year: int, month: int = 1, in_month: int = 1) -> date:
    if not FIRST_YEAR <= year < LAST_YEAR:
        raise Unreadable(f"“{text}”的年份不对，请核对")
    try:
        return date(year, month, in_month)
    except ValueError as error:
        raise Unreadable(f"“{text}”不是真实的日期，请核对") from error


def identity(value: Any) -> str:
    """An 18-character identity number whose check digit holds (GB 11643); empty where none is given."""
    if value.__class__ is str and len(value) == 18 and holds(value):
        return str(value)
    if value.__class__ in (float, int) and not -1e15 < value < 1e15:
        raise Unreadable(RUINED)
    text = plain(value)
    if not text:
        return ""
    if len(text) != 18 or not text.isdecimal():
        text = text.strip("'‘’`=\"“”").translate(CROSSES)
    if not holds(text):
        raise Unreadable(_wrong_with(text))
    return text


def holds(text: str) -> bool:
    """Whether 18 characters are an identity number: digits, a real birth date, the check digit."""
    if len(text) != 18:
        return False
    place, born_on, order = _place_sum(text[:6]), _born_sum(text[6:14]), _order_sum(text[14:17])
    if place < 0 or born_on < 0 or order < 0:
        return False
    return CHECKS[(place + born_on + order) % 11] == text[17]


@lru_cache(20_000)
def _place_sum(digits: str) -> int:
    return _sum(digits, 0)


@lru_cache(60_000)
def _born_sum(digits: str) -> int:
    try:
        born(" " * 6 + digits)
    except ValueError:
        return -1
    return _sum(digits, 6)


@lru_cache(2_000)
def _order_sum(digits: str) -> int:
    return _sum(digits, 14)


def _sum(digits: str, at: int) -> int:
    """The part of the check sum that some digits give; −1 where they are none."""
    if not (digits.isascii() and digits.isdigit()):
        return -1
    return sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS[at:], strict=False))


def _wrong_with(text: str) -> str:
    """Why a text is no identity number, and what to do about it."""
    if re.fullmatch(r"\d(\.\d+)?E\+?\d+", text.upper()) or re.fullmatch(r"\d{15}000", text):
        return RUINED
    if re.fullmatch(r"\d{15}", text):
        return "这是15位的老身份证号，已经停用；请填现在的18位号码"
    if len(text) != 18:
        return f"身份证号应为18位，现为{len(text)}位"
    if not re.fullmatch(r"[0-9]{17}[0-9X]", text):
        return "身份证号里有数字和末位X以外的字，请核对"
    if _born_sum(text[6:14]) < 0:
        return f"身份证号中的出生日期{text[6:14]}不是真实的日期，请核对"
    return "身份证号的校验码不对，有一位写错了，请核对"


def phone(value: Any) -> str:
    """A telephone number as its digits; several stay as they are written, apart by 、."""
    if value.__class__ is str and value.isascii() and value.isdigit() and len(value) == 11:
        return str(value)
    if value.__class__ is float and not math.isfinite(value):
        raise Unreadable("这不是电话号码")
    text = plain(value).strip("'‘’`=\"“”")
    if not text:
        return ""
    if not re.fullmatch(r"[\d+\-()/、,，;；转*#]{5,40}", text):
        raise Unreadable("这不是电话号码；请只写数字，没有的空着")
    return text


@lru_cache(60_000)
def _day_of(digits: str) -> date:
    made = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    if not FIRST_YEAR <= made.year < LAST_YEAR:
        raise ValueError(digits)
    return made


def born(number: str) -> date:
    """The birth date in an identity number."""
    return _day_of(number[6:14])


def sex(number: str) -> str:
    """男 or 女, by the seventeenth digit of an identity number."""
    return "男" if number[16] in "13579" else "女"


def no_longer_than(most: int, read: Callable[[Any], str] = words) -> Callable[[Any], str]:
    """A reading of words that refuses more of them than a column holds."""

    def short(value: Any) -> str:
        text = read(value)
        if len(text) > most:
            raise Unreadable(f"这一格有{len(text)}个字，最多{most}个；请写短些")
        return text

    return short


class Known(dict[Any, Any]):
    """What the cells of a column say, each spelling read once; what cannot be read is :class:`Bad`."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> Any:
        made = self[value] = tried(self._read, value)
        return made


def tried(read: Callable[[Any], Any], value: Any) -> Any:
    """What a cell says, or why it cannot be read."""
    try:
        return read(value)
    except Unreadable as error:
        return Bad(str(error))
