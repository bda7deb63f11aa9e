"""Who links installations, hands sums upwards, and sees what was handed in: the root of the tree alone."""

from django.db.models import Q

from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import allow, everywhere


def from_the_root(organisation: Organisation) -> Q:
    """根组织所辖 — every organisation, where the role is held at the root of the tree; else none."""
    return organisation.subtree if organisation.parent_id is None else Q(pk__in=())


# The signature speaks for the whole installation, so an office further down cannot use it.
for deed in ("register_partner", "end_partner", "hand_up"):
    allow(deed, (Role.OFFICE, from_the_root), (Role.ADMINISTRATOR, everywhere))
# The signature is the right to deliver; whoever brings a signed bundle is not asked who it is.
allow("receive_sums", (Role.ANYONE, everywhere))
allow(
    "see_sums", (Role.OFFICE, from_the_root), (Role.LEADER, from_the_root), (Role.SUPERVISOR, from_the_root)
)
