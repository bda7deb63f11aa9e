"""提醒 — what is due soon or overdue of one organisation or one person, over all campaigns, in one list a day.

Only who holds something due is reminded, and nobody else is told. The list of a day is the same whenever it is
asked for on that day's facts, so that whatever sends it may send it once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.language import strung
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries.asking import requirements_of
from zhengyou.rooms.campaigns.queries.progress import (
    organisation_lacking,
    people_lacking,
    person_lacking,
    progress_of,
)
from zhengyou.rooms.campaigns.queries.seen import campaigns_seen_by
from zhengyou.rooms.orgs.queries import home_of, organisation_of, person_of

SOON = 7  # days ahead


def reminded_of(viewer: Any) -> tuple[Any, Organisation | None, Organisation | None]:
    """One's person, where one belongs, and the organisation that one answers for."""
    person, place = person_of(viewer), organisation_of(viewer)
    home = home_of(person) if person else None
    return person, home, place if place and may(viewer, "adopt_plan", place) else None


def reminded(viewer: Any) -> bool:
    """Whether there is anybody or anything of which somebody is reminded."""
    _person, home, place = reminded_of(viewer)
    return home is not None or place is not None


@dataclass(frozen=True)
class Reminder:
    """提醒的一条 — what is missing, how much or of whom, by when."""

    due_on: date
    campaign: Campaign
    requirement: Requirement
    lacking: int
    people: dict[int, str]
    words: str = ""


def running_at(viewer: Any, organisation: Organisation) -> list[Campaign]:
    """The issued campaigns that still ask something of an organisation, among those that a viewer sees."""
    above = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    today = clock.today()
    found = campaigns_seen_by(viewer).filter(issued_on__isnull=False, organisation__path__in=above)
    return list(found.filter(starts_on__lte=today, ends_on__gte=today))


def reminders_of_organisation(viewer: Any, organisation: Organisation) -> list[Reminder]:
    """What an organisation still lacks that is due within a week or overdue, the first due first."""
    found: list[Reminder] = []
    for campaign in running_at(viewer, organisation):
        near = _near(requirements_of(campaign, organisation))
        progress = progress_of(campaign, organisation, Live(), levels=0)[organisation.pk] if near else {}
        for r in near:
            if r.pk in progress and progress[r.pk].lacking > 0:
                people = {pk: strung(words) for pk, words in people_lacking(r, organisation).items()}
                words = strung(organisation_lacking(r, organisation))
                found.append(Reminder(r.due_on, campaign, r, progress[r.pk].lacking, people, words))
    return sorted(found, key=lambda m: (m.due_on, m.requirement.pk))


def reminders_of_person(viewer: Any, home: Organisation, person_id: int) -> list[Reminder]:
    """What one person still lacks that is due within a week or overdue; nobody else's."""
    found: list[Reminder] = []
    for campaign in running_at(viewer, home):
        for r in _near(requirements_of(campaign, home)):
            if r.grain == Requirement.Grain.PERSON and (words := person_lacking(r, home, person_id)):
                found.append(Reminder(r.due_on, campaign, r, 1, {person_id: strung(words)}))
    return sorted(found, key=lambda m: (m.due_on, m.requirement.pk))


def _near(asked: Iterable[Requirement]) -> list[Requirement]:
    last = clock.today() + timedelta(days=SOON)
    return [r for r in asked if r.due_on <= last]
