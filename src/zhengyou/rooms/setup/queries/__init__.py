"""Everything that can be asked about how far the setting up has come."""

from zhengyou.rooms.setup.queries.sample import cast_of_sample, in_sample, sample_counts, sample_seen_by
from zhengyou.rooms.setup.queries.state import State, roots, state_of
from zhengyou.rooms.setup.queries.touring import Stop, stop_at, tours_for
from zhengyou.rooms.setup.queries.wording import words_told

__all__ = [
    "State",
    "Stop",
    "cast_of_sample",
    "in_sample",
    "roots",
    "sample_counts",
    "sample_seen_by",
    "state_of",
    "stop_at",
    "tours_for",
    "words_told",
]
