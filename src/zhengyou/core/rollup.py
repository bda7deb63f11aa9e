"""汇总 — queries that add facts up the tree, composed as trees of SQL and never pasted from strings.

The tree is numbered in pre-order, each organisation knowing its own number (``first``) and its last
descendant's (``last``). Sums per organisation, one running sum, one difference per organisation: every
organisation at every level in one pass, no recursion, no closure table.

Composing takes longer than asking, so that a query grows in place, and what was composed is kept: the same question
is the same query.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from sqlglot import exp, parse_one, select

from zhengyou.core.distinct import distinct_by_place
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.measures import MEASURES
from zhengyou.core.rules import RULES
from zhengyou.core.tree import WIDTH

KEPT = 512  # composed queries; a page asks about ten


@dataclass(frozen=True)
class Scope:
    """范围 — only the facts of organisations of some kinds or categories, or of the holders of some posts."""

    kinds: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


EVERYTHING = Scope()


@dataclass(frozen=True)
class Window:
    """时段 — from a day to a day, both included; stocks as of the last. Perhaps one campaign only.

    ``least`` names columns of which only facts from a number on count: essays of so many characters.
    """

    until: date
    since: date | None = None
    campaign_id: int | None = None
    scope: Scope = EVERYTHING
    least: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Asked:
    """要求(供汇总) — one requirement as the engine needs it: who, by which rule, with which numbers, when."""

    id: int
    rule: str
    needs: dict[str, Fraction]
    grain: str  # person, organisation or fact
    window: Window
    kinds: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()  # of people, only of those who hold one of these posts
    within: tuple[str, str] | None = None  # path and path_end of the organisation whose requirement it is

    def __hash__(self) -> int:
        return hash((self.id, self.rule, tuple(sorted(self.needs.items())), self.grain, self.window))


def _text(value: date) -> exp.Expr:
    return exp.Literal.string(value.isoformat())


def _years(day: str, until: date) -> exp.Expr:
    """Full years from the day in a column until another: a birthday itself counts, 29 February comes on 1 March.

    Days are taken apart as text, which they are in SQLite and become alike everywhere else.
    """
    text = f"cast({day} as varchar)"
    year, rest = f"cast(substr({text}, 1, 4) as int)", f"substr({text}, 6, 5)"
    return parse_one(f"{until.year} - {year} - case when {rest} > '{until:%m-%d}' then 1 else 0 end")


def facts_in(name: str, window: Window, sight: str = "f") -> exp.Select:
    """The rows of a fact that count in a window; how far they are seen, see :mod:`zhengyou.core.engines.composing`."""
    table = FACT_TABLES[name]
    ages = [exp.alias_(_years(day, window.until), age) for age, day in table.ages.items()]
    rows = select("*", *ages).from_(f"{sight}_{name}")
    if table.day:
        rows = rows.where(exp.column(table.day) <= _text(window.until))
        if window.since:
            rows = rows.where(exp.column(table.day) >= _text(window.since))
    if table.stock:
        rows = rows.where(exp.column("since") <= _text(window.until))
        rows = rows.where(exp.column("until").is_(exp.null()).or_(exp.column("until") > _text(window.until)))
    if window.campaign_id and "campaign_id" in table.columns:
        rows = rows.where(exp.column("campaign_id").eq(window.campaign_id))
    for column, number in window.least:
        if column in table.columns:
            rows = rows.where(exp.column(column) >= number)
    return _in_scope(rows, name, window)


def _in_scope(rows: exp.Select, name: str, window: Window) -> exp.Select:
    scope = window.scope
    if scope.kinds or scope.categories:
        places = _of_sorts(select("b.id").from_("org as b"), scope.kinds, scope.categories)
        rows = rows.where(exp.column("org_id").isin(query=places))
    if scope.posts:
        if "person_id" not in FACT_TABLES[name].columns:
            raise ValueError(
                f"{name} tells of no person, so that it cannot be narrowed to the holders of posts"
            )
        held = facts_in("post", Window(window.until), "w").where(exp.column("title").isin(*scope.posts))
        rows = rows.where(exp.column("person_id").isin(query=select("p.person_id").from_(held.subquery("p"))))
    return rows


def _of_sorts(rows: exp.Select, kinds: tuple[str, ...], categories: tuple[str, ...]) -> exp.Select:
    """Only the organisations ``b`` of some kinds and categories; all where none are named."""
    for column, wanted in (("kind", kinds), ("category", categories)):
        if wanted:
            rows = rows.where(exp.column(column, "b").isin(*wanted))
    return rows


def sums_by(key: str, name: str, measures: list[str], window: Window) -> exp.Select:
    """One row per value of the key column with the measures of one fact."""
    columns = []
    for n in measures:
        definition = MEASURES[n].sql
        assert definition is not None  # noqa: S101 — sums_of() names sums only
        columns.append(exp.alias_(definition.copy(), n))
    rows = facts_in(name, window, "p" if key == "person_id" else "f").subquery("f")
    return select(key, *columns).from_(rows).where(exp.column(key).is_(exp.null()).not_()).group_by(key)


def _by_fact(measures: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for n in measures:
        found.setdefault(MEASURES[n].of or "", []).append(n)
    return found


def beside(base: exp.Select, key: str, measures: list[str], window: Window) -> exp.Select:
    """Put measures beside the rows of ``base`` (alias ``b``), each fact added up on its own."""
    for fact, mine in _by_fact(measures).items():
        alias = f"s_{fact}"
        sums = sums_by(key, fact, mine, window).subquery(alias, copy=False)
        at = f"b.{'id' if key == 'org_id' else key} = {alias}.{key}"
        base = base.join(sums, on=at, join_type="left", copy=False)
        base = base.select(
            *[exp.alias_(exp.func("coalesce", exp.column(n, alias), exp.Literal.number(0)), n) for n in mine],
            copy=False,
        )
    return base


def up_the_tree(
    own: exp.Select, columns: list[str], steps: Iterable[tuple[str, exp.Select]] = ()
) -> exp.Select:
    """Turn one row per organisation (``first`` and the columns) into sums over every subtree.

    ``steps`` are what ``own`` stands on, each under its name.
    """
    running = [f"sum({c}) over (order by first rows unbounded preceding) as {c}" for c in columns]
    # Some databases sum whole numbers into decimals or wider numbers than anybody reads at once.
    totals = [f"cast(z.{c} - coalesce(a.{c}, 0) as bigint) as {c}" for c in columns]
    query = (
        select("o.id")
        .from_("org as o")
        .join("running as z", on="z.first = o.last")
        .join("running as a", on="a.first = o.first - 1", join_type="left")
        .order_by("o.first")
        .select(*totals, copy=False)
    )
    for name, step in [*steps, ("own", own), ("running", select("first", *running).from_("own"))]:
        query = query.with_(name, step, copy=False)
    return query


def totals_of(measures: Iterable[str], window: Window, deepest: int | None = None) -> exp.Select:
    """One row per organisation with each sum, and each distinct count, over its whole subtree.

    ``deepest`` leaves out the rows of organisations farther from the root, though not what they add.
    """
    return _totals(tuple(measures), window, deepest)


@lru_cache(KEPT)
def _totals(measures: tuple[str, ...], window: Window, deepest: int | None) -> exp.Select:
    own = beside(
        select("b.first").from_("org as b"), "org_id", [n for n in measures if not MEASURES[n].once], window
    )
    steps: list[tuple[str, exp.Select]] = []
    for n in (n for n in measures if MEASURES[n].once):
        m = MEASURES[n]
        assert m.of and m.sql  # noqa: S101 — a distinct count has both
        facts = facts_in(m.of, window).where(m.sql.copy()).subquery("f")
        steps += distinct_by_place(n, facts, m.once)
        own = own.join(f"once_{n}", on=f"b.id = once_{n}.id", join_type="left", copy=False)
        own = own.select(f"coalesce(once_{n}.n, 0) as {n}", copy=False)
    return _no_deeper(up_the_tree(own, list(measures), steps), deepest)


def _no_deeper(rows: exp.Select, deepest: int | None) -> exp.Select:
    return rows if deepest is None else rows.where(f"length(o.path) <= {deepest * WIDTH}")


@lru_cache(KEPT)
def grouped_of(measure: str, window: Window, by: str) -> exp.Select:
    """One row per value of a column of organisations (kind, category) with a measure over the whole subtree."""
    m = MEASURES[measure]
    assert m.of and m.sql  # noqa: S101 — sums_of() names no shares
    value = m.sql.copy()
    rows = facts_in(m.of, window)
    if m.once:
        rows, value = rows.where(m.sql.copy()), exp.Count(this=exp.Distinct(expressions=[exp.column(m.once)]))
    facts = rows.subquery("f")
    inner = (
        select("f.*", f"o.{by} as of_sort").from_(facts).join("org as o", on="o.id = f.org_id").subquery("f")
    )
    return select("of_sort", exp.alias_(value, measure)).from_(inner).group_by("of_sort").order_by("of_sort")


@lru_cache(KEPT)
def entered_of(facts: tuple[str, ...], window: Window) -> exp.Select:
    """One row per kind of fact with how many of them count in a window."""
    counted = [
        select(exp.alias_(exp.Literal.string(name), "fact"), "count(*) as n").from_(
            facts_in(name, window).subquery("f")
        )
        for name in facts
    ]
    whole = exp.union(*counted, distinct=False) if len(counted) > 1 else counted[0]
    return select("fact", "n").from_(whole.subquery("u"))


def progress_of(asked: Iterable[Asked], deepest: int | None = None) -> exp.Select:
    """One row per organisation with ``due_<id>`` and ``met_<id>`` of every requirement over its subtree."""
    return _progress(tuple(asked), deepest)


@lru_cache(KEPT)
def _progress(asked: tuple[Asked, ...], deepest: int | None) -> exp.Select:
    own = select("b.first").from_("org as b")
    columns: list[str] = []
    for a in asked:
        names = (f"due_{a.id}", f"met_{a.id}")
        rows = due_and_met(a).subquery(f"r_{a.id}", copy=False)
        own = own.join(rows, on=f"b.id = r_{a.id}.org_id", join_type="left", copy=False)
        own = own.select(*[f"coalesce(r_{a.id}.{n}, 0) as {n}" for n in names], copy=False)
        columns += names
    return _no_deeper(up_the_tree(own, columns), deepest)


def due_and_met(a: Asked) -> exp.Select:
    """One row per organisation: how many of a requirement are due there, and how many of them are met."""
    rule = RULES[a.rule]
    names = (f"due_{a.id}", f"met_{a.id}")
    if rule.each:
        due, met = rule.each.due.name, rule.each.met_by.name
        base = beside(_organisations(a), "org_id", [due, met], a.window)
        return select("org_id", f"{due} as {names[0]}", f"{met} as {names[1]}").from_(base.subquery("j"))
    judged = judge(a, exp.Literal.number(1))
    sums = [f"sum(due) as {names[0]}", f"sum(met) as {names[1]}"]
    return select("org_id", *sums).from_(judged.subquery("j")).group_by("org_id")


@lru_cache(KEPT)
def judged_by(a: Asked) -> exp.Select:
    """One row per person or organisation of the audience with its sums, to say in words what each lacks."""
    return select("*").from_(judge(a, exp.Literal.number(1)).subquery("w"))


def judge(a: Asked, due: exp.Expr) -> exp.Select:
    """One row per person or organisation of the audience: its sums, due and met (0 or 1)."""
    rule = RULES[a.rule]
    window = replace(a.window, least=a.window.least + rule.least(a.needs))
    if a.grain == "person":
        base = beside(_members(a), "person_id", rule.measures, window)
    else:
        base = beside(_organisations(a), "org_id", rule.measures, window)
    met = exp.case().when(rule.met(a.needs), "1").else_("0")
    return select("*", exp.alias_(due.copy(), "due"), exp.alias_(met, "met")).from_(base.subquery("t"))


def _audience(a: Asked, *columns: str) -> exp.Select:
    """The organisations that a requirement asks, as ``b``: those that stand on the window's last day."""
    rows = _of_sorts(select(*columns).from_("org as b"), a.kinds, a.categories)
    founded, closed, day = exp.column("founded_on", "b"), exp.column("closed_on", "b"), _text(a.window.until)
    rows = rows.where(founded.is_(exp.null()).or_(founded <= day))
    rows = rows.where(closed.is_(exp.null()).or_(closed > day))
    if a.within:
        first, end = map(exp.Literal.string, a.within)
        rows = rows.where(exp.column("path", "b") >= first).where(exp.column("path", "b") < end)
    return rows


