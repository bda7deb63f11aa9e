"""Who wants reminders where, and what became of those that went out."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import OPERATOR, may, orgs_where
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.notices.models import Choice, Robot, Sending
from zhengyou.rooms.notices.queries.due import Line, due_of_group, due_of_person, fingerprint

TRIES = 3  # a day, of what certainly did not go out
AGAIN_AFTER = timedelta(days=7)  # the same list is not told every day
KEPT = timedelta(days=14)  # that an administrator is told of what did not go out


def choice_of(user: Any) -> Choice | None:
    """How an account wants its list, where it ever said so."""
    return Choice.objects.filter(user=user.pk).first()


def robot_of(place: Organisation | None) -> Robot | None:
    """The robot of an organisation's group, or none."""
    return Robot.objects.filter(organisation=place, ended_on=None).first() if place else None


def whoever_wants_mail() -> QuerySet[User]:
    """Accounts that may sign in and asked for mail."""
    wanted = Choice.objects.filter(by_mail=True).values("user")
    return User.objects.filter(pk__in=wanted, is_active=True).order_by("pk")


def with_robots() -> QuerySet[Robot]:
    """The robots of organisations that stand."""
    standing = Organisation.objects.filter(Organisation.standing())
    found = Robot.objects.filter(ended_on=None, organisation__in=standing)
    return found.select_related("organisation").order_by("organisation__path")


def lists_of_today() -> Iterator[tuple[str, Any, list[Line]]]:
    """Channel, for whom, what; only where something is due, and the same is not told again within a week."""
    for user in whoever_wants_mail():
        if (lines := due_of_person(user) + _of_the_machine(user)) and not _told_lately(lines, user=user):
            yield Sending.Channel.MAIL, user, lines
    for robot in with_robots():
        place = robot.organisation
        lines = due_of_group(place, robot.entered_by)
        if lines and not _told_lately(lines, organisation=place):
            yield Sending.Channel.ROBOT, robot, lines


def _told_lately(lines: list[Line], **to: Any) -> bool:
    """Whether the very same matters went out in the days before today."""
    today = clock.today()
    earlier = Sending.objects.filter(day__lt=today, day__gt=today - AGAIN_AFTER, end=Sending.End.SENT, **to)
    last = earlier.order_by("-day").first()
    return last is not None and last.content == fingerprint(lines)


def _of_the_machine(user: User) -> list[Line]:
    """What an administrator is told besides: reminders of the days before that did not go out."""
    if not may(user, "see_sendings", None):
        return []
    number = unsent().filter(day__lt=clock.today()).count()
    words = f"有{number}份提醒没有发出"
    return [Line(clock.today(), words, "/notices/unsent/", f"unsent {number}")] if number else []


def unsent() -> QuerySet[Sending]:
    """What did not go out in the last days, or of which nobody knows; what is being sent this minute is not in it."""
    moment = clock.now() - timedelta(minutes=15)
    found = Sending.objects.filter(day__gt=clock.today() - KEPT).exclude(end=Sending.End.SENT)
    found = found.filter(Q(end=Sending.End.FAILED) | Q(at__lt=moment))
    return found.select_related("user", "organisation")


def unsent_seen_by(viewer: Any) -> QuerySet[Sending] | None:
    """The same, for administrators."""
    is_theirs = viewer is OPERATOR or orgs_where(viewer, "see_sendings").exists()
    return unsent() if is_theirs else None
