"""Meetings of the play: twelve of study, what was missed made up, others as they are needed."""

from datetime import date, timedelta
from typing import Any

from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list, record_make_up
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.meetings.queries import due_at, owed_by

TITLES = (
    "学习党章",
    "学习十七届四中全会决定",
    "学习市委通知和领导讲话",
    "讨论：党员的先锋模范作用",
    "学习先进典型事迹",
    "党课：为群众办实事",
)
# Who lectures, and as what: the secretary, somebody who leads, a teacher of the party school.
SPEAKERS = (("", "member"), ("镇党委书记", "leader"), ("市委党校教师", "expert"))
TOPIC = "先锋模范作用"
# By weeks of being late: the part of what was missed that is made up, now and on a second day.
MADE_UP = {0: (1.0, 1.0), 2: (0.75, 1.0), 3: (0.5, 0.2)}


def study(branch: Branch, campaign: Campaign) -> Life:
    """Twelve meetings of four class hours: called, ticked at the door, closed; then what was missed is made up."""
    stage = campaign.stages.first()
    for n in range(12):
        day = date(2010, 5, 12) + timedelta(days=4 * n + branch.late_weeks)
        yield day - timedelta(days=3), 9
        kind = Meeting.Kind.LECTURE if n % 6 == 5 else Meeting.Kind.STUDY
        lecture = lectured(branch, branch.number + n) if kind == Meeting.Kind.LECTURE else {}
        meeting = called(branch, kind, TITLES[n % 6], day, 180, campaign=campaign, stage=stage, **lecture)
        yield day, 20
        hows = {person.pk: _how(branch) for person in due_at(meeting)}
        record_list(branch.secretary, meeting, hows={k: how for k, how in hows.items() if how != "absent"})
        close_list(branch.secretary, meeting)
    first = date(2010, 6, 29) + timedelta(weeks=branch.late_weeks)
    for day, part in zip((first, first + timedelta(weeks=3)), MADE_UP[branch.late_weeks], strict=True):
        yield day, 20
        for missed in list(owed_by(branch.organisation)):
            if branch.chance.random() < part:
                record_make_up(branch.secretary, missed, on_day=day, at_home=branch.chance.random() < 0.15)


def meet_today(branch: Branch, campaign: Campaign, day: date) -> Life:
    """A meeting whose list is still open when the play stops: half are ticked, the others are coming in."""
    yield day - timedelta(days=4), 9
    title, lecture = "党课：一年的承诺怎么看", lectured(branch, 0)
    meeting = called(branch, Meeting.Kind.LECTURE, title, day, 90, campaign=campaign, **lecture)
    yield day, 8
    come = list(due_at(meeting))
    record_list(branch.secretary, meeting, hows={p.pk: "present" for p in come[: len(come) // 2]})


def called(branch: Branch, kind: str, title: str, day: date, minutes: int, **details: Any) -> Meeting:
    """A meeting of the branch in its usual room."""
    return call_meeting(
        branch.secretary,
        branch.organisation,
        kind=kind,
        title=title,
        held_on=day,
        minutes=minutes,
        place="党员活动室",
        **details,
    )


def lectured(branch: Branch, n: int) -> dict[str, str]:
    """Who gives a lecture, and on what."""
    speaker, speaks_as = SPEAKERS[n % len(SPEAKERS)]
    name = speaker or str(branch.secretary.person)
    return {"speaker": name, "speaks_as": speaks_as, "topic": TOPIC}


def all_came(branch: Branch, meeting: Meeting) -> None:
    """The list of a meeting to which everybody came."""
    record_list(branch.secretary, meeting, hows={p.pk: "present" for p in due_at(meeting)})
    close_list(branch.secretary, meeting)


def _how(branch: Branch) -> str:
    if branch.chance.random() < branch.presence:
        return Attendance.How.PRESENT
    return branch.chance.choices(("leave", "absent", "at_home"), (6, 3, 1))[0]
