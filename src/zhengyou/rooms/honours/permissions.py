"""Who lays kinds down, nominates, passes on, posts, objects, answers, decides, and sees."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import above, allow, below, everywhere, myself, own

for deed in (
    "lay_down_honour",
    "open_batch",
    "hold_public_vote",
    "post_nominations",
    "answer_objection",
    "name_exemplar",
    "end_exemplar",
):
    allow(deed, (Role.OFFICE, own))
allow("nominate", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("give_consent", (Role.MEMBER, myself), (Role.SECRETARY, myself), (Role.OFFICE, myself))
allow("consent_on_paper", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("judge_condition", (Role.OFFICE, below))
allow("recommend_nomination", (Role.SECRETARY, own), (Role.OFFICE, own), (Role.LEADER, own))
allow("object_to_nomination", (Role.ANYONE, everywhere))
# Whoever prepares the list does not decide on it.
for deed in ("decide_honour", "revoke_honour"):
    allow(deed, (Role.LEADER, own))
allow(
    "see_nominations",
    (Role.SECRETARY, own),
    (Role.OFFICE, below),
    (Role.LEADER, below),
    (Role.SUPERVISOR, below),
)
# A batch is open to everybody below its giver.
for role in (Role.MEMBER, Role.SECRETARY, Role.OFFICE, Role.LEADER, Role.SUPERVISOR):
    allow("see_batches", (role, above))
for role in (Role.OFFICE, Role.LEADER, Role.SUPERVISOR):
    allow("see_batches", (role, below))
