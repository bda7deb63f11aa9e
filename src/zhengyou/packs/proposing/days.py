"""Days as a campaign needs them: of a month the last, of an unknown year none."""

import calendar
import re
from datetime import date

from zhengyou.reading.model import Item

_WRITTEN = re.compile(r"([1-9]\d{3})(?:-(\d{2}))?(?:-(\d{2}))?")


def day_of(written: str | None) -> str:
    """The last day that a date means, as ISO; empty where it is none."""
    parts = _WRITTEN.fullmatch(written or "")
    if not parts:
        return ""
    year, month = int(parts[1]), int(parts[2] or 12)
    if not 1 <= month <= 12:
        return ""
    day = int(parts[3] or calendar.monthrange(year, month)[1])
    return f"{year:04}-{month:02}-{day:02}" if is_day(f"{year:04}-{month:02}-{day:02}") else ""


def due_of(item: Item) -> str:
    """The day until which an item asks something, where the item itself names one."""
    return day_of(item.deadline.end) if item.deadline else ""


def is_day(written: str) -> bool:
    """Whether a calendar has this day."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
