"""What goes out about an honour: the certificate on paper, and the same as an Open Badge that machines can check."""

from zhengyou.rooms.honours.papers.badge import (
    credential_of,
    is_signed,
    key_of,
    key_set,
    read_jwt,
    signed,
    status_list,
)
from zhengyou.rooms.honours.papers.certificate import honour_certificate

__all__ = [
    "credential_of",
    "honour_certificate",
    "is_signed",
    "key_of",
    "key_set",
    "read_jwt",
    "signed",
    "status_list",
]
