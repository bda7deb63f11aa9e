"""数据 — measures and requirements worked out for every organisation of a subtree, by either engine."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from zhengyou.core.engines import Engine
from zhengyou.core.measures import MEASURES, sums_of
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked, Window, grouped_of, judged_by, progress_of, totals_of
from zhengyou.core.rules import RULES


@dataclass(frozen=True)
class Figure:
    """数据 — one value of a measure with what it was worked out from, in its unit."""

    measure: str
    value: Fraction | None
    numerator: Fraction
    denominator: Fraction | None


@dataclass(frozen=True)
class DueMet:
    """应达与已达 — two additive figures of a requirement."""

    due: int
    met: int

    @property
    def lacking(self) -> int:
        """How many are still missing."""
        return self.due - self.met


def sums_by_org(
    engine: Engine, names: list[str], under: Organisation, window: Window, levels: int | None = None
) -> dict[int, dict[str, int]]:
    """The sums that the named measures are worked out from, whole as they are added up, in the tree's order.

    ``levels`` tells only of organisations so many steps below, each with all that lies beneath it.
    """
    parts = sums_of(names)
    rows = engine.rows(totals_of(parts, window, _deepest(under, levels)), under)
    return {row["id"]: {n: int(row[n]) for n in parts} for row in rows}


def _deepest(under: Organisation, levels: int | None) -> int | None:
    return None if levels is None else under.depth + levels


def figures_by_org(
    engine: Engine, names: list[str], under: Organisation, window: Window, levels: int | None = None
) -> dict[int, dict[str, Figure]]:
    """Every named measure over the subtree of every organisation at or below one, in the tree's order."""
    found = sums_by_org(engine, names, under, window, levels)
    return {org_id: {n: figure_of(n, sums) for n in names} for org_id, sums in found.items()}


def figure_of(name: str, sums: dict[str, int]) -> Figure:
    """One value of a measure from the sums of its parts."""
    part, whole = MEASURES[name].fraction(sums)
    if whole is None:
        return Figure(name, part, part, None)
    return Figure(name, part / whole if whole else None, part, whole)


def figures_by_sort(
    engine: Engine, names: list[str], under: Organisation, window: Window, by: str
) -> dict[str, dict[str, Figure]]:
    """Every named measure over one subtree by kind or category of its organisations; shares from their sums."""
    found: dict[str, dict[str, int]] = {}
    for name in sums_of(names):
        for row in engine.rows(grouped_of(name, window, by), under):
            found.setdefault(row["of_sort"], {})[name] = int(row[name] or 0)
    return {sort: {n: figure_of(n, _filled(sums, n)) for n in names} for sort, sums in found.items()}


def _filled(sums: dict[str, int], name: str) -> dict[str, int]:
    """The sums that a measure needs, nothing where there was no fact of a kind at all."""
    return {n: sums.get(n, 0) for n in MEASURES[name].parts}


def progress_by_org(
    engine: Engine, asked: list[Asked], under: Organisation, levels: int | None = None
) -> dict[int, dict[int, DueMet]]:
    """Due and met of every requirement for every organisation at or below one, all in one query."""
    if not asked:
        return {}
    rows = engine.rows(progress_of(asked, _deepest(under, levels)), under)
    return {
        r["id"]: {a.id: DueMet(int(r[f"due_{a.id}"]), int(r[f"met_{a.id}"])) for a in asked} for r in rows
    }


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
        for r in engine.rows(judged_by(asked), under)
    }


def needs_of(stored: dict[str, str] | Iterable[tuple[str, str]]) -> dict[str, Fraction]:
    """The numbers of a requirement as they are stored (``{"collective_share": "2/3"}``)."""
    return {name: Fraction(text) for name, text in dict(stored).items()}


def written(value: Fraction | None) -> int | float | None:
    """A figure as JSON can hold it: whole numbers whole, others as the nearest float, nothing as nothing."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
