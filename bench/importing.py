"""A roster of twenty columns taken in, checked and durable: from the workbook to the last committed row."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connection

from bench import durable, loaders, roster
from bench.sizes import Size
from bench.timing import Answer, Comparison, Way, lap
from bench.town import connect, empty, into
from zhengyou.core import tree
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.secrets import unseal
from zhengyou.rooms.orgs.actions import import_roster
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.models import Membership, Person, Post

TRIED = 50  # sealed numbers that are opened again


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The product's import, and two loaders that check and store the same, on both databases."""
    file, bare = home / f"roster-{size.rows}.xlsx", home / "branches.sqlite3"
    roster.write(file, size.rows)
    _found(shutil.copy(empty(home), bare), size.rows)
    yield _compared("SQLite", size.rows, lambda load: partial(_ready, load, bare, file))
    with durable.branches(_branches(size.rows)) as own:
        ready = partial(durable.ready, own, file) if own else None
        yield _compared("PostgreSQL", size.rows, lambda load: partial(ready, load) if ready else _nothing)


def _nothing() -> Callable[[], None]:
    return lambda: None


def _compared(database: str, rows: int, ready: Callable[[Callable[[Path], None]], Any]) -> Comparison:
    absent = "" if database == "SQLite" or durable.pgserver else "not installed"
    lacking = absent or ("" if loaders.import_export else "not installed")

    def way(name: str, load: Callable[[Path], None], ours: bool = False, absent: str = absent) -> Way:
        return Way(name, ready(load), ours, lambda _: _held(), absent=absent)

    ways = [
        way("ours: read_roster + import_roster", _ours, ours=True),
        way("openpyxl + bulk_create", loaders.by_hand),
        way("django-import-export, use_bulk", loaders.by_resource, absent=lacking),
    ]
    return Comparison(f"roster of 20 columns ({database})", rows, "rows", ways, rate=True)


FIELDS = ("id", "code", "name", "kind", "parent_id", "path", "path_end")


def _branches(rows: int) -> list[tuple[Any, ...]]:
    """The branches of the roster below one committee."""
    root = tree.step(0)
    made: list[tuple[Any, ...]] = [(1, "1", "党委", "committee", None, root, tree.path_end(root))]
    for n in range(rows // roster.BRANCH + 1):
        path = root + tree.step(n)
        name = roster.branch_of(n * roster.BRANCH)
        made.append((n + 2, f"1.{n}", name, "branch", 1, path, tree.path_end(path)))
    return made


def _found(file: Path, rows: int) -> None:
    db = sqlite3.connect(file)
    into(db, Organisation, FIELDS, "values (?, ?, ?, ?, ?, ?, ?)", _branches(rows))
    db.commit()
    db.close()


def _ready(load: Callable[[Path], None], bare: Path, file: Path) -> Callable[[], None]:
    """A database of its own with the branches in it, connected."""
    own = bare.with_suffix(".own.sqlite3")
    for left in own.parent.glob(own.name + "-*"):
        left.unlink()
    shutil.copy(bare, own)
    connect(own)
    connection.ensure_connection()
    return partial(load, file)


def _ours(file: Path) -> None:
    with lap("reading"):
        read = read_roster(file)
    with lap("entering"):
        import_roster(OPERATOR, None, roster=read)
    if read.refused:
        raise ValueError(read.refused[0])


def _held() -> Answer:
    """Everybody who is held now with membership and posts, as far as it is the same whoever entered it."""
    posts: dict[int, list[str]] = {}
    for person, title in Post.objects.values_list("person_id", "title"):
        posts.setdefault(person, []).append(title)
    told = ("name", "sex", "born_on", "joined_on", "education", "occupation", "identity_digest")
    people = {row[0]: row[1:] for row in Person.objects.values_list("pk", *told)}
    _opens()
    return {
        people[person][-1]: (*people[person][:-1], where, since, away, posts.get(person))
        for person, where, since, away in Membership.objects.values_list(
            "person_id", "organisation_id", "since", "mobile_since"
        )
    }


def _opens() -> None:
    """Some of the sealed numbers can be opened again."""
    keys = sorted(Person.objects.values_list("pk", flat=True))
    for pk in random.Random(0).sample(keys, min(TRIED, len(keys))):  # noqa: S311 — no secret
        person = Person.objects.get(pk=pk)
        if len(unseal(person.identity_sealed)) != 18:
            raise ValueError(f"{person.pk} holds no identity number")
