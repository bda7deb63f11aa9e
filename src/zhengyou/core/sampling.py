"""抽样 — how many to look at so that what is wrong shows, and which ones: exact, and the same for everybody.

Nothing here is random: which ones are drawn follows from a seed that is written down before anybody looks, so that
whoever doubts the sample draws it again.
"""

from collections.abc import Iterable
from fractions import Fraction
from hashlib import sha256
from math import comb, floor


def chance_to_find(population: int, bad: int, size: int) -> Fraction:
    """The exact chance that a sample without return holds at least one of so many bad ones."""
    if not 0 <= bad <= population or not 0 <= size <= population:
        raise ValueError("neither the bad ones nor the sample can be more than there are")
    return 1 - Fraction(comb(population - bad, size), comb(population, size))


def sample_size(population: int, rate: Fraction, chance: Fraction) -> int:
    """The smallest sample in which at least one shows with this chance if more than this part is bad.

    All of them where that is what it takes; nothing where there is nobody.
    """
    if not 0 <= rate < 1 or not 0 < chance <= 1:
        raise ValueError("the rate is from 0 to below 1, the chance above 0 and at most 1")
    bad = min(floor(rate * population) + 1, population)
    low, high = 0, population
    while low < high:
        middle = (low + high) // 2
        if chance_to_find(population, bad, middle) >= chance:
            high = middle
        else:
            low = middle + 1
    return low


def drawn(seed: str, keys: Iterable[int], size: int) -> list[int]:
    """So many of the keys, each equally likely, in their own order: the same seed draws the same ones anywhere."""
    mixed = sorted(keys, key=lambda key: sha256(f"{seed}:{key}".encode()).digest())
    return sorted(mixed[:size])
