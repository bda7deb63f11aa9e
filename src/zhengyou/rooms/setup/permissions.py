"""Who sets up: whoever holds the code of a machine that nobody has claimed acts as its operator."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere

allow("begin_installation", (Role.ADMINISTRATOR, everywhere))
allow("begin_sample", (Role.ADMINISTRATOR, everywhere))
allow("remove_sample", (Role.ADMINISTRATOR, everywhere))
allow("see_setup", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
