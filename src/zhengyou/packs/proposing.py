"""What was read in a notice made into a pack: stages, requirements on measures, and the rest as tasks."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import yaml

from zhengyou.packs.checking import HERE
from zhengyou.reading.model import Draft, Item, Quantity


@cache
def matches() -> list[dict[str, Any]]:
    """The table of ``matches.yaml``: which words and units ask for which measure."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / "matches.yaml").read_text(encoding="utf-8"))
    return found


def from_draft(draft: Draft, *, code: str, name: str, number: str = "") -> dict[str, Any]:
    """A pack of what a notice says; what has no measure becomes a task with its place in the text.

    The pack is a proposal: it may still be wrong (``check`` says so) and an office decides.
    """
    dated = [
        {"name": s.name, "starts_on": s.starts_on, "ends_on": s.ends_on, "quote": s.item.text}
        for s in draft.stages()
        if s.starts_on and s.ends_on
    ]
    stages = [s for s in dated if not _holds_another(s, dated)]
    pack: dict[str, Any] = {
        "code": code,
        "name": name,
        "number": number,
        "starts_on": min((str(s["starts_on"]) for s in dated), default=draft.date or ""),
        "ends_on": max((str(s["ends_on"]) for s in dated), default=draft.date or ""),
        "stages": stages,
    }
    asked: dict[str, dict[str, Any]] = {}
    tasks = []
    for item in draft.of("requirement"):
        if not _propose(item, stages, pack["ends_on"], asked):
            tasks.append(_task(item))
    pack["requirements"] = list(asked.values())
    pack["tasks"] = tasks
    pack["criteria"] = [item.text for item in draft.of("criterion")]
    pack["mechanisms"] = [item.text for item in draft.of("mechanism")]
    return pack


def _holds_another(stage: dict[str, Any], dated: list[dict[str, Any]]) -> bool:
    """Whether a dated phase is the whole campaign: another lies within it."""
    return any(
        other is not stage
        and stage["starts_on"] <= other["starts_on"]
        and other["ends_on"] <= stage["ends_on"]
        and (stage["starts_on"], stage["ends_on"]) != (other["starts_on"], other["ends_on"])
        for other in dated
    )


def _task(item: Item) -> dict[str, Any]:
    due = item.deadline.end if item.deadline and item.deadline.end else ""
    task = {"what": item.text, "who": item.who or "", "due_on": due, "start": item.start, "end": item.end}
    if item.cadence:
        task["cadence"] = item.cadence.text
    return task


def _propose(item: Item, stages: list[dict[str, Any]], last: str, asked: dict[str, dict[str, Any]]) -> bool:
    """Add what an item asks to the requirement of the same rule; whether any line of the table fits."""
    fits = list(_fitting(item))
    for match, quantity in fits:
        number = next((n for n, s in enumerate(stages, 1) if match["stage"] in s["name"]), None)
        made = asked.setdefault(match["rule"], _requirement(match, number, _due(item, stages, number, last)))
        made["quote"] = "；".join(filter(None, [made.get("quote"), item.text]))
        made["asks"] = made["quote"][:110]
        if quantity is not None:
            made.setdefault("needs", {})[match["need"]] = _number(quantity)
    return bool(fits)


def _fitting(item: Item) -> Iterator[tuple[dict[str, Any], Quantity | None]]:
    """Each quantity goes to the first line that fits it; a line without a unit fits the words alone."""
    text = f"{item.who or ''}{item.text}"
    taken: set[int] = set()
    for match in matches():
        if not all(re.search(words, text) for words in match["words"]):
            continue
        if "unit" not in match:
            if not taken:
                yield match, None
                return
            continue
        for n, quantity in enumerate(item.quantity):
            if (
                n not in taken
                and quantity.bound in ("at_least", "exactly")
                and _unit(quantity) in match["unit"]
            ):
                taken.add(n)
                yield match, quantity
                break


def _unit(quantity: Quantity) -> str:
    return quantity.unit.removeprefix("个") or quantity.unit


def _number(quantity: Quantity) -> str:
    """A need as an exact number; 66.67 % was two thirds in the notice."""
    value = Fraction(str(quantity.value))
    if quantity.unit != "%":
        return str(value)
    return str((value / 100).limit_denominator(12 if value.denominator > 1 else 100))


def _due(item: Item, stages: list[dict[str, Any]], number: int | None, last: str) -> str:
    if item.deadline and item.deadline.end and re.fullmatch(r"[1-9]\d{3}-\d{2}-\d{2}", item.deadline.end):
        return date.fromisoformat(item.deadline.end).isoformat()
    return str(stages[number - 1]["ends_on"]) if number else last


def _requirement(match: dict[str, Any], stage: int | None, due_on: str) -> dict[str, Any]:
    made = {
        "code": match["rule"],
        "name": match["name"],
        "asks": match["name"],
        "rule": match["rule"],
        "grain": match["grain"],
        "kinds": ["branch"],
        "due_on": due_on,
    }
    return made | ({"stage": stage} if stage else {})
