"""保密 — what is encrypted at rest, looked up by keyed digest and masked on pages.

Source: BOUNDARIES, identity numbers and telephone numbers. The key is made on first start and kept beside
the data with owner-only access, or given in ``ZHENGYOU_KEY``.
"""

import base64
import hashlib
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Sequence
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12  # bytes
SEALED = "."  # begins what is sealed today; what was sealed before is a Fernet token, and opens too


def _secret(purpose: bytes, key: str) -> bytes:
    return hashlib.sha256(purpose + b":" + key.encode()).digest()


@cache
def _cipher(key: str) -> AESGCM:
    return AESGCM(_secret(b"seal", key))


@cache
def _fernet(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_secret(b"cipher", key)))


def seal(text: str) -> str:
    """Encrypt a text; an empty one stays empty."""
    return seal_all([text])[0]


def unseal(sealed: str) -> str:
    """Decrypt what :func:`seal` made; ``InvalidToken`` if it is not ours."""
    return unseal_all([sealed])[0]


def seal_file(content: bytes) -> bytes:
    """Encrypt a whole file that is kept for a short while."""
    return _fernet(settings.DATA_KEY).encrypt(content)


def unseal_file(sealed: bytes) -> bytes:
    """Decrypt what :func:`seal_file` made."""
    return _fernet(settings.DATA_KEY).decrypt(sealed)


def seal_all(texts: Sequence[str]) -> list[str]:
    """What :func:`seal` makes of each of many texts: AES-GCM under a nonce drawn by lot (NIST SP 800-38D), in Base64."""
    encrypt, chance, sealed = _cipher(settings.DATA_KEY).encrypt, os.urandom(NONCE * len(texts)), []
    for at, text in zip(range(0, len(chance), NONCE), texts, strict=True):
        nonce = chance[at : at + NONCE]
        inside = encrypt(nonce, text.encode(), None) if text else b""
        sealed.append(SEALED + b2a_base64(nonce + inside, newline=False).decode() if text else "")
    return sealed


def unseal_all(tokens: Sequence[str]) -> list[str]:
    """What :func:`unseal` makes of each of many tokens."""
    decrypt, texts = _cipher(settings.DATA_KEY).decrypt, []
    for token in tokens:
        if not token.startswith(SEALED):
            texts.append(_fernet(settings.DATA_KEY).decrypt(token.encode()).decode() if token else "")
            continue
        try:
            raw = a2b_base64(token[1:], strict_mode=True)
            texts.append(decrypt(raw[:NONCE], raw[NONCE:], None).decode())
        except (InvalidTag, ValueError) as error:
            raise InvalidToken from error
    return texts


def keyed_digest(text: str) -> str:
    """The keyed digest by which a sealed text is found again; an empty text has none."""
    return keyed_digests([text])[0]


def keyed_digests(texts: Sequence[str]) -> list[str]:
    """The keyed digests of many texts."""
    sign = _signing(settings.DATA_KEY.encode())
    return [sign(text.encode()).hex() if text else "" for text in texts]


@cache
def _signing(key: bytes) -> Callable[[bytes], bytes]:
    """HMAC-SHA256 under one key, whose half of the work is done once and copied."""
    padded = (hashlib.sha256(key).digest() if len(key) > 64 else key).ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded)).copy
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in padded)).copy

    def sign(content: bytes) -> bytes:
        inside, outside = inner(), outer()
        inside.update(content)
        outside.update(inside.digest())
        return outside.digest()

    return sign


def masked(text: str) -> str:
    """All but the first and last digits hidden: 9901**********5602."""
    if len(text) < 8:
        return "*" * len(text)
    return text[:4] + "*" * (len(text) - 8) + text[-4:]
