"""Who may issue campaigns, take them up, and see how they go."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import above, allow, below, beneath, everywhere, own

allow("draft_campaign", (Role.OFFICE, own), (Role.ADMINISTRATOR, everywhere))
allow("issue_campaign", (Role.OFFICE, below))
allow("approve_burden", (Role.LEADER, below))
allow("add_requirement", (Role.SECRETARY, own), (Role.OFFICE, below))
allow("adopt_plan", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("adapt_plan", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("amend_requirement", (Role.SECRETARY, own), (Role.OFFICE, below))
allow("withdraw_requirement", (Role.SECRETARY, own), (Role.OFFICE, below))
allow("close_campaign", (Role.OFFICE, below))
allow("archive_campaign", (Role.OFFICE, below), (Role.ADMINISTRATOR, everywhere))
allow("grant_exemption", (Role.SECRETARY, own), (Role.OFFICE, below))
allow("end_exemption", (Role.SECRETARY, own), (Role.OFFICE, below))
# Nobody excepts an organisation from what stands above it but who answers for those above.
allow("exempt_organisation", (Role.OFFICE, beneath))
allow("end_organisation_exemption", (Role.OFFICE, beneath))
allow("see_exemptions", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.SUPERVISOR, below))
allow("file_plan", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("answer_plan", (Role.OFFICE, beneath))
allow("refresh_snapshot", (Role.OFFICE, below), (Role.ADMINISTRATOR, everywhere))
allow("see_draft", (Role.OFFICE, own), (Role.LEADER, own), (Role.ADMINISTRATOR, everywhere))
# A campaign asks something of every organisation below the one that issued it, and is seen from above as well.
allow(
    "belong_to_campaign",
    (Role.MEMBER, above),
    (Role.SECRETARY, above),
    (Role.OFFICE, above),
    (Role.SUPERVISOR, above),
    (Role.LEADER, above),
)
allow(
    "see_campaign",
    (Role.MEMBER, above),
    (Role.SECRETARY, above),
    (Role.OFFICE, above),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, above),
    (Role.SUPERVISOR, below),
    (Role.LEADER, above),
    (Role.LEADER, below),
)
# How it goes, organisation by organisation.
allow(
    "see_progress",
    (Role.SECRETARY, own),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
