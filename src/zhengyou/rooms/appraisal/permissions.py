"""Who lays down schemes, gives points and disputes, and who sees scores."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, beneath, own

for deed in ("issue_scheme", "draft_scheme", "settle_scheme", "drop_scheme"):
    allow(deed, (Role.OFFICE, own))
for deed in ("give_mark", "retract_mark", "plan_remedy"):
    allow(deed, (Role.OFFICE, beneath))
# The appraisal team is the office and those it sends; a supervisor answers only for own points.
for deed in ("check_criterion", "recheck_remedy", "reply_to_dispute"):
    allow(deed, (Role.OFFICE, beneath), (Role.SUPERVISOR, beneath))
for deed in ("dispute_score", "claim_points", "report_duty"):
    allow(deed, (Role.SECRETARY, own))
# Members read the score of their own branch: it is appraised from below, too.
allow(
    "see_scores",
    (Role.MEMBER, own),
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
