"""数据 — measures and requirements worked out for every organisation of a subtree, by either engine."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, TypeVar

from zhengyou.core import tree
from zhengyou.core.engines import Columns, Engine
from zhengyou.core.measures import MEASURES, sums_of
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked, Window, entered_of, grouped_of, judged_by, progress_of, totals_of
from zhengyou.core.rules import RULES

Told = TypeVar("Told")


class ByOrganisation(Mapping[int, Told]):
    """按组织 — something of every organisation in the tree's order, kept as columns of whole numbers.

    A tree has a quarter of a million of them, of which a page shows fifty: each is made when it is asked for.
    """

    def __init__(self, columns: Columns, made: Callable[[int], Told]) -> None:
        self.columns = columns
        self._made = made

    @cached_property
    def _at(self) -> dict[int, int]:
        return {pk: at for at, pk in enumerate(self.columns["id"])}

    def __getitem__(self, org_id: int) -> Told:
        return self._made(self._at[org_id])

    def __iter__(self) -> Iterator[int]:
        return iter(self.columns["id"])

    def __len__(self) -> int:
        return len(self.columns["id"])


class Figure(NamedTuple):
    """数据 — one value of a measure, kept as the whole sums of its parts and exact whenever it is asked for."""

    measure: str
    sums: tuple[int, ...]

    @property
    def value(self) -> Fraction | None:
        """In the measure's unit; nothing where a share has no whole."""
        return MEASURES[self.measure].value(self._named())

    @property
    def numerator(self) -> Fraction:
        """What is counted; of a share, the part."""
        return MEASURES[self.measure].fraction(self._named())[0]

    @property
    def denominator(self) -> Fraction | None:
        """The whole of a share; nothing for a sum."""
        return MEASURES[self.measure].fraction(self._named())[1]

    def _named(self) -> dict[str, int]:
        return dict(zip(MEASURES[self.measure].parts, self.sums, strict=True))


class DueMet(NamedTuple):
    """应达与已达 — two additive figures of a requirement."""

    due: int
    met: int

    @property
    def lacking(self) -> int:
        """How many are still missing."""
        return self.due - self.met


def sums_by_org(
    engine: Engine, names: list[str], under: Organisation, window: Window, levels: int | None = None
) -> ByOrganisation[dict[str, int]]:
    """The sums that the named measures are worked out from, whole as they are added up, in the tree's order.

    The tree is that of the window's last day, so that last year's figures stay last year's. ``levels`` tells
    only of organisations so many steps below, each with all that lies beneath it.
    """
    parts = sums_of(names)
    found = engine.columns(
        totals_of(parts, window, _deepest(under, levels, window.until)), under, window.until
    )
    return ByOrganisation(found, lambda at: {n: found[n][at] for n in parts})


def _deepest(under: Organisation, levels: int | None, on: date) -> int | None:
    return None if levels is None else tree.depth(under.range_on(on)[0]) + levels


def figures_by_org(
    engine: Engine, names: list[str], under: Organisation, window: Window, levels: int | None = None
) -> ByOrganisation[dict[str, Figure]]:
    """Every named measure over the subtree of every organisation at or below one, in the tree's order."""
    found = sums_by_org(engine, names, under, window, levels).columns
    parts = {n: [found[p] for p in MEASURES[n].parts] for n in names}
    return ByOrganisation(
        found, lambda at: {n: Figure(n, tuple([column[at] for column in parts[n]])) for n in names}
    )


def figure_of(name: str, sums: dict[str, int]) -> Figure:
    """One value of a measure from the sums of its parts."""
    return Figure(name, tuple(sums[part] for part in MEASURES[name].parts))


def facts_entered(
    engine: Engine, names: Iterable[str], under: Organisation, window: Window
) -> dict[str, int]:
    """How many facts of each kind count at or below an organisation, all in one query."""
    rows = engine.rows(entered_of(tuple(names), window), under, window.until)
    return {r["fact"]: int(r["n"]) for r in rows}


def figures_by_sort(
    engine: Engine, names: list[str], under: Organisation, window: Window, by: str
) -> dict[str, dict[str, Figure]]:
    """Every named measure over one subtree by kind or category of its organisations; shares from their sums."""
    found: dict[str, dict[str, int]] = {}
    for name in sums_of(names):
        for row in engine.rows(grouped_of(name, window, by), under, window.until):
            found.setdefault(row["of_sort"], {})[name] = int(row[name] or 0)
    return {sort: {n: figure_of(n, _filled(sums, n)) for n in names} for sort, sums in found.items()}


def _filled(sums: dict[str, int], name: str) -> dict[str, int]:
    """The sums that a measure needs, nothing where there was no fact of a kind at all."""
    return {n: sums.get(n, 0) for n in MEASURES[name].parts}


def progress_by_org(
    engine: Engine, asked: list[Asked], under: Organisation, levels: int | None = None
) -> Mapping[int, dict[int, DueMet]]:
    """Due and met of every requirement for every organisation at or below one, all in one query.

    The tree is that of the latest day that a requirement is judged as of.
    """
    if not asked:
        return {}
    on = max(a.window.until for a in asked)
    found = engine.columns(progress_of(asked, _deepest(under, levels, on)), under, on)
    pairs = [(a.id, found[f"due_{a.id}"], found[f"met_{a.id}"]) for a in asked]
    return ByOrganisation(found, lambda at: {key: DueMet(due[at], met[at]) for key, due, met in pairs})


def lacking_by_person(engine: Engine, asked: Asked, under: Organisation) -> dict[int, list[str]]:
    """What each person of the audience still lacks, in words; an empty list where it is met."""
    return _lacking(engine, asked, under, "person_id")


def lacking_by_org(engine: Engine, asked: Asked, under: Organisation) -> dict[int, list[str]]:
    """What each organisation of the audience itself lacks, in words; an empty list where it is met."""
    return _lacking(engine, asked, under, "org_id")


def _lacking(engine: Engine, asked: Asked, under: Organisation, key: str) -> dict[int, list[str]]:
    rule = RULES[asked.rule]
    return {
        r[key]: rule.lacking({n: int(r[n]) for n in rule.measures}, asked.needs)
        for r in engine.rows(judged_by(asked), under, asked.window.until)
    }


def needs_of(stored: dict[str, str] | Iterable[tuple[str, str]]) -> dict[str, Fraction]:
    """The numbers of a requirement as they are stored (``{"collective_share": "2/3"}``)."""
    return {name: Fraction(text) for name, text in dict(stored).items()}


def written(value: Fraction | None) -> int | float | None:
    """A figure as JSON can hold it: whole numbers whole, others as the nearest float, nothing as nothing."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
