"""From one per cent of new facts to every organisation's figures: what it costs until a page shows them."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from bench import peers
from bench.ours import Found, roll_up
from bench.rollup import asking, equal, prepare_peers, snapshot_of
from bench.table import Measured
from bench.timing import Way, timed
from bench.town import Size, one_per_cent_more
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.models import Organisation


def measure(size: Size, home: Path, db: sqlite3.Connection) -> list[Measured]:
    """The snapshot taken anew and asked, beside a summary table made anew and the database asked at once."""
    top = Organisation.objects.get(parent=None)
    before, after = snapshot_of(size, home), Snapshot(home / "after.duckdb")
    known = db.execute("select max(id) from meetings_attendance").fetchone()[0]
    one_per_cent_more(db, size)
    prepare_peers(db)

    def way(name: str, run: Callable[[], Any], ours: bool = False) -> Way:
        return Way(name, run, db.interrupt, ours)

    copying = way("  of that, the copying", after.refresh)
    ways = [
        way("ours: snapshot anew, then asked", partial(_anew, after, top, copying), ours=True),
        way("limit: only new rows copied", partial(_appended, db, before, after, known, top)),
        way("no snapshot, asked live", partial(roll_up, Live(), top)),
        way("summary table by the closure table", partial(_summary, asking(db))),
    ]
    agreed = equal(timed(ways, size.limit))
    return [Measured("after 1 % new attendances", [ways[0], copying, *ways[1:]], agreed)]


def _anew(snapshot: Snapshot, top: Organisation, copying: Way) -> Found:
    wall, cpu = time.perf_counter(), time.process_time()
    snapshot.refresh()
    copying.seconds.append(time.perf_counter() - wall)
    copying.cpu.append(time.process_time() - cpu)
    return roll_up(snapshot, top)


def _appended(
    db: sqlite3.Connection, before: Snapshot, after: Snapshot, known: int, top: Organisation
) -> Found:
    """What would be possible: the old snapshot with the rows entered since (new ones only; no correction)."""
    shutil.copy(before.file, after.file)
    fresh = db.execute("select * from f_attendance where id > ?", [known])
    names = [column[0] for column in fresh.description]
    columns = zip(*fresh.fetchall(), strict=True)
    with duckdb.connect(str(after.file)) as taken:
        taken.register("fresh", pa.table(dict(zip(names, map(list, columns), strict=True))))
        taken.execute("insert into f_attendance by name select * from fresh")
    return roll_up(after, top)


def _summary(ask: peers.Ask) -> Any:
    """A table of every organisation's sums, made anew as a nightly job makes it, and read."""
    ask("drop table if exists summary")
    ask(f"create temp table summary as {peers.CLOSURE}")
    return peers.by_id(ask("select * from summary"))
