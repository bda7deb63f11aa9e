"""Who may hold a rating, rate, and read results."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere, own

for deed in ("open_round", "issue_tokens", "close_round"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
allow("draw_code", (Role.MEMBER, own))
allow("rate_self", (Role.SECRETARY, own), (Role.OFFICE, own))
# The code is the right to rate; whoever holds it is not asked who it is.
allow("cast_ballots", (Role.ANYONE, everywhere))
allow(
    "see_results", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.SUPERVISOR, below), (Role.LEADER, below)
)
