"""What the choices of a line are called."""

from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.drafting.models import TAKEN_UP, Becomes, Line

WAITING, ACCEPTED, DROPPED = Line.Decision.WAITING, Line.Decision.ACCEPTED, Line.Decision.DROPPED
DECISIONS = Line.Decision.values
KINDS = Becomes.choices

__all__ = ["ACCEPTED", "DECISIONS", "DROPPED", "KINDS", "TAKEN_UP", "WAITING", "grain_called", "kind_called"]


def kind_called(becomes: str) -> str:
    """要求, 任务, …: what a line becomes."""
    return str(Becomes(becomes).label)


def grain_called(grain: str) -> str:
    """每名党员, 每个支部, 逐件: of whom a requirement is asked; empty where nobody knows the word."""
    return str(Requirement.Grain(grain).label) if grain in Requirement.Grain.values else ""
