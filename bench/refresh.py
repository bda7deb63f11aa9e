"""From one per cent of new facts to every organisation's figures: what it costs until a page shows them."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from bench import kernel, peers
from bench.ours import Row, roll_up, top
from bench.rollup import LIVE, asking, facts_of, snapshot_of, taken, with_closure
from bench.sizes import Size
from bench.timing import Comparison, Way, lap
from bench.town import one_per_cent_more, town
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.models import Organisation
from zhengyou.core.trail import leave_trail


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The snapshot brought up to now and asked, beside one taken whole, a summary table made anew and no copy at all."""
    with town(size, home, copy=True) as file:
        before, after = snapshot_of(size, home), Snapshot(home / "after" / "snapshot")
        places = one_per_cent_more(file, size)
        with transaction.atomic():
            for where in places:
                leave_trail(None, "record_list", where, "", "名单", {})
        connection.close()
        ways = [
            Way("ours: what changed, then asked", lambda: partial(_kept_up, copied(before, after), top()), True),
            Way("taken whole, then asked", lambda: partial(_anew, after, top())),
        ]  # fmt: skip
        if kernel.numpy:
            kept = partial(_totals_kept, before, after)
            ways.append(Way("stretch: totals kept, changed by what is new", kept))
        if size.attendances <= LIVE:
            summed = lambda: partial(_summary, asking(with_closure(facts_of(file))))  # noqa: E731 — a way's beginning
            ways += [
                Way("no snapshot, asked live", lambda: partial(roll_up, Live(), top())),
                Way("summary table by the closure table", summed),
            ]
        yield Comparison("after 1 % new attendances", size.attendances, "attendances", ways)


def copied(before: Snapshot, after: Snapshot) -> Snapshot:
    """The snapshot as it was before, in a folder of its own, so that every round starts from it."""
    shutil.rmtree(after.folder, ignore_errors=True)
    shutil.copytree(before.folder, after.folder)
    return after


def _kept_up(snapshot: Snapshot, under: Organisation) -> dict[int, Row]:
    with lap("reading what changed"):
        snapshot.refresh()
    return roll_up(snapshot, under)


def _totals_kept(before: Snapshot, after: Snapshot) -> Callable[[], Any]:
    """Totals read beforehand from the snapshot as it was; what is timed is the refresh and the change."""
    totals = kernel.read(partial(taken, before))
    snapshot = copied(before, after)

    def asked() -> Any:
        with lap("reading what changed"):
            snapshot.refresh()
        with lap("changing the totals"):
            totals.change(partial(taken, snapshot))
        with lap("the sums"):
            return totals.rows()

    return asked


def _anew(snapshot: Snapshot, under: Organisation) -> dict[int, Row]:
    with lap("the copying"):
        snapshot.refresh(whole=True)
    return roll_up(snapshot, under)


def _summary(ask: peers.Ask) -> Any:
    """A table of every organisation's sums, made anew as a nightly job makes it, and read."""
    ask("drop table if exists summary")
    ask(f"create temp table summary as {peers.CLOSURE}")
    return peers.by_id(ask("select * from summary"))
