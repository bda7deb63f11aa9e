"""Double registration: who registered with a community, and what they did there, for both organisations."""

from typing import Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery, Sum

from zhengyou.core import clock
from zhengyou.core.models import Category, Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.mobility.models import Residence, Service
from zhengyou.rooms.orgs.models import Membership
from zhengyou.rooms.orgs.queries import current, destinations_for

LIVED_IN = {Category.VILLAGE.value, Category.COMMUNITY.value}


def may_register_with(organisation: Organisation) -> bool:
    """Whether people live there: the party organisation of a village or community that still exists."""
    stands = organisation.closed_on is None or organisation.closed_on > clock.today()
    return organisation.category in LIVED_IN and stands


def communities_called(words: str) -> list[Organisation]:
    """The villages and communities that go by a name, for whoever registers; their names everybody may look up."""
    return [o for o in destinations_for(Membership.Line.PARTY, words) if may_register_with(o)]


def residents_seen_by(viewer: Any) -> QuerySet[Residence]:
    """Who is registered with the communities in reach, with how often and how long they served."""
    found = Residence.objects.filter(current(), organisation__in=orgs_where(viewer, "see_residents"))
    found = found.annotate(
        times=Count("services"), minutes=Sum("services__minutes"), last_on=Max("services__on_day")
    )
    return found.select_related("person", "organisation").order_by("organisation__path", "since", "pk")


def residences_where_recorded(viewer: Any) -> QuerySet[Residence]:
    """The registrations on which a viewer may enter a service."""
    found = Residence.objects.filter(organisation__in=orgs_where(viewer, "record_service"))
    return found.select_related("person", "organisation")


def services_seen_by(viewer: Any) -> QuerySet[Service]:
    """The services done for communities in reach, those of members in reach, and one's own; the latest first."""
    reach = orgs_where(viewer, "see_residents")
    members = Membership.objects.filter(current(), line=Membership.Line.PARTY, organisation__in=reach)
    seen = Q(organisation__in=reach) | Q(person__in=members.values("person"))
    seen |= Q(person=getattr(viewer, "person_id", None) or 0)
    home = Membership.objects.filter(current(), line=Membership.Line.PARTY, person=OuterRef("person"))
    found = Service.objects.filter(seen).annotate(home=Subquery(home.values("organisation__short_name")[:1]))
    return found.select_related("person", "organisation").order_by("-on_day", "-pk")


def own_residence(viewer: Any) -> Residence | None:
    """Where somebody is registered today by one's own word."""
    key = getattr(viewer, "person_id", None) or 0
    return Residence.objects.filter(person=key, until=None).select_related("organisation", "person").first()
