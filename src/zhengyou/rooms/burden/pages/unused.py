"""可以关掉什么 — once a year: what was laid out and not used, so that nobody is shown it any longer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from zhengyou.core.language import listed
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.burden.queries import unused_under
from zhengyou.rooms.campaigns.queries import engine_for_trees


def unused(request: HttpRequest) -> HttpResponse:
    """可以关掉什么 — forms without an entry, measures without a figure, rules without a use, in the past year."""
    place = orgs_where(request.user, "see_unused").order_by("path").first()
    if place is None:
        raise Http404
    found = unused_under(place, engine_for_trees())
    context = {
        "place": place,
        "found": found,
        "form_columns": [{"label": _("登记")}, {"label": _("由它算出的数")}],
        "forms": [{"cells": [f.title, listed(m.title for m in f.measures)]} for f in found.forms],
    }
    return render(request, "burden/unused.html", context)
