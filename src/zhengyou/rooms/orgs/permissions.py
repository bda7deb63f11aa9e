"""Who may change and see organisations and people."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, beneath, everywhere, myself, own

allow("found_organisation", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
for reshaping in (
    "rename_organisation",
    "describe_organisation",
    "move_organisation",
    "split_organisation",
    "close_organisation",
):
    allow(reshaping, (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, beneath))
allow("merge_organisations", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("import_roster", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
allow("remember_columns", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, below))
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
for deed in ("admit_member", "end_membership", "correct_person", "mark_mobile"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
for deed in ("appoint_post", "relieve_post", "answer_correction", "export_people"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
for deed in ("ask_correction", "take_own_data"):
    allow(deed, (Role.MEMBER, myself))
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
