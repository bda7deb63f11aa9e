"""Everything that can be done about appraisal."""

from zhengyou.rooms.appraisal.actions.said import (
    comment_on,
    dispute_score,
    give_mark,
    reply_to_dispute,
    retract_mark,
)
from zhengyou.rooms.appraisal.actions.schemes import issue_scheme

__all__ = [
    "comment_on",
    "dispute_score",
    "give_mark",
    "issue_scheme",
    "reply_to_dispute",
    "retract_mark",
]
