"""Who may call meetings, keep their lists, excuse people, and see all that."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, myself, own

# `own` for an office is a meeting that its committee itself calls, never that of an organisation beneath it.
for deed in (
    "call_meeting",
    "record_list",
    "record_attendance",
    "scan_card",
    "close_list",
    "write_record",
    "record_resolution",
    "settle_resolution",
):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, own))
for deed in ("correct_attendance", "record_make_up", "withdraw_make_up", "join_meeting"):
    allow(deed, (Role.SECRETARY, own))
allow("call_together", (Role.SECRETARY, own), (Role.OFFICE, below))
allow("see_attendance", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.SUPERVISOR, below))
allow("see_own_attendance", (Role.MEMBER, myself))
allow("ask_leave", (Role.MEMBER, own), (Role.SECRETARY, own))
allow("ask_leave_for_others", (Role.SECRETARY, own))
for deed in ("grant_leave", "refuse_leave"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
allow("close_leave", (Role.MEMBER, myself), (Role.SECRETARY, own))
allow("see_leave", (Role.SECRETARY, own), (Role.MEMBER, myself))
