"""A made-up tree with members and attendances; the same for the same size, whoever runs it.

SQLite makes the rows itself, from whole numbers stirred until they look drawn by lot: forty million of them
take minutes, not hours. Indexes are laid down afterwards. About one attendance in twenty is at another
organisation than the person's own.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from django.db import connection, connections
from django.db.models import Model

from bench.divisions import Node, divided
from bench.sizes import Size
from tests.tables import lay_tables
from zhengyou.core import tree
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign, Requirement, Stage
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.orgs.models import Membership, Person

FAN_OUT = 8
MEETINGS = 10  # of each branch
FIRST = date(2010, 3, 1)
DAYS = 300
LAST = FIRST + timedelta(days=DAYS)
ELSEWHERE = 5  # of a hundred attendances
CAMPAIGN = "striving"
DIVISIONS = os.environ.get("ZHENGYOU_DIVISIONS", "")

# A connection must not be carried into another process.
os.register_at_fork(before=connections.close_all)


@contextmanager
def town(size: Size, home: Path, *, copy: bool = False) -> Iterator[Path]:
    """Connect Django to a database of this size, made once in a run; to a copy where it will be changed."""
    made = home / f"town-{size.organisations}.sqlite3"
    if not made.exists():
        shutil.copy(empty(home), made)
        _fill(made, size)
    file = made.with_suffix(".copy.sqlite3") if copy else made
    if copy:
        shutil.copy(made, file)
    connect(file)
    try:
        yield file
    finally:
        connections.close_all()
        if copy:
            file.unlink()


def connect(file: Path) -> None:
    """Let Django speak to a database file."""
    connections.close_all()
    connection.settings_dict["NAME"] = str(file)


def empty(home: Path) -> Path:
    """The tables without a row, made once."""
    file = home / "empty.sqlite3"
    if not file.exists():
        connect(file)
        lay_tables()
        connection.cursor().execute("pragma wal_checkpoint(truncate)")
        connections.close_all()
    return file


def _fill(file: Path, size: Size) -> None:
    db = sqlite3.connect(file)
    db.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-400000;")
    indexes = list(db.execute("select name, sql from sqlite_master where type = 'index' and sql is not null"))
    for name, _ in indexes:
        db.execute(f'drop index "{name}"')
    branches = found(db, size)
    _campaign(db)
    _people(db, size, branches)
    _meetings(db, branches)
    _attend(db, size, branches)
    for _, sql in indexes:
        db.execute(sql)
    db.execute("analyze")
    db.commit()
    db.close()


def found(db: sqlite3.Connection, size: Size) -> int:
    """Found the organisations; how many of them are branches. These are kept in the table ``branch``."""
    nodes = divided(Path(DIVISIONS), size.organisations) if DIVISIONS else _generated(size.organisations)
    paths: dict[int | None, str] = {None: ""}
    below: dict[int | None, int] = {}
    rows = []
    for number, parent, name, branch in nodes:
        path = paths[number] = paths[parent] + tree.step(below.get(parent, 0))
        below[parent] = below.get(parent, 0) + 1
        kind = "branch" if branch else "committee"
        rows.append((number, str(number), name, kind, "village", parent, path, tree.path_end(path)))
    given = ("id", "code", "name", "kind", "category", "parent_id", "path", "path_end")
    into(db, Organisation, given, "values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.execute(
        "create temp table branch as select row_number() over (order by id) - 1 as n, id "
        "from core_organisation where kind = 'branch'"
    )
    db.execute("create unique index temp.branch_by_n on branch (n, id)")
    return int(db.execute("select count(*) from branch").fetchone()[0])


def _generated(count: int) -> Iterator[Node]:
    """Breadth first, each with eight below it while there are any left; those without are branches."""
    for n in range(1, count + 1):
        parent = (n - 2) // FAN_OUT + 1 if n > 1 else None
        yield n, parent, f"组织{n}", n * FAN_OUT - FAN_OUT + 2 > count


def into(
    db: sqlite3.Connection,
    model: type[Model],
    given: tuple[str, ...],
    source: str,
    rows: list[tuple[object, ...]] | None = None,
) -> None:
    """Rows by the columns given; every other column holds the model's own default.

    ``source`` is a query for the columns given, or ``values (?, …)`` with the rows to put there.
    """
    others = [f for f in model._meta.concrete_fields if f.column not in given]
    constant = tuple(f.get_db_prep_save(f.pre_save(model(), True), connection) for f in others)
    columns = ", ".join([*given, *(f.column for f in others)])
    marks = "".join(", ?" for _ in others)
    table = model._meta.db_table
    if rows is not None:
        db.executemany(
            f"insert into {table} ({columns}) {source[:-1]}{marks})",  # noqa: S608 — our models
            (row + constant for row in rows),
        )
        return
    db.execute(f"insert into {table} ({columns}) select s.*{marks} from ({source}) as s", constant)  # noqa: S608


def counted(last: int) -> str:
    """A relation ``n`` of the whole numbers from 0 up to one."""
    return f"(with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < {last}) select i from n)"  # noqa: S608


def stirred(number: str, salt: int) -> str:
    """Five digits that look drawn by lot, from a whole number: products stay below the 63 bits of SQLite."""
    first = f"(({number}) * 2654435761 + {salt * 40503}) % 4294967296"
    return f"((({first}) / 8191 * 1103515245 + {first}) % 4294967291 / 7 % 100000)"


def _campaign(db: sqlite3.Connection) -> None:
    """One campaign at the top with a stage and two requirements, so that a branch's page has what it asks for."""
    days = (FIRST.isoformat(), LAST.isoformat())
    into(
        db,
        Campaign,
        ("id", "organisation_id", "code", "name", "starts_on", "ends_on", "issued_on"),
        "values (?, ?, ?, ?, ?, ?, ?)",
        [(1, 1, CAMPAIGN, "活动", *days, days[0])],
    )
    into(
        db,
        Stage,
        ("id", "campaign_id", "number", "name", "starts_on", "ends_on"),
        "values (?, ?, ?, ?, ?, ?)",
        [(1, 1, 1, "阶段", *days)],
    )
    asked = ("id", "organisation_id", "campaign_id", "code", "name", "rule", "needs", "grain", "due_on")
    study = '{"study_hours": "14", "collective_share": "4/5"}'
    into(
        db,
        Requirement,
        asked,
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (1, 1, 1, "study", "学习达标", "enough_study", study, "person", days[1]),
            (2, 1, 1, "made-up", "补课完成", "lessons_made_up", "{}", "fact", days[1]),
        ],
    )


