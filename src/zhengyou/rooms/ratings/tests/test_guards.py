"""What was promised to raters is kept by the database itself, whoever speaks to it."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from zhengyou.rooms.ratings.actions import cast_ballot, close_round, issue_tokens
from zhengyou.rooms.ratings.models import Ballot, Box, Receipt, Round, Token
from zhengyou.rooms.ratings.models.ballots import random_key
from zhengyou.rooms.ratings.models.guards import lay_down
from zhengyou.rooms.ratings.tests.test_actions import NOBODY, box, opened

pytestmark = pytest.mark.database


@pytest.fixture
def at(town, on):
    """A box with a ballot and a code that is still out."""
    on(date(2010, 5, 10))
    found = box(opened(town), town.east, "public")
    code, _ = issue_tokens(town.office, found, number=2)
    cast_ballot(NOBODY, found, code=code, answers=["good", "poor"])
    return found


def refused(sql, *values):
    """Whether the database refuses a statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "change",
    [
        "update ratings_round set access = 'link'",
        "update ratings_round set groups = '[\"self\"]'",
        "update ratings_round set questions = '[\"谁写的？\"]'",
        "update ratings_round set closes_on = '2010-05-10'",
        "update ratings_subject set organisation_id = 1",
        "update ratings_box set \"group\" = 'below'",
        "update ratings_token set digest = 'known'",
        'update ratings_ballot set sealed = null, answers = \'["good", "good"]\'',
        "update ratings_receipt set id = 100000000000",
    ],
)
def test_nothing_about_a_round_can_be_switched_after_it_opened(at, change):
    assert refused(change)


def test_no_ballot_is_laid_open_before_the_boxes_are(at):
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(id=random_key(), box=at, answers=["good", "good"])


def test_nothing_comes_in_once_the_boxes_were_opened(town, at, on):
    on(date(2010, 7, 1))
    close_round(town.office, at.subject.round)
    late = [
        lambda: Ballot.objects.create(id=random_key(), box=at, sealed=b"late"),
        lambda: Token.objects.create(id=random_key(), box=at, digest="late"),
        lambda: Receipt.objects.create(id=123456789012, box=at),
    ]
    for come in late:
        with pytest.raises(IntegrityError), transaction.atomic():
            come()
    assert refused("update ratings_closing set issued = 900")


def test_a_round_by_link_and_codes_are_never_mixed(town, at):
    round = opened(town, groups=["public"], access="link", subjects=[town.east])
    with pytest.raises(IntegrityError), transaction.atomic():
        Token.objects.create(id=random_key(), box=round.subjects.get().boxes.get(), digest="a code")
    with pytest.raises(IntegrityError), transaction.atomic():
        Box.objects.create(subject=round.subjects.get(), group="below")
    assert Round.objects.filter(access="link").count() == 1


def test_guards_stand_again_after_a_table_was_made_over(at):
    with connection.cursor() as cursor:
        cursor.execute(
            f"drop trigger box_as_written {'on ratings_box' if connection.vendor == 'postgresql' else ''}"
        )
    change = "update ratings_box set subject_id = subject_id"
    with transaction.atomic():
        assert not refused(change)
        transaction.set_rollback(True)

    lay_down("default", plan=[])

    assert refused(change)
