"""JSON Lines — one object a line, Chinese as it is."""

from __future__ import annotations

import json
from typing import Any

from zhengyou.reading.model import Draft, Heading, Item, Quantity


def to_jsonl(draft: Draft) -> str:
    """条目行 — one object for each item."""
    return _lines([_item(draft.notice.name, item) for item in draft.items])


def outline_jsonl(draft: Draft) -> str:
    """结构行 — one object for each heading."""
    return _lines([_heading(draft.notice.name, heading) for heading in draft.headings])


def _lines(objects: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def number(value: float) -> int | float:
    """数 — 40 rather than 40.0."""
    return int(value) if value == int(value) else value


def quantity(each: Quantity) -> dict[str, Any]:
    """数量 — as an object."""
    return {"value": number(each.value), "unit": each.unit, "bound": each.bound}


def _item(doc: str, item: Item) -> dict[str, Any]:
    cadence, deadline = item.cadence, item.deadline
    return {
        "doc": doc,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "kind": item.kind,
        "who": item.who,
        "quantity": [quantity(each) for each in item.quantity],
        "cadence": {"every": cadence.every, "text": cadence.text} if cadence else None,
        "deadline": {"text": deadline.text, "start": deadline.start, "end": deadline.end}
        if deadline
        else None,
        "coverage": item.coverage,
        "parent": list(item.parent),
    }


def _heading(doc: str, heading: Heading) -> dict[str, Any]:
    return {
        "doc": doc,
        "start": heading.start,
        "end": heading.end,
        "level": heading.level,
        "text": heading.text,
        "parent": list(heading.parent),
    }
