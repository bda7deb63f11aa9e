"""组合 — what every engine puts before a composed query: the numbered tree ``org`` and the facts it asks.

A query says how far it has to see each fact, so that an engine may read no more than that:

    f_<fact>    the facts of the organisations in the subtree
    p_<fact>    the facts of people who belong there, wherever they happened
    w_<fact>    all of them
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, cast

from sqlglot import exp, parse_one, select

from zhengyou.core.models import Organisation

ORG_COLUMNS = (
    "id", "code", "name", "short_name", "kind", "category", "parent_id", "path", "path_end", "founded_on", "closed_on",
)  # fmt: skip


Columns = dict[str, list[Any]]


class Engine:
    """Whatever can answer a composed query for a subtree."""

    def columns(self, query: exp.Select, under: Organisation, on: date | None = None) -> Columns:
        """Run a query over ``org`` and ``f_…`` narrowed to a subtree: its columns by name, of one length.

        The tree is that of a day, of today where none is named.
        """
        raise NotImplementedError

    def rows(self, query: exp.Select, under: Organisation, on: date | None = None) -> list[dict[str, Any]]:
        """The same row by row; for whole trees it costs more than the query."""
        found = self.columns(query, under, on)
        names = tuple(found)
        return [dict(zip(names, row, strict=True)) for row in zip(*found.values(), strict=True)]


def org_columns(prefix: str = "") -> list[str]:
    """The columns of an organisation that queries may use."""
    return [f"{prefix}{c}" for c in ORG_COLUMNS]


FIRST, END, DAY = "@first@", "@end@", "@day@"  # stand for the range of paths and the day until a text is used
SIGHTS = ("f_", "p_", "w_")
PATH = re.compile(r"[0-9A-Z]+")


def in_subtree(nodes: exp.Select) -> exp.Select:
    """Only the organisations at or below one: a range of paths, filled in by :func:`text_of`."""
    path = exp.column("path")
    return nodes.where(path >= exp.Literal.string(FIRST)).where(path < exp.Literal.string(END))


def text_of(
    query: exp.Select, engine: str, compose: Callable[[], str], bounds: tuple[str, str], then: date | None
) -> str:
    """The text of a query on an engine, composed once and kept with the query, for a range of paths as of a day."""
    texts: dict[str, str] = query.meta.setdefault("texts", {})
    if engine not in texts:
        texts[engine] = compose()
    first, end = bounds
    if not (PATH.fullmatch(first) and PATH.fullmatch(end)):
        raise ValueError(f"{first!r} is no path of the tree")
    return (
        texts[engine].replace(FIRST, first).replace(END, end).replace(DAY, then.isoformat() if then else "")
    )


def as_of_a_day(now: str, former: exp.Select) -> exp.Select:
    """The organisations as they were on a day, from a table of them as they are now and the rows of :class:`Former`.

    Of a change the first day belongs to what came after.
    """
    day = exp.Literal.string(DAY)
    unchanged = exp.column("unchanged_since").is_(exp.null()).or_(exp.column("unchanged_since") <= day)
    still = select(*ORG_COLUMNS).from_(now).where(unchanged)
    then = select(*ORG_COLUMNS).from_(former.subquery("w"))
    then = then.where(exp.column("since") <= day).where(exp.column("until") > day)
    return select("*").from_(exp.union(still, then, distinct=False).subquery("n"))


def numbered(nodes: exp.Select) -> list[tuple[str, exp.Expr]]:
    """The steps from organisations with their paths to ``org``, where each knows its number and its last descendant's.

    A node opens at its path and closes at ``path_end``. Openings are counted in that order: at its own opening
    a node reads its number, at its closing its last descendant's.
    """
    events = parse_one(
        "select id, path as spot, 1 as opens from nodes union all select id, path_end, 0 as opens from nodes"
    )
    counted = parse_one(
        "select id, opens, sum(opens) over (order by spot, opens rows unbounded preceding) as n from events"
    )
    org = (
        select(*org_columns("o."), "s.n as first", "e.n as last")
        .from_("nodes as o")
        .join("counted as s", on="s.id = o.id and s.opens = 1")
        .join("counted as e", on="e.id = o.id and e.opens = 0")
    )
    return [("nodes", nodes), ("events", events), ("counted", counted), ("org", org)]


def facts_used(query: exp.Select) -> list[tuple[str, str]]:
    """The facts that a query asks: how far it sees each (f, p or w), and its name."""
    found = {t.name for t in query.find_all(exp.Table) if t.name[:2] in SIGHTS}
    return sorted((name[0], name[2:]) for name in found)


def narrowed(fact: exp.Select, sight: str, members: exp.Select) -> exp.Select:
    """A fact's rows as far as they have to be seen; ``nodes`` stands for the subtree, ``members`` yields its people.

    What is put together from several tables is narrowed in each of them: SQLite reads them whole otherwise.
    """
    if sight == "w":
        return fact
    by, among = ("org_id", select("id").from_("nodes")) if sight == "f" else ("person_id", members)
    parts = _parts(fact, by)
    for part, column in parts:
        part.where(column.copy().isin(query=among), copy=False)
    if parts:
        return fact
    return select("*").from_(fact.subquery("q")).where(exp.column(by).isin(query=among))


def _parts(fact: exp.Select, by: str) -> list[tuple[exp.Select, exp.Expr]]:
    """The queries that a fact is put together from, each with what it names as a column; none where one is no plain one."""
    whole = fact.args["from_"].this.this
    as_they_are = all(isinstance(told, exp.Column) for told in fact.selects)
    if not isinstance(whole, exp.Union) or set(fact.args) & {"where", "group", "joins"} or not as_they_are:
        return []
    parts = [part for part in whole.find_all(exp.Select) if isinstance(part.parent, exp.Union)]
    named = [(part, told.unalias()) for part in parts for told in part.selects if told.alias_or_name == by]
    plain = all(isinstance(column, exp.Column) and "group" not in part.args for part, column in named)
    return named if plain and len(named) == len(parts) else []


def facts_seen(
    query: exp.Select, fact: Callable[[str], exp.Select], *, whole: bool
) -> list[tuple[str, exp.Expr]]:
    """The steps for all facts that a query asks, each as far as it has to be seen; ``fact`` yields one by its name."""
    belong = narrowed(fact("membership"), "f", select("1"))
    members = select("m.person_id").from_(belong.subquery("m"))
    return [
        (f"{sight}_{name}", narrowed(fact(name), "w" if whole else sight, members))
        for sight, name in facts_used(query)
    ]


def put_before(query: exp.Select, parts: Sequence[tuple[str, exp.Expr]]) -> exp.Select:
    """A copy of the query whose own steps come after the given ones, which become a part of it.

    Copied once: by default each further step copies all before it, and of two hundred that is most of the work.
    """
    copied = query.copy()
    copied.meta.clear()
    kept = copied.args.pop("with_", None) or copied.args.pop("with", None)
    own = [(step.alias, step.this) for step in kept.expressions] if kept else []
    for name, part in [*parts, *own]:
        copied = copied.with_(name, part, copy=False)
    return copied


def over_copies(query: exp.Select, prefix: str, *, whole: bool, past: bool) -> exp.Select:
    """Put the tree and the facts before a query, from copies named ``organisation``, ``former`` and ``all_<fact>``.

    The copied tree is numbered, and the numbers of a subtree are consecutive, so that they serve any part of it;
    only the tree of a day of the ``past`` is numbered for the question. ``whole`` leaves the facts as they are,
    since nearly all of them are asked; sums are joined with ``org`` anyway.
    """
    tree: list[tuple[str, exp.Expr]] = [
        ("org", in_subtree(select("*").from_(f"{prefix}organisation"))),
        ("nodes", select("id").from_("org")),
    ]
    if past:
        then = as_of_a_day(f"{prefix}organisation", select("*").from_(f"{prefix}former"))
        tree = numbered(in_subtree(then))
    if whole:
        # Named directly: an engine may lay out a step that is used twice, which would be all facts with all columns.
        return put_before(cast(exp.Select, query.transform(_straight, prefix)), tree if past else tree[:1])
    facts = facts_seen(query, lambda name: select("*").from_(f"{prefix}all_{name}"), whole=False)
    return put_before(query, [*tree, *facts])


def _straight(node: exp.Expr, prefix: str) -> exp.Expr:
    if isinstance(node, exp.Table) and node.name[:2] in SIGHTS:
        return exp.to_table(f"{prefix}all_{node.name[2:]}", alias=node.alias_or_name)
    return node
