"""Ratings have no author: with the whole database in hand nobody can tell whose a ballot is, or when it was cast.

Named raters get known codes in a known order, rate in a random order that is known too, each in words of
their own. The attacker of attack.py may not name more ballots than chance would. That the attacker is good
at it is shown on boxes that leak: without stirring, with running numbers, with a mark on the used code.
"""

import random
from collections import Counter
from datetime import date
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction

from tests.ballots.attack import Attacker, all_tables, content, rows_of, sorted_by
from zhengyou.core import clock
from zhengyou.core.models import Deed
from zhengyou.core.trail import plain
from zhengyou.rooms.ratings.actions import (
    Paper,
    boxes,
    cast_ballot,
    cast_ballots,
    close_round,
    issue_tokens,
    open_round,
)
from zhengyou.rooms.ratings.models import Ballot, Grade, Receipt, Token, digest_of, read_code, read_receipt
from zhengyou.rooms.ratings.models.ballots import random_key

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]

ANSWERS = [list(a) for a in product(Grade.values, repeat=2)]  # sixteen raters, each with words of their own
TRIALS = 20
NOBODY = AnonymousUser()


def opened(town, name="测评", questions=("办事", "作风"), subjects=None):
    with clock.played_at(date(2010, 5, 10)):
        round = open_round(
            town.office, town.committee, campaign=town.campaign, name=name, opens_on=date(2010, 5, 10),
            closes_on=date(2010, 6, 30), questions=questions, groups=["public"], subjects=subjects or [town.east],
        )  # fmt: skip
    return round, round.subjects.get(organisation=town.east).boxes.get()


def given_out(town, box):
    """One code for each rater, one after the other: the order of issue is also the order of the trail."""
    codes = [code for _ in ANSWERS for code in issue_tokens(town.office, box, number=1)]
    assert Deed.objects.filter(did="issue_tokens", subject=plain(box)).count() == len(codes)
    return codes


def trial(town, attackers, cast, dice):
    round, box = opened(town)
    papers = dice.sample(ANSWERS, len(ANSWERS))
    truth = {tuple(answers): rater for rater, answers in enumerate(papers)}
    casting = dice.sample(range(len(papers)), len(papers))
    with clock.played_at(date(2010, 5, 20)):
        codes = given_out(town, box)
        tokens = [t for t in rows_of("ratings_token") if t["box_id"] == box.pk]
        receipts = cast(box, [(codes[rater], papers[rater]) for rater in casting], dice)
    names = {digest_of(read_code(c)): rater for rater, c in enumerate(codes)}
    names |= {t["id"]: names[t["digest"]] for t in tokens}
    # Everybody has shown the receipt: to a neighbour, or to somebody who wanted to know.
    names |= {number_of(receipt): rater for receipt, rater in zip(receipts, casting, strict=False)}
    orders = {"issue": range(len(codes)), "casting": casting}
    orders |= {  # the codes as an older copy of the database would have them
        f"token {column}": [names[t["digest"]] for t in sorted_by(tokens, column)] for column in tokens[0]
    }
    orders |= by_receipts(box, names)
    look(attackers[0], box, truth, orders, names)
    with clock.played_at(date(2010, 7, 1)):
        close_round(town.office, round)
    look(attackers[1], box, truth, orders, names)


def number_of(receipt):
    return receipt if isinstance(receipt, int) else read_receipt(receipt)


def by_receipts(box, names):
    """The raters as their receipts lie in the database, by every column."""
    rows = [r for r in rows_of("ratings_receipt") if r["box_id"] == box.pk]
    return {f"receipt {c}": [names[r["id"]] for r in sorted_by(rows, c)] for c in (rows[0] if rows else ())}


def look(attacker, box, truth, orders, names):
    ballots = [b for b in rows_of("ratings_ballot") if b["box_id"] == box.pk]
    others = {t: rows for t in all_tables() if t != "ratings_ballot" and (rows := rows_of(t))}
    attacker.try_all(ballots, truth, orders, names, others)


def attack(town, cast, seed=20100510):
    dice = random.Random(seed)
    attackers = Attacker(len(ANSWERS)), Attacker(len(ANSWERS))
    for _ in range(TRIALS):
        trial(town, attackers, cast, dice)
    return [a.successes() for a in attackers]


def properly(box, papers, dice):
    """As they come: alone, or with others that wait at the same moment."""
    receipts = []
    while papers:
        heap, papers = papers[: (size := dice.randint(1, 4))], papers[size:]
        receipts += cast_ballots(NOBODY, [Paper(box, code, answers) for code, answers in heap])
    return receipts


def one_by_one(leaky):
    """Ballots cast past the action, one after the other, by a way that may leak; no receipts."""

    def cast(box, papers, dice):
        for code, answers in papers:
            leaky(box, code, answers)
        return []

    return cast


@pytest.mark.slow
def test_nobody_can_join_ballots_to_tokens(town):
    while_open, after_closing = attack(town, properly)

    assert while_open == {}
    assert after_closing == {}


def _use_up(box, code):
    assert Token.objects.filter(box=box, digest=digest_of(read_code(code))).delete()[0]


