"""Everything that can be asked about organisations and people."""

from zhengyou.rooms.orgs.queries.named import organisation_named, person_named
from zhengyou.rooms.orgs.queries.people import (
    current,
    home_of,
    members_of,
    names_of,
    organisation_of,
    organisations_seen_by,
    people_listed,
    people_seen_by,
    person_of,
    posts_of,
    secretary_of,
)
from zhengyou.rooms.orgs.queries.places import (
    places_in,
    places_of,
    places_seen_by,
    places_to_share,
    tenures,
    uses_of,
    uses_seen_by,
)
from zhengyou.rooms.orgs.queries.structure import Ageing, Structure, ageing_villages, structure_of

__all__ = [
    "Ageing",
    "Structure",
    "ageing_villages",
    "current",
    "home_of",
    "members_of",
    "names_of",
    "organisation_named",
    "organisation_of",
    "organisations_seen_by",
    "people_listed",
    "people_seen_by",
    "person_named",
    "person_of",
    "places_in",
    "places_of",
    "places_seen_by",
    "places_to_share",
    "posts_of",
    "secretary_of",
    "structure_of",
    "tenures",
    "uses_of",
    "uses_seen_by",
]
