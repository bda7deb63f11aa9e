"""A plan of one's own held against a notice from above."""

from typing import Any

from zhengyou.core.rules import RULES
from zhengyou.packs.comparing import Comparison, compare
from zhengyou.reading import draft
from zhengyou.reading.model import Draft
from zhengyou.reading.model import Notice as Text
from zhengyou.rooms.campaigns.models import Notice
from zhengyou.rooms.campaigns.queries import campaigns_seen_by
from zhengyou.rooms.drafting.models import Reading
from zhengyou.rooms.drafting.queries.seen import readings_seen_by


def notices_beside(viewer: Any, reading: Reading) -> dict[str, tuple[str, Notice]]:
    """What a reading can be held against: notices of campaigns that run here, and one's other readings; by a key."""
    issued = campaigns_seen_by(viewer).filter(notice__isnull=False).select_related("notice")
    found = {
        f"campaign-{c.pk}": (str(c), c.notice) for c in issued if c.notice and c.notice != reading.notice
    }
    held = {notice.pk for _, notice in found.values()} | {reading.notice_id}
    return found | {
        f"reading-{r.pk}": (str(r), r.notice)
        for r in readings_seen_by(viewer).exclude(pk=reading.pk)
        if r.notice_id not in held
    }


def compared(above: Notice, own: Notice) -> Comparison:
    """What the plan covers of the notice, where it asks less, what it leaves out and what it adds."""
    return compare(_read(above), _read(own), known=RULES)


def _read(notice: Notice) -> Draft:
    return draft(Text(text=notice.text, name=notice.title))
