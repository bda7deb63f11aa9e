"""Facts about organisations, the people in them and their places."""

from zhengyou.rooms.orgs.models.columns import ColumnMapping
from zhengyou.rooms.orgs.models.dated import Dated
from zhengyou.rooms.orgs.models.people import LEADING, Correction, Membership, Person, Post
from zhengyou.rooms.orgs.models.places import Place
from zhengyou.rooms.orgs.models.sounds import OrganisationSound, PersonSound
from zhengyou.rooms.orgs.models.spoken import LONGEST, callings_of, sounds_of, typed
from zhengyou.rooms.orgs.models.succession import Succession

__all__ = [
    "LEADING",
    "LONGEST",
    "ColumnMapping",
    "Correction",
    "Dated",
    "Membership",
    "OrganisationSound",
    "Person",
    "PersonSound",
    "Place",
    "Post",
    "Succession",
    "callings_of",
    "sounds_of",
    "typed",
]
