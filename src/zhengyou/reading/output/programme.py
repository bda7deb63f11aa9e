"""活动方案草稿 — the draft in YAML, in the words of a programme: stages, requirements, criteria, mechanisms, figures."""

from __future__ import annotations

from typing import Any

import yaml

from zhengyou.reading.limits import refused_by_limits
from zhengyou.reading.model import Draft, Item
from zhengyou.reading.output.lines import quantity


def to_yaml(draft: Draft) -> str:
    """方案草稿 — for a person to go over before a campaign is made of it."""
    programme: dict[str, Any] = {
        "name": draft.title or draft.notice.name,
        "source": draft.notice.name,
        "dated": draft.date,
        "stages": [_stage(draft, number) for number in range(len(draft.stages()))],
        "requirements": [_requirement(item) for item in draft.of("requirement")],
        "criteria": [_plain(item) for item in draft.of("criterion")],
        "mechanisms": [_plain(item) for item in draft.of("mechanism")],
        "figures": [_plain(item) for item in draft.of("figure")],
    }
    return yaml.safe_dump(programme, allow_unicode=True, sort_keys=False, width=1000)


def _stage(draft: Draft, number: int) -> dict[str, Any]:
    stage = draft.stages()[number]
    return {
        "name": stage.name,
        "starts_on": stage.starts_on,
        "ends_on": stage.ends_on,
        **_place(stage.item),
    }


def _requirement(item: Item) -> dict[str, Any]:
    fields: dict[str, Any] = {"what": item.text}
    if item.who:
        fields["who"] = item.who
    if item.quantity:
        fields["quantity"] = [quantity(each) for each in item.quantity]
    if item.cadence:
        fields["cadence"] = {"every": item.cadence.every, "text": item.cadence.text}
    if item.deadline:
        due = item.deadline
        fields["deadline"] = {"text": due.text, "start": due.start, "end": due.end}
    if item.coverage:
        fields["coverage"] = item.coverage
    return {**fields, **_place(item)}


def _plain(item: Item) -> dict[str, Any]:
    fields: dict[str, Any] = {"what": item.text}
    if item.quantity:
        fields["quantity"] = [quantity(each) for each in item.quantity]
    return {**fields, **_place(item)}


def _place(item: Item) -> dict[str, Any]:
    """Where it stands, so that whoever goes over the draft can look it up; what the house refuses, and why."""
    place: dict[str, Any] = {"quote": item.text, "place": [item.start, item.end], "under": list(item.parent)}
    refused = refused_by_limits(item)
    return {**place, "refused": refused} if refused else place
