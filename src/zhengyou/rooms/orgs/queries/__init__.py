"""Everything that can be asked about organisations and people."""

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

__all__ = [
    "current",
    "home_of",
    "members_of",
    "names_of",
    "organisation_of",
    "organisations_seen_by",
    "people_listed",
    "people_seen_by",
    "person_of",
    "posts_of",
    "secretary_of",
]
