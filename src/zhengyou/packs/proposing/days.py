"""Days as a campaign needs them: of a month the last, of an unknown year none."""

import calendar
import re
from datetime import date

from zhengyou.reading.model import Deadline, Item

_WRITTEN = re.compile(r"([1-9]\d{3})(?:-(\d{2}))?(?:-(\d{2}))?")
_WHOLE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
LEAP = 2000  # where the year is unknown, 29 February is let be


def day_of(written: str | None) -> str:
    """The last day that a date means, as ISO; empty where it is none."""
    parts = _WRITTEN.fullmatch(written or "")
    if not parts:
        return ""
    year, month = int(parts[1]), int(parts[2] or 12)
    if not 1 <= month <= 12:
        return ""
    day = f"{year:04}-{month:02}-{int(parts[3] or calendar.monthrange(year, month)[1]):02}"
    return day if is_day(day) else ""


def due_of(item: Item) -> str:
    """The day until which an item asks something, where the item itself names one."""
    return day_of(item.deadline.end) if item.deadline else ""


def is_day(written: str) -> bool:
    """Whether a calendar has this day."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def no_such_day(written: str | None) -> bool:
    """Whether this is written like a day, and no calendar has it: 2010-06-31."""
    parts = _WHOLE.fullmatch(written or "")
    return bool(parts) and not is_day(f"{int(parts[1]) or LEAP:04}-{parts[2]}-{parts[3]}")  # type: ignore[index]


def misdated(deadline: Deadline | None) -> bool:
    """Whether a notice names a day that does not exist."""
    return deadline is not None and (no_such_day(deadline.start) or no_such_day(deadline.end))
