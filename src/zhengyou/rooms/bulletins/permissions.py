"""Who may make papers of which organisations."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, own

allow(
    "see_papers", (Role.OFFICE, below), (Role.LEADER, below), (Role.SUPERVISOR, below), (Role.SECRETARY, own)
)
