"""各类组织 — how many organisations of each kind and category stand below one, and how many members they have."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from sqlglot import exp, select

from zhengyou.core.engines import Engine
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window, facts_in


@dataclass(frozen=True)
class Sort:
    """一类组织 — the organisations of one kind and category, counted, with their party members."""

    kind: str
    category: str
    organisations: int
    members: int

    @property
    def size(self) -> Fraction:
        """Members of one of them, on average."""
        return Fraction(self.members, self.organisations) if self.organisations else Fraction(0)


def sorts_in(under: Organisation, engine: Engine, on: date) -> list[Sort]:
    """Every sort of organisation that stands at or below one on a day, by two queries whatever the tree."""
    orgs = engine.rows(_standing(on), under, on)
    held = {(r["kind"], r["category"]): int(r["n"]) for r in engine.rows(_members(on), under, on)}
    found = [
        Sort(r["kind"], r["category"], int(r["n"]), held.get((r["kind"], r["category"]), 0)) for r in orgs
    ]
    return sorted(found, key=lambda s: (s.kind, s.category))


@lru_cache(64)
def _standing(on: date) -> exp.Select:
    day, founded, closed = (
        exp.Literal.string(on.isoformat()),
        exp.column("founded_on"),
        exp.column("closed_on"),
    )
    rows = select("kind", "category", "count(*) as n").from_("org").group_by("kind", "category")
    rows = rows.where(founded.is_(exp.null()).or_(founded <= day))
    return rows.where(closed.is_(exp.null()).or_(closed > day))


@lru_cache(64)
def _members(on: date) -> exp.Select:
    party = facts_in("membership", Window(on)).where(exp.column("kind").eq("party")).subquery("m")
    rows = select("o.kind", "o.category", "count(*) as n").from_(party)
    return rows.join("org as o", on="o.id = m.org_id").group_by("o.kind", "o.category")
