"""Which plans hold where, and who has to read what."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.tree import WIDTH
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.study.models import Reading, ReadingDone, ReadingTaught, StudyPlan, Topic


def paths_over(organisation: Organisation) -> list[str]:
    """Where an organisation and all above it stand in the tree."""
    return [organisation.path[:n] for n in range(WIDTH, len(organisation.path) + 1, WIDTH)]


def plans_over(organisation: Organisation) -> QuerySet[StudyPlan]:
    """The study plans that hold in an organisation: its own and those of all above it, the nearest level last."""
    found = StudyPlan.objects.filter(organisation__path__in=paths_over(organisation)).select_related(
        "organisation"
    )
    return found.order_by("organisation__path", "starts_on")


def plans_seen_by(viewer: Any) -> QuerySet[StudyPlan]:
    """The study plans that a viewer may read: those over and those within one's organisations."""
    return StudyPlan.objects.filter(organisation__in=orgs_where(viewer, "see_study_plan")).select_related(
        "organisation", "campaign"
    )


def readings_seen_by(viewer: Any) -> QuerySet[Reading]:
    """The texts on the plans that a viewer may read."""
    return Reading.objects.filter(plan__in=plans_seen_by(viewer)).select_related("plan__organisation")


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


def texts_over(organisation: Organisation) -> QuerySet[Reading]:
    """The texts on the plans that hold in an organisation, which a lecture there may be on."""
    return Reading.objects.filter(plan__in=plans_over(organisation)).select_related("plan")


def texts_taught(meetings: Collection[int]) -> dict[int, list[str]]:
    """Which texts some meetings were on, by meeting."""
    found: dict[int, list[str]] = {}
    for meeting, title in _taught(meetings).values_list("meeting", "reading__title"):
        found.setdefault(meeting, []).append(title)
    return found


def taught_at(meeting: int) -> list[int]:
    """The keys of the texts that a meeting was on."""
    return list(_taught([meeting]).values_list("reading", flat=True))


def _taught(meetings: Collection[int]) -> QuerySet[ReadingTaught]:
    return ReadingTaught.objects.filter(meeting__in=meetings).order_by("reading__due_on", "reading")


def topics_for(organisation: Organisation, plan: StudyPlan) -> QuerySet[Topic]:
    """The topics of a plan in a unit: those for all, then its own."""
    places = {plan.organisation_id, organisation.pk}
    found = Topic.objects.filter(plan=plan, organisation__in=places).select_related("organisation")
    return found.order_by("organisation__path", "pk")


def readers_of(organisation: Organisation, plan: StudyPlan) -> dict[int, int]:
    """How many of an organisation's members have read each text of a plan."""
    rows = ReadingDone.objects.filter(reading__plan=plan, organisation=organisation)
    return dict(rows.order_by().values_list("reading").annotate(n=Count("pk")))


def read_by(people: QuerySet[Person], reading: Reading) -> set[int]:
    """Who of some people has read a text."""
    found = ReadingDone.objects.filter(reading=reading, person__in=people)
    return set(found.values_list("person_id", flat=True))


def texts_for(person: Person, organisation: Organisation) -> list[tuple[Reading, bool]]:
    """What one member has to read, soonest due first, and whether that was entered as read."""
    listed = Reading.objects.filter(plan__in=plans_over(organisation)).select_related("plan")
    done = set(ReadingDone.objects.filter(person=person).values_list("reading_id", flat=True))
    return [(reading, reading.pk in done) for reading in listed.order_by("due_on", "pk")]
