"""Facts about supervision: groups and where they go, what they saw, and what became of what they found."""

from zhengyou.rooms.supervision.models.findings import Finding, FindingAnswer, Recheck
from zhengyou.rooms.supervision.models.groups import (
    Assignment,
    CheckLine,
    FocusUnit,
    GroupMember,
    SupervisionGroup,
)
from zhengyou.rooms.supervision.models.visits import Checked, Presence, SupervisionVisit

__all__ = [
    "Assignment",
    "CheckLine",
    "Checked",
    "Finding",
    "FindingAnswer",
    "FocusUnit",
    "GroupMember",
    "Presence",
    "Recheck",
    "SupervisionGroup",
    "SupervisionVisit",
]
