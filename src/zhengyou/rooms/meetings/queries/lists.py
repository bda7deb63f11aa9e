"""Meetings and their lists, as far as a viewer may see them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.meetings.models import Attendance, Meeting, Resolution
from zhengyou.rooms.meetings.queries.due import MISSED, due_at, homes_at
from zhengyou.rooms.orgs.models import Person

How = Attendance.How
A_BATCH = 1000


def meetings_seen_by(viewer: Any) -> QuerySet[Meeting]:
    """The meetings whose lists a viewer may look at, newest first; of a joint one also those who meet with others."""
    reach = orgs_where(viewer, "see_attendance")
    found = Meeting.objects.filter(Q(organisation__in=reach) | Q(pk__in=joined_by(reach)))
    return found.select_related("organisation")


def joined_by(organisations: Iterable[Organisation]) -> QuerySet[Any]:
    """The keys of the meetings that others called and these take part in."""
    through: QuerySet[Any] = Meeting.partners.through.objects.filter(organisation__in=organisations)
    return through.values("meeting_id")


def list_of(meeting: Meeting, viewer: Any = None) -> list[tuple[Person, Attendance | None]]:
    """The list at the door: everybody due with what is recorded about them, in the roster's order.

    A viewer from one of several organisations that meet sees those of one's own.
    """
    recorded = {a.person_id: a for a in meeting.attendances.filter(makes_up=None)}
    shown = due_at(meeting)
    if viewer is not None and not _sees_all(viewer, meeting):
        reach = set(orgs_where(viewer, "see_attendance").values_list("pk", flat=True))
        shown = shown.filter(pk__in=[person for person, home in homes_at(meeting).items() if home in reach])
    return [(person, recorded.get(person.pk)) for person in shown]


def _sees_all(viewer: Any, meeting: Meeting) -> bool:
    return orgs_where(viewer, "see_attendance").filter(pk=meeting.organisation_id).exists()


def home_names(meeting: Meeting) -> dict[int, str]:
    """For everybody due the name of the organisation under which it is entered."""
    homes = homes_at(meeting)
    names = dict(Organisation.objects.filter(pk__in=set(homes.values())).values_list("pk", "short_name"))
    return {person: names[home] for person, home in homes.items()}


def made_up_of(meeting: Meeting) -> dict[int, Attendance]:
    """How misses of a meeting were made up, by the key of the miss."""
    found = meeting.attendances.filter(makes_up__isnull=False)
    return {missed: made for made in found if (missed := made.makes_up_id)}


def entry_of(meeting: Meeting, person: Person) -> Attendance | None:
    """What is recorded about one person at a meeting."""
    return meeting.attendances.filter(person=person, makes_up=None).first()


def counts_of(meeting: Meeting) -> dict[str, int]:
    """How many are due at a meeting and how many are entered how, counted by the database."""
    rows = meeting.attendances.filter(makes_up=None).order_by().values_list("how").annotate(n=Count("pk"))
    found, due = dict(rows), due_at(meeting).count()
    return {
        "due": due,
        "present": found.get(How.PRESENT, 0),
        "leave": found.get(How.LEAVE, 0),
        "absent": found.get(How.ABSENT, 0),
        "taught": found.get(How.AT_HOME, 0),
        "open": due - sum(found.values()),
    }


def owed_by(organisation: Organisation) -> QuerySet[Attendance]:
    """应补课人员 — what was missed in study meetings by those of an organisation and is not made up yet, oldest first."""
    found = Attendance.objects.filter(
        MISSED, organisation=organisation, made_up_by=None, meeting__kind__in=Meeting.STUDIES
    )
    return found.select_related("person", "meeting").order_by("meeting__held_on", "person_id")


def owed_in(organisations: QuerySet[Organisation]) -> QuerySet[Attendance]:
    """The same for several organisations at once, by organisation."""
    found = Attendance.objects.filter(
        MISSED, organisation__in=organisations, made_up_by=None, meeting__kind__in=Meeting.STUDIES
    )
    found = found.select_related("person", "meeting", "organisation")
    return found.order_by("organisation__path", "meeting__held_on", "person_id")


def held_since(organisation: Organisation, since: date) -> QuerySet[Meeting]:
    """The meetings of an organisation from a day on, those it has together with others too, the earliest first."""
    return _held_by(organisation).filter(held_on__gte=since).order_by("held_on", "pk")


def coming(organisation: Organisation, days: int = 14) -> QuerySet[Meeting]:
    """The meetings of the next days, soonest first, joint ones too."""
    today = clock.today()
    span = (today, today + timedelta(days=days))
    return _held_by(organisation).filter(held_on__range=span).order_by("held_on", "starts_at")


def _held_by(organisation: Organisation) -> QuerySet[Meeting]:
    """Its own meetings and those it has together with others."""
    return Meeting.objects.filter(Q(organisation=organisation) | Q(pk__in=joined_by([organisation])))


def lists_left_open(organisation: Organisation) -> QuerySet[Meeting]:
    """Meetings that are over and whose list nobody closed."""
    return Meeting.objects.filter(organisation=organisation, held_on__lte=clock.today(), closed_on=None)


def attended_by(person: Person) -> QuerySet[Attendance]:
    """What is recorded about one person, newest first: for that person's own page."""
    return Attendance.objects.filter(person=person).select_related("meeting").order_by("-on_day", "-pk")


