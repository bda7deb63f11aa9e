"""From one per cent of new facts to every organisation's figures: what it costs until a page shows them."""

import shutil
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from bench import peers
from bench.ours import Found, roll_up, rows_of, top
from bench.rollup import asking, facts_of, snapshot_of, with_closure
from bench.sizes import Size
from bench.timing import Comparison, Way, lap
from bench.town import one_per_cent_more, town
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.models import Organisation


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The snapshot taken anew and asked, beside a summary table made anew and the database asked at once."""
    with town(size, home, copy=True) as file:
        before, after = snapshot_of(size, home), Snapshot(home / "after.duckdb")
        with sqlite3.connect(file) as db:
            known = db.execute("select max(id) from meetings_attendance").fetchone()[0]
        db.close()
        one_per_cent_more(file, size)
        ways = [
            Way("ours: snapshot anew, then asked", lambda: partial(_anew, after, top()), True, rows_of),
            Way(
                "limit: only new rows copied",
                lambda: partial(_appended, facts_of(file), before, after, known, top()), told=rows_of,
            ),
            Way("no snapshot, asked live", lambda: partial(roll_up, Live(), top()), told=rows_of),
            Way("summary table by the closure table", lambda: partial(_summary, asking(with_closure(facts_of(file))))),
        ]  # fmt: skip
        yield Comparison("after 1 % new attendances", size.attendances, "attendances", ways)


def _anew(snapshot: Snapshot, under: Organisation) -> Found:
    with lap("the copying"):
        snapshot.refresh()
    return roll_up(snapshot, under)


def _appended(
    db: sqlite3.Connection, before: Snapshot, after: Snapshot, known: int, under: Organisation
) -> Found:
    """What would be possible: the old snapshot with the rows entered since (new ones only; no correction)."""
    with lap("the copying"):
        shutil.copy(before.file, after.file)
        fresh = db.execute("select * from f_attendance where id > ?", [known])
        names = [column[0] for column in fresh.description]
        columns = zip(*fresh.fetchall(), strict=True)
        with duckdb.connect(str(after.file)) as taken:
            taken.register("fresh", pa.table(dict(zip(names, map(list, columns), strict=True))))
            taken.execute("insert into f_attendance by name select * from fresh")
    return roll_up(after, under)


def _summary(ask: peers.Ask) -> Any:
    """A table of every organisation's sums, made anew as a nightly job makes it, and read."""
    ask("drop table if exists summary")
    ask(f"create temp table summary as {peers.CLOSURE}")
    return peers.by_id(ask("select * from summary"))
