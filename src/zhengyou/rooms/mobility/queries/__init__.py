"""Everything that can be asked about people on the move."""

from zhengyou.rooms.mobility.queries.contacts import DAYS, contacts_with, mobile_seen_by, not_reached
from zhengyou.rooms.mobility.queries.residence import (
    communities_called,
    may_register_with,
    own_residence,
    residences_where_recorded,
    residents_seen_by,
    services_seen_by,
)
from zhengyou.rooms.mobility.queries.transfers import (
    current_post,
    is_overdue,
    membership_moved,
    transfers_closed_to,
    transfers_held_at,
    transfers_of,
    transfers_open_to,
    transfers_seen_by,
    under_way,
)

__all__ = [
    "DAYS",
    "communities_called",
    "contacts_with",
    "current_post",
    "is_overdue",
    "may_register_with",
    "membership_moved",
    "mobile_seen_by",
    "not_reached",
    "own_residence",
    "residences_where_recorded",
    "residents_seen_by",
    "services_seen_by",
    "transfers_closed_to",
    "transfers_held_at",
    "transfers_of",
    "transfers_open_to",
    "transfers_seen_by",
    "under_way",
]
