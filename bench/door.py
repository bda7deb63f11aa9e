"""The list at the door of a big meeting: everybody due with what is entered, beside one query for each person.

The way that is tried first in most products asks for the entry of each line while it is drawn.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.sizes import SIZES, Size
from bench.timing import Answer, Comparison, Way
from bench.town import FIRST, connect, empty, into
from zhengyou.core.models import Organisation
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.meetings.queries import list_of
from zhengyou.rooms.orgs.models import Membership, Person

MOST = 3_000  # a hall does not hold more
COMING = 10  # one in so many members comes
HOWS = ("present", "present", "present", "leave", "absent", "")  # by turns; the last is not entered yet


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The list of one meeting: ours, one query for each person, and the limit."""
    whole = SIZES[size.name].members
    people = min(MOST, whole // COMING) * size.members // whole
    file = hall(people, home)
    connect(file)
    ways = [
        Way("ours", _ours, ours=True),
        Way("Django ORM, one query a person", _one_by_one),
        Way("limit: SQL by hand", lambda: _by_hand(file)),
    ]
    yield Comparison("the list at the door (SQLite)", people, "people", ways)


def hall(people: int, home: Path) -> Path:
    """A database with one branch of so many and one meeting, made once."""
    file = home / f"hall-{people}.sqlite3"
    if file.exists():
        return file
    file.write_bytes(empty(home).read_bytes())
    db = sqlite3.connect(file)
    place = ("id", "code", "name", "kind", "category", "path", "path_end")
    into(
        db,
        Organisation,
        place,
        "values (?, ?, ?, ?, ?, ?, ?)",
        [(1, "1", "支部", "branch", "village", "0001", "0002")],
    )
    everyone = range(1, people + 1)
    into(db, Person, ("id", "name"), "values (?, ?)", [(n, f"党员{n}") for n in everyone])
    held = ("id", "person_id", "organisation_id", "since")
    into(db, Membership, held, "values (?, ?, ?, ?)", [(n, n, 1, "2000-07-01") for n in everyone])
    day = FIRST.isoformat()
    called = ("id", "organisation_id", "kind", "held_on", "minutes")
    into(db, Meeting, called, "values (?, ?, ?, ?, ?)", [(1, 1, "study", day, 90)])
    entered = ("id", "organisation_id", "meeting_id", "person_id", "how", "on_day")
    said: list[tuple[object, ...]] = [
        (n, 1, 1, n, how, day) for n in everyone if (how := HOWS[n % len(HOWS)])
    ]
    into(db, Attendance, entered, "values (?, ?, ?, ?, ?, ?)", said)
    db.execute("analyze")
    db.commit()
    db.close()
    return file


def _ours() -> Callable[[], Answer]:
    meeting = Meeting.objects.get()
    return lambda: {p.pk: (p.name, entry.how if entry else "") for p, entry in list_of(meeting)}


def _one_by_one() -> Callable[[], Answer]:
    meeting = Meeting.objects.get()

    def ask() -> Answer:
        found: dict[Any, Any] = {}
        for held in Membership.objects.filter(organisation=meeting.organisation, until=None).order_by("pk"):
            entry = Attendance.objects.filter(meeting=meeting, person=held.person, makes_up=None).first()
            found[held.person_id] = (held.person.name, entry.how if entry else "")
        return found

    return ask


def _by_hand(file: Path) -> Callable[[], Answer]:
    db = sqlite3.connect(file)
    sql = """select p.id, p.name, coalesce(a.how, '') from orgs_membership as m
        join orgs_person as p on p.id = m.person_id
        left join meetings_attendance as a on a.meeting_id = 1 and a.person_id = p.id and a.makes_up_id is null
        where m.organisation_id = 1 and m.since <= ? and (m.until is null or m.until > ?) and m.line = 'party'
        order by p.id"""
    day = FIRST.isoformat()
    return lambda: {key: (name, how) for key, name, how in db.execute(sql, (day, day))}
