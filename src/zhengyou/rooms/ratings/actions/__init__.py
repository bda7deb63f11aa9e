"""Everything that can be done about ratings."""

from zhengyou.rooms.ratings.actions.intake import hand_in
from zhengyou.rooms.ratings.actions.opening import open_round
from zhengyou.rooms.ratings.actions.rounds import (
    close_round,
    draw_code,
    issue_tokens,
    rate_self,
)
from zhengyou.rooms.ratings.actions.voting import Paper, cast_ballot, cast_ballots

__all__ = [
    "Paper",
    "cast_ballot",
    "cast_ballots",
    "close_round",
    "draw_code",
    "hand_in",
    "issue_tokens",
    "open_round",
    "rate_self",
]
