"""日程 — stages with whole ISO days, as a campaign needs them."""

from __future__ import annotations

import calendar
import re

from zhengyou.reading.model import Item, Stage

_STOPS = " ,，。;；:：、."
# What is left of 活动从5月10日开始,到1月20日结束 once the days are taken out.
_WHOLE = re.compile(
    r"(?:整个|這次|这次|本次|全部)?(?:活动|活動|工作|教育)?(?:时间|時間)?(?:从|從|自)?(?:开始|開始|起)?[,，至到]*(?:结束|結束|止|为止|為止)"
)


def stage_of(item: Item) -> Stage:
    """阶段 — the name without its dates, the first day and the last day."""
    due = item.deadline
    return Stage(
        name=_name(item),
        starts_on=_day(due.start, last=False) if due else None,
        ends_on=_day(due.end, last=True) if due else None,
        item=item,
    )


def _name(item: Item) -> str:
    words = item.text
    if item.deadline is not None:
        words = words.replace(item.deadline.text, "")
    words = re.sub(r"[(（]\s*(?:时间[:：]?|時間[:：]?)?\s*[)）]", "", words)
    words = re.sub(r"(?:时间|時間)?[:：为是]*$", "", words.strip(_STOPS))
    words = re.sub(
        r"^第[一二三四五六七八九十]+阶段[:：、,，]?(?=.)|(?<=.)(?:阶段|階段)$", "", words.strip(_STOPS)
    )
    words = words.strip(_STOPS)
    return "全程" if _WHOLE.fullmatch(words) else words or item.text


def _day(date: str | None, *, last: bool) -> str | None:
    """A month or a year alone becomes its first or last day; an unknown year is no day."""
    if date is None or date.startswith("0000"):
        return None
    parts = [int(part) for part in date.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    length = calendar.monthrange(year, month)[1]
    day = parts[2] if len(parts) > 2 else (length if last else 1)
    return f"{year:04}-{month:02}-{min(day, length):02}"
