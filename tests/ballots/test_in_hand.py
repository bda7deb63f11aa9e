"""With the logs, the pages and the backups in hand: what an attacker finds there besides the tables.

What is searched for are the things that could lead to somebody: a code, its digest once it is used, a sealed or
a readable ballot of a moment before, the address of a machine.
"""

import logging
import re
import sqlite3
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.db import connection

from tests.ballots.attack import all_tables, content, rows_of
from tests.ballots.places import files_of_sqlite, on_disk
from tests.ballots.test_nobody_can_join_ballots_to_tokens import ANSWERS, opened
from zhengyou.core import clock
from zhengyou.core.models import Deed
from zhengyou.rooms.ratings.actions import Paper, cast_ballots, close_round, issue_tokens
from zhengyou.rooms.ratings.models import Ballot, digest_of, read_code
from zhengyou.rooms.ratings.queries import results_in

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]

DAY, AFTER = date(2010, 5, 20), date(2010, 7, 1)
MACHINE = "203.0.113.77"  # of a rater, by RFC 5737 nobody's


@pytest.fixture
def box(town, settings):
    settings.TODAY = DAY
    return opened(town)[1]


def rate(client, code, answers=("good", "poor")):
    filled = {f"q{n}": a for n, a in enumerate(answers)}
    return client.post("/open/rate/", {"code": code, "cast": "1"} | filled, REMOTE_ADDR=MACHINE)


def test_no_log_holds_a_code_a_ballot_a_receipt_or_an_address(town, box, client, caplog):
    codes = issue_tokens(town.office, box, number=6)
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        pages = [rate(client, code, ("good", "fairly_good")) for code in codes]
        wrong = [rate(client, codes[0]), rate(client, "ABCDE-FGHJK"), rate(client, codes[1][:-2])]

    assert {p.status_code for p in pages} == {200} and {p.status_code for p in wrong} == {422}
    told = "\n".join(f"{r.getMessage()} {r.exc_text or ''}" for r in caplog.records)
    assert "/open/rate/" in told, "refusals are logged, so there was something to look at"
    for secret in (*codes, *(read_code(c) for c in codes), MACHINE, "fairly_good"):
        assert secret not in told


def test_no_table_and_no_entry_of_the_trail_knows_the_machine_or_the_code(town, box, client):
    codes = issue_tokens(town.office, box, number=3)
    deeds = Deed.objects.count()
    for code in codes:
        rate(client, code)
    everything = repr([rows_of(t) for t in all_tables()])

    assert Deed.objects.count() == deeds
    for secret in (
        *codes,
        *(read_code(c) for c in codes),
        *(digest_of(read_code(c)) for c in codes),
        MACHINE,
    ):
        assert secret not in everything


def test_no_page_before_the_opening_tells_what_lies_in_a_box(town, box, client):
    """Two boxes with opposite ballots: everybody's pages are alike to the last letter."""
    seen = []
    for answer in ("good", "poor"):
        round, box = opened(town, name="测评")
        papers = [Paper(box, c, [answer] * 2) for c in issue_tokens(town.office, box, number=6)]
        cast_ballots(town.member, papers)
        addresses = ["/ratings/", f"/ratings/{round.pk}/", f"/ratings/results/{round.subjects.get().pk}/"]
        for user in (town.office, town.east_secretary, town.supervisor):
            client.force_login(user)
            for address in addresses:
                page = client.get(address)
                told = re.sub(r"/\d+/|\b\w{64}\b", "", page.content.decode())  # numbers and forms' tokens
                seen.append(
                    (answer, user.username, page.status_code, told if page.status_code == 200 else "")
                )
    good = [s[1:] for s in seen if s[0] == "good"]
    poor = [s[1:] for s in seen if s[0] == "poor"]
    assert [w for g, p in zip(good, poor, strict=True) for w in set(g[2].split()) ^ set(p[2].split())] == []
    assert [g[:2] for g in good] == [p[:2] for p in poor] and any(g[2] for g in good)


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="a backup of PostgreSQL is a dump: its tables, as above"
)
def test_neither_the_file_nor_a_backup_of_it_remembers_a_used_code_or_a_former_ballot(town, box, tmp_path):
    """The file with its free pages and its journal, a copy by SQLite's own backup, and one made anew."""
    codes = issue_tokens(town.office, box, number=12)
    with on_disk(tmp_path), clock.played_at(DAY):
        former = set()
        for n in range(0, 12, 3):
            heap = [Paper(box, c, a) for c, a in zip(codes[n : n + 3], ANSWERS[n : n + 3], strict=True)]
            cast_ballots(town.member, heap)
            former |= {b["sealed"] for b in rows_of("ratings_ballot")}
        former -= {b["sealed"] for b in rows_of("ratings_ballot")}
        used = [digest_of(read_code(c)).encode() for c in codes]

        for held in (files_of_sqlite(), *backups(tmp_path)):
            assert len(former) == 18 and not any(paper in held for paper in former)
            assert not any(digest in held for digest in used)
            assert sum(bytes(b["sealed"]) in held for b in rows_of("ratings_ballot")) == 12, (
                "a copy worth having"
            )


