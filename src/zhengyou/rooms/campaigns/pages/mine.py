"""我的事 — what is due from a member, across all campaigns, soonest first; seen by nobody else."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.language import strung
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.pages.lateness import due_shown
from zhengyou.rooms.campaigns.pages.tasks import task_shown
from zhengyou.rooms.campaigns.pages.timeline import lately_changed
from zhengyou.rooms.campaigns.queries import (
    campaigns_seen_by,
    exemptions_of,
    person_lacking,
    requirements_of,
    tasks_of_person,
)
from zhengyou.rooms.meetings.queries import attended_by, coming
from zhengyou.rooms.orgs.queries import home_of, person_of
from zhengyou.rooms.pledges.queries import due_steps_of, pledges_by


def mine(request: HttpRequest) -> HttpResponse:
    """我的事 — one's own page; whoever is on no roster has none."""
    person = person_of(request.user)
    home = home_of(person) if person else None
    if person is None or home is None:
        raise Http404
    campaigns = list(campaigns_seen_by(request.user).filter(issued_on__isnull=False))
    items = [*_lacking(campaigns, person, home), *_steps(person), *_meetings(home)]
    context = {
        "person": person,
        "home": home,
        "today": clock.today(),
        "exempted": exemptions_of(person.pk).values(),
        "changes": [c for seen in campaigns if not seen.over for c in lately_changed(seen, home)],
        "items": sorted([*items, *_tasks(campaigns, person, home)], key=lambda i: i["due"]),
        "pledges": pledges_by(person.pk),
        "attended": attended_by(person)[:12],
    }
    return render(request, "campaigns/mine.html", context)


def _lacking(campaigns: list[Any], person: Any, home: Organisation) -> list[dict[str, Any]]:
    asked = [
        r
        for campaign in campaigns
        if not campaign.over
        for r in requirements_of(campaign, home)
        if r.grain == "person"
    ]
    found = [(r, person_lacking(r, home, person.pk)) for r in asked]
    return [
        {**due_shown(r), "title": r.name, "words": strung(words), "kind": "lack"}
        for r, words in found
        if words
    ]


def _steps(person: Any) -> list[dict[str, Any]]:
    return [
        {
            "due": s.due_on,
            "title": s.what,
            "words": _("我的承诺到了这一步"),
            "acts": [{"label": _("写一句"), "url": reverse("pledges:fulfil", args=[s.pk]), "kind": "main"}],
        }
        for s in due_steps_of(person.pk)[:5]
    ]


def _tasks(campaigns: list[Any], person: Any, home: Organisation) -> list[dict[str, Any]]:
    """What their post gives them to do."""
    return [task_shown(t) for campaign in campaigns for t in tasks_of_person(campaign, home, person.pk)]


def _meetings(home: Organisation) -> list[dict[str, Any]]:
    return [
        {
            "due": m.held_on,
            "title": m.title,
            "words": " · ".join(filter(None, [str(m.get_kind_display()), m.place])),
        }
        for m in coming(home)
    ]
