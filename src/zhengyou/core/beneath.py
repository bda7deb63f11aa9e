"""底下的事实 — the single rows that a sum is made of, composed like the sum itself so that both tell the same."""

from sqlglot import exp, select

from zhengyou.core.facts import FACT_TABLES, FactTable
from zhengyou.core.measures import MEASURES
from zhengyou.core.rollup import Window, facts_in


def fact_of(measure: str) -> FactTable:
    """The fact that a sum is made of."""
    return FACT_TABLES[MEASURES[measure].of or ""]


def rows_beneath(measure: str, window: Window, number: int, first: int = 0) -> exp.Select:
    """So many rows from the ``first`` on, the latest day first."""
    columns = fact_of(measure).columns
    order: list[exp.Expr] = [exp.column(c).desc() for c in ("on_day", "since", "id") if c in columns]
    rows = select("q.*").from_(_counted(measure, window).subquery("q"))
    return rows.order_by(*order or [exp.column("org_id")]).limit(number).offset(first)


def number_beneath(measure: str, window: Window) -> exp.Select:
    """How many rows there are, as ``n``."""
    return select("count(*) as n").from_(_counted(measure, window).subquery("q"))


def _counted(measure: str, window: Window) -> exp.Select:
    """Only the rows that the measure counts, where its definition has one condition for all it adds."""
    m, rows = MEASURES[measure], facts_in(fact_of(measure).name, window)
    if m.sql is None:
        return rows
    if m.once:
        return rows.where(m.sql.copy())
    filters, aggregates = list(m.sql.find_all(exp.Filter)), list(m.sql.find_all(exp.AggFunc))
    if len(filters) == len(aggregates) == 1:
        return rows.where(filters[0].expression.this.copy())
    return rows
