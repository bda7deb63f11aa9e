"""Facts about appraisal."""

from zhengyou.rooms.appraisal.models.said import Comment, Dispute, Mark, Reply, Retraction
from zhengyou.rooms.appraisal.models.schemes import Clause, Criterion, Scheme, Tier

__all__ = ["Clause", "Comment", "Criterion", "Dispute", "Mark", "Reply", "Retraction", "Scheme", "Tier"]
