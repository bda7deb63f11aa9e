"""Proposals made into a pack: exactly those handed in, those on one rule for the same people as one requirement."""

import json
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from zhengyou.packs.proposing.days import is_day
from zhengyou.packs.proposing.frame import holds_another
from zhengyou.packs.proposing.model import Becomes, Proposal
from zhengyou.packs.proposing.proposals import propose
from zhengyou.packs.proposing.requirements import ASKS
from zhengyou.reading.model import Draft

Entry = dict[str, Any]
ONLY_STAGE = "组织实施"
SCHEMA = Path(__file__).parents[1] / "pack.schema.json"


def from_draft(draft: Draft, *, code: str, name: str, number: str = "") -> Entry:
    """A pack of what a notice says; what has no measure becomes a task with its place in the text.

    The pack is a proposal: it may still be wrong (``check`` says so) and an office decides. A phase without days
    is left out, because nothing can fall due in it.
    """
    whole = [
        p for p in propose(draft) if p.becomes != "stage" or (p.entry["starts_on"] and p.entry["ends_on"])
    ]
    return pack_of(whole, code=code, name=name, number=number, date=draft.date or "")


def pack_of(
    proposals: Sequence[Proposal], *, code: str, name: str, number: str = "", date: str = ""
) -> Entry:
    """方案包 — the pack of these proposals and of nothing else; ``date`` is the notice's own.

    Proposals that ask the same rule of the same people become one requirement with the higher of two numbers.
    Where none of them is a stage, the time from the notice to the last day that is named is one.
    """
    dated = [p.entry | {"quote": p.item.text} for p in _of(proposals, "stage")] or _one_stage(proposals, date)
    stages = [s for s in dated if not holds_another(s, dated)]
    names = [s["name"] for s in stages]
    return {
        "code": code,
        "name": name,
        "number": number,
        "starts_on": min((s["starts_on"] for s in dated if s.get("starts_on")), default=date),
        "ends_on": max((s["ends_on"] for s in dated if s.get("ends_on")), default=date),
        "stages": [_held("stages", s) for s in stages],
        "requirements": _requirements(_of(proposals, "requirement"), names),
        "tasks": [_task(p, names) for p in _of(proposals, "task")],
        "criteria": [_line(p) for p in _of(proposals, "criterion")],
        "mechanisms": [_line(p) for p in _of(proposals, "mechanism")],
    }


def _one_stage(proposals: Sequence[Proposal], date: str) -> list[Entry]:
    days = [
        p.entry.get("due_on") or ""
        for p in proposals
        if p.becomes in ("requirement", "task") and not p.refused
    ]
    last = max((day for day in days if is_day(day)), default="")
    return [{"name": ONLY_STAGE, "starts_on": date, "ends_on": last}] if is_day(date) and last > date else []


def _of(proposals: Iterable[Proposal], becomes: Becomes) -> list[Proposal]:
    return [p for p in proposals if p.becomes == becomes and not p.refused]


@cache
def _keys(part: str) -> tuple[str, ...]:
    """What the format of packs has room for in a part."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    held = schema["$defs"]["line"] if part == "line" else schema["properties"][part]["items"]
    return tuple(held["properties"])


def _held(part: str, entry: Entry) -> Entry:
    """What of an entry the format has room for, and nothing empty."""
    return {key: entry[key] for key in _keys(part) if entry.get(key) not in (None, "", [], {})}


def _line(proposal: Proposal) -> str | Entry:
    line = _held("line", proposal.entry)
    return line if len(line) > 1 else str(proposal.entry["what"])


def _task(proposal: Proposal, stages: list[str]) -> Entry:
    entry = proposal.entry
    place = {"who": entry.get("who") or "", "due_on": entry.get("due_on") or ""}
    return (
        _held("tasks", _staged(entry, stages))
        | place
        | {"start": proposal.item.start, "end": proposal.item.end}
    )


def _staged(entry: Entry, stages: list[str]) -> Entry:
    """The entry with its stage by number, where that stage is laid down."""
    stage = entry.get("stage")
    return entry | {"stage": stages.index(stage) + 1 if stage in stages else None}


def _requirements(proposals: list[Proposal], stages: list[str]) -> list[Entry]:
    made: dict[tuple[Any, ...], Entry] = {}
    for proposal in proposals:
        asked_of = audience_key(proposal.entry)
        if asked_of in made:
            _join(made[asked_of], proposal)
            continue
        rule = proposal.entry["rule"]
        used = sum(key[0] == rule for key in made)
        code = {"code": rule + (f"_{used + 1}" if used else "")}
        made[asked_of] = _held(
            "requirements", _staged(proposal.entry, stages) | code | {"quote": proposal.item.text}
        )
    return list(made.values())


def audience_key(entry: Entry) -> tuple[Any, ...]:
    """By what two requirements are the same: rule, grain, of whom it is asked, and where a number is asked, when."""
    groups = (tuple(sorted(entry.get(key) or ())) for key in ("kinds", "categories", "posts"))
    time = (entry.get("stage") or "") if entry.get("needs") else ""
    return (entry["rule"], entry["grain"], time, *groups)


def _join(made: Entry, proposal: Proposal) -> None:
    """Another item on the same rule for the same people: the higher of two numbers, the words of both."""
    needs = dict(made.get("needs", {}))
    for measure, value in proposal.entry.get("needs", {}).items():
        needs[measure] = max(needs.get(measure, value), value, key=Fraction)
    if needs:
        made["needs"] = needs
    made["quote"] = f"{made['quote']}；{proposal.item.text}"
    made["asks"] = f"{made['asks']}；{proposal.entry.get('asks') or proposal.item.text}"[:ASKS]
