"""What is handed upwards, and what others have handed in."""

from zhengyou.rooms.federation.queries.handing import bundle_of, told_measure, written
from zhengyou.rooms.federation.queries.ledgers import Ledger, Line, ledger_of, measures_delivered, windows_of
from zhengyou.rooms.federation.queries.partners import (
    Differing,
    deliveries_seen_by,
    differing_sums,
    hand_ups_of,
    newest_deliveries,
    partner_by_key,
    partners_at,
    partners_seen_by,
    root_of,
    unknown_sums,
)

__all__ = [
    "Differing",
    "Ledger",
    "Line",
    "bundle_of",
    "deliveries_seen_by",
    "differing_sums",
    "hand_ups_of",
    "ledger_of",
    "measures_delivered",
    "newest_deliveries",
    "partner_by_key",
    "partners_at",
    "partners_seen_by",
    "root_of",
    "told_measure",
    "unknown_sums",
    "windows_of",
    "written",
]
