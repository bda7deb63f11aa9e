"""矛盾 — what does not go together among proposals, each with the remedy.

A proposal is taken as it stands, edited or not: once the office has put right what was wrong, nothing is said any more.
"""

from collections.abc import Sequence

from zhengyou.packs.proposing.clashes.bounds import over_the_whole, two_bounds, within_another
from zhengyou.packs.proposing.clashes.days import (
    backwards,
    before_the_notice,
    no_day,
    out_of_stage,
    overlapping,
)
from zhengyou.packs.proposing.clashes.points import not_adding_up
from zhengyou.packs.proposing.clashes.stages import placed_stages
from zhengyou.packs.proposing.model import Contradiction, Proposal


def contradictions(proposals: Sequence[Proposal], date: str = "") -> list[Contradiction]:
    """矛盾 — what cannot stand together, in the order of the places; ``date`` is the day of the notice itself."""
    placed = [(n, p) for n, p in enumerate(proposals) if not p.refused]
    stages = placed_stages(placed)
    found = [
        *no_day(placed),
        *backwards(placed),
        *overlapping(stages),
        *out_of_stage(placed, stages),
        *before_the_notice(placed, date),
        *over_the_whole(placed),
        *two_bounds(placed),
        *within_another(placed),
        *not_adding_up(placed),
    ]
    return sorted(found, key=lambda c: c.places)
