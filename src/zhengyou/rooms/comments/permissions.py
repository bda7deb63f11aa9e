"""Who may comment on whom, answer, and see."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, beneath, own

# An office enters what its leaders said; nobody comments on an organisation from within.
allow("give_comment", (Role.LEADER, beneath), (Role.OFFICE, beneath))
allow("settle_comment", (Role.LEADER, beneath), (Role.OFFICE, beneath))
allow("answer_comment", (Role.SECRETARY, own), (Role.OFFICE, own))
allow(
    "see_comments",
    (Role.SECRETARY, own),
    (Role.OFFICE, below),
    (Role.LEADER, below),
    (Role.SUPERVISOR, below),
)
