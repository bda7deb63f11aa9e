"""平均与加权 — how several sources, and several people, become one number: exact, each rule said once.

No average of averages: what is counted is added up first and divided last (2/2 and 10/100 make 12/102).
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from zhengyou.rooms.ratings.queries import Results, Tally

HUNDRED = Fraction(100)
Counted = tuple[Fraction, int]  # a value and how often it was given


def trimmed_mean(counted: Iterable[Counted], percent: Fraction = Fraction(0)) -> Fraction | None:
    """截尾平均 — the mean after so many per cent were dropped at each end, whole numbers of them, rounded down."""
    ordered = sorted((Fraction(v), n) for v, n in counted if n > 0)
    number = sum(n for _, n in ordered)
    if not number:
        return None
    dropped = number * percent // HUNDRED
    lowest, highest = int(dropped), number - int(dropped)
    total, before = Fraction(0), 0
    for value, n in ordered:
        kept = min(before + n, highest) - max(before, lowest)
        total += value * max(kept, 0)
        before += n
    return total / (highest - lowest)


def weighted(parts: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """加权 — the mean of sources by their weights; the weights of those that are missing go to the others."""
    told = [(weight, value) for weight, value in parts if value is not None]
    whole = sum((weight for weight, _ in told), Fraction(0))
    return sum((w * v for w, v in told), Fraction(0)) / whole if whole else None


def mean_of(tally: Tally, grades: Mapping[str, Any], percent: Fraction) -> Fraction | None:
    """The mean worth of the answers of a tally, trimmed where the scheme says so."""
    return trimmed_mean(((Fraction(grades[g]), n) for c in tally.counts for g, n in c.items()), percent)


def rated(
    found: Results, weights: Mapping[str, str], grades: Mapping[str, Any], percent: Fraction
) -> Fraction | None:
    """What sources with weights say together.

    Sources too few to be told of apart count as the one sum in which they are folded, with their weights
    together; where others are in that sum whom the line does not ask, they count as missing.
    """
    apart = {g: tally for g in weights if (tally := found.pooled([g]))}
    folded = [g for g in weights if g not in apart]
    parts = [(Fraction(weights[g]), mean_of(tally, grades, percent)) for g, tally in apart.items()]
    if folded and (sum_of := found.pooled(folded)):
        together = sum((Fraction(weights[g]) for g in folded), Fraction(0))
        parts.append((together, mean_of(sum_of, grades, percent)))
    return weighted(parts)
