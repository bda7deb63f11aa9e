"""Every organisation's figures at once: three measures and one requirement over every subtree."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from bench import kernel, peers
from bench.ours import roll_up, rows_of, top
from bench.sizes import Size
from bench.timing import Comparison, Way, at_once
from bench.town import town
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.facts import FACT_TABLES


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """Both engines, each beside its peers."""
    with town(size, home) as file:
        snapshot = snapshot_of(size, home)
        yield Comparison("live database (SQLite)", size.attendances, "attendances", _live(file))
        yield Comparison("snapshot (DuckDB)", size.attendances, "attendances", _columnar(snapshot))


def snapshot_of(size: Size, home: Path) -> Snapshot:
    """The snapshot of the town before anything was added, taken once."""
    snapshot = Snapshot(home / f"{size.organisations}.duckdb")
    if not snapshot.file.exists():
        snapshot.refresh()
    return snapshot


def _live(file: Path) -> list[Way]:
    def beside(name: str, run: Callable[..., Any]) -> Way:
        return Way(name, lambda: partial(run, asking(facts_of(file))))

    return [
        Way("ours", lambda: partial(roll_up, Live(), top()), True, rows_of),
        beside("sums added up in Python", peers.in_python),
        Way("closure table", lambda: partial(peers.closure, asking(with_closure(facts_of(file))))),
        beside("one recursive query", peers.whole_tree),
        beside("recursive query each, sums kept", peers.one_by_one),
        beside("recursive query each, over facts", peers.straight),
    ]


def _columnar(snapshot: Snapshot) -> list[Way]:
    """Peers open the snapshot once and keep it open; ours opens it for each query, as pages do."""

    def beside(name: str, run: Callable[..., Any]) -> Way:
        return Way(name, lambda: partial(run, asking(taken(snapshot))))

    return [
        Way("ours", lambda: partial(roll_up, snapshot, top()), True, rows_of),
        beside("sums added up in Python", peers.in_python),
        Way("closure table", lambda: partial(peers.closure, asking(with_closure(taken(snapshot))))),
        beside("one recursive query", peers.whole_tree),
        Way(
            "stretch: numpy, sorted columns", at_once(partial(kernel.by_numpy, snapshot.file)),
            absent="" if kernel.numpy else "not installed",
        ),
        Way("stretch: DuckDB, sorted in memory", at_once(partial(kernel.by_duckdb, snapshot.file))),
    ]  # fmt: skip


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
    """The snapshot opened once."""
    return duckdb.connect(str(snapshot.file), read_only=True)


def with_closure(db: Any) -> Any:
    """The closure table made beforehand: systems that have one keep it as they go."""
    db.execute(peers.MAKE_CLOSURE)
    db.execute("create index closure_by_top on closure (top, id)")
    return db
