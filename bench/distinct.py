"""Distinct people over every subtree: how many studied at or below each organisation.

Not simply additive, for one person may have been at several organisations. The limit makes it so: +1 at each
organisation where a person was, −1 at the lowest common ancestor of two that follow each other in the order
of the tree; then one running sum gives every subtree its distinct people.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import duckdb

from bench.ours import WINDOW, top
from bench.peers import BELOW, FACTS, Ask
from bench.rollup import LIVE, asking, facts_of, snapshot_of, taken
from bench.sizes import Size
from bench.timing import Answer, Comparison, Way
from bench.town import town
from zhengyou.core import tree
from zhengyou.core.engines import Snapshot
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Organisation

SEEN = f"select distinct org_id, person_id from ({FACTS}) where studies and attended"  # noqa: S608 — our own days
NAIVE = f"""
    with recursive {BELOW}, seen as ({SEEN})
    select b.top, count(distinct s.person_id) from below as b left join seen as s on s.org_id = b.id group by b.top
"""  # noqa: S608
LEVEL = """
    select a.id, count(distinct s.person_id) from organisation as a join placed as s on s.path[1:{length}] = a.path
    where length(a.path) = {length} group by a.id
"""
PLACED = f"""
    create temp table placed as
    select s.person_id, o."first" as place, o.path from ({SEEN}) as s join organisation as o on o.id = s.org_id
"""  # noqa: S608
ANCESTORS = """
    with neighbours as (
        select place, path, lag(path) over (partition by person_id order by place) as before from placed
    ),
    changes as (
        select place, 1 as change from neighbours
        union all select o."first", -1 from neighbours as n join organisation as o on o.path = {shared}
        where n.before is not null
    ),
    own as (select place, sum(change) as change from changes group by place),
    running as (
        select o.id, o."first" as place, o."last" as final, sum(coalesce(change, 0)) over w as people
        from organisation as o left join own on own.place = o."first"
        window w as (order by o."first" rows unbounded preceding)
    )
    select a.id, z.people - coalesce(b.people, 0) from running as a join running as z on z.place = a.final
    left join running as b on b.place = a.place - 1
"""


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """Counting anew at each level, counting over pairs found by recursion, and the limit."""
    with town(size, home) as file:
        snapshot = snapshot_of(size, home)
        ways = [
            *ours(snapshot),
            Way("DuckDB, count(distinct) by level", lambda: partial(by_level, taken(snapshot))),
            *_pairs(file, size),
            Way("limit: −1 at common ancestors", lambda: partial(by_ancestors, taken(snapshot))),
        ]
        yield Comparison("distinct people", size.attendances, "attendances", ways)


def _pairs(file: Path, size: Size) -> Sequence[Way]:
    """On the database itself, where it can be waited for."""
    if size.attendances > LIVE:
        return ()
    return (Way("SQLite, recursive query", lambda: partial(by_pairs, asking(facts_of(file)))),)


def ours(snapshot: Snapshot) -> Sequence[Way]:
    """The product's measure of people who studied, over the same days."""
    return (Way("ours", lambda: partial(_asked, snapshot, top()), True),)


def _asked(snapshot: Snapshot, under: Organisation) -> Answer:
    found = figures_by_org(snapshot, ["people_studying"], under, WINDOW).columns
    return dict(zip(found["id"], found["people_studying"], strict=True))


def by_pairs(ask: Ask) -> Answer:
    """Every pair of an organisation and one below it, joined to everybody seen there."""
    return dict(ask(NAIVE))


def by_level(db: duckdb.DuckDBPyConnection) -> Answer:
    """A count of its own for each level of the tree."""
    db.execute(PLACED)
    counted: Answer = dict(db.execute("select id, 0 from organisation").fetchall())
    for length in _lengths(db):
        counted |= dict(db.execute(LEVEL.format(length=length)).fetchall())
    return counted


def by_ancestors(db: duckdb.DuckDBPyConnection) -> Answer:
    """One sort by person and place, one running sum over the tree."""
    db.execute(PLACED)
    shared = " ".join(
        f"when n.path[1:{length}] = n.before[1:{length}] then n.path[1:{length}]"
        for length in reversed(_lengths(db))
    )
    return dict(db.execute(ANCESTORS.format(shared=f"case {shared} end")).fetchall())


def _lengths(db: duckdb.DuckDBPyConnection) -> list[int]:
    """The lengths of paths from the root down to the deepest organisation."""
    row = db.execute("select max(length(path)) from organisation").fetchone()
    return list(range(tree.WIDTH, (row[0] if row else 0) + 1, tree.WIDTH))
