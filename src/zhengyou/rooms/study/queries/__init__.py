"""Everything that can be asked about study."""

from zhengyou.rooms.study.queries.plans import due_to_read, plans_over, plans_seen_by
from zhengyou.rooms.study.queries.works import text_of, waiting_for_review, works_seen_by

__all__ = [
    "due_to_read",
    "plans_over",
    "plans_seen_by",
    "text_of",
    "waiting_for_review",
    "works_seen_by",
]