def without_stirring(box, code, answers):
    with transaction.atomic():
        _use_up(box, code)
        Ballot.objects.create(id=random_key(), box=box, sealed=boxes.sealed(box.pk, answers))


def with_running_numbers(box, code, answers):
    with transaction.atomic():
        _use_up(box, code)
        last = Ballot.objects.order_by("-id").values_list("id", flat=True).first() or 0
        Ballot.objects.create(id=last + 1, box=box, sealed=boxes.sealed(box.pk, answers))


def with_a_mark_on_the_code(box, code, answers):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("create table if not exists leaky_mark (digest varchar(64), used varchar(5))")
        cursor.execute("insert into leaky_mark values (%s, 'yes')", [digest_of(read_code(code))])
        _use_up(box, code)
        without_a_code(box, answers)


def with_the_ballot_beside_the_code(box, code, answers):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("create table if not exists leaky_mark (digest varchar(64), ballot bigint)")
        key = random_key()
        cursor.execute("insert into leaky_mark values (%s, %s)", [digest_of(read_code(code)), key])
        _use_up(box, code)
        Ballot.objects.create(id=key, box=box, sealed=boxes.sealed(box.pk, answers))


def with_the_receipt_as_key(box, code, answers):
    """What a receipt may not be: a number that the ballot bears too."""
    with transaction.atomic():
        _use_up(box, code)
        key = random_key()
        Receipt.objects.create(id=key, box=box)
        Ballot.objects.create(id=key, box=box, sealed=boxes.sealed(box.pk, answers))
    return key


LEAKS = [
    # Without stirring SQLite still gives nothing away: a random key is a row's only place there.
    (without_stirring, {"postgresql": "_xmin casting"}),
    (with_running_numbers, {"sqlite": "id casting", "postgresql": "id casting"}),
    (with_a_mark_on_the_code, {"postgresql": "_xmin leaky_mark"}),
    (with_the_ballot_beside_the_code, {"sqlite": "id leaky_mark", "postgresql": "id leaky_mark"}),
]


@pytest.mark.slow
@pytest.mark.parametrize(("cast", "leaks"), LEAKS, ids=[cast.__name__ for cast, _ in LEAKS])
def test_the_attacker_finds_the_author_where_a_box_leaks(town, cast, leaks):
    try:
        while_open, after_closing = attack(town, one_by_one(cast))
    finally:
        with connection.cursor() as cursor:
            cursor.execute("drop table if exists leaky_mark")

    ways = {f"{way[1]} {way[2]}" for way in while_open}
    wanted = leaks.get(connection.vendor)
    assert (wanted in ways) if wanted else while_open == {}, ways
    assert after_closing == {}, "opening the boxes stirs everything"


def test_casting_changes_nothing_but_the_box(town):
    _, box = opened(town)
    with clock.played_at(date(2010, 5, 20)):
        code, _ = issue_tokens(town.office, box, number=2)
    moving = {"ratings_ballot", "ratings_token", "ratings_receipt", "sqlite_sequence"}

    def everything_else():
        rows = {t: rows_of(t) for t in all_tables() if t not in moving}
        for row in rows["ratings_box"]:
            row.pop(
                "_xmax", None
            )  # the lock of whoever rated last: the same transaction that its ballots show
        return rows

    before = everything_else()
    with clock.played_at(date(2010, 5, 20)):
        cast_ballot(town.member, box, code=code, answers=ANSWERS[0])

    assert everything_else() == before
    assert len(rows_of("ratings_token")) == 1


@pytest.mark.slow
def test_in_a_box_too_large_to_stir_whole_the_newest_ballot_hides_among_the_sample(town, monkeypatch):
    """With eight stirred, the newest ballot is one of nine that no column tells apart."""
    monkeypatch.setattr(boxes, "STIRRED", 8)
    _, box = opened(town)
    times = 60
    first_or_last: Counter[tuple[str, int]] = Counter()
    with clock.played_at(date(2010, 5, 20)):
        for code in issue_tokens(town.office, box, number=times):
            Ballot.objects.filter(box=box).delete()
            for _ in range(30):
                without_a_code(box, ["poor", "poor"])
            cast_ballot(NOBODY, box, code=code, answers=["good", "good"])
            ballots = rows_of("ratings_ballot")
            newest = next(b for b in ballots if content(b) == ("good", "good"))
            alike = [b for b in ballots if b.get("_xmin") == newest.get("_xmin")]
            assert len(alike) == (9 if connection.vendor == "postgresql" else len(ballots))
            for column in newest:
                for end in (0, -1):
                    first_or_last[column, end] += sorted_by(alike, column)[end] is newest

    assert max(first_or_last.values()) < 30, "by chance one in nine, about seven of sixty"


@pytest.mark.slow
def test_a_receipt_that_the_ballot_bears_would_be_found_out(town):
    def cast(box, papers, dice):
        return [with_the_receipt_as_key(box, *paper) for paper in papers]

    while_open, _ = attack(town, cast)

    assert ("join", "id", "ratings_receipt", "id") in while_open


def without_a_code(box, answers):
    Ballot.objects.create(id=random_key(), box=box, sealed=boxes.sealed(box.pk, answers))
