"""Who may issue campaigns, take them up, and see how they go."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import above, allow, below, everywhere, own

allow("draft_campaign", (Role.OFFICE, own), (Role.ADMINISTRATOR, everywhere))
allow("issue_campaign", (Role.OFFICE, own))
allow("add_requirement", (Role.SECRETARY, own), (Role.OFFICE, below))
allow("adopt_plan", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("adapt_plan", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("refresh_snapshot", (Role.OFFICE, below), (Role.ADMINISTRATOR, everywhere))
allow("see_draft", (Role.OFFICE, own), (Role.ADMINISTRATOR, everywhere))
# A campaign is seen from every organisation below the one that issued it.
allow(
    "see_campaign",
    (Role.MEMBER, above),
    (Role.SECRETARY, above),
    (Role.OFFICE, above),
    (Role.SUPERVISOR, above),
    (Role.LEADER, above),
)
# How it goes, organisation by organisation.
allow(
    "see_progress",
    (Role.SECRETARY, own),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
