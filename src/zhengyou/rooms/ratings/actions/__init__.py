"""Everything that can be done about ratings."""

from zhengyou.rooms.ratings.actions.rounds import (
    close_round,
    draw_code,
    issue_tokens,
    open_round,
    rate_self,
)
from zhengyou.rooms.ratings.actions.voting import cast_ballot

__all__ = ["cast_ballot", "close_round", "draw_code", "issue_tokens", "open_round", "rate_self"]
