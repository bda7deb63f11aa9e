"""Hand-overs: who holds them now, how long they have been under way, who may see them."""

from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.mobility.models import Transfer
from zhengyou.rooms.orgs.models import Membership, Person, Post
from zhengyou.rooms.orgs.queries import current


def under_way(person: Person, line: str) -> QuerySet[Transfer]:
    """The hand-over of somebody that is not closed, if there is one."""
    return Transfer.objects.filter(person=person, line=line, closed_on=None)


def membership_moved(transfer: Transfer) -> Membership | None:
    """The membership that a hand-over moves; nothing where it has ended meanwhile."""
    held = Membership.objects.filter(
        person=transfer.person_id, line=transfer.line, organisation=transfer.organisation_id, until=None
    )
    return held.select_related("person", "organisation").first()


def current_post(membership: Membership) -> Post | None:
    """An office that somebody still holds in the organisation to be left."""
    held = Post.objects.filter(current(), person=membership.person, organisation=membership.organisation)
    return held.select_related("organisation").first()


def transfers_seen_by(viewer: Any) -> QuerySet[Transfer]:
    """The hand-overs that an organisation in reach gives out or receives, and one's own; both sides see the same."""
    reach = orgs_where(viewer, "see_transfers")
    seen = Q(organisation__in=reach) | Q(to__in=reach)
    seen |= Q(person=getattr(viewer, "person_id", None) or 0)
    return Transfer.objects.filter(seen).select_related("person", "organisation", "to")


def transfers_open_to(viewer: Any) -> QuerySet[Transfer]:
    """Those under way, the longest due first."""
    return transfers_seen_by(viewer).filter(closed_on=None).order_by("due_on", "pk")


def transfers_closed_to(viewer: Any) -> QuerySet[Transfer]:
    """Those closed, the latest first."""
    return transfers_seen_by(viewer).filter(closed_on__isnull=False).order_by("-closed_on", "-pk")


def transfers_held_at(viewer: Any, organisation: Organisation) -> QuerySet[Transfer]:
    """Those under way from or to one organisation, what waits for it before what it waits for."""
    here = Q(organisation=organisation) | Q(to=organisation)
    waits = Case(When(to=organisation, then=Value(0)), default=Value(1), output_field=IntegerField())
    return transfers_open_to(viewer).filter(here).order_by(waits, "due_on", "pk")


def transfers_of(viewer: Any, person: Person) -> QuerySet[Transfer]:
    """The hand-overs of one person that a viewer may see, the latest first."""
    return transfers_seen_by(viewer).filter(person=person).order_by("-given_on", "-pk")


def is_overdue(transfer: Transfer) -> bool:
    """Whether a hand-over is still under way though its last day has passed."""
    return transfer.closed_on is None and transfer.due_on < clock.today()
