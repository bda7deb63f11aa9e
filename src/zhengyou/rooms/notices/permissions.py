"""Who says where reminders go: everybody for oneself, a secretary or an office for the group of their organisation."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, everywhere, own

allow("choose_channel", (Role.ANYONE, everywhere))  # for one's own account; the action looks at whose it is
for deed in ("link_robot", "unlink_robot"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, own))
allow("close_sending", (Role.ADMINISTRATOR, everywhere))
allow("see_sendings", (Role.ADMINISTRATOR, everywhere))
