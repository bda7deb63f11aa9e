"""Who lays down schemes, gives points, comments and disputes, and who sees scores."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, beneath, own

allow("issue_scheme", (Role.OFFICE, own))
for deed in ("give_mark", "retract_mark", "reply_to_dispute"):
    allow(deed, (Role.OFFICE, beneath))
allow("comment_on", (Role.LEADER, beneath), (Role.OFFICE, beneath))
allow("dispute_score", (Role.SECRETARY, own))
# Members read the score of their own branch: it is appraised from below, too.
allow(
    "see_scores",
    (Role.MEMBER, own),
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
