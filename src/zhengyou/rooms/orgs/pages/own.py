"""关于我的信息 — what is held about oneself: to see, to take away, to have put right (BOUNDARIES 7)."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.downloads import as_file
from zhengyou.core.errors import Refused
from zhengyou.core.glossary import title_of
from zhengyou.rooms.mobility.queries import own_residence
from zhengyou.rooms.orgs.actions import ask_correction, take_own_data
from zhengyou.rooms.orgs.forms.people import AskForm
from zhengyou.rooms.orgs.queries import (
    corrections_seen_by,
    counts_about,
    file_of,
    memberships_of,
    offices_of,
    person_of,
)


@never_cache
def about_me(request: HttpRequest) -> HttpResponse:
    """关于我的信息 — everything at a glance, and a line to the organisation where something is wrong."""
    person = _oneself(request)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_correction(request.user, person, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("orgs:about_me")
    counts = counts_about(person)
    context = {
        "person": person,
        "memberships": memberships_of(person),
        "offices": offices_of(person),
        "asked": corrections_seen_by(request.user).filter(person=person).order_by("-pk"),
        "residence": own_residence(request.user),
        "counts": [(title_of(name, zh), number) for name, (zh, number) in counts.items()],
        "form": form,
        "action_url": reverse("orgs:about_me"),
    }
    return render(request, "orgs/about_me.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """导出本人信息 — all of it as one file that anybody can read."""
    person = _oneself(request)
    found = take_own_data(request.user, person)
    return as_file(json.dumps(found, ensure_ascii=False, indent=1), file_of(person, clock.today()))


def _oneself(request: HttpRequest) -> Any:
    person = person_of(request.user)
    if person is None:
        raise Http404(_("这个账号不在名册上"))
    return person
