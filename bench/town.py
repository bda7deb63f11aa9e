"""A made-up tree with members and attendances; the same for the same size, whoever runs it."""

import random
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.models import Model

from zhengyou.core import tree
from zhengyou.core.models import Organisation
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.orgs.models import Membership, Person

FAN_OUT = 8
MEETINGS = 10  # of each branch
FIRST = date(2010, 3, 1)
DAYS = 300
HOWS = ("present",) * 80 + ("leave",) * 8 + ("absent",) * 7 + ("at_home",) * 5
ORGANISATION = ("id", "code", "name", "kind", "category", "parent_id", "path", "path_end")
MEMBERSHIP = ("id", "person_id", "organisation_id", "since")
MEETING = ("id", "organisation_id", "kind", "held_on", "minutes")
ATTENDANCE = ("id", "organisation_id", "meeting_id", "person_id", "how", "on_day")


@dataclass(frozen=True)
class Size:
    """How much there is of everything; half of it is half of everything."""

    name: str
    organisations: int
    members: int
    attendances: int
    limit: float  # seconds that one way to the figures may take once

    def half(self) -> "Size":
        """The size that growth is measured from."""
        return Size(
            f"{self.name}/2", self.organisations // 2, self.members // 2, self.attendances // 2, self.limit
        )

    def __str__(self) -> str:
        return f"{self.organisations:,} organisations, {self.members:,} members, {self.attendances:,} attendances"


SIZES = {
    "tiny": Size("tiny", 80, 400, 4_000, 20),
    "small": Size("small", 3_000, 30_000, 300_000, 20),
    "full": Size("full", 30_000, 300_000, 3_000_000, 180),
}


@contextmanager
def town(size: Size, home: Path) -> Iterator[sqlite3.Connection]:
    """A database of this size in place of the one that Django is connected to, and the raw connection to it."""
    file = home / f"{size.organisations}.sqlite3"
    shutil.copy(_empty(home), file)
    _fill(file, size)
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    connection.ensure_connection()
    try:
        yield connection.connection
    finally:
        connection.close()
        file.unlink()


def _empty(home: Path) -> Path:
    """The tables without a row, made once."""
    file = home / "empty.sqlite3"
    if not file.exists():
        connection.close()
        connection.settings_dict["NAME"] = str(file)
        call_command("migrate", verbosity=0, interactive=False)
        connection.cursor().execute("pragma wal_checkpoint(truncate)")
        connection.close()
    return file


def _fill(file: Path, size: Size) -> None:
    chance = random.Random(size.organisations)  # noqa: S311 — a made-up town, no secret
    organisations = list(_organisations(size.organisations))
    branches = [o[0] for o in organisations if o[3] == "branch"]
    homes = {n: branches[n % len(branches)] for n in _to(size.members)}
    meetings = list(_meetings(branches, chance))
    db = sqlite3.connect(file)
    db.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-400000;")
    indexes = db.execute(
        "select name, sql from sqlite_master where type = 'index' and sql is not null"
    ).fetchall()
    for name, _ in indexes:
        db.execute(f"drop index {name}")
    _insert(db, Organisation, ORGANISATION, organisations)
    _insert(db, Person, ("id", "name"), ((n, "某人") for n in homes))
    _insert(db, Membership, MEMBERSHIP, ((n, n, home, "2000-07-01") for n, home in homes.items()))
    _insert(db, Meeting, MEETING, meetings)
    _insert(db, Attendance, ATTENDANCE, _attendances(size, homes, meetings, chance))
    for _, sql in indexes:
        db.execute(sql)
    db.execute("analyze")
    db.commit()
    db.close()


def _insert(
    db: sqlite3.Connection, model: type[Model], given: tuple[str, ...], rows: Iterable[tuple[object, ...]]
) -> None:
    """Rows by the columns given; every other column holds the model's own default."""
    others = [f for f in model._meta.concrete_fields if f.column not in given]
    constant = tuple(f.get_db_prep_save(f.pre_save(model(), True), connection) for f in others)
    columns = [*given, *(f.column for f in others)]
    marks = ", ".join("?" * len(columns))
    sql = f"insert into {model._meta.db_table} ({', '.join(columns)}) values ({marks})"  # noqa: S608 — our models
    db.executemany(sql, (row + constant for row in rows))


def _to(count: int) -> range:
    return range(1, count + 1)


def _organisations(count: int) -> Iterator[tuple[object, ...]]:
    """Breadth first, each with eight below it while there are any left; those without are branches."""
    paths = {1: tree.step(0)}
    for n in _to(count):
        parent = (n - 2) // FAN_OUT + 1 if n > 1 else None
        if parent:
            paths[n] = paths[parent] + tree.step((n - 2) % FAN_OUT)
        inner = n * FAN_OUT - FAN_OUT + 2 <= count
        kind = "committee" if inner else "branch"
        yield n, str(n), f"组织{n}", kind, "village", parent, paths[n], tree.path_end(paths[n])


def _meetings(branches: list[int], chance: random.Random) -> Iterator[tuple[object, ...]]:
    number = 0
    for branch in branches:
        for n in range(MEETINGS):
            number += 1
            day = FIRST + timedelta(days=chance.randrange(DAYS))
            kind = "branch" if n % 5 == 4 else "study"
            yield number, branch, kind, day.isoformat(), chance.choice((90, 135, 180))


def _attendances(
    size: Size, homes: dict[int, int], meetings: list[tuple[object, ...]], chance: random.Random
) -> Iterator[tuple[object, ...]]:
    """Each member's entry at each meeting of the branch; three in a hundred are at another branch instead."""
    first = {m[1]: n for n, m in reversed(list(enumerate(meetings)))}
    last = len(meetings) // MEETINGS
    for number in range(size.attendances):
        person, turn = number % size.members + 1, number // size.members % MEETINGS
        start = chance.randrange(last) * MEETINGS if chance.random() < 0.03 else first[homes[person]]
        meeting = meetings[start + turn]
        yield number + 1, meeting[1], meeting[0], person, chance.choice(HOWS), meeting[3]


def one_per_cent_more(db: sqlite3.Connection, size: Size) -> None:
    """New attendances as days bring them: one more study meeting of as many branches as it takes."""
    chance = random.Random(size.attendances)  # noqa: S311 — as above
    members: dict[int, list[int]] = {}
    for branch, person in db.execute("select organisation_id, person_id from orgs_membership"):
        members.setdefault(branch, []).append(person)
    meeting, number = (size.attendances * MEETINGS, size.attendances)
    held, fresh, day = [], [], (FIRST + timedelta(days=DAYS // 2)).isoformat()
    for branch in chance.sample(sorted(members), len(members)):
        if len(fresh) >= size.attendances // 100:
            break
        meeting += 1
        held.append((meeting, branch, "study", day, 135))
        for person in members[branch]:
            number += 1
            fresh.append((number, branch, meeting, person, "present", day))
    _insert(db, Meeting, MEETING, held)
    _insert(db, Attendance, ATTENDANCE, fresh)
    db.commit()
