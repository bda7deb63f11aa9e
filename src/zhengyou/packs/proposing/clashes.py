"""矛盾 — what does not go together among proposals, each with the remedy."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from zhengyou.packs.proposing.frame import holds_another
from zhengyou.packs.proposing.model import Contradiction, Proposal

Found = Iterator[Contradiction]
Placed = list[tuple[int, Proposal]]


def contradictions(proposals: Sequence[Proposal]) -> list[Contradiction]:
    """矛盾 — deadlines outside their stage, shares over 100 %, two bounds for one thing, stages that overlap."""
    placed = [(n, p) for n, p in enumerate(proposals) if not p.refused]
    stages = _stages(placed)
    found = [
        *_backwards(placed),
        *_overlaps(stages),
        *_late(placed, stages),
        *_over(placed),
        *_two_bounds(placed),
    ]
    return sorted(found, key=lambda c: c.places)


def _stages(placed: Placed) -> Placed:
    dated = [
        (n, p) for n, p in placed if p.becomes == "stage" and p.entry["starts_on"] and p.entry["ends_on"]
    ]
    windows = [p.entry for _, p in dated]
    return [(n, p) for n, p in dated if not holds_another(p.entry, windows)]


def _backwards(placed: Placed) -> Found:
    for n, p in placed:
        if p.becomes == "stage" and p.entry["starts_on"] and "" < p.entry["ends_on"] < p.entry["starts_on"]:
            yield Contradiction((n,), f"{p.entry['name']}的结束早于开始，请核对日期。")


def _overlaps(stages: Placed) -> Found:
    for (n, first), (m, then) in pairwise(stages):
        if then.entry["starts_on"] <= first.entry["ends_on"]:
            names = f"{then.entry['name']}与{first.entry['name']}"
            yield Contradiction((n, m), f"{names}重叠，请把后一阶段的开始改在{first.entry['ends_on']}之后。")


def _late(placed: Placed, stages: Placed) -> Found:
    by_name = {p.entry["name"]: (n, p) for n, p in stages}
    for n, p in placed:
        due, stage = p.entry.get("due_on", ""), by_name.get(p.entry.get("stage", ""))
        if not due or stage is None:
            continue
        first, last = stage[1].entry["starts_on"], stage[1].entry["ends_on"]
        if not first <= due <= last:
            words = f"截止{due}不在{p.entry['stage']}阶段（{first}至{last}）之内，请改截止日或改归别的阶段。"
            yield Contradiction((stage[0], n), words)


def _over(placed: Placed) -> Found:
    for n, p in placed:
        if any(q.unit == "%" and q.value > 100 and q.bound != "growth_percent" for q in p.item.quantity):
            yield Contradiction((n,), "比例超过100%，请核对原文或改正数字。")


def _two_bounds(placed: Placed) -> Found:
    first: dict[tuple[str, ...], tuple[int, str]] = {}
    for n, p in placed:
        for measure, value in p.entry.get("needs", {}).items() if p.becomes == "requirement" else ():
            kinds, categories = (",".join(p.entry.get(k) or ()) for k in ("kinds", "categories"))
            m, before = first.setdefault((p.entry["rule"], measure, kinds, categories), (n, value))
            if Fraction(before) != Fraction(value):
                words = (
                    f"{p.entry['name']}对同样的对象有{before}和{value}两个数，请留一条，或分清各自的对象。"
                )
                yield Contradiction((m, n), words)