def _organisations(a: Asked) -> exp.Select:
    """The organisations that are asked as a whole, or for each of their facts: those excepted on that day are not."""
    rows = _audience(a, "b.id as org_id")
    if not a.window.campaign_id:
        return rows
    excepted = _excepted(a, "organisation_exemption", "org_id").subquery("e")
    return rows.join(excepted, on="e.org_id = b.id", join_type="left").where(
        exp.column("org_id", "e").is_(exp.null())
    )


def _members(a: Asked) -> exp.Select:
    """The people that a requirement asks, as ``b``: members on the window's last day, where they are.

    Whoever is excepted on that day is asked nothing: one place decides it, for every engine and for words as for sums.
    """
    rows = facts_in("membership", Window(a.window.until)).where(exp.column("kind").eq("party"))
    if a.posts:
        held = facts_in("post", Window(a.window.until), "w").where(exp.column("title").isin(*a.posts))
        rows = rows.where(exp.column("person_id").isin(query=select("p.person_id").from_(held.subquery("p"))))
    asked = _audience(a, "b.id").subquery("a")
    inner = select("m.person_id", "m.org_id").from_(rows.subquery("m")).join(asked, on="m.org_id = a.id")
    if a.window.campaign_id:
        inner = inner.join(
            _excepted(a, "exemption", "person_id").subquery("e"),
            on="e.person_id = m.person_id",
            join_type="left",
        )
        inner = inner.where(exp.column("person_id", "e").is_(exp.null()))
    return select("b.org_id", "b.person_id").from_(inner.subquery("b"))


def _excepted(a: Asked, fact: str, key: str) -> exp.Select:
    """The people or organisations of whom the campaign, or this requirement of it, asks nothing on the last day."""
    sight = "p" if key == "person_id" else "f"
    rows = facts_in(fact, Window(a.window.until, campaign_id=a.window.campaign_id), sight)
    rows = rows.where(exp.column("requirement_id").isin(0, a.id))
    return select(f"x.{key}").distinct().from_(rows.subquery("x"))
