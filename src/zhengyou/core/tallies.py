"""分组计数 — the facts of a subtree counted by the values of some of their columns: age by sex, places by tenure.

A tally is for tables and pictures; whatever is watched, compared or required has a measure of its own.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlglot import exp, select

from zhengyou.core.engines import Engine
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import KEPT, Window, facts_in


@dataclass(frozen=True)
class Tally:
    """分组 — which fact, by which columns, only where columns have some values; ``sums`` adds columns up besides."""

    fact: str
    by: tuple[str, ...]
    only: tuple[tuple[str, str], ...] = ()
    sums: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        used = {*self.by, *self.sums, *(column for column, _ in self.only)}
        if unknown := used - set(FACT_TABLES[self.fact].known):
            raise TypeError(f"{self.fact} has no column {', '.join(sorted(unknown))}")


def tallied(engine: Engine, tally: Tally, under: Organisation, window: Window) -> list[dict[str, Any]]:
    """One row per value (or combination of values) with ``n``, how many facts have it, and the sums."""
    rows = engine.rows(tally_of(tally, window), under, window.until)
    numbers = ("n", *tally.sums)
    return [{**row, **{name: int(row[name] or 0) for name in numbers}} for row in rows]


@lru_cache(KEPT)
def tally_of(tally: Tally, window: Window) -> exp.Select:
    """The query of a tally; rows whose organisation lies outside the subtree are left out by the join; in no order."""
    rows = facts_in(tally.fact, window)
    for column, value in tally.only:
        rows = rows.where(exp.column(column).eq(value))
    columns = [exp.column(c, "f") for c in tally.by]
    sums = [exp.alias_(exp.Sum(this=exp.column(c, "f")), c) for c in tally.sums]
    counted = select(*columns, "count(*) as n", *sums).from_(rows.subquery("f"))
    counted = counted.join("org as o", on="o.id = f.org_id")
    return counted.group_by(*[c.copy() for c in columns]) if columns else counted
