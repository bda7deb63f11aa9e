"""保密 — what is encrypted at rest, looked up by keyed digest and masked on pages.

Source: BOUNDARIES, identity numbers and telephone numbers. The key is made on first start and kept beside
the data with owner-only access, or given in ``ZHENGYOU_KEY``.
"""

import base64
import hashlib
import hmac
import os
import time
from collections.abc import Callable, Sequence
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings

BLOCK = 16  # bytes, of AES


def _secret(key: str) -> bytes:
    return hashlib.sha256(b"cipher:" + key.encode()).digest()


@cache
def _cipher(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_secret(key)))


def seal(text: str) -> str:
    """Encrypt a text; an empty one stays empty."""
    return _cipher(settings.DATA_KEY).encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """Decrypt what :func:`seal` made."""
    return _cipher(settings.DATA_KEY).decrypt(sealed.encode()).decode() if sealed else ""


def seal_file(content: bytes) -> bytes:
    """Encrypt a whole file that is kept for a short while."""
    return _cipher(settings.DATA_KEY).encrypt(content)


def unseal_file(sealed: bytes) -> bytes:
    """Decrypt what :func:`seal_file` made."""
    return _cipher(settings.DATA_KEY).decrypt(sealed)


def seal_all(texts: Sequence[str]) -> list[str]:
    """What :func:`seal` makes of each of many texts, enciphered in one go.

    The same tokens (Fernet: version, time, IV, AES-CBC, HMAC). All texts stand in one stream, each behind a
    block drawn by lot: enciphered, that block is the text's own IV, which nobody could foretell.
    """
    if not texts:
        return []
    secret = _secret(settings.DATA_KEY)
    signing, key = secret[:BLOCK], secret[BLOCK:]
    chance = os.urandom(BLOCK * (len(texts) + 1))
    padded = [_padded(text.encode()) for text in texts]
    stream = b"".join(
        chance[at : at + BLOCK] + text for at, text in zip(_steps(len(texts)), padded, strict=True)
    )
    enciphered = Cipher(algorithms.AES(key), modes.CBC(chance[-BLOCK:])).encryptor().update(stream)
    begins = b"\x80" + int(time.time()).to_bytes(8, "big")
    sealed, at, sign = [], 0, _signing(signing)
    for text, inside in zip(texts, padded, strict=True):
        end = at + BLOCK + len(inside)
        signed = begins + enciphered[at:end]
        sealed.append(base64.urlsafe_b64encode(signed + sign(signed)).decode() if text else "")
        at = end
    return sealed


def unseal_all(tokens: Sequence[str]) -> list[str]:
    """What :func:`unseal` makes of each of many tokens, deciphered in one go; ``InvalidToken`` if one is not ours."""
    secret = _secret(settings.DATA_KEY)
    sign = _signing(secret[:BLOCK])
    inside = []
    for token in tokens:
        raw = base64.urlsafe_b64decode(token)
        if token and not hmac.compare_digest(sign(raw[:-32]), raw[-32:]):
            raise InvalidToken
        inside.append(
            raw[9:-32]
        )  # IV and text, without the version and the time before and the digest behind
    deciphered = (
        Cipher(algorithms.AES(secret[BLOCK:]), modes.CBC(bytes(BLOCK))).decryptor().update(b"".join(inside))
    )
    texts, at = [], 0
    for part in inside:
        text = deciphered[at + BLOCK : at + len(part)]
        texts.append(text[: -text[-1]].decode() if text else "")
        at += len(part)
    return texts


def _padded(text: bytes) -> bytes:
    """Filled up to whole blocks, as PKCS #7 has it."""
    lacking = BLOCK - len(text) % BLOCK
    return text + bytes([lacking]) * lacking


def _steps(count: int) -> range:
    return range(0, count * BLOCK, BLOCK)


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
