"""对照 — a plan of one's own held against the plan above: covered, covered with less, left out, added."""

from zhengyou.packs.comparing.model import Comparison, Line, State
from zhengyou.packs.comparing.plans import compare

__all__ = ["Comparison", "Line", "State", "compare"]
