"""日历 — what is coming as a calendar that telephones and mail programs subscribe to (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from icalendar import Calendar, Event

AGAIN = timedelta(hours=6)  # how often a program may ask again


@dataclass(frozen=True)
class Entry:
    """日历上的一条 — a day, or from a time on for so many minutes; ``key`` stays the same when its words change."""

    key: str
    title: str
    on: date
    at: time | None = None
    minutes: int = 0
    where: str = ""
    words: str = ""


def feed(name: str, entries: Iterable[Entry], host: str) -> bytes:
    """The entries as one calendar; what has no time of day stands above the hours and blocks none of them."""
    calendar: Any = Calendar()
    calendar.add("prodid", "-//Zhengyou//zhengyou//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", f"PT{AGAIN.seconds // 3600}H")
    for entry in entries:
        calendar.add_component(_event(entry, host))
    return bytes(calendar.to_ical())


def _event(entry: Entry, host: str) -> Any:
    event: Any = Event()
    event.add("uid", f"{entry.key}@{host}")
    event.add("summary", entry.title)
    # The same facts give the same bytes: a stamp of the day, and not of the moment of asking.
    event.add("dtstamp", datetime.combine(entry.on, time(), timezone.get_default_timezone()))
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("transp", "TRANSPARENT")
    else:
        starts = datetime.combine(entry.on, entry.at, timezone.get_default_timezone())
        event.add("dtstart", starts.astimezone(UTC))
        event.add("duration", timedelta(minutes=entry.minutes))
    if entry.where:
        event.add("location", entry.where)
    if entry.words:
        event.add("description", entry.words)
    return event
