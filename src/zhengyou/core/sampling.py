"""抽样 — how many to look at, which ones, and what that says about all of them; exact, in whole numbers."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import comb


def size_to_find(population: int, rate: Fraction, sureness: Fraction) -> int:
    """How many to draw without putting back, so that more failing than a rate is found out with a probability.

    Found out means that at least one that fails is among those drawn. Nothing is estimated: the numbers are
    those of the hypergeometric distribution.
    """
    if not 0 <= rate < 1 or not 0 < sureness <= 1 or population < 0:
        raise ValueError(f"{rate=} {sureness=} {population=}")
    failing = int(rate * population) + 1
    if population == 0:
        return 0

    def unseen_enough(size: int) -> bool:
        unseen = Fraction(comb(population - failing, size), comb(population, size))
        return 1 - unseen >= sureness

    return bisect_left(range(population + 1), True, key=unseen_enough)


@dataclass(frozen=True)
class Between:
    """区间 — how many of all fail at least and at most, as sure as was asked."""

    low: int
    high: int


def failing_between(
    population: int, size: int, failed: int, sureness: Fraction = Fraction(95, 100)
) -> Between:
    """所有当中不合的数 — between which numbers it lies, given how many of a sample failed.

    The exact interval (that of Clopper and Pearson for a population that is counted): a number is left out only if
    so few, or so many, failing in the sample would be less likely than half of what is left to doubt.
    """
    if not 0 <= failed <= size <= population:
        raise ValueError(f"{failed=} {size=} {population=}")
    doubt = (1 - sureness) / 2
    all_samples = comb(population, size)

    def at_most(failing: int, number: int) -> Fraction:
        ways = sum(comb(failing, n) * comb(population - failing, size - n) for n in range(number + 1))
        return Fraction(ways, all_samples)

    possible = range(failed, population - (size - failed) + 1)
    # The more fail among all, the likelier it is to see so many, and the less likely to see so few.
    low = bisect_left(possible, True, key=lambda failing: 1 - at_most(failing, failed - 1) > doubt)
    high = bisect_left(possible, True, key=lambda failing: at_most(failing, failed) <= doubt)
    return Between(possible[low], possible[high - 1])


def drawn(keys: Iterable[int], size: int, seed: str) -> list[int]:
    """抽中的 — the same from the same keys and seed, on every machine and in every version."""

    def rank(key: int) -> bytes:
        return hashlib.sha256(f"{seed}:{key}".encode()).digest()

    return sorted(set(keys), key=rank)[:size]


def digest_of(keys: Iterable[int]) -> str:
    """What was drawn from, so that a later draw can be compared with the first."""
    return hashlib.sha256(",".join(map(str, sorted(set(keys)))).encode()).hexdigest()
