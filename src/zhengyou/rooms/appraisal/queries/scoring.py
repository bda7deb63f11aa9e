"""得分的算法 — points from what was reached: exact, and rounded once, for the eye.

A criterion on which there is nothing to judge yet (no step was due, no vote may be told) is left out and
its points go to the others: empty is not zero. Where to is the scheme's rule: over the whole score, or
first within its own heading. Bonus points count up to the scheme's limit, deductions all; a score never
falls below nothing. A veto never changes points: it denies a tier.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import Any

TIERS = ("lagging", "middle", "advanced")
NOTHING = Fraction(0)
OVER_ALL, IN_HEADING = "whole", "heading"


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
        """Points, before those of what could not be judged are given to the others; nothing where nothing could be."""
        got = [leaf.full * leaf.reached for leaf in self.leaves if leaf.reached is not None]
        return sum(got, NOTHING) if got else None

    @property
    def lost(self) -> Fraction:
        """What is missing to the full points of what could be judged."""
        return self.judged - (self.points or NOTHING)


def worths(lines: Sequence[Line], amount: Fraction, missing: str = OVER_ALL) -> dict[str, Fraction]:
    """折算 — how many points each line that could be judged is worth in the end; together the whole amount."""
    if missing == OVER_ALL:
        lines = [leaf for line in lines for leaf in line.leaves]
    able = [line for line in lines if line.judged]
    whole = sum((line.full for line in able), NOTHING)
    found: dict[str, Fraction] = {}
    for line in able:
        share = amount * line.full / whole
        found |= worths(line.children, share, missing) if line.children else {line.number: share}
    return found


@dataclass(frozen=True)
class Bands:
    """分档 — from how many points an organisation is middle, and advanced."""

    middle_from: Fraction
    advanced_from: Fraction
    digits: int = 2

    def tier(self, points: Fraction, at_most: Iterable[str] = ()) -> str:
        """The tier of a score as it is shown; no higher than what vetoes leave."""
        shown = Fraction(rounded(points, self.digits))
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
    missing: str = OVER_ALL

    @property
    def full(self) -> Fraction:
        """The full points of the scheme, bonus apart."""
        return sum((line.full for line in self.lines), NOTHING)

    @property
    def judged(self) -> Fraction:
        """The full points of what could be judged."""
        return sum((line.judged for line in self.lines), NOTHING)

    @property
    def leaves(self) -> tuple[Line, ...]:
        """The criteria that are worked out, under whatever headings."""
        return tuple(leaf for line in self.lines for leaf in line.leaves)

    @cached_property
    def worth(self) -> Mapping[str, Fraction]:
        """How many points each line that could be judged is worth, by its number; together the full points."""
        return worths(self.lines, self.full, self.missing)

    def lost(self, leaf: Line) -> Fraction:
        """What a line lost of what it is worth."""
        return NOTHING if leaf.reached is None else self.worth[leaf.number] * (1 - leaf.reached)

    @property
    def base(self) -> Fraction | None:
        """Points for the criteria; nothing where none could be judged."""
        got = [self.worth[leaf.number] * leaf.reached for leaf in self.leaves if leaf.reached is not None]
        return sum(got, NOTHING) if got else None

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
    def shown(self) -> Decimal | None:
        """The points as they are shown: rounded once, as the scheme says."""
        return None if self.points is None else rounded(self.points, self.bands.digits)

    @property
    def tier(self) -> str | None:
        """The tier of the points as shown, no higher than vetoes leave."""
        return None if self.points is None else self.bands.tier(self.points, self.at_most)
