"""依据 — how sure a proposal is: a sum of grounds, each stated and each with its weight.

The sum orders proposals, so that an office can look at the doubtful ones first. It is no probability: 3/4 does not
mean that three out of four are right. A ground added never lowers it.
"""

from collections.abc import Collection
from fractions import Fraction

from zhengyou.packs.proposing.model import Becomes

WEIGHTS: dict[Becomes, dict[str, int]] = {
    "requirement": {"meaning": 5, "unit": 4, "obliged": 3, "bound": 2, "who": 2, "time": 2, "single": 2},
    "task": {"read": 5, "obliged": 5, "who": 4, "checkable": 4, "short": 2},
    "stage": {"read": 4, "dated": 8, "named": 4, "apart": 4},
    "criterion": {"read": 8, "points": 6, "listed": 4, "source": 2},
    "mechanism": {"read": 8, "serves": 8, "named": 4},
    "figure": {"read": 10, "counted": 10},
    "nothing": {},
}
WHOLE = 20  # twentieths


def confidence(becomes: Becomes, grounds: Collection[str]) -> Fraction:
    """The weights of the grounds that hold, added up, of a whole of 1."""
    weights = WEIGHTS[becomes]
    return Fraction(sum(weights[g] for g in set(grounds) & set(weights)), WHOLE)
