"""Everything that can be asked about reminders: what is due of whom, when they may go, what became of them."""

from zhengyou.rooms.notices.queries.due import Line, due_of_group, due_of_person, fingerprint
from zhengyou.rooms.notices.queries.quiet import FROM, UNTIL, may_go_out
from zhengyou.rooms.notices.queries.sendings import (
    TRIES,
    choice_of,
    lists_of_today,
    robot_of,
    unsent,
    unsent_seen_by,
    whoever_wants_mail,
    with_robots,
)

__all__ = [
    "FROM",
    "TRIES",
    "UNTIL",
    "Line",
    "choice_of",
    "due_of_group",
    "due_of_person",
    "fingerprint",
    "lists_of_today",
    "may_go_out",
    "robot_of",
    "unsent",
    "unsent_seen_by",
    "whoever_wants_mail",
    "with_robots",
]
