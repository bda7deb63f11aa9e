"""Everything that can be asked about units and their coverage."""

from zhengyou.rooms.coverage.queries.gaps import (
    Need,
    gaps_seen_by,
    likely_for,
    needs_by_line,
    state_of,
)
from zhengyou.rooms.coverage.queries.units import covers_seen_by, organisations_with_coverage, units_seen_by

__all__ = [
    "Need",
    "covers_seen_by",
    "gaps_seen_by",
    "likely_for",
    "needs_by_line",
    "organisations_with_coverage",
    "state_of",
    "units_seen_by",
]
