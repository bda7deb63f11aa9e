"""Which readings a viewer sees."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from zhengyou.core.models import Kind, Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.drafting.models import TAKEN_UP, Decision, Reading

OPEN = Q(lines__refused="") & (
    Q(lines__turned__in=TAKEN_UP) | Q(lines__turned="", lines__becomes__in=TAKEN_UP)
)


def readings_seen_by(viewer: Any) -> QuerySet[Reading]:
    """The readings of the organisations for which a viewer drafts, newest first, with what is read and what waits."""
    found = Reading.objects.filter(organisation__in=orgs_where(viewer, "see_reading"))
    return found.select_related("organisation", "notice", "campaign").annotate(
        read=Count("lines"), waiting=Count("lines", filter=OPEN & Q(lines__decision="waiting"))
    )


def reading_of(campaign: Campaign) -> Reading | None:
    """The reading that a campaign was laid down from, or none."""
    return Reading.objects.filter(campaign=campaign).first()


def last_decision(viewer: Any, reading: Reading) -> Decision | None:
    """What a viewer would undo."""
    return reading.decisions.filter(entered_by=author(viewer), undone=False).last()


def branches_under(organisation: Organisation) -> int:
    """How many branches an issued campaign reaches."""
    found = Organisation.objects.filter(organisation.subtree, Organisation.standing(), kind=Kind.BRANCH)
    return found.count()
