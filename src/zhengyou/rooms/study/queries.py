"""Everything that can be asked about study."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.study.models import Work


def works_seen_by(viewer: Any) -> QuerySet[Work]:
    """What a viewer may see of what members wrote: one's own, and one's branch's for its reviewer."""
    seen = Q(organisation__in=orgs_where(viewer, "see_works"))
    if getattr(viewer, "person_id", None):
        seen |= Q(person_id=viewer.person_id)
    return Work.objects.filter(seen).select_related("person", "organisation").order_by("-written_on", "-pk")


def waiting_for_review(organisation: Organisation) -> QuerySet[Work]:
    """What was written in an organisation and nobody reviewed yet, longest waiting first."""
    return (
        Work.objects.filter(organisation=organisation, reviewed_on=None)
        .select_related("person")
        .order_by("written_on")
    )
