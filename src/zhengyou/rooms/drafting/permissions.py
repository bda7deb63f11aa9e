"""Who may read notices, decide their lines and lay down what was accepted."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, everywhere, own

for deed in (
    "read_notice",
    "accept_line",
    "drop_line",
    "restore_line",
    "edit_line",
    "accept_all",
    "drop_all",
    "undo_last",
    "lay_down",
    "see_reading",
):
    allow(deed, (Role.OFFICE, own), (Role.ADMINISTRATOR, everywhere))
