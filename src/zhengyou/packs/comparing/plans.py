"""对照 — a lower level's own plan beside the plan above, both read alike."""

import re
from collections.abc import Collection
from dataclasses import replace

from zhengyou.packs.comparing.likeness import bared
from zhengyou.packs.comparing.lowering import lowered, unsaid
from zhengyou.packs.comparing.matching import Side, paired
from zhengyou.packs.comparing.model import Comparison, Line
from zhengyou.packs.comparing.offices import rank_of, theirs
from zhengyou.packs.proposing import Becomes, Proposal, propose
from zhengyou.reading.model import Draft

TAIL = 2  # characters that are left of a clause that names no thing of its own
SHORT = 4  # characters that are left of one that names hardly anything


def compare(above: Draft, own: Draft, known: Collection[str] | None = None) -> Comparison:
    """对照 — what the lower plan covers, where it asks less, what it leaves out, and what it adds."""
    asked = [p for p in whole(_proposed(above, known)) if p.becomes not in ("figure", "nothing")]
    ours = [p for p in whole(_proposed(own, known)) if p.becomes != "nothing"]
    rank = rank_of(above)
    below, done_above = [p for p in asked if not theirs(p, rank)], [p for p in asked if theirs(p, rank)]
    by, left = _answers(below, ours, above, own)
    repeated, left = _answers(done_above, left, above, own)
    lines = [
        Line(p, "theirs", repeated.get(id(p), ())) if theirs(p, rank) else _line(p, by.get(id(p), ()))
        for p in asked
    ]
    return Comparison(lines, [p for p in left if p.becomes != "figure"])


def _proposed(draft: Draft, known: Collection[str] | None) -> list[Proposal]:
    """What a plan says, also where the house would refuse it: a plan is compared as it is written."""
    kinds: dict[str, Becomes] = {"requirement": "task", "criterion": "criterion", "mechanism": "mechanism"}
    return [replace(p, becomes=kinds[p.item.kind]) if p.refused else p for p in propose(draft, known)]


def _answers(
    asked: list[Proposal], ours: list[Proposal], above: Draft, own: Draft
) -> tuple[dict[int, tuple[Proposal, ...]], list[Proposal]]:
    """What of ours answers each thing that is asked, and what of ours answers none."""
    found = paired(Side(asked, _words(asked, above)), Side(ours, _words(ours, own)))
    used = {m for answers in found.values() for m in answers}
    by = {id(asked[n]): tuple(ours[m] for m in answers) for n, answers in found.items()}
    return by, [p for m, p in enumerate(ours) if m not in used]


def _words(items: list[Proposal], draft: Draft) -> list[str]:
    """The words of each item; of one that names hardly anything, those of its sentence up to it."""
    text = draft.notice.text
    return [
        p.item.text if len(bared(p.item.text)) > SHORT else re.split("[。；;\n]", text[: p.item.end])[-1]
        for p in items
    ]


def whole(proposals: list[Proposal]) -> list[Proposal]:
    """A clause that only says how much or how often (全年不少于2次) joined to what it is said of."""
    found: list[Proposal] = []
    for p in proposals:
        before = found[-1].item if found else None
        if (
            before
            and before.kind == p.item.kind
            and before.parent == p.item.parent
            and len(bared(p.item.text)) <= TAIL
        ):
            joined = replace(
                before, quantity=before.quantity + p.item.quantity, cadence=before.cadence or p.item.cadence
            )
            found[-1] = replace(found[-1], item=joined)
        else:
            found.append(p)
    return found


def _line(above: Proposal, by: tuple[Proposal, ...]) -> Line:
    refused = (above.refused,) if above.refused else ()
    if not by:
        return Line(above, "left_out", notes=refused)
    least = min((lowered(above, p) for p in by), key=len)
    notes = min((unsaid(above, p) for p in by), key=len)
    return Line(above, "lowered" if least else "covered", by, tuple(least), (*notes, *refused))
