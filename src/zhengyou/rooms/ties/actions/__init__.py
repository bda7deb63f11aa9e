"""Everything that can be done about lasting links and joint bodies."""

from zhengyou.rooms.ties.actions.joint import (
    call_session,
    dissolve_body,
    found_body,
    join_body,
    leave_body,
    link_session,
    record_session,
    share_information,
)
from zhengyou.rooms.ties.actions.ties import end_tie, make_tie

__all__ = [
    "call_session",
    "dissolve_body",
    "end_tie",
    "found_body",
    "join_body",
    "leave_body",
    "link_session",
    "make_tie",
    "record_session",
    "share_information",
]
