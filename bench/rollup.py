"""Every organisation's figures at once: three measures and one requirement over every subtree."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from bench import kernel, peers, postgres
from bench.ours import roll_up, top
from bench.sizes import Size
from bench.timing import Comparison, Way, at_once
from bench.town import town
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.engines.files import open_files
from zhengyou.core.facts import FACT_TABLES

LIVE = 5_000_000  # attendances; for more, whole trees are asked of the snapshot alone


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """Both engines, each beside its peers."""
    with town(size, home) as file:
        snapshot = snapshot_of(size, home)
        if size.attendances <= LIVE:
            yield Comparison("live database (SQLite)", size.attendances, "attendances", _live(file))
        ways = [*_columnar(snapshot), *_served(f"town_{size.organisations}", snapshot)]
        yield Comparison("snapshot (DuckDB)", size.attendances, "attendances", ways)


def snapshot_of(size: Size, home: Path) -> Snapshot:
    """The snapshot of the town before anything was added, taken once."""
    snapshot = Snapshot(home / f"{size.organisations}" / "snapshot")
    if snapshot.taken_at is None:
        snapshot.refresh()
    return snapshot


def _live(file: Path) -> list[Way]:
    def beside(name: str, run: Callable[..., Any]) -> Way:
        return Way(name, lambda: partial(run, asking(facts_of(file))))

    return [
        Way("ours", lambda: partial(roll_up, Live(), top()), True),
        beside("sums added up in Python", peers.in_python),
        Way("closure table", lambda: partial(peers.closure, asking(with_closure(facts_of(file))))),
        beside("one recursive query", peers.whole_tree),
        beside("recursive query each, sums kept", peers.one_by_one),
        beside("recursive query each, over facts", peers.straight),
    ]


def _columnar(snapshot: Snapshot) -> list[Way]:
    """Everybody opens the snapshot once and keeps it open."""

    def beside(name: str, run: Callable[..., Any]) -> Way:
        return Way(name, lambda: partial(run, asking(taken(snapshot))))

    return [
        Way("ours", lambda: partial(roll_up, snapshot, top()), True),
        beside("sums added up in Python", peers.in_python),
        Way("closure table", lambda: partial(peers.closure, asking(with_closure(taken(snapshot))))),
        beside("one recursive query", peers.whole_tree),
        Way(
            "stretch: numpy, sorted columns", at_once(partial(kernel.by_numpy, partial(taken, snapshot))),
            absent="" if kernel.numpy else "not installed",
        ),
        Way("stretch: DuckDB, sorted in memory", at_once(partial(kernel.by_duckdb, partial(taken, snapshot)))),
    ]  # fmt: skip


def _served(name: str, snapshot: Snapshot) -> list[Way]:
    """Where most systems work whole trees out: on PostgreSQL, the same facts in its own tables."""
    absent = postgres.lacking()
    address = "" if absent else postgres.held(name, partial(taken, snapshot))
    closure = (peers.MAKE_CLOSURE, "create index closure_by_top on closure (top, id)", "analyze closure")

    def on(run: Callable[..., Any], *beforehand: str) -> Callable[[], Callable[..., Any]]:
        return lambda: partial(run, postgres.asking(address, *beforehand))

    return [
        Way("PostgreSQL, closure table", on(peers.closure, *closure), absent=absent),
        Way("PostgreSQL, one recursive query", on(peers.whole_tree), absent=absent),
    ]


def asking(db: Any) -> Callable[[str], Iterable[Any]]:
    """Send a query by a raw connection and fetch all rows."""
    return lambda sql: db.execute(sql).fetchall()


def facts_of(file: Path) -> sqlite3.Connection:
    """A raw connection with the facts under the names that the snapshot has them by."""
    db = sqlite3.connect(file)
    for name in ("attendance", "membership"):
        db.execute(f"create temp view f_{name} as {FACT_TABLES[name].sql.sql('sqlite')}")
    db.execute("create temp view organisation as select id, parent_id from core_organisation")
    return db


def taken(snapshot: Snapshot) -> duckdb.DuckDBPyConnection:
    """The snapshot opened once, its facts under the names that peers ask for."""
    manifest = snapshot.manifest
    if manifest is None:
        raise SystemExit("no snapshot was taken")
    changes = snapshot.folder / manifest.changes if manifest.changes else None
    db = open_files(snapshot.folder / manifest.base, changes)
    db.execute("create view organisation as select * from seen.organisation")
    for name in ("attendance", "membership"):
        db.execute(f"create view f_{name} as select * from seen.all_{name}")  # noqa: S608
    return db


def with_closure(db: Any) -> Any:
    """The closure table made beforehand: systems that have one keep it as they go."""
    db.execute(peers.MAKE_CLOSURE)
    db.execute("create index closure_by_top on closure (top, id)")
    return db
