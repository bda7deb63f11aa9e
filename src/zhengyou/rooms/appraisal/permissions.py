"""Who lays down schemes."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below

allow("issue_scheme", (Role.OFFICE, below))
