"""Facts about ratings: who asks whom about what, which codes are still out, and what lies in the boxes."""

from zhengyou.rooms.ratings.models.ballots import Ballot, Token
from zhengyou.rooms.ratings.models.codes import digest_of, fresh_code, read_code, written
from zhengyou.rooms.ratings.models.rounds import (
    SECRET,
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
    "Ballot",
    "Box",
    "Closing",
    "Drawing",
    "Grade",
    "Group",
    "Issue",
    "Round",
    "SelfRating",
    "Subject",
    "Token",
    "digest_of",
    "fresh_code",
    "read_code",
    "written",
]
