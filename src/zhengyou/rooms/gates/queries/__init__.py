"""Everything that can be asked about passing from stage to stage."""

from zhengyou.rooms.gates.queries.board import Board, Card, Column, board_of
from zhengyou.rooms.gates.queries.look_back import (
    Tick,
    asks_for_own_plan,
    lacking_by_organisation,
    lacking_for_gate,
    look_back_of,
    look_backs,
    people_lacking,
)
from zhengyou.rooms.gates.queries.passing import Passing, Place, has_passed, passing_of, passings
from zhengyou.rooms.gates.queries.present import Held, meetings_held
from zhengyou.rooms.gates.queries.sampled import frame_of, is_drawn_rightly, samples_of
from zhengyou.rooms.gates.queries.seen import (
    applications_seen_by,
    applications_waiting_for,
    gates_seen_by,
    is_asked,
    organisations_at,
    organisations_seen_at,
    requirements_for_gate,
)

__all__ = [
    "Board",
    "Card",
    "Column",
    "Held",
    "Passing",
    "Place",
    "Tick",
    "applications_seen_by",
    "applications_waiting_for",
    "asks_for_own_plan",
    "board_of",
    "frame_of",
    "gates_seen_by",
    "has_passed",
    "is_asked",
    "is_drawn_rightly",
    "lacking_by_organisation",
    "lacking_for_gate",
    "look_back_of",
    "look_backs",
    "meetings_held",
    "organisations_at",
    "organisations_seen_at",
    "passing_of",
    "passings",
    "people_lacking",
    "requirements_for_gate",
    "samples_of",
]
