"""Members who live elsewhere, and when somebody last reached them."""

from datetime import timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from zhengyou.core import clock
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.mobility.models import Contact
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import current

DAYS = 90


def mobile_seen_by(viewer: Any) -> QuerySet[Membership]:
    """The mobile members in reach today with the day on which they were last reached, the longest unreached first."""
    held = Membership.objects.filter(
        current(),
        organisation__in=orgs_where(viewer, "see_mobile_members"),
        line=Membership.Line.PARTY,
        mobile_since__isnull=False,
    )
    last = Contact.objects.filter(person=OuterRef("person_id"), reached=True).order_by("-on_day")
    found = held.annotate(last_on=Subquery(last.values("on_day")[:1])).select_related(
        "person", "organisation"
    )
    return found.order_by(F("last_on").asc(nulls_first=True), "organisation__path", "pk")


def not_reached(members: QuerySet[Membership], days: int = DAYS) -> QuerySet[Membership]:
    """Of those, the ones nobody has reached for so many days."""
    since = clock.today() - timedelta(days=days)
    return members.filter(Q(last_on=None) | Q(last_on__lt=since))


def contacts_with(viewer: Any, person: Person) -> QuerySet[Contact]:
    """When and how one person was sought, for whoever may read the list, and for the person."""
    seen = Q(organisation__in=orgs_where(viewer, "see_mobile_members"))
    seen |= Q(person=getattr(viewer, "person_id", None) or 0)
    return Contact.objects.filter(seen, person=person).select_related("who", "organisation")
