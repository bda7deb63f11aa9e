"""Everything that can be done about meetings."""

from zhengyou.rooms.meetings.actions.calling import (
    call_meeting,
    join_meeting,
    record_resolution,
    settle_resolution,
    write_record,
)
from zhengyou.rooms.meetings.actions.leave import ask_leave, close_leave, grant_leave, refuse_leave
from zhengyou.rooms.meetings.actions.listing import (
    close_list,
    correct_attendance,
    record_attendance,
    record_list,
    scan_card,
)
from zhengyou.rooms.meetings.actions.making_up import record_make_up, withdraw_make_up

__all__ = [
    "ask_leave",
    "call_meeting",
    "close_leave",
    "close_list",
    "correct_attendance",
    "grant_leave",
    "join_meeting",
    "record_attendance",
    "record_list",
    "record_make_up",
    "record_resolution",
    "refuse_leave",
    "scan_card",
    "settle_resolution",
    "withdraw_make_up",
    "write_record",
]
