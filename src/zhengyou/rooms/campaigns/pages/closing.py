"""活动总结 — a campaign that is over: its last figures, its words, and the archive to take away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.actions import close_campaign
from zhengyou.rooms.campaigns.forms import ClosingForm
from zhengyou.rooms.campaigns.pages.lateness import timely_in_words
from zhengyou.rooms.campaigns.queries import (
    campaigns_seen_by,
    closing_of,
    counted_in,
    engine_for_trees,
    final_of,
)


def closing(request: HttpRequest, code: str) -> HttpResponse:
    """活动总结 — read by everybody in it; summed up once by the office after the last day."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    closed = closing_of(campaign)
    may_close = may(request.user, "close_campaign", campaign) and campaign.over and closed is None
    form = ClosingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_campaign(request.user, campaign, **form.cleaned_data)
            return redirect("campaigns:closing", code)
        except Refused as refused:
            form.add_error(None, str(refused))
    final = final_of(campaign, engine_for_trees())
    apart = any(f.timely for f in final)
    labels = [_("要求"), _("达到"), *((_("按期与宽限"),) if apart else ()), _("差")]
    context = {
        "about": campaign,
        "closed": closed,
        "columns": [{"label": label} for label in labels],
        "rows": [_row(f, apart=apart) for f in final],
        "form": form if may_close else None,
        "archive_url": reverse("campaigns:archive", args=[code])
        if may(request.user, "archive_campaign", campaign)
        else "",
    }
    return render(request, "campaigns/closing.html", context, status=422 if form.errors else 200)


def _row(final: Any, *, apart: bool) -> dict[str, Any]:
    found = final.found
    lacking = f"{found.lacking}{counted_in(final.requirement, found.lacking)}" if found.lacking else "—"
    told = [timely_in_words(final.timely)] if apart else []
    return {"cells": [final.requirement.name, {"met": found.met, "due": found.due}, *told, lacking]}
