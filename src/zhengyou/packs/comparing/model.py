"""What a comparison of two plans is."""

from dataclasses import dataclass, field
from typing import Literal

from zhengyou.packs.proposing import Proposal

State = Literal["covered", "lowered", "left_out", "theirs"]


@dataclass(frozen=True)
class Line:
    """对照 — one thing that the plan above asks, and what the lower plan makes of it.

    ``why`` says in words where the lower plan asks less; ``notes`` what it does not say without asking less.
    ``theirs`` is what the level above does itself, so that nobody below has to plan for it.
    """

    above: Proposal
    state: State
    by: tuple[Proposal, ...] = ()
    why: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """对照结果 — every item of the plan above in the order of its text, and what the lower plan adds."""

    lines: list[Line] = field(default_factory=list)
    added: list[Proposal] = field(default_factory=list)

    def of(self, state: State) -> list[Line]:
        """The lines of one state."""
        return [line for line in self.lines if line.state == state]
