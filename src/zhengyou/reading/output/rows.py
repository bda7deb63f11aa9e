"""逐条 — one JSON object a line: items and headings with their places."""

from __future__ import annotations

import json
from typing import Any

from zhengyou.reading.model import Draft, Item


def to_jsonl(draft: Draft) -> str:
    """条目 — one object per item, in the order of the text."""
    return "".join(json.dumps(item_row(draft, i), ensure_ascii=False) + "\n" for i in draft.items)


def item_row(draft: Draft, item: Item) -> dict[str, Any]:
    """一条 — the fields of an item under their public names."""
    return {
        "doc": draft.notice.name,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "kind": item.kind,
        "who": item.who,
        "quantity": [{"value": _number(q.value), "unit": q.unit, "bound": q.bound} for q in item.quantity],
        "cadence": {"every": item.cadence.every, "text": item.cadence.text} if item.cadence else None,
        "deadline": (
            {"text": item.deadline.text, "start": item.deadline.start, "end": item.deadline.end}
            if item.deadline
            else None
        ),
        "coverage": item.coverage,
        "parent": list(item.parent),
    }


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def outline_jsonl(draft: Draft) -> str:
    """标题 — one object per heading."""
    rows = (
        {
            "doc": draft.notice.name,
            "start": h.start,
            "end": h.end,
            "level": h.level,
            "text": h.text,
            "parent": list(h.parent),
        }
        for h in draft.headings
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
