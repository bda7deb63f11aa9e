"""Which plans hold where, and who has to read what."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.tree import WIDTH
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.study.models import Reading, StudyPlan


def plans_over(organisation: Organisation) -> QuerySet[StudyPlan]:
    """The study plans that hold in an organisation: its own and those of all above it, the nearest level last."""
    steps = range(WIDTH, len(organisation.path) + 1, WIDTH)
    above = [organisation.path[:n] for n in steps]
    found = StudyPlan.objects.filter(organisation__path__in=above).select_related("organisation")
    return found.order_by("organisation__path", "starts_on")


def plans_seen_by(viewer: Any) -> QuerySet[StudyPlan]:
    """The study plans that a viewer may read: those over and those within one's organisations."""
    return StudyPlan.objects.filter(organisation__in=orgs_where(viewer, "see_study_plan")).select_related(
        "organisation", "campaign"
    )


def due_to_read(organisation: Organisation, reading: Reading) -> QuerySet[Person]:
    """Who of an organisation has to read a text: its party members on the day by which it is due, so far as that is known."""
    if not organisation.path.startswith(reading.plan.organisation.path):
        return Person.objects.none()
    day = min(reading.due_on, clock.today())
    held = Membership.objects.filter(
        Q(until=None) | Q(until__gt=day),
        organisation=organisation,
        line=Membership.Line.PARTY,
        since__lte=day,
    )
    return Person.objects.filter(pk__in=held.values("person")).order_by("pk")
