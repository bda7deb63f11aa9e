"""Facts about organisations, the people in them and their places."""

from zhengyou.rooms.orgs.models.dated import Dated, earlier, later
from zhengyou.rooms.orgs.models.people import Membership, Person, Post
from zhengyou.rooms.orgs.models.places import Place, PlaceUse, Tenure, tenure_of
from zhengyou.rooms.orgs.models.roster import roster

__all__ = [
    "Dated",
    "Membership",
    "Person",
    "Place",
    "PlaceUse",
    "Post",
    "Tenure",
    "earlier",
    "later",
    "roster",
    "tenure_of",
]
