"""Facts about organisations, the people in them and their places."""

from zhengyou.rooms.orgs.models.columns import ColumnMapping
from zhengyou.rooms.orgs.models.dated import Dated
from zhengyou.rooms.orgs.models.people import Membership, Person, Post
from zhengyou.rooms.orgs.models.places import Place
from zhengyou.rooms.orgs.models.succession import Succession

__all__ = ["ColumnMapping", "Dated", "Membership", "Person", "Place", "Post", "Succession"]
