"""Which groups are too small to be shown apart.

A group of fewer than five votes is folded with others into one sum. A sum of one group only would be that
group, found by subtracting the rest from the whole; so another is folded with it, the next smallest. Groups
without votes hide nobody and do not count as company.
"""

from collections.abc import Mapping

SMALLEST_GROUP = 5


def folded(votes: Mapping[str, int], smallest: int = SMALLEST_GROUP) -> tuple[str, ...] | None:
    """The groups to be told in one sum, none if all are large enough; nothing at all may be told where ``None``."""
    by_size = sorted((g for g in votes if votes[g]), key=lambda g: votes[g])
    hidden = [g for g in by_size if votes[g] < smallest]
    others = [g for g in by_size if votes[g] >= smallest]
    while hidden and (len(hidden) < 2 or sum(votes[g] for g in hidden) < smallest):
        if not others:
            return None
        hidden.append(others.pop(0))
    return tuple(g for g in votes if g in hidden)
