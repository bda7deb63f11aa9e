"""What one branch's page asks of the database, as peers would ask it: by the ORM, and by hand in SQL.

Every way tells a branch in the same words: members, secretary, due and met of both requirements, who lacks
study, steps due, lists left open, the first lessons owed, meetings to come, and the plan.
"""

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db.models import Count, Q, Sum

from bench.town import DAYS, FIRST
from zhengyou.rooms.campaigns.models import Campaign, Plan
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.orgs.models import Membership, Post
from zhengyou.rooms.pledges.models import Step

TODAY = FIRST + timedelta(days=DAYS * 9 // 10)
SOON = TODAY + timedelta(days=14)
OWED = 12  # shown on the page
Told = tuple[Any, ...]


def enough(study: int, together: int) -> bool:
    """The requirement of the made-up campaign: 14 class hours of 45 minutes, four fifths of them together."""
    return study >= 14 * 45 and together * 5 >= study * 4


def by_orm(branch: int) -> Told:
    """As a developer writes it who knows the ORM well: one annotated query for the study, one for each list."""
    counted = Q(
        person__attendances__on_day__range=(FIRST, TODAY),
        person__attendances__meeting__campaign=1,
        person__attendances__meeting__kind__in=Meeting.STUDIES,
    )
    minutes, how = "person__attendances__meeting__minutes", "person__attendances__how"
    present = counted & Q(**{how: "present"})
    attended = counted & Q(**{f"{how}__in": ("present", "at_home", "made_up")})
    here = Membership.objects.filter(organisation=branch, line="party", since__lte=TODAY)
    here = here.filter(Q(until=None) | Q(until__gt=TODAY))
    rows = here.annotate(study=Sum(minutes, filter=attended), together=Sum(minutes, filter=present))
    people = [(p, s or 0, t or 0) for p, s, t in rows.values_list("person_id", "study", "together")]
    missed = Attendance.objects.filter(
        organisation=branch, how__in=("leave", "absent"), meeting__kind__in=Meeting.STUDIES
    )
    ours = missed.filter(on_day__range=(FIRST, TODAY), meeting__campaign=1)
    made_up = ours.aggregate(due=Count("pk"), met=Count("made_up_by"))
    owed = missed.filter(made_up_by=None).select_related("person", "meeting")
    meetings = Meeting.objects.filter(organisation=branch)
    steps = Step.objects.filter(pledge__organisation=branch, due_on__lte=TODAY, fulfilment=None)
    steps = steps.filter(pledge__published_on__isnull=False, pledge__withdrawn_on=None)
    return _told(
        people,
        Post.objects.filter(organisation=branch, title="书记", until=None).select_related("person").first(),
        (made_up["due"], made_up["met"]),
        [s.pk for s in steps.select_related("pledge").order_by("due_on", "pk")[:8]],
        [m.pk for m in meetings.filter(held_on__lte=TODAY, closed_on=None)],
        [(a.person_id, a.meeting.pk) for a in owed.order_by("meeting__held_on", "person_id")[:OWED]],
        [m.pk for m in meetings.filter(held_on__range=(TODAY, SOON)).order_by("held_on")],
        Plan.objects.filter(campaign=1, organisation=branch).first(),
    )


def _told(
    people: list[tuple[int, int, int]],
    secretary: Any,
    made_up: tuple[int, int],
    steps: list[int],
    left_open: list[int],
    owed: list[tuple[int, int]],
    coming: list[int],
    plan: Any,
) -> Told:
    lacking = sorted(p for p, study, together in people if not enough(study, together))
    progress = ((len(people), len(people) - len(lacking)), made_up)
    lists = (sorted(steps), sorted(left_open), sorted(owed), sorted(coming))
    return len(people), secretary, progress, lacking, lists, plan


STUDIES = "m.kind in ('study', 'lecture')"
STUDY = f"""
    select p.person_id,
        coalesce(sum(case when a.how in ('present', 'at_home', 'made_up') then m.minutes end), 0),
        coalesce(sum(case when a.how = 'present' then m.minutes end), 0)
    from orgs_membership as p
    left join meetings_attendance as a on a.person_id = p.person_id and a.on_day between :since and :today
    left join meetings_meeting as m on m.id = a.meeting_id and {STUDIES} and m.campaign_id = 1
    where p.organisation_id = :branch and p.line = 'party' and p.since <= :today
        and (p.until is null or p.until > :today) group by p.person_id
"""  # noqa: S608 — our own words
SECRETARY = (
    "select person_id from orgs_post where organisation_id = :branch and title = '书记' and until is null"
)
MADE_UP = f"""
    select count(*), count(u.id) from meetings_attendance as a join meetings_meeting as m on m.id = a.meeting_id
    left join meetings_attendance as u on u.makes_up_id = a.id
    where a.organisation_id = :branch and a.how in ('leave', 'absent') and {STUDIES} and m.campaign_id = 1
        and a.on_day between :since and :today
"""  # noqa: S608
STEPS = """
    select s.id from pledges_pledge as p join pledges_step as s on s.pledge_id = p.id
    left join pledges_fulfilment as f on f.step_id = s.id
    where p.organisation_id = :branch and p.published_on is not null and p.withdrawn_on is null
        and s.due_on <= :today and f.id is null order by s.due_on, s.id limit 8
"""
LEFT_OPEN = "select id from meetings_meeting where organisation_id = :branch and held_on <= :today and closed_on is null"
OWING = f"""
    select a.person_id, a.meeting_id, p.name, m.title from meetings_attendance as a
    join meetings_meeting as m on m.id = a.meeting_id join orgs_person as p on p.id = a.person_id
    where a.organisation_id = :branch and a.how in ('leave', 'absent') and {STUDIES}
        and not exists (select 1 from meetings_attendance as u where u.makes_up_id = a.id)
    order by m.held_on, a.person_id limit {OWED}
"""  # noqa: S608
COMING = (
    "select id from meetings_meeting where organisation_id = :branch and held_on between :today and :soon"
)
PLAN = "select id from campaigns_plan where campaign_id = 1 and organisation_id = :branch"


class ByHand:
    """As much as the database can give: one connection, eight statements that it has parsed before."""

    def __init__(self, file: Path) -> None:
        self.db = sqlite3.connect(file)

    def __call__(self, branch: int) -> Told:
        """The page of a branch."""
        given = {"branch": branch, "since": _text(FIRST), "today": _text(TODAY), "soon": _text(SOON)}

        def ask(sql: str) -> list[Any]:
            return self.db.execute(sql, given).fetchall()

        def first(sql: str) -> list[Any]:
            return [row[0] for row in ask(sql)]

        secretary, plan = first(SECRETARY), first(PLAN)
        return _told(
            ask(STUDY),
            secretary[0] if secretary else None,
            ask(MADE_UP)[0],
            first(STEPS),
            first(LEFT_OPEN),
            [row[:2] for row in ask(OWING)],
            first(COMING),
            plan[0] if plan else None,
        )


def _text(day: date) -> str:
    return day.isoformat()


def campaign() -> Campaign:
    """The campaign that the pages are about."""
    return Campaign.objects.get(pk=1)
