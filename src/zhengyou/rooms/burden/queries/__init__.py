"""Everything that can be asked about what the system costs those who work with it."""

from zhengyou.rooms.burden.queries.asked import Load, load_of
from zhengyou.rooms.burden.queries.suggestions import (
    Counts,
    counts_of_suggestions,
    suggestions_by,
    suggestions_to_answer,
)
from zhengyou.rooms.burden.queries.unused import Unused, unused_under

__all__ = [
    "Counts",
    "Load",
    "Unused",
    "counts_of_suggestions",
    "load_of",
    "suggestions_by",
    "suggestions_to_answer",
    "unused_under",
]
