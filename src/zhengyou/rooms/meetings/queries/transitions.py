"""转段分析会 — the meetings that judge a stage, and who of the own people came: what gates ask about."""

from collections.abc import Collection

from django.db.models import Count, Q, QuerySet

from zhengyou.rooms.campaigns.models import Stage
from zhengyou.rooms.meetings.models import Attendance, Meeting


def transitions_held(stage: Stage) -> QuerySet[Meeting]:
    """Every transition meeting about a stage whose list is closed, the latest last."""
    found = Meeting.objects.filter(stage=stage, kind=Meeting.Kind.TRANSITION, closed_on__isnull=False)
    return found.order_by("held_on", "pk")


def well_attended(meetings: QuerySet[Meeting]) -> set[int]:
    """Which of some meetings more than half of those on the list came to; a closed list holds everybody due."""
    rows = Attendance.objects.filter(meeting__in=meetings.order_by().values("pk"), makes_up=None)
    came = Count("pk", filter=Q(how=Attendance.How.PRESENT))
    found = rows.values_list("meeting").annotate(entered=Count("pk"), came=came).order_by()
    return {pk for pk, entered, came in found if came * 2 > entered}


def came_to(meetings: QuerySet[Meeting], people: Collection[int]) -> set[tuple[int, int]]:
    """Who of some people was at which of some meetings: pairs of meeting and person."""
    found = Attendance.objects.filter(
        meeting__in=meetings.order_by().values("pk"),
        person__in=people,
        makes_up=None,
        how=Attendance.How.PRESENT,
    )
    return set(found.values_list("meeting_id", "person_id"))
