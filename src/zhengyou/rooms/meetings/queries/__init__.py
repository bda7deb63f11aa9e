"""Everything that can be asked about meetings."""

from zhengyou.rooms.meetings.queries.cards import card_of, holder_at
from zhengyou.rooms.meetings.queries.due import (
    due_at,
    excused_at,
    home_at,
    homes_at,
    owed_for,
    person_due_at,
)
from zhengyou.rooms.meetings.queries.leave import leaves_running, leaves_seen_by, leaves_to_decide
from zhengyou.rooms.meetings.queries.lists import (
    attended_by,
    coming,
    counted,
    counts_of,
    entry_of,
    joint_nearby,
    list_of,
    lists_left_open,
    made_up_seen_by,
    meetings_seen_by,
    missed_seen_by,
    owed_by,
    owed_in,
    resolutions_seen_by,
    study_meetings_of,
    ways_to_make_up,
)
from zhengyou.rooms.meetings.queries.transitions import came_to, transitions_held, well_attended

__all__ = [
    "attended_by",
    "came_to",
    "card_of",
    "coming",
    "counted",
    "counts_of",
    "due_at",
    "entry_of",
    "excused_at",
    "holder_at",
    "home_at",
    "homes_at",
    "joint_nearby",
    "leaves_running",
    "leaves_seen_by",
    "leaves_to_decide",
    "list_of",
    "lists_left_open",
    "made_up_seen_by",
    "meetings_seen_by",
    "missed_seen_by",
    "owed_by",
    "owed_for",
    "owed_in",
    "person_due_at",
    "resolutions_seen_by",
    "study_meetings_of",
    "transitions_held",
    "ways_to_make_up",
    "well_attended",
]
