"""Everything that can be asked about accounts and the trail."""

from zhengyou.rooms.accounts.queries.opened import (
    AT_ONCE,
    Holder,
    accounts_seen_by,
    free_name,
    places_to_open,
    secretaries_counted,
    secretaries_without,
)
from zhengyou.rooms.accounts.queries.signing import (
    REMEMBERED,
    account_of,
    deeds_seen_by,
    seconds_to_wait,
    unclaimed,
)

__all__ = [
    "AT_ONCE",
    "REMEMBERED",
    "Holder",
    "account_of",
    "accounts_seen_by",
    "deeds_seen_by",
    "free_name",
    "places_to_open",
    "seconds_to_wait",
    "secretaries_counted",
    "secretaries_without",
    "unclaimed",
]
