"""时钟 — what day it is here: today's date, unless an installation is played on another day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

_played: ContextVar[datetime | None] = ContextVar("played", default=None)


def now() -> datetime:
    """此刻 — the moment at which a deed is entered, aware of its zone."""
    played = _played.get()
    if played is not None:
        return played
    real = timezone.now()
    shown: date | None = getattr(settings, "TODAY", None)
    if shown is None:
        return real
    return datetime.combine(shown, timezone.localtime(real).time(), tzinfo=timezone.get_current_timezone())


def today() -> date:
    """今天 — the calendar day on which rules are judged and lists are drawn."""
    return timezone.localtime(now()).date()


@contextmanager
def played_at(day: date, hour: int = 9, minute: int = 0) -> Iterator[None]:
    """Let everything inside happen on another day: the demonstration and the tests use it."""
    moment = datetime.combine(day, time(hour, minute), tzinfo=timezone.get_current_timezone())
    token = _played.set(moment)
    try:
        yield
    finally:
        _played.reset(token)


def days(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    while first <= last:
        yield first
        first += timedelta(days=1)
