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
TRIED = {"task": "tasks", "criterion": "criteria", "mechanism": "mechanisms"}
HELD = {  # what a pack holds of an entry; the rest is for the eye
    "stage": ("name", "starts_on", "ends_on"),
    "requirement": ("name", "asks", "rule", "needs", "grain", "kinds", "categories", "due_on"),
    "task": ("what", "who", "due_on", "cadence"),
    "criterion": ("what",),
    "mechanism": ("what",),
}


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
    dated = reading.notice.dated_on
    return pack_of(
        _proposals(reading, accepted),
        code=reading.code,
        name=reading.name,
        number=reading.number,
        date=dated.isoformat() if dated else "",
    )


def clashes_in(reading: Reading, lines: Sequence[Line]) -> list[Clash]:
    """What contradicts what among the lines that are accepted or wait."""
    kept = [line for line in lines if line.open and line.decision != Line.Decision.DROPPED]
    return [
        Clash(found.words, tuple(kept[place].number for place in found.places))
        for found in contradictions(_proposals(reading, kept))
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
    given = {key: entry[key] for key in HELD[becomes] if key in entry}
    pack: dict[str, Any] = {
        "code": "tried",
        "name": "条目",
        "starts_on": DAY,
        "ends_on": DAY,
        "stages": [{"name": "条目", "starts_on": DAY, "ends_on": DAY}],
    }
    if becomes == "stage":
        days = {key: given.get(key, DAY) for key in ("starts_on", "ends_on")}
        pack |= days | {"stages": [given]}
    elif becomes == "requirement":
        due = given.get("due_on", DAY)
        pack |= {
            "starts_on": due,
            "ends_on": due,
            "stages": [{"name": "条目", "starts_on": due, "ends_on": due}],
        }
        pack["requirements"] = [{"code": "tried", **given}]
    else:
        pack[TRIED[becomes]] = [given]
    return [words.partition("：")[2] for words in check(pack)] or unknown_in_pack(pack)
