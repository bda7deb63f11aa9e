"""Everything that can be asked about venues."""

from typing import Any

from django.db.models import F, Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.orgs.models import Place, PlaceUse
from zhengyou.rooms.orgs.models.places import UNSAFE, WRITTEN, Tenure
from zhengyou.rooms.orgs.queries.people import current


def lasting(rows: QuerySet) -> QuerySet:
    """Those of some dated rows that last today."""
    return rows.filter(current())


def places_seen_by(viewer: Any) -> QuerySet[Place]:
    """The venues whose entries a viewer may see, those that were given up too."""
    seen = Place.objects.filter(organisation__in=orgs_where(viewer, "see_organisation"))
    return seen.select_related("organisation")


def uses_seen_by(viewer: Any) -> QuerySet[PlaceUse]:
    """The shared uses of venues by the organisations that a viewer may see."""
    seen = PlaceUse.objects.filter(organisation__in=orgs_where(viewer, "see_organisation"))
    return seen.select_related("organisation", "place__organisation")


def places_of(organisation: Organisation) -> QuerySet[Place]:
    """The venues that an organisation has today, with who else uses each."""
    found = lasting(Place.objects.filter(organisation=organisation))
    return found.prefetch_related("uses__organisation").order_by("since", "pk")


def uses_of(organisation: Organisation) -> QuerySet[PlaceUse]:
    """The venues of others that an organisation uses today."""
    found = lasting(PlaceUse.objects.filter(organisation=organisation))
    return found.select_related("place__organisation").order_by("since", "pk")


def places_to_share(organisation: Organisation) -> QuerySet[Place]:
    """The venues that an organisation is likely to share: of those around it and of those above, not its own."""
    around = organisation.parent or organisation
    near = lasting(Place.objects.filter(around.within())).exclude(organisation=organisation)
    return near.select_related("organisation").order_by("organisation__path", "pk")


def places_in(viewer: Any, under: Organisation, *, tenure: str = "", unsafe: bool = False) -> QuerySet[Place]:
    """The venues of a subtree today that a viewer may see, the smallest first; of one tenure, or only the unsafe."""
    found = lasting(places_seen_by(viewer).filter(under.within()))
    if tenure == Tenure.OTHER:
        known = [word for words in WRITTEN.values() for word in words]
        found = found.exclude(tenure__in=["", *known])
    elif tenure in Tenure.values:
        found = found.filter(tenure__in=WRITTEN[Tenure(tenure)])
    if unsafe:
        found = found.filter(Q(unsafe=True) | Q(tenure=UNSAFE))
    return found.order_by(F("area").asc(nulls_last=True), "organisation__path", "pk")


def tenures() -> list[tuple[str, str]]:
    """The kinds of tenure, each with its name in the reader's language."""
    return [(str(value), str(label)) for value, label in Tenure.choices]
