"""Everything that can be asked about ratings."""

from zhengyou.rooms.ratings.queries.folding import SMALLEST_GROUP, folded
from zhengyou.rooms.ratings.queries.results import (
    GroupResult,
    Results,
    Tally,
    ballots_hold,
    digest_of_ballots,
    rating_score,
    rating_scores,
    results_of,
)
from zhengyou.rooms.ratings.queries.rounds import (
    BoxState,
    box_of,
    boxes_of,
    codes_left,
    codes_out,
    is_closed,
    is_open,
    open_to_public,
    rounds_held_by,
    subjects_seen_by,
    subjects_to_draw,
)

__all__ = [
    "SMALLEST_GROUP",
    "BoxState",
    "GroupResult",
    "Results",
    "Tally",
    "ballots_hold",
    "box_of",
    "boxes_of",
    "codes_left",
    "codes_out",
    "digest_of_ballots",
    "folded",
    "is_closed",
    "is_open",
    "open_to_public",
    "rating_score",
    "rating_scores",
    "results_of",
    "rounds_held_by",
    "subjects_seen_by",
    "subjects_to_draw",
]
