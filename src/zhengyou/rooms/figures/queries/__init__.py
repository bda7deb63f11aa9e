"""Everything that can be asked about figures."""

from zhengyou.rooms.figures.queries.behind import A_PAGE, Behind, facts_behind, tells_of_facts
from zhengyou.rooms.figures.queries.doubts import (
    doubts_about,
    doubts_seen_by,
    doubts_to_clear,
)
from zhengyou.rooms.figures.queries.opened import (
    Opened,
    engine_for,
    opened,
    organisation_asked,
    organisations_with_figures,
    places_with_figures,
)
from zhengyou.rooms.figures.queries.trends import MOST_MONTHS, Trend, trend

__all__ = [
    "A_PAGE",
    "MOST_MONTHS",
    "Behind",
    "Opened",
    "Trend",
    "doubts_about",
    "doubts_seen_by",
    "doubts_to_clear",
    "engine_for",
    "facts_behind",
    "opened",
    "organisation_asked",
    "organisations_with_figures",
    "places_with_figures",
    "tells_of_facts",
    "trend",
]
