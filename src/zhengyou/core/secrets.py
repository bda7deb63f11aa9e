"""保密 — what is encrypted at rest, looked up by keyed digest and masked on pages.

Source: BOUNDARIES, identity numbers and telephone numbers. The key is made on first start and kept beside
the data with owner-only access, or given in ``ZHENGYOU_KEY``.
"""

import base64
import hashlib
import hmac
from functools import cache

from cryptography.fernet import Fernet
from django.conf import settings


@cache
def _cipher(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"cipher:" + key.encode()).digest()))


def seal(text: str) -> str:
    """Encrypt a text; an empty one stays empty."""
    return _cipher(settings.DATA_KEY).encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """Decrypt what :func:`seal` made."""
    return _cipher(settings.DATA_KEY).decrypt(sealed.encode()).decode() if sealed else ""


def keyed_digest(text: str) -> str:
    """The keyed digest by which a sealed text is found again; an empty text has none."""
    if not text:
        return ""
    return hmac.new(settings.DATA_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def masked(text: str) -> str:
    """All but the first and last digits hidden: 9901**********5602."""
    if len(text) < 8:
        return "*" * len(text)
    return text[:4] + "*" * (len(text) - 8) + text[-4:]
