"""依据 — how sure a proposal is: a sum of grounds, each stated and each with its weight.

The sum orders proposals, so that an office can look at the doubtful ones first. It is no probability: 3/4 does not
mean that three out of four are right. A ground added never lowers it.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

from zhengyou.packs.proposing.model import Becomes, Proposal
from zhengyou.reading.model import Item

# Twentieths. `read` is what every item of its kind has: the reader found it.
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
