"""Everything that can be asked about lasting links and joint bodies."""

from zhengyou.rooms.ties.queries.joint import (
    bodies_seen_by,
    members_on,
    organisations_speaking,
    seats_seen_by,
    sessions_of,
    sessions_seen_by,
    sits_on,
    unlinked_meetings,
)
from zhengyou.rooms.ties.queries.ties import (
    lacking_pairings,
    lines_beside,
    organisations_with_ties,
    ties_from,
    ties_in,
    ties_seen_by,
    ties_to,
    without_contact,
)

__all__ = [
    "bodies_seen_by",
    "lacking_pairings",
    "lines_beside",
    "organisations_speaking",
    "members_on",
    "organisations_with_ties",
    "seats_seen_by",
    "sessions_of",
    "sessions_seen_by",
    "sits_on",
    "ties_from",
    "ties_in",
    "ties_seen_by",
    "ties_to",
    "unlinked_meetings",
    "without_contact",
]
