"""What lines would make together: proposals with the office's own words, the pack, and what contradicts what."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, cast

from django.utils.translation import gettext as _

from zhengyou.core.language import listed
from zhengyou.packs import check
from zhengyou.packs.proposing import Becomes, Proposal, contradictions, pack_of
from zhengyou.reading.model import Cadence, Deadline, Item, Quantity
from zhengyou.rooms.campaigns.queries import unknown_in_pack
from zhengyou.rooms.drafting.models import Line, Reading

DAY = "2000-01-01"  # of a pack in which one entry is looked at alone
TRIED = Item(kind="requirement", text="条目", start=0, end=2)
NEEDED = {"stage": "name", "requirement": "rule", "task": "what", "criterion": "what", "mechanism": "what"}


@dataclass(frozen=True)
class Clash:
    """矛盾 — what does not go together, in words, and in which lines."""

    words: str
    lines: tuple[int, ...]


def _item(line: Line, text: str) -> Item:
    """The item as it was read, its words from the notice."""
    told = dict(line.fields)
    told["quantity"] = tuple(Quantity(**one) for one in told.get("quantity") or ())
    told["cadence"] = Cadence(**told["cadence"]) if told.get("cadence") else None
    told["deadline"] = Deadline(**told["deadline"]) if told.get("deadline") else None
    told["parent"] = tuple(told.get("parent") or ())
    return Item(
        kind=cast(Any, line.kind), text=text[line.start : line.end], start=line.start, end=line.end, **told
    )


def _proposals(reading: Reading, lines: Sequence[Line]) -> list[Proposal]:
    """Lines as proposals; a stage that the office gave another name has it wherever it is named."""
    named = {
        line.entry.get("name"): line.content.get("name")
        for line in reading_stages(lines)
        if line.edited is not None
    }
    return [_proposal(line, reading.notice.text, named) for line in lines]


def reading_stages(lines: Sequence[Line]) -> list[Line]:
    """The lines that are stages."""
    return [line for line in lines if line.now == "stage"]


def _proposal(line: Line, text: str, named: dict[Any, Any]) -> Proposal:
    entry = dict(line.content)
    if entry.get("stage") in named:
        entry["stage"] = named[entry["stage"]]
    return Proposal(
        item=_item(line, text),
        becomes=cast(Becomes, line.now),
        entry=entry,
        confidence=Fraction(line.confidence),
        reason=line.reason,
        refused=line.refused,
    )


def pack_of_reading(reading: Reading, lines: Sequence[Line]) -> dict[str, Any]:
    """The pack of what was accepted, and of nothing else."""
    accepted = [line for line in lines if line.decision == Line.Decision.ACCEPTED]
    return pack_of(
        _proposals(reading, accepted),
        code=reading.code,
        name=reading.name,
        number=reading.number,
        date=_dated(reading),
    )


def _dated(reading: Reading) -> str:
    dated = reading.notice.dated_on
    return dated.isoformat() if dated else ""


def clashes_in(reading: Reading, lines: Sequence[Line]) -> list[Clash]:
    """What contradicts what among the lines that are accepted or wait."""
    kept = [line for line in lines if line.open and line.decision != Line.Decision.DROPPED]
    return [
        Clash(found.words, tuple(kept[place].number for place in found.places))
        for found in contradictions(_proposals(reading, kept), date=_dated(reading))
    ]


def in_the_way(reading: Reading, lines: Sequence[Line], clashes: Sequence[Clash] | None = None) -> list[str]:
    """Why a reading cannot be issued yet: what waits, what contradicts itself, what the pack lacks. Empty if nothing."""
    waiting = [line for line in lines if line.open and line.decision == Line.Decision.WAITING]
    told = {"n": len(waiting), "which": _numbers(waiting)}
    found = [_("%(n)d条待定（%(which)s）") % told] if waiting else []
    found += [clash.words for clash in (clashes_in(reading, lines) if clashes is None else clashes)]
    if found:
        return found
    if not any(line.decision == Line.Decision.ACCEPTED for line in lines):
        return [_("还没有采用一条")]
    pack = pack_of_reading(reading, lines)
    if problems := check(pack) or unknown_in_pack(pack):
        return problems
    return [] if pack.get("requirements") else [_("方案里还没有一条可以检查的要求")]


def _numbers(lines: Sequence[Line]) -> str:
    told = listed(line.number for line in lines[:6])
    return told + ("……" if len(lines) > 6 else "")


def wrong_in(becomes: str, entry: dict[str, Any]) -> list[str]:
    """What is wrong with one entry alone, as the check of a pack says it."""
    if not entry.get(NEEDED[becomes]):
        return ["没有内容，请写上"]
    day = entry.get("due_on") if becomes == "requirement" else ""
    day = str(day or DAY)
    alone = [_tried(becomes, entry | {"stage": ""})]
    if becomes != "stage":
        alone.insert(0, _tried("stage", {"name": "条目", "starts_on": day, "ends_on": day}))
    pack = pack_of(alone, code="tried", name="条目", date=DAY)
    return [words.partition("：")[2] for words in check(pack)] or unknown_in_pack(pack)


def _tried(becomes: str, entry: dict[str, Any]) -> Proposal:
    return Proposal(TRIED, cast(Becomes, becomes), entry, Fraction(1), "")
