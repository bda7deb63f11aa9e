"""群众评选 — what a vote by token tells of each nominated, folded like every rating; one input beside the decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhengyou.rooms.honours.models import HonourBatch, Nomination, PublicVote
from zhengyou.rooms.honours.queries.standing import Step, way_of
from zhengyou.rooms.ratings.queries import Tally, is_closed, results_in

WELL = ("good", "fairly_good")


@dataclass(frozen=True)
class Voted:
    """评选结果 — how many voted on one nominated and how many of the answers were 好 or 较好; too few, and nothing is told."""

    votes: int
    well: int
    answers: int


def vote_of(batch: HonourBatch) -> PublicVote | None:
    """The vote of a batch, if one is held."""
    return PublicVote.objects.filter(batch=batch).select_related("round__closing").first()


def is_counted(vote: PublicVote) -> bool:
    """Whether its boxes were opened; nobody knows anything of the votes before."""
    return is_closed(vote.round)


def voted_on(vote: PublicVote, nominations: Sequence[Nomination]) -> dict[int, Voted | None]:
    """What the vote tells of each nominated; nothing for whom fewer voted than may be told apart, or before it is counted."""
    found = results_in(vote.round, [n.home for n in nominations])
    told = {n.pk: found.get(n.home_id) for n in nominations}
    return {pk: _told(r.whole) if r else None for pk, r in told.items()}


def _told(tally: Tally | None) -> Voted | None:
    if tally is None:
        return None
    well = sum(c[grade] for c in tally.counts for grade in WELL)
    return Voted(tally.votes, well, sum(sum(c.values()) for c in tally.counts))


def to_be_voted_on(nominations: Sequence[Any]) -> list[Any]:
    """Those of a batch that a vote may be about: passed on by every level, and not decided yet."""
    return [n for n in nominations if way_of(n).step in (Step.READY, Step.POSTED)]
