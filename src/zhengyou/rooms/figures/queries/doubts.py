"""Who said that which figure is wrong, and who has to look into it."""

from typing import Any

from django.db.models import QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.figures.models import Doubt


def doubts_about(organisation: Organisation, measure: str) -> QuerySet[Doubt]:
    """What was said about a figure of an organisation, the newest first."""
    found = Doubt.objects.filter(organisation=organisation, measure=measure)
    return found.select_related("organisation", "clearing")


def doubts_seen_by(viewer: Any) -> QuerySet[Doubt]:
    """Doubts about figures that a viewer may open."""
    return Doubt.objects.filter(organisation__in=orgs_where(viewer, "see_figures").values("pk"))


def doubts_to_clear(viewer: Any) -> QuerySet[Doubt]:
    """Doubts that wait for a viewer, the longest waiting first."""
    where = orgs_where(viewer, "clear_doubt").values("pk")
    found = Doubt.objects.filter(organisation__in=where, clearing=None)
    return found.select_related("organisation").order_by("on_day", "pk")
