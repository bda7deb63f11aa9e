"""Facts about appraisal."""

from zhengyou.rooms.appraisal.models.schemes import Clause, Criterion, Scheme, Tier

__all__ = ["Clause", "Criterion", "Scheme", "Tier"]