def backups(folder: Path):
    """A copy as `sqlite3 .backup` makes it, and one as `vacuum into` does."""
    connection.ensure_connection()
    with sqlite3.connect(folder / "backup.sqlite3") as copied:
        connection.connection.backup(copied)
    with connection.cursor() as cursor:
        cursor.execute("vacuum into %s", [str(folder / "anew.sqlite3")])
    return [(folder / name).read_bytes() for name in ("backup.sqlite3", "anew.sqlite3")]


def test_two_copies_without_the_key_do_not_show_which_ballot_is_new(town, box):
    """Between two nightly copies one ballot came in: all papers changed, so it is one of all."""
    codes = issue_tokens(town.office, box, number=8)
    cast_ballots(town.member, [Paper(box, c, a) for c, a in zip(codes[:7], ANSWERS, strict=False)])
    before = rows_of("ratings_ballot")
    cast_ballots(town.member, [Paper(box, codes[7], ANSWERS[7])])
    after = rows_of("ratings_ballot")

    for column in ("id", "sealed"):
        assert not {r[column] for r in before} & {r[column] for r in after}
    assert len({len(r["sealed"]) for r in after}) == 1
    if connection.vendor == "postgresql":
        assert len({r["_xmin"] for r in after}) == 1


def test_a_parents_result_less_its_childrens_tells_nothing(town, settings):
    """A small group beneath would be found by subtracting, were ballots added up along the tree: they never are."""
    settings.TODAY = DAY
    rated = {town.committee: 6, town.east: 9, town.west: 3}
    round, _ = opened(town, subjects=list(rated))
    for organisation, votes in rated.items():
        box = round.subjects.get(organisation=organisation).boxes.get()
        codes = issue_tokens(town.office, box, number=votes)
        cast_ballots(town.member, [Paper(box, c, ["poor", "poor"]) for c in codes])
    settings.TODAY = AFTER
    close_round(town.office, round)

    found = results_in(round)

    told = {o.short_name: found[o.pk].whole and found[o.pk].whole.votes for o in rated}
    assert told == {"红星镇": 6, "东街村": 9, "西街社区": None}
    assert find_spec("zhengyou.rooms.ratings.measures") is None, "a measure adds up whatever it is asked for"


def test_after_the_opening_ballots_and_receipts_lie_in_no_common_order(town, box, settings):
    codes = issue_tokens(town.office, box, number=16)
    cast_ballots(town.member, [Paper(box, c, a) for c, a in zip(codes, ANSWERS, strict=True)])
    settings.TODAY = AFTER
    close_round(town.office, box.subject.round)
    ballots = rows_of("ratings_ballot")
    assert Ballot.objects.filter(sealed=None).count() == 16
    assert sorted(map(content, ballots)) == sorted(map(tuple, ANSWERS))
    keys = {b["id"] for b in ballots}
    assert not keys & {r["id"] for r in rows_of("ratings_receipt")}
    if connection.vendor == "postgresql":
        stamps = {r["_xmin"] for r in rows_of("ratings_receipt")}
        assert not stamps & {b["_xmin"] for b in ballots}, "written in different transactions"
