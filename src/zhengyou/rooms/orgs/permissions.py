"""Who may change and see organisations and people."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere, myself, own

allow("found_organisation", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("import_roster", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("see_identity", (Role.SECRETARY, own), (Role.OFFICE, below))
allow(
    "see_organisation",
    (Role.MEMBER, own),
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
allow("see_people", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.SUPERVISOR, below))
allow("see_myself", (Role.MEMBER, myself))
for deed in ("register_place", "change_place", "close_place", "share_place", "leave_place"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
# Tables of ages and categories: of a small organisation they tell of single people, so that members have none.
allow(
    "see_structure",
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
