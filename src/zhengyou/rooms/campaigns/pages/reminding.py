"""今日提醒 — one list a day of what is due soon or overdue, for who holds it; nothing is sent, nothing is ticked as read."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.pages.lateness import due_shown
from zhengyou.rooms.campaigns.queries import (
    SOON,
    counted_in,
    reminded_of,
    reminders_of_organisation,
    reminders_of_person,
)
from zhengyou.rooms.orgs.queries import names_of


def reminders(request: HttpRequest) -> HttpResponse:
    """今日提醒 — one's own, and those of the organisation that one answers for."""
    person, home, place = reminded_of(request.user)
    if home is None and place is None:
        raise Http404
    own = reminders_of_person(request.user, home, person.pk) if person and home else []
    theirs = reminders_of_organisation(request.user, place) if place else []
    context = {
        "today": clock.today(),
        "soon": SOON,
        "place": place,
        "own": [_own(r) for r in own],
        "theirs": [_theirs(r, place) for r in theirs if place],
    }
    return render(request, "campaigns/reminders.html", context)


def _own(reminder: Any) -> dict[str, Any]:
    words = next(iter(reminder.people.values()))
    return {**due_shown(reminder.requirement), "title": reminder.requirement.name, "words": words}


def _theirs(reminder: Any, place: Organisation) -> dict[str, Any]:
    r = reminder.requirement
    names = names_of(list(reminder.people))
    told = _("；").join(
        _("%(who)s：%(what)s") % {"who": names[pk], "what": words} for pk, words in reminder.people.items()
    )
    missing = {"what": r.name, "n": reminder.lacking, "unit": counted_in(r, reminder.lacking)}
    return {
        **due_shown(r),
        "title": _("%(what)s还差%(n)d%(unit)s") % missing,
        "words": told or reminder.words or r.asks,
        "acts": [
            {
                "label": _("看本周"),
                "url": reverse("campaigns:week_of", args=[reminder.campaign.code, place.pk]),
            }
        ],
    }
