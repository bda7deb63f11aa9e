"""Who may open accounts, grant roles and give passwords anew."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere

allow("open_account", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("grant_role", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("withdraw_role", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("see_trail", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below), (Role.SECRETARY, below))
allow("grant_administration", (Role.ADMINISTRATOR, everywhere))
allow("issue_slip", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("issue_slips", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("renew_slip", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("choose_password", (Role.ANYONE, everywhere))  # of one's own account; the action looks at whose it is
