"""A code is good for one ballot whoever comes at the same moment, and boxes remember no former state."""

from collections import Counter
from datetime import date

import pytest
from cryptography.exceptions import InvalidTag
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from tests.ballots.attack import content, rows_of
from tests.ballots.places import at_once, files_of_sqlite, on_disk, rows_kept_by_postgresql
from tests.ballots.test_nobody_can_join_ballots_to_tokens import ANSWERS, opened
from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.actions import boxes, cast_ballot, issue_tokens
from zhengyou.rooms.ratings.actions import voting as voting_room

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]

DAY = date(2010, 5, 20)


def voting(box, code, answers):
    """To be done in another thread, which has a clock of its own."""

    def vote():
        with clock.played_at(DAY):
            cast_ballot(AnonymousUser(), box, code=code, answers=answers)

    return vote


def test_one_code_used_by_many_at_once_makes_one_ballot(town, tmp_path):
    _, box = opened(town)
    with clock.played_at(DAY):
        codes = issue_tokens(town.office, box, number=5)
    with on_disk(tmp_path) as move:
        for code in codes:
            found = at_once([voting(box, code, ["good", "good"])] * 6, move)

            assert [type(f) for f in found if f is not None] == [Refused] * 5, found

        assert len(rows_of("ratings_ballot")) == len(codes)
        assert rows_of("ratings_token") == []


def test_no_ballot_is_lost_when_many_rate_at_once(town, tmp_path):
    _, box = opened(town)
    with clock.played_at(DAY):
        codes = issue_tokens(town.office, box, number=16)
    with on_disk(tmp_path) as move:
        found = at_once([voting(box, c, a) for c, a in zip(codes, ANSWERS, strict=True)], move)

        assert found == [None] * 16
        assert Counter(map(content, rows_of("ratings_ballot"))) == Counter(map(tuple, ANSWERS))


def former_papers(box, codes):
    """Rate with every code; every sealed paper that ever lay in the box and does no more."""
    ever = set()
    for code, answers in zip(codes, ANSWERS, strict=False):
        voting(box, code, answers)()
        ever |= {b["sealed"] for b in rows_of("ratings_ballot")}
    return ever - {b["sealed"] for b in rows_of("ratings_ballot")}


def test_the_database_forgets_what_lay_in_a_box_before(town, tmp_path):
    _, box = opened(town)
    with clock.played_at(DAY):
        codes = issue_tokens(town.office, box, number=12)
    with on_disk(tmp_path):
        gone = former_papers(box, codes)

        assert len(gone) == 66, "sealed anew at every cast"
        if connection.vendor == "sqlite":
            assert not any(paper in files_of_sqlite() for paper in gone)
        else:
            assert rows_kept_by_postgresql("ratings_ballot") == 12
            assert rows_kept_by_postgresql("ratings_token") == 0


def test_without_forgetting_former_states_would_be_found(town, tmp_path, monkeypatch):
    monkeypatch.setattr(voting_room, "leave_no_history", lambda: None)
    _, box = opened(town)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # else the server may tidy up by itself in the middle of the test
            cursor.execute("alter table ratings_ballot set (autovacuum_enabled = false)")
    with clock.played_at(DAY):
        codes = issue_tokens(town.office, box, number=12)
    with on_disk(tmp_path):
        gone = former_papers(box, codes)
        if connection.vendor == "sqlite":
            assert any(paper in files_of_sqlite() for paper in gone)
        else:
            assert rows_kept_by_postgresql("ratings_ballot") > 12


def test_a_sealed_ballot_tells_nothing_without_the_key(settings):
    papers = {boxes.sealed(1, a) for a in ANSWERS for _ in range(3)}
    assert len(papers) == 48 and {len(p) for p in papers} == {30}
    paper = boxes.sealed(1, ANSWERS[3])
    assert boxes.unsealed(1, paper) == ANSWERS[3]
    settings.DATA_KEY = "another"
    for box_id in (1, 2):
        with pytest.raises(InvalidTag):
            boxes.unsealed(box_id, paper)
