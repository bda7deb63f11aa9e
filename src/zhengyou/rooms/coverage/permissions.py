"""Who keeps the register of units, covers them, and sees it."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere, own

allow("import_units", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("set_standard", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, own))
allow("set_deadline", (Role.OFFICE, below))
allow("found_for_unit", (Role.OFFICE, below))  # as every organisation
for deed in ("cover_unit", "end_cover", "close_unit"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
allow(
    "see_coverage",
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
