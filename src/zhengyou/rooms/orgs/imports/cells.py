"""What is in a cell: dates in every way people write them, identity numbers, plain words."""

import re
from datetime import date, datetime, timedelta
from typing import Any

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
EXCEL_EPOCH = date(1899, 12, 30)
DATE = re.compile(r"^\s*(\d{4})\s*[年./\-]\s*(\d{1,2})?\s*(?:[月./\-]\s*(\d{1,2})?)?\s*[日号]?\s*$")
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})?$")


class Unreadable(ValueError):
    """看不懂的内容 — the message says why and how it should be written."""


def words(value: Any) -> str:
    """A cell as text without blanks around or, between Chinese characters, inside."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\u3000", " ").strip()
    return re.sub(r"(?<=[\u4e00-\u9fff㐀-䶿])\s+(?=[\u4e00-\u9fff㐀-䶿])", "", text)


def day(value: Any) -> date | None:
    """A date; where only year and month are given, the first of the month; nothing for an empty cell."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(float(value))
    text = words(value)
    if not text:
        return None
    match = DATE.match(text) or COMPACT.match(text)
    if not match:
        raise Unreadable(f"“{text}”不是日期；请写作1978-05-01、1978年5月或1978.05")
    return _made(text, *(int(part or 1) for part in match.groups()))


def _from_number(number: float) -> date:
    """1978.05 and 1978.1 (October, its zero lost) are months; 28611 is a day counted by the spreadsheet."""
    if 1900 <= number < 2100 and number != int(number):
        month = round((number - int(number)) * 100)
        return _made(str(number), int(number), month if month <= 12 else 0, 1)
    if 1900 <= number < 2100:
        return _made(str(number), int(number), 1, 1)
    if 19000101 <= number < 21000000:
        return _made(str(int(number)), int(number) // 10000, int(number) // 100 % 100, int(number) % 100)
    if 3000 <= number < 80000:
        return EXCEL_EPOCH + timedelta(days=int(number))
    raise Unreadable(f"“{number:g}”不是日期；请写作1978-05-01")


def _made(text: str, year: int, month: int = 1, in_month: int = 1) -> date:
    try:
        return date(year, month, in_month)
    except ValueError as error:
        raise Unreadable(f"“{text}”不是真实的日期，请核对") from error


def identity(value: Any) -> str:
    """An 18-character identity number whose check digit holds (GB 11643); empty where none is given."""
    if isinstance(value, float) and value >= 1e15:
        raise Unreadable("身份证号被表格软件存成了数字，后几位已丢失；请把该列设为文本后重新填写")
    text = words(value).upper().replace(" ", "").lstrip("'")
    if not text:
        return ""
    if re.fullmatch(r"\d(\.\d+)?E\+\d+", text):
        raise Unreadable("身份证号被表格软件存成了数字，后几位已丢失；请把该列设为文本后重新填写")
    if not re.fullmatch(r"\d{17}[\dX]", text):
        raise Unreadable(f"身份证号应为18位，现为{len(text)}位")
    total = sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=False))
    if CHECKS[total % 11] != text[17]:
        raise Unreadable("身份证号的校验码不对，有一位写错了，请核对")
    _made(text[6:14], int(text[6:10]), int(text[10:12]), int(text[12:14]))
    return text


def born(number: str) -> date:
    """The birth date in an identity number."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex(number: str) -> str:
    """男 or 女, by the seventeenth digit of an identity number."""
    return "男" if int(number[16]) % 2 else "女"
