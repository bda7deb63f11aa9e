"""Who reads what is asked of an organisation, who may complain of the system, and who answers."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere, own

allow(
    "see_burden", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.LEADER, below), (Role.SUPERVISOR, below)
)
allow("see_unused", (Role.OFFICE, below), (Role.LEADER, below), (Role.ADMINISTRATOR, everywhere))
allow(
    "send_suggestion",
    (Role.MEMBER, own),
    (Role.SECRETARY, own),
    (Role.OFFICE, own),
    (Role.LEADER, own),
    (Role.SUPERVISOR, own),
)
allow("answer_suggestion", (Role.OFFICE, below), (Role.ADMINISTRATOR, everywhere))
