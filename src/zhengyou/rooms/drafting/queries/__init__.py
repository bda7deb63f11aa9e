"""Everything that can be asked about notices that are read."""

from zhengyou.rooms.drafting.queries.burden import Cost, cost_of
from zhengyou.rooms.drafting.queries.comparing import compared, notices_beside
from zhengyou.rooms.drafting.queries.lines import (
    BANDS,
    band_of,
    counts_of,
    levels_of,
    lines_of,
    shown_of,
    stages_in,
    state_of,
)
from zhengyou.rooms.drafting.queries.made import Clash, clashes_in, in_the_way, pack_of_reading, wrong_in
from zhengyou.rooms.drafting.queries.marks import Part, parts_of
from zhengyou.rooms.drafting.queries.seen import (
    branches_under,
    last_decision,
    reading_of,
    readings_seen_by,
)
from zhengyou.rooms.drafting.queries.words import (
    ACCEPTED,
    DECISIONS,
    DROPPED,
    KINDS,
    TAKEN_UP,
    WAITING,
    grain_called,
    kind_called,
)

__all__ = [
    "ACCEPTED",
    "DECISIONS",
    "DROPPED",
    "KINDS",
    "TAKEN_UP",
    "WAITING",
    "grain_called",
    "kind_called",
    "BANDS",
    "Clash",
    "Cost",
    "Part",
    "band_of",
    "branches_under",
    "clashes_in",
    "compared",
    "cost_of",
    "counts_of",
    "in_the_way",
    "last_decision",
    "levels_of",
    "lines_of",
    "notices_beside",
    "pack_of_reading",
    "parts_of",
    "reading_of",
    "readings_seen_by",
    "shown_of",
    "stages_in",
    "state_of",
    "wrong_in",
]
