"""Who may open accounts and grant roles."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere

allow("open_account", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("grant_role", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("withdraw_role", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("see_trail", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below), (Role.SECRETARY, below))
