"""日程 — a phase of the schedule made ready for a campaign: its bare name and whole days."""

from __future__ import annotations

import calendar
import re

from zhengyou.reading.model import Item, Stage

_ORDINAL = re.compile(r"^第[一二三四五六]阶段[:：、,，为是]?")


def stage_of(item: Item) -> Stage:
    """阶段 — the name without 阶段 and brackets, the first and the last day."""
    words = re.split(r"[(（:：从]", item.text)[0].strip()
    name = _ORDINAL.sub("", words) or words
    due = item.deadline
    return Stage(
        name.removesuffix("阶段") or words,
        _day(due.start if due else None, 0),
        _day(due.end if due else None, 1),
        item,
    )


def _day(words: str | None, end: int) -> str | None:
    """A whole ISO day: a month's first or last where no day is told; nothing without a year."""
    if not words or words.startswith("0000"):
        return None
    parts = [int(part) for part in words.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if end else 1)
    day = parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if end else 1)
    return f"{year:04}-{month:02}-{day:02}"
