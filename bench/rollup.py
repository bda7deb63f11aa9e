"""Every organisation's figures at once: three measures and one requirement over every subtree."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from bench import peers
from bench.ours import Row, ask_alone, roll_up, rows_of
from bench.table import Measured
from bench.timing import Way, timed
from bench.town import Size
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Organisation


def measure(size: Size, home: Path, db: sqlite3.Connection) -> list[Measured]:
    """Both engines, each beside its peers."""
    top = Organisation.objects.get(parent=None)
    snapshot = snapshot_of(size, home)
    with duckdb.connect(":memory:") as other:
        live = _live_ways(db, top)
        columnar = _snapshot_ways(snapshot, other, top)
        return [
            Measured("live database (SQLite)", live, equal(timed(live, size.limit))),
            Measured("snapshot (DuckDB)", columnar, equal(timed(columnar, size.limit))),
        ]


def snapshot_of(size: Size, home: Path) -> Snapshot:
    """The snapshot of the town before anything was added, taken once."""
    snapshot = Snapshot(home / f"{size.organisations}.duckdb")
    if not snapshot.file.exists():
        snapshot.refresh()
    return snapshot


def equal(answers: dict[str, Any]) -> int:
    """How many organisations every way agrees on; it must be all of them."""
    told: dict[str, dict[int, Row]] = {
        name: rows_of(found) if isinstance(found, tuple) else found
        for name, found in answers.items()
        if found is not None
    }
    first_name, first = next(iter(told.items()))
    for name, found in told.items():
        if found != first:
            wrong = next(pk for pk in first if found.get(pk) != first[pk])
            raise SystemExit(f"{name} says {found.get(wrong)} of {wrong}, {first_name} {first[wrong]}")
    return len(first)


def asking(db: Any) -> Callable[[str], Iterable[Any]]:
    """Send a query by a raw connection and fetch all rows."""
    return lambda sql: db.execute(sql).fetchall()


def _live_ways(db: sqlite3.Connection, top: Organisation) -> list[Way]:
    prepare_peers(db)
    ask = asking(db)
    everyone = list(Organisation.objects.values_list("pk", flat=True))

    def way(name: str, run: Callable[[], Any], ours: bool = False) -> Way:
        return Way(name, run, db.interrupt, ours)

    return [
        way("ours", partial(roll_up, Live(), top), ours=True),
        way("  of that, the two queries alone", partial(ask_alone, Live(), top)),
        way("sums added up in Python", partial(peers.in_python, ask)),
        way("closure table", partial(peers.closure, ask)),
        way("one recursive query", partial(peers.whole_tree, ask)),
        way("recursive query each, sums kept", partial(peers.one_by_one, ask, everyone)),
        way("recursive query each, over facts", partial(peers.straight, ask, everyone)),
    ]


def prepare_peers(db: sqlite3.Connection) -> None:
    """The facts under the names that the snapshot has them by, and the closure table with its index."""
    for name in ("attendance", "membership"):
        db.execute(f"drop view if exists temp.f_{name}")
        db.execute(f"create temp view f_{name} as {FACT_TABLES[name].sql.sql('sqlite')}")
    db.execute("drop view if exists temp.organisation")
    db.execute("drop table if exists temp.closure")
    db.execute("create temp view organisation as select id, parent_id from core_organisation")
    db.execute(peers.MAKE_CLOSURE)
    db.execute("create index temp.closure_by_top on closure (top, id)")


def _snapshot_ways(snapshot: Snapshot, db: duckdb.DuckDBPyConnection, top: Organisation) -> list[Way]:
    """Peers open the snapshot once and keep it open; ours opens it for each query, as pages do."""
    db.execute(f"attach '{snapshot.file}' as taken (read_only)")
    for name in ("organisation", "f_attendance", "f_membership"):
        db.execute(f"create temp view {name} as select * from taken.{name}")  # noqa: S608 — our own names
    db.execute(peers.MAKE_CLOSURE)
    ask = asking(db)

    def way(name: str, run: Callable[[], Any], ours: bool = False) -> Way:
        return Way(name, run, db.interrupt, ours)

    return [
        way("ours", partial(roll_up, snapshot, top), ours=True),
        way("  of that, the two queries alone", partial(ask_alone, snapshot, top)),
        way("sums added up in Python", partial(peers.in_python, ask)),
        way("closure table", partial(peers.closure, ask)),
        way("one recursive query", partial(peers.whole_tree, ask)),
    ]
