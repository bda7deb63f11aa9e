"""电子荣誉凭证 — an honour as an Open Badge 3.0: a verifiable credential, signed with this installation's own key (VC-JWT, EdDSA).

Source: 1EdTech Open Badges 3.0, W3C Verifiable Credentials 2.0 and Bitstring Status List 1.0, RFC 7519 and 8037.
It holds what the register says of the honour and nothing else: the holder's name, and that only while it is public.
"""

import base64
import gzip
import json
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from typing import Any

from django.utils import timezone

from zhengyou.core.signing import public_key, sign, signed_by
from zhengyou.rooms.honours.queries import in_public

CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
FEWEST = 131_072  # bits of a status list, so that nobody is picked out by it
KEY = "key.json"  # an address of one key alone, as a badge's reader expects it


def credential_of(honour: Any, base: str) -> dict[str, Any]:
    """The credential of an honour, its addresses beginning with ``base`` (https://…)."""
    nomination, kind = honour.nomination, honour.nomination.batch.kind
    page = f"{base}/open/honours/{honour.code}/"
    found = {
        "@context": [CONTEXT, BADGES],
        "id": page,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": kind.name,
        "issuer": {"id": f"{base}/open/honours/", "type": ["Profile"], "name": str(honour.organisation)},
        "validFrom": _moment(honour.since),
        "credentialSubject": {
            "id": f"{page}#holder",  # of this honour alone: two honours of a person are not joined by it
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": in_public(nomination),
                    "identityType": "name",
                }
            ],
            "achievement": _achievement(kind, nomination.batch, base),
        },
        "credentialStatus": {
            "id": f"{base}/open/honours/status.jwt#{honour.pk}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(honour.pk),
            "statusListCredential": f"{base}/open/honours/status.jwt",
        },
    }
    if honour.until:
        found["validUntil"] = _moment(honour.until)
    return found


def _achievement(kind: Any, batch: Any, base: str) -> dict[str, Any]:
    asked = [*kind.conditions] or [kind.source or kind.name]
    return {
        "id": f"{base}/open/honours/?kind={kind.pk}",
        "type": ["Achievement"],
        "achievementType": "Award",
        "name": kind.name,
        "description": str(batch),
        "criteria": {"narrative": "；".join(asked)},
    }


def _moment(day: date) -> str:
    """The beginning of a day here, as the world writes it."""
    begins = datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())
    return begins.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def status_list(revoked: Collection[int], last: int, base: str, since: date) -> dict[str, Any]:
    """The credential that tells which are revoked: a bit for each number, the first bit being the highest of its byte."""
    size = max(FEWEST, (last // 8 + 1) * 8)
    bits = bytearray(size // 8)
    for n in revoked:
        bits[n // 8] |= 0x80 >> n % 8
    packed = gzip.compress(bytes(bits), mtime=0)
    return {
        "@context": [CONTEXT],
        "id": f"{base}/open/honours/status.jwt",
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": f"{base}/open/honours/",
        "validFrom": _moment(since),
        "credentialSubject": {
            "id": f"{base}/open/honours/status.jwt#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": "u" + _plain(packed),
        },
    }


def _plain(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _content(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def key_of(base: str) -> dict[str, Any]:
    """The public key with which everybody can check, as a JSON Web Key."""
    return {
        "kty": "OKP",
        "crv": "Ed25519",
        "alg": "EdDSA",
        "use": "sig",
        "kid": f"{base}/open/honours/{KEY}",
        "x": _plain(bytes.fromhex(public_key())),
    }


def key_set(base: str) -> dict[str, Any]:
    """The same key as a JSON Web Key Set."""
    return {"keys": [key_of(base)]}


def signed(credential: dict[str, Any], base: str) -> str:
    """A credential as a JWT: what registered claims say is said again by the claims, as Open Badges ask."""
    head = {"alg": "EdDSA", "typ": "JWT", "kid": f"{base}/open/honours/{KEY}"}
    issuer = credential["issuer"]
    claims = {
        "iss": issuer["id"] if isinstance(issuer, dict) else issuer,
        "jti": credential["id"],
        "sub": credential["credentialSubject"]["id"],
        "nbf": _seconds(credential["validFrom"]),
    }
    if "validUntil" in credential:
        claims["exp"] = _seconds(credential["validUntil"])
    text = ".".join(
        _plain(json.dumps(part, ensure_ascii=False).encode()) for part in (head, credential | claims)
    )
    return f"{text}.{_plain(bytes.fromhex(sign(text)))}"


def _seconds(moment: str) -> int:
    return int(datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp())


def is_signed(token: str, key: str | None = None) -> bool:
    """Whether a JWT bears this installation's signature, or that of a given key (64 hexadecimal digits)."""
    text, _, mark = token.rpartition(".")
    try:
        head = json.loads(_content(text.partition(".")[0]))
        return bool(head.get("alg") == "EdDSA") and signed_by(key or public_key(), text, _content(mark).hex())
    except (ValueError, AttributeError):
        return False


def read_jwt(token: str) -> dict[str, Any]:
    """What a JWT says; whether it is true, :func:`is_signed` tells."""
    found: dict[str, Any] = json.loads(_content(token.split(".")[1]))
    return found
