"""Who is due at a meeting, and where each of them belongs."""

from datetime import date

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from zhengyou.rooms.meetings.models import Attendance, Leave, Meeting
from zhengyou.rooms.orgs.models import Membership, Person, Post

MISSED = Q(how__in=(Attendance.How.LEAVE, Attendance.How.ABSENT))
Kind = Meeting.Kind


def due_at(meeting: Meeting) -> QuerySet[Person]:
    """Who is due at a meeting; nobody is asked to list them.

    The party members of the organisation, and of those it meets with, on the day; at a committee's meeting
    whoever holds an office there; at a make-up class whoever still owes what is taught again.
    """
    return Person.objects.filter(_due(meeting)).order_by("pk")


def _due(meeting: Meeting) -> Q:
    match meeting.kind:
        case Kind.MAKE_UP:
            # Whoever was entered stays on the list, although nothing is owed any more.
            entered = meeting.attendances.values("person")
            return Q(pk__in=owed_for(meeting).order_by().values("person")) | Q(pk__in=entered)
        case Kind.COMMITTEE:
            held = Post.objects.filter(_lasting(meeting.held_on), organisation=meeting.organisation)
            return Q(pk__in=held.values("person"))
        case _:
            return Q(pk__in=_members(meeting).values("person"))


def _lasting(day: date) -> Q:
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def _members(meeting: Meeting) -> QuerySet[Membership]:
    places = [meeting.organisation_id]
    if meeting.pk:
        places += meeting.partners.values_list("pk", flat=True)
    return Membership.objects.filter(
        _lasting(meeting.held_on), organisation__in=places, line=Membership.Line.PARTY
    )


def homes_at(meeting: Meeting) -> dict[int, int]:
    """For everybody due the organisation under which it is entered: one's own, so that hours count where one belongs."""
    if meeting.kind in (Kind.COMMITTEE, Kind.MAKE_UP):
        return dict.fromkeys(due_at(meeting).values_list("pk", flat=True), meeting.organisation_id)
    return dict(_members(meeting).values_list("person_id", "organisation_id"))


def home_at(meeting: Meeting, person: Person) -> int | None:
    """The same for one person; nothing for whoever is not due."""
    if meeting.kind in (Kind.COMMITTEE, Kind.MAKE_UP):
        return meeting.organisation_id if due_at(meeting).filter(pk=person.pk).exists() else None
    return _members(meeting).filter(person=person).values_list("organisation_id", flat=True).first()


def owed_for(meeting: Meeting) -> QuerySet[Attendance]:
    """What a make-up class can make up: the meeting it repeats, or that of its topic, or anything owed; oldest first."""
    found = Attendance.objects.filter(
        MISSED,
        organisation=meeting.organisation,
        made_up_by=None,
        meeting__kind__in=Meeting.STUDIES,
        meeting__held_on__lte=meeting.held_on,
    )
    if meeting.repeats_id:
        found = found.filter(meeting_id=meeting.repeats_id)
    elif meeting.topic:
        found = found.filter(meeting__topic=meeting.topic)
    return found.order_by("meeting__held_on", "pk")


def excused_at(meeting: Meeting) -> dict[int, Leave]:
    """The leave that covers a meeting's day, by whom it was granted to."""
    found = Leave.objects.filter(Leave.covering(meeting.held_on), person__in=due_at(meeting))
    return {leave.person_id: leave for leave in found}


def person_due_at(meeting: Meeting, person_id: int) -> Person:
    """One person on a meeting's list; 404 for anybody else."""
    return get_object_or_404(due_at(meeting), pk=person_id)
