"""Everything that can be asked about joint bodies: who sits on one sees it, wherever in the tree."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.meetings.queries import meetings_seen_by
from zhengyou.rooms.ties.models import BodyMember, JointBody, JointSession


def _on(day: date) -> Q:
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def bodies_seen_by(viewer: Any) -> QuerySet[JointBody]:
    """The bodies that a viewer may see: those convened in reach, and those on which an organisation in reach sits or sat."""
    seen = orgs_where(viewer, "see_ties")
    seated = BodyMember.objects.filter(member__in=seen).values("body")
    found = JointBody.objects.filter(Q(organisation__in=seen) | Q(pk__in=seated))
    return found.select_related("organisation").order_by("organisation__path", "name")


def members_on(body: JointBody, day: date | None = None) -> QuerySet[Organisation]:
    """The organisations that sit on a body on a day, the convener not among them."""
    seats = body.members.filter(_on(day or clock.today()))
    return Organisation.objects.filter(pk__in=seats.values("member")).order_by("path")


def sits_on(organisation: Organisation, body: JointBody) -> bool:
    """Whether an organisation convenes a body or sits on it today."""
    return body.organisation_id == organisation.pk or members_on(body).filter(pk=organisation.pk).exists()


def organisations_speaking(viewer: Any, deed: str, body: JointBody) -> QuerySet[Organisation]:
    """The organisations of a body for which a viewer may do a deed."""
    return orgs_where(viewer, deed).filter(
        Q(pk=body.organisation_id) | Q(pk__in=members_on(body).values("pk"))
    )


def sessions_of(body: JointBody) -> QuerySet[JointSession]:
    """The meetings of a body, the latest first."""
    found = body.sessions.select_related("meeting").prefetch_related("present")
    return found.order_by("-meeting__held_on", "-pk")


def sessions_seen_by(viewer: Any) -> QuerySet[JointSession]:
    """The meetings of the bodies that a viewer may see."""
    found = JointSession.objects.filter(body__in=bodies_seen_by(viewer))
    return found.select_related("meeting", "body", "organisation")


def seats_seen_by(viewer: Any) -> QuerySet[BodyMember]:
    """The seats on the bodies that a viewer may see."""
    return BodyMember.objects.filter(body__in=bodies_seen_by(viewer)).select_related("member", "body")


def unlinked_meetings(viewer: Any, body: JointBody) -> Any:
    """The joint meetings that the convener called without saying of which body they are, as far as a viewer sees them."""
    linked = JointSession.objects.values("meeting")
    return (
        meetings_seen_by(viewer).filter(organisation=body.organisation, kind="joint").exclude(pk__in=linked)
    )
