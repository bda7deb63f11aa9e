"""What groups saw: their visits, the check-list of one, and the meetings at which somebody from above sat."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.supervision.models import (
    Checked,
    CheckLine,
    Presence,
    SupervisionGroup,
    SupervisionVisit,
)
from zhengyou.rooms.supervision.queries.groups import groups_for, members_on

MEETINGS_SINCE = 60  # days in which a meeting still stands on the page of those who were there


def visits_seen_by(viewer: Any) -> QuerySet[SupervisionVisit]:
    """The visits that a viewer may look at, newest first."""
    found = SupervisionVisit.objects.filter(organisation__in=orgs_where(viewer, "see_visits"))
    return found.select_related("organisation", "group__campaign", "group__organisation")


def last_visits(group: SupervisionGroup) -> dict[int, date]:
    """When a group was last at each organisation."""
    found = group.visits.values_list("organisation").annotate(on=Max("visited_on")).order_by()
    return dict(found)


def visits_in_quarter(organisation: Organisation, day: date) -> list[SupervisionVisit]:
    """The visits that any group paid to an organisation in the quarter of a day, for its whole campaign."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    after = (first + timedelta(days=100)).replace(day=1)
    found = SupervisionVisit.objects.filter(
        organisation=organisation, visited_on__gte=first, visited_on__lt=after
    )
    return list(found.select_related("group").order_by("visited_on", "pk"))


def open_visits_of(groups: Collection[SupervisionGroup]) -> list[SupervisionVisit]:
    """Visits of groups that nobody has said a last word about yet, oldest first."""
    found = SupervisionVisit.objects.filter(group__in=groups, finished_on=None)
    return list(found.select_related("organisation", "group").order_by("visited_on", "pk"))


def check_list_of(visit: SupervisionVisit) -> list[tuple[CheckLine, str]]:
    """The check-list of a visit's group, each line with how it stood there; nothing where it was not said."""
    said = {c.item_id: c.how for c in Checked.objects.filter(visit=visit)}
    return [(item, said.get(item.pk, "")) for item in visit.group.checks.all()]


def checks_without_finding(visit: SupervisionVisit) -> list[CheckLine]:
    """Lines that looked wrong at a visit and about which nothing was found."""
    found = visit.findings.filter(item__isnull=False).values("item")
    wanting = Checked.objects.filter(visit=visit, how=Checked.How.WANTING).exclude(item__in=found)
    return [checked.item for checked in wanting.select_related("item")]


def presences_in(meetings: QuerySet[Any], capacity: str) -> set[int]:
    """At which of some meetings somebody from above was in a capacity."""
    found = Presence.objects.filter(meeting__in=meetings.order_by().values("pk"), capacity=capacity)
    return set(found.values_list("meeting_id", flat=True))


def presences_at(meeting: Any) -> list[Presence]:
    """Who from above was at a meeting."""
    return list(Presence.objects.filter(meeting=meeting).select_related("who", "group").order_by("pk"))


def may_have_been_there(meeting: Any) -> list[tuple[SupervisionGroup, Any]]:
    """The members of the groups that a meeting's organisation was assigned to on its day."""
    found = groups_for(meeting.organisation, meeting.held_on, meeting.campaign)
    return [(group, held.user) for group in found for held in members_on(group, meeting.held_on)]


def unattended(meetings: QuerySet[Any], groups: Collection[SupervisionGroup]) -> list[Any]:
    """Transition meetings of late at which nobody of a group is entered yet: of the given ones, newest first."""
    since = clock.today() - timedelta(days=MEETINGS_SINCE)
    there = Presence.objects.filter(group__in=groups).values("meeting")
    found = meetings.filter(kind="transition", held_on__range=(since, clock.today())).exclude(pk__in=there)
    return list(found.order_by("-held_on", "-pk"))
