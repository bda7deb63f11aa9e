"""A process that takes the ballots of a hall is killed in the middle: what it acknowledged is stored, and once."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import islice, product
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.ballots.attack import content, rows_of
from tests.ballots.places import on_disk
from tests.ballots.test_nobody_can_join_ballots_to_tokens import NOBODY, opened
from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.actions import Paper, cast_ballots, issue_tokens
from zhengyou.rooms.ratings.models import Box, Grade

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).parents[2]
DAY = date(2010, 5, 20)
HALL, ENOUGH = 600, 120  # so many phones; killed once so many were answered


def killed_in_the_middle(box, papers):
    """The codes that were acknowledged by a process that was killed, without a word, while others waited."""
    lines = "\n".join(f"{code} {' '.join(answers)}" for code, answers in papers.items())
    env = {
        **os.environ,
        "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
        "DJANGO_SETTINGS_MODULE": "zhengyou.settings",
        "ZHENGYOU_TODAY": str(DAY),
    }
    command = [sys.executable, "-m", "tests.ballots.hall", str(connection.settings_dict["NAME"]), str(box.pk)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True) as hall:
        hall.stdin.write(lines)
        hall.stdin.close()
        acknowledged = [line.strip() for line in islice(hall.stdout, ENOUGH)]
        hall.kill()
        acknowledged += [line.strip() for line in hall.stdout]
    assert hall.returncode == -9 and ENOUGH <= len(acknowledged) < HALL, "not killed in the middle"
    return acknowledged


def test_what_was_acknowledged_is_stored_and_nothing_twice(town, tmp_path):
    _, box = opened(town, questions=[f"第{n}题" for n in range(1, 6)])
    with clock.played_at(DAY):
        codes = issue_tokens(town.office, box, number=HALL)
    # Each in words of its own, so that every single ballot is known again.
    papers = dict(zip(codes, product(Grade.values, repeat=5), strict=False))
    with on_disk(tmp_path):
        acknowledged = killed_in_the_middle(box, papers)
        with transaction.atomic():  # until the server has noticed and let go of the box
            Box.objects.select_for_update().get(pk=box.pk)

        stored = Counter(content(b) for b in rows_of("ratings_ballot"))
        assert len(stored) == stored.total(), "none doubled"
        assert {papers[c] for c in acknowledged} <= set(stored), "none lost"
        assert len(rows_of("ratings_token")) == HALL - len(stored), (
            "a code is used up with its ballot or not at all"
        )
        assert len(rows_of("ratings_receipt")) == len(stored)

        with clock.played_at(DAY):
            again = cast_ballots(NOBODY, [Paper(box, code, answers) for code, answers in papers.items()])
        refused = {code for code, found in zip(papers, again, strict=True) if isinstance(found, Refused)}
        assert refused >= set(acknowledged), "what was acknowledged cannot be cast again"
        assert Counter(content(b) for b in rows_of("ratings_ballot")) == Counter(papers.values())
