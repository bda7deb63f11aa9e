"""What a proposal and a contradiction are."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from zhengyou.reading.model import Item

Becomes = Literal["stage", "requirement", "task", "criterion", "mechanism", "figure", "nothing"]


@dataclass(frozen=True)
class Proposal:
    """提议 — what an item would become in a campaign, how sure that is, and why.

    The ``entry`` is what the pack would hold: for a requirement rule, needs, grain, kinds, categories, name, asks,
    stage (the name of one) and due_on; for a stage name, starts_on and ends_on; for a task what, who, due_on and
    cadence; for a criterion or a mechanism what, with points or what serves it. ``confidence`` orders proposals for
    the eye and is no probability; ``refused`` says in words what the boundaries forbid.
    """

    item: Item
    becomes: Becomes
    entry: dict[str, Any]
    confidence: Fraction
    reason: str
    refused: str = ""


@dataclass(frozen=True)
class Contradiction:
    """矛盾 — proposals that do not go together; ``places`` are their indexes, ``words`` say why and what to do."""

    places: tuple[int, ...]
    words: str
