"""A requirement proposed on a measure: the lines of the table that fit, and the reason in words."""

from collections.abc import Collection
from typing import Any

from zhengyou.packs.proposing.days import due_of
from zhengyou.packs.proposing.frame import Frame
from zhengyou.packs.proposing.grounds import confidence
from zhengyou.packs.proposing.model import Proposal
from zhengyou.packs.proposing.table import Fit, fitting, number_of, unit_of
from zhengyou.reading.model import Item

ASKS = 110  # characters of what a requirement asks; the whole quotation stands beside it


def requirement(item: Item, frame: Frame, known: Collection[str] | None) -> Proposal | None:
    """A requirement on the rule of the first line that fits, with a need for each quantity; or nothing."""
    found = list(fitting(item, known))
    if not found:
        return None
    first = found[0].match
    fits = [f for f in found if f.match["rule"] == first["rule"]]
    entry = _entry(item, first, frame)
    entry["needs"] = {f.match["need"]: number_of(f.quantity) for f in fits if f.quantity is not None}
    grounds = _grounds(item, fits, entry)
    if len(fits) == len(found):
        grounds["single"] = ""
    reason = "；".join(filter(None, grounds.values())) + "。"
    return Proposal(item, "requirement", entry, confidence("requirement", grounds), reason)


def _entry(item: Item, match: dict[str, Any], frame: Frame) -> dict[str, Any]:
    stage = frame.stage_named(match.get("stage", ""))
    return {
        "rule": match["rule"],
        "name": match["name"],
        "asks": item.text[:ASKS],
        "grain": match["grain"],
        "kinds": ["branch"],
        "categories": [],
        "stage": stage["name"] if stage else "",
        "due_on": due_of(item) or (stage["ends_on"] if stage else frame.last),
    }


def _grounds(item: Item, fits: list[Fit], entry: dict[str, Any]) -> dict[str, str]:
    words = "、".join(dict.fromkeys(f"“{w}”" for f in fits for w in f.words))
    grounds = {"meaning": f"说到{words}，合于{entry['name']}"}
    counted = [f.quantity for f in fits if f.quantity is not None]
    if counted:
        units = "、".join(f"{q.value:g}{unit_of(q)}" for q in counted)
        grounds["unit"] = f"{units}的单位与指标一致"
        if any(q.bound == "at_least" for q in counted):
            grounds["bound"] = "写明是下限"
    if item.who:
        grounds["who"] = f"写明是{item.who}"
    if entry["stage"]:
        grounds["time"] = f"落在{entry['stage']}阶段"
    return grounds
