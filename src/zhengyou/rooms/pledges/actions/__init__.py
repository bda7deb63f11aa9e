"""Everything that can be done about promises: asking what they should be, making, keeping, judging them."""

from zhengyou.rooms.pledges.actions.asking import (
    answer_wish,
    forget_contacts,
    note_wish,
    open_call,
    show_contact,
    suggest_wish,
)
from zhengyou.rooms.pledges.actions.changing import change_pledge, change_step, return_pledge, withdraw_pledge
from zhengyou.rooms.pledges.actions.keeping import discuss_pledge, fulfil_step, review_pledge
from zhengyou.rooms.pledges.actions.letters import propose_letter, sign_letter
from zhengyou.rooms.pledges.actions.posts import (
    close_duty_post,
    leave_duty_post,
    set_duty_post,
    take_duty_post,
)
from zhengyou.rooms.pledges.actions.promising import draft_pledge, publish_pledge, show_name

__all__ = [
    "answer_wish",
    "change_pledge",
    "change_step",
    "close_duty_post",
    "discuss_pledge",
    "draft_pledge",
    "forget_contacts",
    "fulfil_step",
    "leave_duty_post",
    "note_wish",
    "open_call",
    "propose_letter",
    "publish_pledge",
    "return_pledge",
    "review_pledge",
    "set_duty_post",
    "show_contact",
    "show_name",
    "sign_letter",
    "suggest_wish",
    "take_duty_post",
    "withdraw_pledge",
]
