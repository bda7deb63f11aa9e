"""Looking up people and organisations."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhengyou.rooms.orgs.queries import found_for, organisations_seen_by


def search(request: HttpRequest) -> HttpResponse:
    """查找 — by name, by sound, by initials, by path; as one types where scripts run, by a click elsewhere."""
    if not organisations_seen_by(request.user).exists():
        raise Http404
    words = request.GET.get("q", "").strip()[:80]
    found = found_for(request.user, words)
    context = {
        "words": words,
        "found": found,
        "people": [_person(m) for m in found.people],
        "organisations": [_organisation(o) for o in found.organisations],
    }
    return render(request, "orgs/search.html", context)


def _person(membership: Any) -> dict[str, Any]:
    return {
        "name": membership.person.name,
        "url": reverse("orgs:person", args=[membership.person_id]),
        "words": f"{membership.organisation.name} · {membership.get_line_display()}",
    }


def _organisation(organisation: Any) -> dict[str, Any]:
    above = organisation.parent.short_name + " · " if organisation.parent else ""
    return {
        "name": organisation.name,
        "url": reverse("orgs:organisation", args=[organisation.pk]),
        "words": f"{above}{organisation.get_kind_display()} · {organisation.code}",
    }