def counted(meetings: Iterable[Meeting]) -> list[tuple[Meeting, int, int]]:
    """Meetings, each with how many are entered and how many of them were present, a thousand in one query."""
    listed = list(meetings)
    numbers: dict[int, tuple[int, int]] = {}
    for start in range(0, len(listed), A_BATCH):
        some = [m.pk for m in listed[start : start + A_BATCH]]
        rows = Attendance.objects.filter(meeting__in=some, makes_up=None).values("meeting").order_by()
        found = rows.annotate(entered=Count("pk"), present=Count("pk", filter=Q(how=How.PRESENT)))
        numbers |= {row["meeting"]: (row["entered"], row["present"]) for row in found}
    return [(m, *numbers.get(m.pk, (0, 0))) for m in listed]


def lectures_seen_by(viewer: Any) -> QuerySet[Meeting]:
    """党课登记 — the lectures that were held, newest first, as far as their lists may be seen."""
    found = meetings_seen_by(viewer).filter(kind=Meeting.Kind.LECTURE, held_on__lte=clock.today())
    return found.prefetch_related("partners")


def missed_seen_by(viewer: Any) -> QuerySet[Attendance]:
    """The misses that a viewer may look at."""
    return Attendance.objects.filter(MISSED, organisation__in=orgs_where(viewer, "see_attendance"))


def ways_to_make_up(missed: Attendance) -> QuerySet[Meeting]:
    """The make-up classes at which a miss could have been made up: held since, by the same organisation, of its topic."""
    same = Q(repeats=missed.meeting_id) | Q(repeats=None, topic="")
    if missed.meeting.topic:
        same |= Q(repeats=None, topic=missed.meeting.topic)
    return Meeting.objects.filter(
        same,
        kind=Meeting.Kind.MAKE_UP,
        organisation=missed.organisation_id,
        held_on__range=(missed.meeting.held_on, clock.today()),
    ).order_by("-held_on", "-pk")


def made_up_seen_by(viewer: Any) -> QuerySet[Attendance]:
    """Make-ups that were entered, newest first, for whoever keeps them."""
    found = Attendance.objects.filter(
        makes_up__isnull=False, organisation__in=orgs_where(viewer, "record_make_up")
    )
    return found.select_related("person", "meeting", "at").order_by("-on_day", "-pk")


def study_meetings_of(organisation: Organisation) -> QuerySet[Meeting]:
    """The study meetings of an organisation at which something is still owed, for a class that makes them up."""
    owed = owed_by(organisation).order_by().values("meeting")
    return Meeting.objects.filter(organisation=organisation, pk__in=owed).order_by("-held_on", "-pk")


def joint_nearby(organisation: Organisation) -> QuerySet[Meeting]:
    """Joint meetings that an organisation's neighbours have called and it may still join; of them no list is shown."""
    found = Meeting.objects.filter(
        kind=Meeting.Kind.JOINT,
        closed_on=None,
        held_on__gte=clock.today(),
        organisation__parent=organisation.parent_id,
    )
    joined = found.filter(partners=organisation).values("pk")
    return (
        found.exclude(organisation=organisation)
        .exclude(pk__in=joined)
        .select_related("organisation")
        .order_by("held_on")
    )


def resolutions_seen_by(viewer: Any) -> QuerySet[Resolution]:
    """What meetings settled, as far as their lists may be seen."""
    found = Resolution.objects.filter(meeting__in=meetings_seen_by(viewer).order_by())
    return found.select_related("owner", "meeting")
