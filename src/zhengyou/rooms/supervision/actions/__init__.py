"""Everything that can be done about supervision."""

from zhengyou.rooms.supervision.actions.forming import (
    assign_group,
    choose_focus,
    end_assignment,
    form_group,
    give_up_focus,
    join_group,
    leave_group,
    list_check,
)
from zhengyou.rooms.supervision.actions.settling import answer_finding, recheck_finding
from zhengyou.rooms.supervision.actions.visiting import (
    check_item,
    finish_visit,
    record_finding,
    record_presence,
    start_visit,
)

__all__ = [
    "answer_finding",
    "assign_group",
    "check_item",
    "choose_focus",
    "end_assignment",
    "finish_visit",
    "form_group",
    "give_up_focus",
    "join_group",
    "leave_group",
    "list_check",
    "recheck_finding",
    "record_finding",
    "record_presence",
    "start_visit",
]
