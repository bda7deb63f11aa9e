"""How well the labelled documents are read: no change may make it worse."""

import pytest

from tests.reading.scorer import score, sets

LATEST = ("fresh-", "again-", "third-", "fourth-")


@pytest.fixture(scope="module")
def reached():
    return score([one for one in sets() if not one.name.startswith(LATEST)])


@pytest.fixture(scope="module")
def reached_lately():
    """The lots that were labelled last: fewer rules were ever mended by them."""
    return score([one for one in sets() if one.name.startswith(LATEST)])


def test_what_the_labelled_documents_ask_is_found(reached):
    assert reached.f1() >= 0.97, "\n".join(reached.notes)


@pytest.mark.parametrize(
    ("kind", "least"),
    [("requirement", 0.97), ("stage", 0.99), ("criterion", 0.99), ("mechanism", 0.95), ("figure", 0.99)],
)
def test_each_kind_is_found(reached, kind, least):
    assert reached.f1(kind) >= least, "\n".join(reached.notes)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("who", 0.95),
        ("quantity", 0.97),
        ("cadence", 0.98),
        ("deadline", 0.96),
        ("coverage", 0.98),
        ("outline", 0.98),
        ("headings", 0.98),
    ],
)
def test_their_fields_are_right(reached, name, least):
    assert reached.share(name) >= least, "\n".join(reached.notes)


def test_what_the_latest_lots_ask_is_found(reached_lately):
    assert reached_lately.f1() >= 0.95, "\n".join(reached_lately.notes)


@pytest.mark.parametrize(
    ("name", "least"),
    [("who", 0.80), ("quantity", 0.96), ("cadence", 0.97), ("deadline", 0.92), ("outline", 0.98)],
)
def test_the_fields_of_the_latest_lots_are_right(reached_lately, name, least):
    assert reached_lately.share(name) >= least, "\n".join(reached_lately.notes)


def test_a_speech_without_demands_asks_nothing():
    read = score(sets(["speech-empty"]))

    assert not read.found, read.notes
