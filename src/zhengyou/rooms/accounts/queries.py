"""Everything that can be asked about accounts and the trail."""

from typing import Any

from django.db.models import QuerySet

from zhengyou.core.models import Deed
from zhengyou.core.permissions import orgs_where


def deeds_seen_by(viewer: Any) -> QuerySet[Deed]:
    """The deeds of organisations in reach, newest first."""
    found = Deed.objects.filter(organisation__in=orgs_where(viewer, "see_trail"))
    return found.select_related("by", "organisation").order_by("-number")
