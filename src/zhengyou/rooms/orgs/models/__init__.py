"""Facts about organisations, the people in them and their places."""

from zhengyou.rooms.orgs.models.columns import ColumnMapping
from zhengyou.rooms.orgs.models.dated import Dated, earlier, later
from zhengyou.rooms.orgs.models.people import LEADING, Correction, Membership, Person, Post, Stay
from zhengyou.rooms.orgs.models.places import Place, PlaceUse, Tenure, tenure_of
from zhengyou.rooms.orgs.models.roster import roster
from zhengyou.rooms.orgs.models.sounds import OrganisationSound, PersonSound
from zhengyou.rooms.orgs.models.spoken import LONGEST, Sounds, callings_of, sounds_of, typed
from zhengyou.rooms.orgs.models.succession import Succession

__all__ = [
    "ColumnMapping",
    "Correction",
    "Dated",
    "LEADING",
    "LONGEST",
    "Membership",
    "OrganisationSound",
    "Person",
    "PersonSound",
    "Place",
    "PlaceUse",
    "Post",
    "Sounds",
    "Stay",
    "Succession",
    "Tenure",
    "callings_of",
    "earlier",
    "later",
    "roster",
    "sounds_of",
    "tenure_of",
    "typed",
]
