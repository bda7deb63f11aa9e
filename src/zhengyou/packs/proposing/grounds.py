"""依据 — how sure a proposal is: a sum of grounds, each stated and each with its weight.

The sum orders proposals, so that an office can look at the doubtful ones first. It is no probability: 3/4 does not
mean that three out of four are right. A ground added never lowers it.

How it orders, on what the labelled documents know (three of the house, 67 made up; whether a proposal stands on
something that a careful reader labels too, refused ones left out):

    confidence     below 0.35   to 0.5   to 0.65   to 0.8   from 0.8
    proposals              77       59       319      416        321
    right               0.857    0.932     0.956    0.964      0.994
    in the three        0.800    0.906     0.910    0.905      1.000

In the middle it hardly tells apart; what stands below and above it does.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

from zhengyou.packs.proposing.model import Becomes, Proposal
from zhengyou.reading.model import Item

# Twentieths. `read` is what every item of its kind has: the reader found it. What an office would check first weighs most:
# for a requirement the words and the unit, then whether it is asked in plain words; for a task whom it is asked of, and
# whether one could tell that it was done.
WEIGHTS: dict[Becomes, dict[str, int]] = {
    "requirement": {"meaning": 5, "unit": 4, "obliged": 3, "bound": 2, "who": 2, "time": 2, "single": 2},
    "task": {"read": 4, "obliged": 4, "who": 4, "checkable": 5, "short": 2, "named": 1},
    "stage": {"read": 4, "dated": 8, "named": 4, "apart": 4},
    "criterion": {"read": 8, "points": 6, "listed": 4, "source": 2},
    "mechanism": {"read": 8, "serves": 6, "named": 6},
    "figure": {"read": 10, "counted": 10},
    "nothing": {},
}
WHOLE = 20


def confidence(becomes: Becomes, grounds: Collection[str]) -> Fraction:
    """The weights of the grounds that hold, added up, of a whole of 1."""
    weights = WEIGHTS[becomes]
    return Fraction(sum(weights[g] for g in set(grounds) & set(weights)), WHOLE)


def proposal(item: Item, becomes: Becomes, entry: dict[str, Any], grounds: Mapping[str, str]) -> Proposal:
    """A proposal with the sum of its grounds, and their words as its reason; a ground may go without words."""
    reason = "；".join(filter(None, grounds.values()))
    return Proposal(item, becomes, entry, confidence(becomes, grounds), f"{reason}。" if reason else "")
