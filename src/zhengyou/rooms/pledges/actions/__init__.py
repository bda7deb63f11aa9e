"""Everything that can be done about promises: making them, keeping them, judging them."""

from zhengyou.rooms.pledges.actions.keeping import discuss_pledge, fulfil_step, review_pledge
from zhengyou.rooms.pledges.actions.promising import (
    change_pledge,
    change_step,
    draft_pledge,
    publish_pledge,
    show_name,
    withdraw_pledge,
)

__all__ = [
    "change_pledge",
    "change_step",
    "discuss_pledge",
    "draft_pledge",
    "fulfil_step",
    "publish_pledge",
    "review_pledge",
    "show_name",
    "withdraw_pledge",
]
