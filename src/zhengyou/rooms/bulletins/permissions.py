"""Who may make papers of which organisations."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, own

allow(
    "see_papers", (Role.OFFICE, below), (Role.LEADER, below), (Role.SUPERVISOR, below), (Role.SECRETARY, own)
)
for deed in ("draft_circular", "word_circular", "word_line", "submit_circular"):
    allow(deed, (Role.OFFICE, own))
# Whoever drafts a circular does not let it out.
allow("decide_circular", (Role.LEADER, own))
allow("see_drafted_circulars", (Role.OFFICE, own), (Role.LEADER, own))
# Once it is out, it is read where it names somebody, and above.
allow(
    "see_circulars",
    (Role.MEMBER, own),
    (Role.SECRETARY, own),
    (Role.OFFICE, below),
    (Role.LEADER, below),
    (Role.SUPERVISOR, below),
)
