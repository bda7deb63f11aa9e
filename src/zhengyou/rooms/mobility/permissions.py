"""Who may hand over, receive, keep in touch, register and see."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, myself, own

for deed in ("start_transfer", "receive_transfer", "return_transfer", "cancel_transfer", "close_transfer"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
for deed in ("record_contact", "record_service"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, below))
# By the member alone: where somebody lives is nobody else's to enter.
for deed in ("register_residence", "end_residence"):
    allow(deed, (Role.MEMBER, myself))
for sight in ("see_transfers", "see_mobile_members", "see_residents"):
    allow(sight, (Role.SECRETARY, own), (Role.OFFICE, below), (Role.SUPERVISOR, below))
