"""Everything that can be asked about study."""

from zhengyou.rooms.study.queries.plans import (
    due_to_read,
    plans_over,
    plans_seen_by,
    read_by,
    readers_of,
    readings_seen_by,
    texts_for,
    topics_for,
)
from zhengyou.rooms.study.queries.samples import (
    Found,
    draws_the_same,
    finding_words,
    found_by,
    items_seen_by,
    samples_seen_by,
    works_to_sample,
)
from zhengyou.rooms.study.queries.works import text_of, waiting_for_review, works_seen_by

__all__ = [
    "Found",
    "draws_the_same",
    "due_to_read",
    "finding_words",
    "found_by",
    "items_seen_by",
    "plans_over",
    "plans_seen_by",
    "read_by",
    "readers_of",
    "readings_seen_by",
    "samples_seen_by",
    "text_of",
    "texts_for",
    "topics_for",
    "waiting_for_review",
    "works_seen_by",
    "works_to_sample",
]
