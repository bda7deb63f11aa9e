"""What every look for contradictions shares: proposals with their places, and the stages among them."""

from collections.abc import Iterator

from zhengyou.packs.proposing.frame import holds_another
from zhengyou.packs.proposing.model import Becomes, Contradiction, Proposal

Placed = list[tuple[int, Proposal]]
Found = Iterator[Contradiction]


def becoming(placed: Placed, *becomes: Becomes) -> Placed:
    """Those that become one of these."""
    return [(n, p) for n, p in placed if p.becomes in becomes]


def placed_stages(placed: Placed) -> Placed:
    """The dated stages; a phase that holds others is the campaign."""
    stages = becoming(placed, "stage")
    dated = [(n, p) for n, p in stages if p.entry.get("starts_on") and p.entry.get("ends_on")]
    windows = [p.entry for _, p in dated]
    return [(n, p) for n, p in dated if not holds_another(p.entry, windows)]
