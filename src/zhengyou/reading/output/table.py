"""表 — a draft as a table that a terminal shows straight, Chinese characters two columns wide."""

from __future__ import annotations

import unicodedata

from zhengyou.reading.model import Draft, Item

KINDS = {"requirement": "要求", "stage": "阶段", "criterion": "标准", "mechanism": "机制", "figure": "数据"}
BOUNDS = {"at_least": "≥", "at_most": "≤", "exactly": "", "about": "约", "growth_percent": "增"}


def to_table(draft: Draft) -> str:
    """表 — kind, place, words, who, how much, by when; and what was counted, at the foot."""
    lines = [draft.title or draft.notice.name, ""]
    lines += ["  ".join(_fit(words, width) for words, width in _row(i)) for i in draft.items]
    counts = "，".join(f"{zh}{len(draft.of(kind))}" for kind, zh in KINDS.items())  # type: ignore[arg-type]
    return "\n".join([*(line.rstrip() for line in lines), "", f"标题{len(draft.headings)}；{counts}", ""])


def _row(item: Item) -> list[tuple[str, int]]:
    amounts = "、".join(f"{BOUNDS[q.bound]}{q.value:g}{q.unit}" for q in item.quantity)
    when = item.deadline.text if item.deadline else item.cadence.text if item.cadence else ""
    return [
        (KINDS[item.kind], 4),
        (str(item.start), 6),
        (item.text.replace("\n", " "), 56),
        (item.who or "", 16),
        (amounts, 18),
        (when, 20),
    ]


def _width(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _fit(words: str, width: int) -> str:
    """Cut or pad to a number of columns."""
    if sum(map(_width, words)) > width:
        while sum(map(_width, words)) > width - 1:
            words = words[:-1]
        words += "…"
    return words + " " * (width - sum(map(_width, words)))
