"""方案草稿 — a programme draft that an office can go on writing."""

from __future__ import annotations

from typing import Any

import yaml

from zhengyou.reading.model import Draft, Item
from zhengyou.reading.output.rows import item_row


def to_yaml(draft: Draft) -> str:
    """YAML — stages with days, requirements with what they ask, the rest by kind; each with its place."""
    made = {
        "name": draft.title,
        "dated_on": draft.date,
        "stages": [
            {"name": s.name, "starts_on": s.starts_on, "ends_on": s.ends_on, **_place(s.item)}
            for s in draft.stages()
        ],
        "requirements": [_told(draft, i) for i in draft.of("requirement")],
        "criteria": [_told(draft, i) for i in draft.of("criterion")],
        "mechanisms": [_told(draft, i) for i in draft.of("mechanism")],
        "figures": [_told(draft, i) for i in draft.of("figure")],
    }
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=100)


def _place(item: Item) -> dict[str, Any]:
    return {"quote": item.text, "at": [item.start, item.end]}


def _told(draft: Draft, item: Item) -> dict[str, Any]:
    """Only the fields that the words of an item state."""
    row = item_row(draft, item)
    fields = {name: row[name] for name in ("who", "quantity", "cadence", "deadline", "coverage") if row[name]}
    return {**_place(item), **fields}
