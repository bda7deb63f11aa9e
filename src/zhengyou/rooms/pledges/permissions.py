"""Who may promise, say what was done, judge, and see."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, myself, own

# `own` for an office is the committee's own promise, never that of an organisation beneath it.
allow("draft_pledge", (Role.MEMBER, own), (Role.SECRETARY, own), (Role.OFFICE, own))
allow("pledge_for_others", (Role.SECRETARY, own), (Role.OFFICE, own))
for deed in ("publish_pledge", "fulfil_step", "change_pledge", "change_step", "withdraw_pledge"):
    allow(deed, (Role.MEMBER, myself), (Role.SECRETARY, own), (Role.OFFICE, own))
allow("show_name", (Role.MEMBER, myself), (Role.SECRETARY, own))
allow("discuss_pledge", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("review_pledge", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.LEADER, below))
allow(
    "see_pledges",
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
