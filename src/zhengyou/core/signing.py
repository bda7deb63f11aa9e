"""签名 — this installation's own signature (Ed25519), and whether somebody else's holds.

The key is made when it is first needed and kept beside the data for its owner alone, or given in
``ZHENGYOU_SIGNING_KEY``. Nothing is sealed with it: who loses it registers a new one with whoever receives.
"""

import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from zhengyou.settings.keys import kept_key


def _own_key() -> Ed25519PrivateKey:
    kept = kept_key(Path(settings.ZHENGYOU_HOME), "signing_key", "ZHENGYOU_SIGNING_KEY")
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"signing:" + kept.encode()).digest())


def public_key() -> str:
    """公钥 — what others check this installation's signatures with, 64 hexadecimal digits; no secret."""
    return _own_key().public_key().public_bytes_raw().hex()


def sign(text: str) -> str:
    """Sign a text in the name of this installation."""
    return _own_key().sign(text.encode()).hex()


def signed_by(key: str, text: str, signature: str) -> bool:
    """Whether a text bears the signature of a public key; what is no key or no signature signs nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), text.encode())
    except (ValueError, InvalidSignature):
        return False
    return True
