"""得分的算法 — points from what was reached: exact, and rounded once, for the eye.

A criterion on which there is nothing to judge yet (no step was due, no vote may be told) is left out and
the others are scaled up to the full points: empty is not zero. Bonus points count up to the scheme's
limit, deductions all; a score never falls below nothing. A veto never changes points: it denies a tier.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

TIERS = ("lagging", "middle", "advanced")
NOTHING = Fraction(0)


def rounded(value: Fraction, digits: int = 2) -> Decimal:
    """四舍五入 — to so many decimals, halves away from zero; the only place where a score is rounded."""
    size = floor(abs(value) * 10**digits + Fraction(1, 2))
    return Decimal(size if value >= 0 else -size).scaleb(-digits)


@dataclass(frozen=True)
class Line:
    """得分项 — a criterion worked out: ``reached`` of it from 0 to 1, nothing where there is nothing to judge.

    ``of`` is what it was worked out from, for those who open it.
    """

    number: str
    name: str
    full: Fraction
    reached: Fraction | None = None
    children: tuple["Line", ...] = ()
    of: Any = None

    @property
    def leaves(self) -> tuple["Line", ...]:
        """The criteria that are worked out, itself where it is no heading."""
        return tuple(leaf for child in self.children for leaf in child.leaves) or (self,)

    @property
    def judged(self) -> Fraction:
        """The full points of what could be judged."""
        return sum((leaf.full for leaf in self.leaves if leaf.reached is not None), NOTHING)

    @property
    def points(self) -> Fraction | None:
        """Points, before scaling; nothing where nothing could be judged."""
        got = [leaf.full * leaf.reached for leaf in self.leaves if leaf.reached is not None]
        return sum(got, NOTHING) if got else None

    @property
    def lost(self) -> Fraction:
        """What is missing to the full points of what could be judged."""
        return self.judged - (self.points or NOTHING)


@dataclass(frozen=True)
class Bands:
    """分档 — from how many points an organisation is middle, and advanced."""

    middle_from: Fraction
    advanced_from: Fraction

    def tier(self, points: Fraction, at_most: Iterable[str] = ()) -> str:
        """The tier of a score as it is shown; no higher than what vetoes leave."""
        shown = Fraction(rounded(points))
        found = (shown >= self.middle_from) + (shown >= self.advanced_from)
        return TIERS[min([found, *(TIERS.index(tier) for tier in at_most)])]


@dataclass(frozen=True)
class Score:
    """得分 — all lines of an organisation, the points added and taken off, and the tier that follows."""

    lines: tuple[Line, ...]
    bands: Bands
    bonuses: Sequence[Fraction] = ()
    deductions: Sequence[Fraction] = ()
    most_bonus: Fraction = NOTHING
    at_most: Sequence[str] = field(default=())

    @property
    def full(self) -> Fraction:
        """The full points of the scheme, bonus apart."""
        return sum((line.full for line in self.lines), NOTHING)

    @property
    def judged(self) -> Fraction:
        """The full points of what could be judged."""
        return sum((line.judged for line in self.lines), NOTHING)

    @property
    def scale(self) -> Fraction:
        """By how much points are scaled up because something could not be judged."""
        return self.full / self.judged if self.judged else Fraction(1)

    @property
    def base(self) -> Fraction | None:
        """Points for the criteria, scaled; nothing where none could be judged."""
        got = [line.points for line in self.lines if line.points is not None]
        return sum(got, NOTHING) * self.scale if got else None

    @property
    def bonus(self) -> Fraction:
        """Points added, up to the limit."""
        return min(sum(self.bonuses, NOTHING), self.most_bonus)

    @property
    def deduction(self) -> Fraction:
        """Points taken off."""
        return sum(self.deductions, NOTHING)

    @property
    def points(self) -> Fraction | None:
        """得分 — never below nothing; none where nothing could be judged."""
        return None if self.base is None else max(NOTHING, self.base + self.bonus - self.deduction)

    @property
    def tier(self) -> str | None:
        """The tier of the points as shown, no higher than vetoes leave."""
        return None if self.points is None else self.bands.tier(self.points, self.at_most)
