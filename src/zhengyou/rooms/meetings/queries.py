"""Everything that can be asked about meetings."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.models import Stage
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.orgs.models import Membership, Person

MISSED = Q(how__in=(Attendance.How.LEAVE, Attendance.How.ABSENT))


def meetings_seen_by(viewer: Any) -> QuerySet[Meeting]:
    """The meetings whose lists a viewer may look at, newest first."""
    return Meeting.objects.filter(organisation__in=orgs_where(viewer, "see_attendance")).select_related(
        "organisation"
    )


def due_at(meeting: Meeting) -> QuerySet[Person]:
    """Who is due at a meeting: the organisation's party members on its day; nobody is asked to list them."""
    held = Membership.objects.filter(
        Q(until=None) | Q(until__gt=meeting.held_on),
        organisation=meeting.organisation,
        line=Membership.Line.PARTY,
        since__lte=meeting.held_on,
    )
    return Person.objects.filter(pk__in=held.values("person")).order_by("pk")


def list_of(meeting: Meeting) -> list[tuple[Person, Attendance | None]]:
    """The list at the door: everybody due with what is recorded about them, in the roster's order."""
    recorded = {a.person_id: a for a in meeting.attendances.filter(makes_up=None)}
    return [(person, recorded.get(person.pk)) for person in due_at(meeting)]


def owed_by(organisation: Organisation) -> QuerySet[Attendance]:
    """应补课人员 — what was missed in an organisation's study meetings and is not made up yet, oldest first."""
    found = Attendance.objects.filter(
        MISSED, organisation=organisation, made_up_by=None, meeting__kind__in=Meeting.STUDIES
    )
    return found.select_related("person", "meeting").order_by("meeting__held_on", "person_id")


def coming(organisation: Organisation, days: int = 14) -> QuerySet[Meeting]:
    """The meetings of the next days, soonest first."""
    today = clock.today()
    span = (today, today + timedelta(days=days))
    return Meeting.objects.filter(organisation=organisation, held_on__range=span).order_by(
        "held_on", "starts_at"
    )


def lists_left_open(organisation: Organisation) -> QuerySet[Meeting]:
    """Meetings that are over and whose list nobody closed."""
    return Meeting.objects.filter(organisation=organisation, held_on__lte=clock.today(), closed_on=None)


def attended_by(person: Person) -> QuerySet[Attendance]:
    """What is recorded about one person, newest first: for that person's own page."""
    return Attendance.objects.filter(person=person).select_related("meeting").order_by("-on_day", "-pk")


def transition_meetings(stage: Stage) -> dict[int, date]:
    """When each organisation last held its transition meeting about a stage, supervision group present, list closed."""
    found = Meeting.objects.filter(
        stage=stage, kind=Meeting.Kind.TRANSITION, supervised=True, closed_on__isnull=False
    ).order_by("held_on")
    return dict(found.values_list("organisation_id", "held_on"))


def counted(meetings: QuerySet[Meeting]) -> list[tuple[Meeting, int, int]]:
    """Meetings, each with how many are entered and how many of them were present, in two queries."""
    listed = list(meetings)
    rows = Attendance.objects.filter(meeting__in=[m.pk for m in listed], makes_up=None).values("meeting")
    found = rows.annotate(entered=Count("pk"), present=Count("pk", filter=Q(how=Attendance.How.PRESENT)))
    numbers = {row["meeting"]: (row["entered"], row["present"]) for row in found}
    return [(m, *numbers.get(m.pk, (0, 0))) for m in listed]


def person_due_at(meeting: Meeting, person_id: int) -> Person:
    """One person on a meeting's list; 404 for anybody else."""
    return get_object_or_404(due_at(meeting), pk=person_id)


def missed_seen_by(viewer: Any) -> QuerySet[Attendance]:
    """The misses that a viewer may look at."""
    return Attendance.objects.filter(MISSED, organisation__in=orgs_where(viewer, "see_attendance"))
