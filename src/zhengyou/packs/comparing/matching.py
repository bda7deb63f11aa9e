"""配对 — which items of the lower plan answer which of the plan above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from zhengyou.packs.comparing.likeness import bared, likenesses
from zhengyou.packs.proposing import Proposal
from zhengyou.packs.proposing.days import is_day
from zhengyou.reading.model import Item
from zhengyou.reading.script import plain

ALIKE = 0.32  # from here on two items are taken for the same thing
TWICE = 0.46  # from here on an item may answer a second one, or be a second answer
WORDS = 0.2  # below this no agreement of rhythm, day or unit makes two items alike
AGREES = 0.08  # what each of these counts for
PLAIN_UNITS = {
    "%",
    "次",
    "项",
    "条",
    "件",
    "人",
    "名",
    "位",
    "天",
    "日",
    "月",
    "年",
    "分",
    "",
}  # said of anything
ASKED = ("requirement", "task")


@dataclass(frozen=True)
class Candidate:
    """候选 — two items that may be about the same thing, and how much speaks for it."""

    score: float
    above: int
    own: int


@dataclass(frozen=True)
class Side:
    """一方 — the items of one plan, and for each the words by which it is likened to others."""

    items: list[Proposal]
    words: list[str]


def paired(above: Side, own: Side) -> dict[int, list[int]]:
    """For each item above the items of ours that answer it, the likest first.

    The likest pairs are taken first, each item once; what is left may join a pair that is taken where it is
    very like. Two requirements on the same measure are the same thing however they are worded.
    """
    candidates = sorted(_candidates(above, own), key=lambda c: (-c.score, c.above, c.own))
    answered: dict[int, list[int]] = {}
    used: set[int] = set()
    for c in candidates:
        if c.score >= ALIKE and c.above not in answered and c.own not in used:
            answered[c.above] = [c.own]
            used.add(c.own)
    for c in candidates:
        if c.score < TWICE:
            break
        if c.above not in answered or c.own not in used:
            answered.setdefault(c.above, []).append(c.own)
            used.add(c.own)
    return answered


def _candidates(one: Side, other: Side) -> Iterator[Candidate]:
    above, own = one.items, other.items
    like = {(n, m): score for score, n, m in likenesses(one.words, other.words)}
    for n, m in _same_measure(above, own):
        closer = 0.5 * (above[n].entry.get("posts") == own[m].entry.get("posts"))
        yield Candidate(1 + closer + like.pop((n, m), 0.0), n, m)
    for (n, m), score in like.items():
        alike = score + agreement(above[n].item, own[m].item) if score >= WORDS else 0.0
        if _same_kind(above[n], own[m]) or (alike >= TWICE and _misread(above[n], own[m])):
            yield Candidate(alike, n, m)
    yield from _named(above, own)
    yield from _at_the_same_time(above, own)


def agreement(one: Item, other: Item) -> float:
    """What speaks for two items besides their words: the same rhythm, the same day, the same thing counted."""
    rhythm = (
        one.cadence is not None and other.cadence is not None and one.cadence.every == other.cadence.every
    )
    day = one.deadline is not None and other.deadline is not None and one.deadline.text == other.deadline.text
    units = {plain(q.unit).removeprefix("个") for q in one.quantity} - PLAIN_UNITS
    counted = bool(units & {plain(q.unit).removeprefix("个") for q in other.quantity})
    return AGREES * (rhythm + day + counted)


def _same_measure(above: Sequence[Proposal], own: Sequence[Proposal]) -> Iterator[tuple[int, int]]:
    by_measure: dict[str, list[int]] = {}
    for m, p in enumerate(own):
        for key in _measures(p):
            by_measure.setdefault(key, []).append(m)
    for n, p in enumerate(above):
        for m in sorted({m for key in _measures(p) for m in by_measure.get(key, [])}):
            yield n, m


def _measures(p: Proposal) -> list[str]:
    """The rule with each number that it is given; a rule without numbers by itself."""
    if p.becomes != "requirement":
        return []
    rule = p.entry["rule"]
    return [f"{rule} {need}" for need in p.entry.get("needs", {})] or [rule]


def _same_kind(one: Proposal, other: Proposal) -> bool:
    if one.becomes in ASKED and other.becomes in ASKED:
        return not (set(_measures(one)) and set(_measures(other))) or bool(
            set(_measures(one)) & set(_measures(other))
        )
    return one.becomes == other.becomes


def _misread(one: Proposal, other: Proposal) -> bool:
    """What is asked there may have been read as a phase or as something done here, and the other way round."""
    kinds = {one.becomes, other.becomes}
    return bool(kinds & set(ASKED)) and bool(kinds & {"stage", "figure"})


def _at_the_same_time(above: Sequence[Proposal], own: Sequence[Proposal]) -> Iterator[Candidate]:
    """Two phases are the same by the part of their days that they share, whatever they are called."""
    stages = [[(n, p.entry) for n, p in enumerate(plan) if p.becomes == "stage"] for plan in (above, own)]
    for n, one in stages[0]:
        for m, other in stages[1]:
            if all(is_day(part[key]) for part in (one, other) for key in ("starts_on", "ends_on")):
                yield Candidate(_shared_days(one, other), n, m)


def _shared_days(one: dict[str, str], other: dict[str, str]) -> float:
    a, b, c, d = (
        date.fromisoformat(part[key]).toordinal() for part in (one, other) for key in ("starts_on", "ends_on")
    )
    return max(0, min(b, d) - max(a, c) + 1) / (max(b, d) - min(a, c) + 1)


def _named(above: Sequence[Proposal], own: Sequence[Proposal]) -> Iterator[Candidate]:
    """A mechanism is answered by whatever names it."""
    names = [(n, bared(p.item.text)) for n, p in enumerate(above) if p.becomes == "mechanism"]
    texts = [bared(p.item.text) for p in own]
    for n, name in names:
        for m, text in enumerate(texts):
            if len(name) > 1 and name in text:
                yield Candidate(0.9, n, m)
