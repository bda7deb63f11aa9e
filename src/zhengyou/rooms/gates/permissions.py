"""Who opens gates, answers, applies, inspects and decides."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, beneath, own

allow("open_gate", (Role.OFFICE, below))
allow("answer_item", (Role.SECRETARY, own))
allow("apply_for_gate", (Role.SECRETARY, own))
allow("put_forward", (Role.OFFICE, beneath))
for deed in ("draw_for_inspection", "inspect_application"):
    allow(deed, (Role.OFFICE, beneath), (Role.SUPERVISOR, beneath))
allow("decide_passage", (Role.OFFICE, beneath))
allow(
    "see_gate",
    (Role.MEMBER, own),
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
