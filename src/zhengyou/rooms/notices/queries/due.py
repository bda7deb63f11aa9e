"""What is due of somebody, and of a group in numbers alone, as the campaigns tell it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.queries import reminders_of_organisation, reminders_of_person
from zhengyou.rooms.orgs.queries import home_of, organisation_of, person_of


@dataclass(frozen=True)
class Line:
    """提醒的一行 — what is missing, by when, and the page where it is done."""

    due_on: date
    words: str
    path: str
    key: str


def due_of_person(user: Any) -> list[Line]:
    """What an account is told: one's own matters, and those of the organisation that one answers for."""
    found: list[Line] = []
    person, place = person_of(user), organisation_of(user)
    home = home_of(person) if person else None
    if person and home:
        for r in reminders_of_person(user, home, person.pk):
            words = f"{r.requirement.name}：{next(iter(r.people.values()))}"
            found.append(Line(r.due_on, words, reverse("campaigns:mine"), f"own {r.requirement.pk}"))
    if place and may(user, "adopt_plan", place):
        found += _of_place(user, place)
    return sorted(found, key=lambda line: (line.due_on, line.key))


def due_of_group(place: Organisation, asker: Any) -> list[Line]:
    """What an organisation's group is told: how many are missing what; nobody is named before the others."""
    return _of_place(asker, place)


def _of_place(user: Any, place: Organisation) -> list[Line]:
    lines = []
    for r in reminders_of_organisation(user, place):
        counted = f"{r.lacking}人" if r.requirement.grain == "person" else "一项"
        words = f"{place.short_name} {r.requirement.name}，还差{counted}"
        path = reverse("campaigns:week_of", args=[r.campaign.code, place.pk])
        lines.append(Line(r.due_on, words, path, f"{place.pk} {r.requirement.pk}"))
    return lines


def fingerprint(lines: Iterable[Line]) -> str:
    """By which a list is known again: the same matters by the same days, however many of them are missing."""
    told = "\n".join(sorted(f"{line.key} {line.due_on}" for line in lines))
    return hashlib.sha256(told.encode()).hexdigest()
