"""The badge against the standard's own words: Open Badges 3.0 (1EdTech), appendix B (data models) and clause 8.2 (JWT proof)."""

import base64
import json
import re
from datetime import UTC, date, datetime

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from zhengyou.rooms.honours.papers import credential_of, key_of, signed, status_list
from zhengyou.rooms.honours.tests.test_badge import BASE, honour

# What the schema of AchievementCredential requires (ob_v3p0_achievementcredential, 2024-07-30), by class.
REQUIRED = {
    "AchievementCredential": ("@context", "id", "type", "credentialSubject", "issuer", "validFrom"),
    "AchievementSubject": ("type", "achievement"),
    "Achievement": ("id", "type", "criteria", "description", "name"),
    "IdentityObject": ("type", "hashed", "identityHash", "identityType"),
    "Profile": ("id", "type"),
    "CredentialStatus": ("id", "type"),
}
IDENTITY_TYPES = {"name", "sourcedId", "systemId", "userName", "accountId", "emailAddress", "identifier"}


def read(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def parts(made):
    subject = made["credentialSubject"]
    found = (made, subject, subject["achievement"], subject["identifier"][0], made["issuer"])
    return dict(zip(REQUIRED, (*found, made["credentialStatus"]), strict=True))


@pytest.mark.parametrize("clause", REQUIRED)
def test_every_member_that_a_class_requires_is_there(clause):
    part = parts(credential_of(honour(date(2013, 7, 1)), BASE))[clause]

    assert [m for m in REQUIRED[clause] if part.get(m) in (None, "", [])] == []


def test_contexts_types_and_names_are_those_of_the_vocabulary():
    made = credential_of(honour(), BASE)
    subject = made["credentialSubject"]
    assert (
        made["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    )  # first this, then that of the badges
    assert re.fullmatch(
        r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json", made["@context"][1]
    )
    assert {"VerifiableCredential", "OpenBadgeCredential"} <= set(made["type"])
    assert "AchievementSubject" in subject["type"] and "Achievement" in subject["achievement"]["type"]
    assert (
        "Profile" in made["issuer"]["type"] and subject["achievement"]["achievementType"] == "Award"
    )  # AchievementType
    assert subject["identifier"][0]["identityType"] in IDENTITY_TYPES  # IdentifierTypeEnum
    assert subject["achievement"]["criteria"]["narrative"]  # Criteria: an id or a narrative
    assert "validUntil" not in made and re.fullmatch(r"\d{4}(-\d\d){2}T(\d\d:){2}\d\dZ", made["validFrom"])


@pytest.mark.parametrize("until", [None, date(2013, 7, 1)])
def test_the_claims_of_the_jwt_say_what_the_credential_says(until):
    """Clause 8.2.3 (header: alg, kid or jwk, typ and no other) and 8.2.4.1 (iss, jti, nbf, sub; exp where it ends)."""
    token = signed(credential_of(honour(until), BASE), BASE)
    head, claims = (read(part) for part in token.split(".")[:2])
    assert set(head) == {"alg", "kid", "typ"} and head["typ"] == "JWT"
    assert claims["iss"] == claims["issuer"]["id"] and claims["jti"] == claims["id"]
    assert claims["sub"] == claims["credentialSubject"]["id"]
    moments = [("nbf", "validFrom")] + ([("exp", "validUntil")] if until else [])
    for claim, member in moments:
        assert datetime.fromtimestamp(claims[claim], UTC).strftime("%Y-%m-%dT%H:%M:%SZ") == claims[member]
    assert ("exp" in claims) == (until is not None)


def test_a_verifier_needs_the_standard_and_the_key_alone():
    """Clause 8.2.6: kid leads to one JWK without its private half; RFC 8037 tells the rest. None of our code takes part."""
    token = signed(credential_of(honour(), BASE), BASE)
    key = key_of(BASE)
    head, body, mark = token.split(".")
    assert read(head)["kid"] == key["kid"] == f"{BASE}/open/honours/key.json"
    assert (key["kty"], key["crv"], read(head)["alg"]) == ("OKP", "Ed25519", "EdDSA") and "d" not in key
    public = Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key["x"] + "="))
    signature = base64.urlsafe_b64decode(mark + "=" * (-len(mark) % 4))

    public.verify(signature, f"{head}.{body}".encode("ascii"))
    with pytest.raises(InvalidSignature):
        public.verify(signature, f"{head}.{body[:-1]}A".encode("ascii"))


def test_the_list_of_what_is_revoked_is_a_credential_of_its_own():
    """Bitstring Status List 1.0; its JWT claims are those of clause 8.2.4.1."""
    made = status_list({3}, 9, BASE, date(2010, 7, 1))
    claims = read(signed(made, BASE).split(".")[1])
    assert {"VerifiableCredential", "BitstringStatusListCredential"} <= set(made["type"])
    assert made["credentialSubject"]["type"] == "BitstringStatusList"
    assert made["credentialSubject"]["statusPurpose"] == "revocation"
    assert claims["sub"] == made["credentialSubject"]["id"] and claims["iss"] == made["issuer"]
