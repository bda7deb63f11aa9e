"""Who may open a debate, speak in it, and settle it."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import above, allow, below, own

SPEAKERS = (Role.MEMBER, Role.SECRETARY, Role.OFFICE, Role.LEADER)

allow("open_debate", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("propose_line", *((role, above) for role in SPEAKERS))
allow("give_opinion", *((role, above) for role in SPEAKERS))
allow("adopt_standard", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("see_debate", *((role, above) for role in SPEAKERS), (Role.OFFICE, below), (Role.SUPERVISOR, above), (Role.SUPERVISOR, below))  # fmt: skip
