"""去重 — people counted once over every subtree, as sums: +1 where each appears, −1 where two appearances meet.

In pre-order, let somebody's organisations be visited one after the other. Each adds one; between two
neighbours one is taken off at the lowest organisation above both. Whatever the subtree, what was added and
taken off inside it leaves exactly one if the person appears there at all. So even distinct counts add up the
tree by one running sum, in one pass over all levels.
"""

from functools import cache

from sqlglot import exp, parse_one, select

from zhengyou.core.tree import MOST_LEVELS, WIDTH


def distinct_by_place(name: str, facts: exp.Subquery, column: str) -> list[tuple[str, exp.Select]]:
    """The steps that yield ``once_<name>`` (id, n) from facts (alias ``f``): what each organisation adds or takes off."""
    seen = (
        select("o.id", "o.first", "o.path", f"f.{column} as who")
        .distinct()
        .from_(facts)
        .join("org as o", on="o.id = f.org_id")
        .where(exp.column(column, "f").is_(exp.null()).not_())
    )
    turns = parse_one(
        f"select id, path, lag(path) over (partition by who order by first) as earlier from seen_{name}"  # noqa: S608
    )
    meeting = exp.alias_(_lowest_above_both(), "path")
    met = select(meeting).from_(f"turns_{name}").where("earlier is not null")
    changes = parse_one(
        f"""select id, 1 as n from turns_{name}
        union all select o.id, -1 as n from met_{name} as m join org as o on o.path = m.path"""  # noqa: S608
    )
    sums = select("id", "sum(n) as n").from_(f"changes_{name}").group_by("id")
    steps = {"seen": seen, "turns": turns, "met": met, "changes": changes, "once": sums}
    return [(f"{step}_{name}", query) for step, query in steps.items()]  # type: ignore[misc]


@cache
def _lowest_above_both() -> exp.Case:
    """The longest path, in whole steps, with which both paths begin; the higher one itself where it holds the other.

    Written down once, and copied by whoever takes it into a query.
    """
    found = exp.case()
    for levels in range(1, MOST_LEVELS):
        longer = (levels + 1) * WIDTH
        differ = f"substr(path, 1, {longer}) <> substr(earlier, 1, {longer})"
        found = found.when(differ, f"substr(path, 1, {levels * WIDTH})", copy=False)
    return found
