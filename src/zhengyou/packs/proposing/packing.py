"""Proposals made into a pack: exactly those handed in, those on one rule for the same people as one requirement."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from zhengyou.packs.proposing.frame import holds_another
from zhengyou.packs.proposing.model import Becomes, Proposal
from zhengyou.packs.proposing.proposals import propose
from zhengyou.packs.proposing.requirements import ASKS
from zhengyou.reading.model import Draft


def from_draft(draft: Draft, *, code: str, name: str, number: str = "") -> dict[str, Any]:
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
) -> dict[str, Any]:
    """方案包 — the pack of these proposals and of nothing else; ``date`` is the notice's own."""
    dated = [p.entry | {"quote": p.item.text} for p in _of(proposals, "stage")]
    stages = [s for s in dated if not holds_another(s, dated)]
    requirements = _requirements(_of(proposals, "requirement"), [s["name"] for s in stages])
    return {
        "code": code,
        "name": name,
        "number": number,
        "starts_on": min((s["starts_on"] for s in dated), default=date),
        "ends_on": max((s["ends_on"] for s in dated), default=date),
        "stages": [{k: s[k] for k in ("name", "starts_on", "ends_on", "quote")} for s in stages],
        "requirements": requirements,
        "tasks": [_task(p) for p in _of(proposals, "task")],
        "criteria": [p.entry["what"] for p in _of(proposals, "criterion")],
        "mechanisms": [p.entry["what"] for p in _of(proposals, "mechanism")],
    }


def _of(proposals: Iterable[Proposal], becomes: Becomes) -> list[Proposal]:
    return [p for p in proposals if p.becomes == becomes and not p.refused]


def _task(proposal: Proposal) -> dict[str, Any]:
    held = ("what", "who", "due_on", "cadence")
    place = {"start": proposal.item.start, "end": proposal.item.end}
    return {key: proposal.entry[key] for key in held if key in proposal.entry} | place


def _requirements(proposals: list[Proposal], stages: list[str]) -> list[dict[str, Any]]:
    made: dict[tuple[Any, ...], dict[str, Any]] = {}
    for p in proposals:
        entry = p.entry
        audience = (entry["rule"], entry["grain"], *_sets(entry))
        if audience in made:
            _join(made[audience], p)
            continue
        used = sum(key[0] == entry["rule"] for key in made)
        code = entry["rule"] + (f"_{used + 1}" if used else "")
        made[audience] = _requirement(p, code, stages)
    return list(made.values())


def _sets(entry: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(entry.get("kinds") or ())), tuple(sorted(entry.get("categories") or ()))


def _requirement(proposal: Proposal, code: str, stages: list[str]) -> dict[str, Any]:
    entry = proposal.entry
    held = ("name", "asks", "rule", "needs", "grain", "kinds", "categories", "due_on")
    made = (
        {"code": code} | {key: entry[key] for key in held if entry.get(key)} | {"quote": proposal.item.text}
    )
    if entry.get("stage") in stages:
        made["stage"] = stages.index(entry["stage"]) + 1
    return made


def _join(made: dict[str, Any], proposal: Proposal) -> None:
    """Another item on the same rule for the same people: the higher of two numbers, the words of both."""
    needs = made.setdefault("needs", {})
    for measure, value in proposal.entry.get("needs", {}).items():
        needs[measure] = max(needs.get(measure, value), value, key=Fraction)
    if not needs:
        del made["needs"]
    made["quote"] = f"{made['quote']}；{proposal.item.text}"
    made["asks"] = f"{made['asks']}；{proposal.entry['asks']}"[:ASKS]
