"""Leave that was asked, as far as a viewer may see it."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.meetings.models import Leave


def leaves_seen_by(viewer: Any) -> QuerySet[Leave]:
    """One's own leave, and that of one's organisations for whoever decides."""
    seen = Q(organisation__in=orgs_where(viewer, "see_leave"))
    if getattr(viewer, "person_id", None):
        seen |= Q(person_id=viewer.person_id)
    return Leave.objects.filter(seen).select_related("person", "organisation")


def leaves_to_decide(viewer: Any) -> QuerySet[Leave]:
    """What a viewer has to decide: asked, not decided, not one's own; soonest first."""
    places = orgs_where(viewer, "grant_leave")
    found = Leave.objects.filter(organisation__in=places, granted_on=None, refused_on=None)
    if getattr(viewer, "person_id", None):
        found = found.exclude(person_id=viewer.person_id)
    return found.select_related("person", "organisation").order_by("since", "pk")


def leaves_running(viewer: Any) -> QuerySet[Leave]:
    """Granted leave that nobody has closed, longest over first: whoever is back is to be closed."""
    found = leaves_seen_by(viewer).filter(granted_on__isnull=False, closed_on=None)
    return found.filter(since__lte=clock.today()).order_by("until", "pk")