def _people(db: sqlite3.Connection, size: Size, branches: int) -> None:
    """Members, dealt out to the branches in turn."""
    into(db, Person, ("id", "name"), f"select i + 1, '某人' from {counted(size.members)}")  # noqa: S608
    into(
        db,
        Membership,
        ("id", "person_id", "organisation_id", "since"),
        f"select i + 1, i + 1, b.id, '2000-07-01' from {counted(size.members)} join branch as b on b.n = i % {branches}",  # noqa: S608
    )


def _meetings(db: sqlite3.Connection, branches: int) -> None:
    """Ten meetings of each branch on days drawn by lot, one list in fifty left open."""
    held = f"date('{FIRST}', '+' || ({stirred('i', 1)} % {DAYS}) || ' days')"
    into(
        db,
        Meeting,
        ("id", "organisation_id", "kind", "held_on", "minutes", "campaign_id", "closed_on"),
        f"""select i + 1, id, kind, held_on, minutes, 1, case when open then null else held_on end from (
            select i, b.id, case when i % 5 = 4 then 'branch' else 'study' end as kind, {held} as held_on,
                90 + {stirred("i", 2)} % 3 * 45 as minutes, {stirred("i", 3)} % 50 = 0 as open
            from {counted(branches * MEETINGS)} join branch as b on b.n = i / {MEETINGS})""",  # noqa: S608
    )


def _attend(db: sqlite3.Connection, size: Size, branches: int) -> None:
    """Turn by turn, each member's entry at the next meeting of the branch, now and then at another one's."""
    drawn = f"""
        select i, i % {size.members} as p, i / {size.members} % {MEETINGS} as turn,
            {stirred("i", 4)} as lot, {stirred("i", 5)} as where_to, {stirred("i", 6)} % 100 as h
        from {counted(size.attendances)}
    """  # noqa: S608
    branch = f"case when lot % 100 < {ELSEWHERE} then (p + 1 + where_to) % {branches} else p % {branches} end"
    into(
        db,
        Attendance,
        ("id", "organisation_id", "meeting_id", "person_id", "how", "on_day"),
        f"""select d.i + 1, m.organisation_id, m.id, d.p + 1,
            case when h < 80 then 'present' when h < 88 then 'leave' when h < 95 then 'absent' else 'at_home' end,
            m.held_on
        from ({drawn}) as d cross join meetings_meeting as m on m.id = ({branch}) * {MEETINGS} + turn + 1""",  # noqa: S608
    )


def one_per_cent_more(file: Path, size: Size) -> list[Organisation]:
    """New attendances as days bring them: one more study meeting of as many branches as it takes; these branches."""
    db = sqlite3.connect(file)
    last = db.execute("select max(id) from meetings_meeting").fetchone()[0]
    known = db.execute("select max(id) from meetings_attendance").fetchone()[0]
    day = FIRST + timedelta(days=DAYS // 2)
    db.execute("create temp table called as select distinct organisation_id as org from orgs_membership")
    each = max(1, size.members // db.execute("select count(*) from called").fetchone()[0])
    db.execute("delete from called where rowid > ?", [max(1, size.attendances // 100 // each)])
    into(
        db,
        Meeting,
        ("id", "organisation_id", "kind", "held_on", "minutes", "campaign_id"),
        f"select {last} + rowid, org, 'study', '{day}', 135, 1 from called",  # noqa: S608
    )
    into(
        db,
        Attendance,
        ("id", "organisation_id", "meeting_id", "person_id", "how", "on_day"),
        f"""select {known} + row_number() over (order by b.id), c.org, {last} + c.rowid, b.person_id, 'present',
            '{day}' from called as c join orgs_membership as b on b.organisation_id = c.org""",  # noqa: S608
    )
    called = [row[0] for row in db.execute("select org from called")]
    db.commit()
    db.close()
    return (
        list(Organisation.objects.filter(pk__in=called))
        if len(called) < 30_000
        else list(Organisation.objects.all())
    )
