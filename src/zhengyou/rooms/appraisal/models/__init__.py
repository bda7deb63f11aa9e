"""Facts about appraisal."""

from zhengyou.rooms.appraisal.models.found import Check, Claim, DutyReport
from zhengyou.rooms.appraisal.models.mending import Recheck, Remedy
from zhengyou.rooms.appraisal.models.said import Dispute, Mark, Reply, Retraction
from zhengyou.rooms.appraisal.models.schemes import Clause, Criterion, Missing, Scheme, Tier

__all__ = [
    "Check",
    "Claim",
    "Clause",
    "Criterion",
    "Dispute",
    "DutyReport",
    "Mark",
    "Missing",
    "Recheck",
    "Remedy",
    "Reply",
    "Retraction",
    "Scheme",
    "Tier",
]
