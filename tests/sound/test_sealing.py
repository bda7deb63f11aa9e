"""Many numbers sealed at once are what each would be alone, and open the same way."""

import hashlib
import hmac

import pytest
from cryptography.fernet import InvalidToken
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.secrets import (
    keyed_digest,
    keyed_digests,
    seal,
    seal_all,
    seal_file,
    unseal,
    unseal_all,
    unseal_file,
)

TEXTS = st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=40), max_size=12)


@given(TEXTS)
def test_what_is_sealed_together_opens_alone_and_the_other_way_round(texts):
    assert [unseal(token) for token in seal_all(texts)] == texts
    assert unseal_all([seal(text) for text in texts]) == texts


@given(TEXTS)
def test_digests_are_hmac_sha256(texts):
    from django.conf import settings

    key = settings.DATA_KEY.encode()
    alone = [hmac.new(key, t.encode(), hashlib.sha256).hexdigest() if t else "" for t in texts]

    assert keyed_digests(texts) == alone == [keyed_digest(t) for t in texts]


def test_the_same_text_is_sealed_otherwise_each_time():
    assert len(set(seal_all(["990101195810165602"] * 50))) == 50


@pytest.mark.parametrize("at", [0, 10, 40, -2])
def test_a_token_that_was_changed_is_not_opened(at):
    token = seal_all(["990101195810165602"])[0]
    changed = list(token)
    changed[at] = "A" if changed[at] != "A" else "B"

    with pytest.raises(InvalidToken):
        unseal_all([seal("x"), "".join(changed)])


def test_what_was_sealed_before_opens_still():
    before = seal_file(b"990101195810165602").decode()

    assert unseal_all([before, seal("x"), ""]) == ["990101195810165602", "x", ""]
    with pytest.raises(InvalidToken):
        unseal(before[:-4] + "AAA=")


def test_a_sealed_number_says_neither_when_nor_whose_it_is():
    tokens = seal_all(["990101195810165602", "990101195810165602"])

    assert {len(t) for t in tokens} == {65} and tokens[0][1:9] != tokens[1][1:9]


def test_a_file_is_sealed_whole():
    assert unseal_file(seal_file(b"\x00PK" * 1000)) == b"\x00PK" * 1000
