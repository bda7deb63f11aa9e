"""事实表 — the columns of facts that measures may add up, the same in every engine.

A room declares beside its models which columns of which fact measures see. ``sql`` selects them from the
room's own tables; the snapshot copies exactly these columns, so that a measure means the same there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sqlglot import exp, parse_one, select

TYPES = frozenset({"int", "text", "date", "bool"})
# What every organisation was from which day until before which: for facts that hang on the tree of their day.
STATES = """(
    select id, kind, category, establishment, path, path_end, founded_on, closed_on,
        coalesce(unchanged_since, '0001-01-01') as since, '9999-12-31' as until
    from core_organisation
    union all
    select w.organisation_id, w.kind, w.category, w.establishment, w.path, w.path_end, n.founded_on, n.closed_on, w.since, w.until
    from core_former as w join core_organisation as n on n.id = w.organisation_id
)"""
FACT_TABLES: dict[str, "FactTable"] = {}


@dataclass(frozen=True)
class FactTable:
    """事实表 — a named relation: ``org_id`` always, ``person_id`` and days where the fact has them."""

    name: str
    columns: dict[str, str]
    sql: exp.Select
    titles: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    ages: Mapping[str, str] = field(default_factory=dict)

    @property
    def known(self) -> list[str]:
        """The columns that a definition may use: those that are kept, and the ages worked out from days."""
        return [*self.columns, *self.ages]

    @cached_property
    def declared(self) -> str:
        """Columns and query as text: two that say the same hold the same rows."""
        return f"{self.columns} {self.sql.sql()}"

    @property
    def day(self) -> str | None:
        """The column of the day on which a fact happened; none for stocks."""
        return "on_day" if "on_day" in self.columns else None

    @property
    def stock(self) -> bool:
        """Whether rows last from a day to a day, and are counted as of one."""
        return "since" in self.columns and "until" in self.columns


def fact_table(
    name: str,
    columns: dict[str, str],
    sql: str,
    titles: Mapping[str, Any] | None = None,
    words: Mapping[str, Mapping[str, Any]] | None = None,
    ages: Mapping[str, str] | None = None,
) -> FactTable:
    """Declare a fact's columns and the portable query that yields them, in the same order.

    Columns are whole numbers, text, dates or booleans: sums stay exact in every engine. ``titles`` names
    the columns that a reader of single facts is shown, ``words`` says what their values mean. ``ages``
    names a column beside them that is worked out of a day whenever it is asked: full years, as of the
    last day of the window.
    """
    if unknown := set(columns.values()) - TYPES:
        raise TypeError(f"{name}: unknown column types {sorted(unknown)}; known are {sorted(TYPES)}")
    if "org_id" not in columns:
        raise TypeError(f"{name}: every fact belongs to an organisation (column org_id)")
    if wrong := [c for c in (ages or {}).values() if columns.get(c) != "date"]:
        raise TypeError(f"{name}: an age is worked out of a date, not of {wrong}")
    FACT_TABLES[name] = FactTable(
        name, columns, _selecting(name, columns, sql), titles or {}, words or {}, ages or {}
    )
    return FACT_TABLES[name]


def more_rows(name: str, sql: str, words: Mapping[str, Mapping[str, Any]] | None = None) -> FactTable:
    """Let a room that stands on another add rows of its own to the other's fact, with the words of their values."""
    table = FACT_TABLES[name]
    both = exp.union(table.sql, _selecting(name, table.columns, sql), distinct=False)
    told = {c: {**table.words.get(c, {}), **(words or {}).get(c, {})} for c in {*table.words, *(words or {})}}
    query = select(*table.columns).from_(both.subquery("u"))
    FACT_TABLES[name] = replace(table, sql=query, words=told)
    return FACT_TABLES[name]


def _selecting(name: str, columns: Mapping[str, str], sql: str) -> exp.Select:
    query = parse_one(sql)
    if not isinstance(query, exp.Select) or [s.alias_or_name for s in query.selects] != list(columns):
        raise TypeError(f"{name}: the query must select exactly {list(columns)}")
    return query
