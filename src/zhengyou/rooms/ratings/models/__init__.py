"""Facts about ratings: who asks whom about what, which codes are still out, and what lies in the boxes."""

from zhengyou.rooms.ratings.models.ballots import Ballot, Receipt, Token
from zhengyou.rooms.ratings.models.codes import (
    digest_of,
    fresh_code,
    read_code,
    read_receipt,
    receipt_written,
    written,
)
from zhengyou.rooms.ratings.models.rounds import (
    SECRET,
    Access,
    Box,
    Closing,
    Drawing,
    Grade,
    Group,
    Issue,
    Round,
    SelfRating,
    Subject,
)

__all__ = [
    "SECRET",
    "Access",
    "Ballot",
    "Box",
    "Closing",
    "Drawing",
    "Grade",
    "Group",
    "Issue",
    "Receipt",
    "Round",
    "SelfRating",
    "Subject",
    "Token",
    "digest_of",
    "fresh_code",
    "read_code",
    "read_receipt",
    "receipt_written",
    "written",
]
