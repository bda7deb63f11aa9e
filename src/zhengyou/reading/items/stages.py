"""阶段 — entries of the schedule: a phase with its own dates."""

from __future__ import annotations

import re

from zhengyou.reading import deadlines
from zhengyou.reading.items.made import item
from zhengyou.reading.lines import lines
from zhengyou.reading.model import Item
from zhengyou.reading.source import Source

_NAME = re.compile(r"(?:第[一二三四五六]阶段[:、,为是]?)?[^\s,。;:()“”]{0,16}阶段")
_MARK = re.compile(r"^(?:[一二三四五六七八九十]+、|第?\d+[.、]|[一二三四五]是)")
_NEAR = 6  # characters between a phase's name and its dates: brackets, 从, 时间为


def stages(source: Source) -> list[Item]:
    """阶段 — each phase that is named and dated together, in the order of the text."""
    found = []
    for line in lines(source.plain):
        for match in _NAME.finditer(source.plain, line.start, line.end):
            made = _dated(source, match.start(), match.end(), line.end)
            if made is not None:
                found.append(made)
    return found


def _dated(source: Source, start: int, end: int, last: int) -> Item | None:
    mark = _MARK.match(source.plain[start:end])
    start += mark.end() if mark else 0
    due = deadlines.dated(source.plain, end, min(last, end + 60), source.text, source.year)
    if due is None or due.start - end > _NEAR or re.search(r"[。;]", source.plain[end : due.start]):
        return None
    stop = due.end
    if "(" in source.plain[end : due.start] and source.plain[stop : stop + 1] == ")":
        stop += 1
    return item(source, "stage", start, stop, deadline=due.deadline)
