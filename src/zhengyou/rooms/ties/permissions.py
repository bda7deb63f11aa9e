"""Who ties organisations together, keeps joint bodies, and sees them."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, own

for deed in (
    "make_tie",
    "end_tie",
    "found_body",
    "dissolve_body",
    "join_body",
    "leave_body",
    "link_session",
    "record_session",
    "share_information",
):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
allow("call_session", (Role.SECRETARY, own))  # as every meeting
allow(
    "see_ties",
    (Role.MEMBER, own),
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
