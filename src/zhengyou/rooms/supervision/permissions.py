"""Who forms groups, who goes out for them, who answers, and who sees."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, own

for deed in (
    "form_group",
    "join_group",
    "leave_group",
    "assign_group",
    "end_assignment",
):
    allow(deed, (Role.OFFICE, below))
allow("list_check", (Role.OFFICE, below), (Role.SUPERVISOR, below))
# Within the reach of the grant, and besides only for members of the group that is assigned there on the day.
for deed in (
    "choose_focus",
    "give_up_focus",
    "start_visit",
    "check_item",
    "finish_visit",
    "record_finding",
    "recheck_finding",
):
    allow(deed, (Role.SUPERVISOR, below))
allow("answer_finding", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("record_presence", (Role.SECRETARY, own), (Role.SUPERVISOR, below), (Role.OFFICE, below))
for sight in ("see_findings", "see_visits"):
    allow(sight, (Role.SECRETARY, own), (Role.OFFICE, below), (Role.LEADER, below), (Role.SUPERVISOR, below))
allow("see_groups", (Role.OFFICE, below), (Role.LEADER, below), (Role.SUPERVISOR, below))
