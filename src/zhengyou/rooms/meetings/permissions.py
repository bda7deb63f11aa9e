"""Who may call meetings, keep their lists, and see them."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, myself, own

for deed in (
    "call_meeting",
    "record_list",
    "record_attendance",
    "close_list",
    "correct_attendance",
    "record_make_up",
):
    allow(deed, (Role.SECRETARY, own))
allow("see_attendance", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.SUPERVISOR, below))
allow("see_own_attendance", (Role.MEMBER, myself))
