"""What members wrote, as far as a viewer may see it."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.study.models import Work


def works_seen_by(viewer: Any) -> QuerySet[Work]:
    """What a viewer may see of what members wrote: one's own, and one's branch's for its reviewer; without the text."""
    seen = Q(organisation__in=orgs_where(viewer, "see_works"))
    if getattr(viewer, "person_id", None):
        seen |= Q(person_id=viewer.person_id)
    found = Work.objects.filter(seen).defer("text").select_related("person", "organisation")
    return found.order_by("-written_on", "-pk")


def text_of(viewer: Any, work: Work) -> str:
    """The text of a work, for its author and its reviewer; for everybody else there is none."""
    if work.person_id == getattr(viewer, "person_id", None) or may(viewer, "review_work", work):
        return work.text
    return ""


def waiting_for_review(organisation: Organisation) -> QuerySet[Work]:
    """What was written in an organisation and nobody reviewed yet, longest waiting first."""
    return (
        Work.objects.filter(organisation=organisation, reviewed_on=None)
        .defer("text")
        .select_related("person")
        .order_by("written_on", "pk")
    )
