"""Facts about organisations, the people in them and their places."""

from zhengyou.rooms.orgs.models.dated import Dated
from zhengyou.rooms.orgs.models.people import Membership, Person, Post
from zhengyou.rooms.orgs.models.places import Place
from zhengyou.rooms.orgs.models.roster import roster

__all__ = ["Dated", "Membership", "Person", "Place", "Post", "roster"]
