"""The certificate that machines check: Open Badges 3.0 as a signed JWT, and the list of what is revoked."""

import base64
import gzip
import json
from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from zhengyou.rooms.honours.papers import (
    credential_of,
    is_signed,
    key_set,
    read_jwt,
    signed,
    status_list,
)

BASE = "https://honours.example.org"


def honour(until=None):
    kind = SimpleNamespace(pk=3, name="先进基层党组织", conditions=["承诺兑现"], source="")

    class Batch(SimpleNamespace):
        def __str__(self):
            return "2010年“七一”先进基层党组织"

    nomination = SimpleNamespace(of_person=False, who="东街村党支部", batch=Batch(kind=kind))
    return SimpleNamespace(
        pk=7,
        code="abc",
        nomination=nomination,
        organisation="中共红星市委员会",
        since=date(2010, 7, 1),
        until=until,
    )


def test_it_is_a_badge_of_the_third_kind_that_names_the_holder_and_nothing_more():
    made = credential_of(honour(date(2013, 7, 1)), BASE)

    assert made["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert made["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert made["validFrom"] == "2010-06-30T16:00:00Z" and made["validUntil"] == "2013-06-30T16:00:00Z"
    assert made["credentialSubject"]["identifier"][0]["identityHash"] == "东街村党支部"
    assert made["credentialSubject"]["achievement"]["type"] == ["Achievement"]
    assert made["credentialStatus"]["statusListIndex"] == "7"


def test_the_signature_holds_by_the_published_key_and_not_after_a_change():
    token = signed(credential_of(honour(date(2013, 7, 1)), BASE), BASE)
    key = key_set(BASE)["keys"][0]
    published = base64.urlsafe_b64decode(key["x"] + "=").hex()

    assert is_signed(token, published) and "d" not in key
    claims = read_jwt(token)
    assert claims["iss"] == f"{BASE}/open/honours/" and claims["jti"] == claims["id"]
    assert claims["nbf"] == 1277913600 and claims["exp"] == 1372608000
    head, body, mark = token.split(".")
    changed = json.loads(base64.urlsafe_b64decode(body + "=="))
    changed["credentialSubject"]["identifier"][0]["identityHash"] = "西街"
    forged = base64.urlsafe_b64encode(json.dumps(changed).encode()).rstrip(b"=").decode()
    assert not is_signed(f"{head}.{forged}.{mark}", published)
    assert not is_signed(token, "00" * 32) and not is_signed("nothing") and not is_signed("e30.e30.")


@given(st.sets(st.integers(0, 200_000), max_size=30))
def test_exactly_the_revoked_bits_are_set(revoked):
    made = status_list(revoked, max(revoked, default=0), BASE, date(2010, 7, 1))
    packed = made["credentialSubject"]["encodedList"]
    bits = gzip.decompress(base64.urlsafe_b64decode(packed[1:] + "=="))

    assert packed[0] == "u" and len(bits) * 8 >= 131_072
    assert {n * 8 + k for n, byte in enumerate(bits) if byte for k in range(8) if byte & 0x80 >> k} == revoked
