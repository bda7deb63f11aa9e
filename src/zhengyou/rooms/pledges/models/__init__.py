"""Facts about promises: where they came from, what was promised by which steps, what was done, said and judged."""

from zhengyou.rooms.pledges.models import tables
from zhengyou.rooms.pledges.models.keeping import Change, Discussion, Fulfilment, Return, Review, Signature
from zhengyou.rooms.pledges.models.posts import DutyHolder, DutyPost
from zhengyou.rooms.pledges.models.promises import Pledge, Step
from zhengyou.rooms.pledges.models.wishes import KEPT_FOR, OpenCall, Wish, WishAnswer

__all__ = [
    "KEPT_FOR",
    "Change",
    "Discussion",
    "DutyHolder",
    "DutyPost",
    "Fulfilment",
    "OpenCall",
    "Pledge",
    "Return",
    "Review",
    "Signature",
    "Step",
    "Wish",
    "WishAnswer",
    "tables",
]
