"""What papers are made of, and the circulars that were drafted from it."""

from zhengyou.rooms.bulletins.queries.bands import Banded, banded, schemes_to_tell
from zhengyou.rooms.bulletins.queries.circulars import (
    CircularState,
    circulars_seen_by,
    last_decision,
    lines_of,
    named_person,
    state_of_circular,
)
from zhengyou.rooms.bulletins.queries.naming import OF_A_KIND, named
from zhengyou.rooms.bulletins.queries.results import Proposed, proposed_for
from zhengyou.rooms.bulletins.queries.state import Item, Line, State, lacking, state_of

__all__ = [
    "OF_A_KIND",
    "named",
    "Banded",
    "banded",
    "schemes_to_tell",
    "CircularState",
    "Item",
    "Line",
    "Proposed",
    "State",
    "circulars_seen_by",
    "lacking",
    "last_decision",
    "lines_of",
    "named_person",
    "proposed_for",
    "state_of",
    "state_of_circular",
]
