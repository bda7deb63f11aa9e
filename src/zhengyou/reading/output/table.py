"""表 — the draft for the eye, columns straight although a Chinese character is two wide."""

from __future__ import annotations

import unicodedata

from zhengyou.reading.limits import refused_by_limits
from zhengyou.reading.model import Deadline, Draft, Item, Kind, Quantity
from zhengyou.reading.output.lines import number

_NAMES: dict[Kind, str] = {
    "stage": "阶段",
    "requirement": "要求",
    "criterion": "标准",
    "mechanism": "机制",
    "figure": "数据",
}
_BOUNDS = {"exactly": "", "at_least": "≥", "at_most": "≤", "about": "≈", "growth_percent": "增长 "}
_COLUMNS = (("条目", 56), ("谁", 20), ("数量", 16), ("频次", 8), ("时限", 22), ("位置", 11))


def to_table(draft: Draft) -> str:
    """表 — a heading for the notice, then one table for each kind that it holds."""
    counts = " · ".join(f"{name} {len(draft.of(kind))}" for kind, name in _NAMES.items() if draft.of(kind))
    title = draft.title or draft.notice.name
    blocks = [f"{title}\n{draft.date or '未署日期'} · 标题 {len(draft.headings)} · {counts or '没有条目'}"]
    for kind, name in _NAMES.items():
        items = draft.of(kind)
        if items:
            blocks.append(
                "\n".join([f"【{name}】", _row([head for head, _ in _COLUMNS]), *map(_line, items)])
            )
    return "\n\n".join(blocks) + "\n"


def width(words: str) -> int:
    """显示宽度 — columns that the words take in a terminal."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WFA" else 1
        for letter in words
    )


def fit(words: str, columns: int) -> str:
    """对齐 — the words cut or filled to so many columns."""
    words = " ".join(words.split())
    if width(words) > columns:
        while words and width(words) > columns - 2:
            words = words[:-1]
        words += "…"
    return words + " " * (columns - width(words))


def _line(item: Item) -> str:
    """One row; below it, where the house refuses what is asked, why."""
    row, refused = _cells(item), refused_by_limits(item)
    return f"{row}\n  ✕ {refused}" if refused else row


def _cells(item: Item) -> str:
    return _row(
        [
            item.text,
            item.who or item.coverage or "",
            " ".join(map(_amount, item.quantity)),
            item.cadence.text if item.cadence else "",
            _due(item.deadline) if item.deadline else "",
            f"{item.start}–{item.end}",
        ]
    )


def _amount(each: Quantity) -> str:
    return f"{_BOUNDS[each.bound]}{number(each.value)}{each.unit}"


def _due(due: Deadline) -> str:
    if due.start and due.end and due.start != due.end:
        return f"{due.start} 至 {due.end}"
    return due.end or due.start or due.text


def _row(cells: list[str]) -> str:
    return "  ".join(fit(cell, columns) for cell, (_, columns) in zip(cells, _COLUMNS, strict=True)).rstrip()
