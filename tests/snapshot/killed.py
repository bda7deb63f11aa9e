"""Refreshes of a real installation, killed at random moments: `python -m tests.snapshot.killed HOME KILLS`.

After every kill, what is read must be the state before or the state after, never anything between. The
refreshes run in forked children, since a killed thread of one's own process would prove nothing.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from datetime import date, timedelta
from pathlib import Path

DAY = date(2010, 6, 1)


def main(home: Path, kills: int) -> None:
    os.environ |= {"ZHENGYOU_HOME": str(home)}
    from zhengyou.cli import prepare

    prepare(home, migrate=False)
    from tests.tables import lay_tables
    from tests.town import build

    lay_tables()
    from zhengyou.core import clock

    warmed()
    town, chance = build(), random.Random(7)
    with clock.played_at(DAY):
        study(town, 0)
        refreshed(None)
        study(town, 1)
        lasts = refreshed(None)  # a usual one: the kills fall into its time
        known, killed, n = told(town), 0, 1
        seen = {"old": 0, "new": 0}
        while killed < kills and n < 5 * kills:
            n += 1
            study(town, n)
            killed += refreshed(chance.uniform(0, 2 * lasts)) is None
            now = told(town)
            assert now in (known, live(town)), (n, now, known, live(town))
            seen["old" if now == known else "new"] += 1
            # Whatever else the machine does, some are killed early and some late.
            lasts *= 1.1 if now == known else 0.8
            known = now
        refreshed(None)
        assert told(town) == live(town)
    files = sorted(f.name.split("-")[0] for f in (home / "snapshot").iterdir())
    print(json.dumps({"rounds": n, "killed": killed, **seen, "files": files}))


def warmed() -> None:
    """Let the children find what is loaded and worked out once, so that a kill falls into the refresh itself."""
    import adbc_driver_sqlite.dbapi  # noqa: F401
    import pyarrow.dataset  # noqa: F401
    from sqlglot import Dialect

    from zhengyou.core.facts import FACT_TABLES

    Dialect.get_or_raise("duckdb"), Dialect.get_or_raise("sqlite")
    for fact in FACT_TABLES.values():
        _ = fact.declared


def study(town, n: int) -> None:
    """One more meeting, in turn in the east and in the west; now and then so much that a new base is due."""
    from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list
    from zhengyou.rooms.meetings.queries import due_at

    where, by = (town.east, town.east_secretary) if n % 2 else (town.west, town.west_secretary)
    for day in range(4 if n % 7 == 0 else 1):
        held = DAY - timedelta(days=n % 20 + day)
        meeting = call_meeting(by, where, kind="study", title="学习", held_on=held, minutes=90)
        record_list(by, meeting, hows={p.pk: "present" for p in due_at(meeting)})
        close_list(by, meeting)


def refreshed(after: float | None) -> float | None:
    """Refresh in a child; how long it took, or nothing where it was killed ``after`` seconds."""
    start = time.monotonic()
    child = os.fork()
    if not child:
        try:
            from zhengyou.core.engines import Snapshot

            Snapshot.here().refresh()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "a refresh that nobody killed failed"
    return None if os.WIFSIGNALED(status) else time.monotonic() - start


def told(town) -> list[int]:
    """Study minutes of every organisation as the snapshot tells them, asked in a child of its own."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        from zhengyou.core.engines import Snapshot

        os.write(write, json.dumps(hours(Snapshot.here(), town)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return json.loads(text)


def live(town) -> list[int]:
    from zhengyou.core.engines import Live

    return hours(Live(), town)


def hours(engine, town) -> list[int]:
    from zhengyou.core.figures import figures_by_org
    from zhengyou.core.rollup import Window

    found = figures_by_org(engine, ["study_hours"], town.city, Window(DAY))
    return [int(row["study_hours"].value) for row in found.values()]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
