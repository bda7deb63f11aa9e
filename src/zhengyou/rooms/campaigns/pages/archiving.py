"""归档 — a campaign whole as one zip: at once where it is small, in the background where it takes long."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.papers import archive_of
from zhengyou.rooms.campaigns.papers.packing import Packing
from zhengyou.rooms.campaigns.queries import campaigns_seen_by

AT_ONCE = (
    2_000  # organisations; of more than that an archive takes longer than somebody waits before a white page
)


def _campaign(request: HttpRequest, code: str) -> Any:
    """The campaign, where the viewer may archive it; before its last day it would not be whole."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    if not may(request.user, "archive_campaign", campaign):
        raise PermissionDenied
    if not campaign.over:
        raise Refused(f"活动到{campaign.ends_on:%Y-%m-%d}才结束，结束以后再归档。")
    return campaign


def archive(request: HttpRequest, code: str) -> HttpResponse:
    """归档 — the file itself, or how far it has come."""
    campaign = _campaign(request, code)
    if Organisation.objects.filter(campaign.organisation.subtree).count() <= AT_ONCE:
        return _file(campaign, archive_of(campaign))
    packing = Packing(campaign)
    if request.method == "POST":
        packing.begin()
        return redirect("campaigns:archive", code)
    if content := packing.content():
        return _file(campaign, content)
    return render(request, "campaigns/archiving.html", {"about": campaign, "job": _job(packing, code)})


def archive_progress(request: HttpRequest, code: str) -> HttpResponse:
    """进度 — the bar alone, asked for again and again; at the end the page is opened anew."""
    packing = Packing(_campaign(request, code))
    if packing.state.get("stage") != "working":
        return HttpResponseClientRedirect(reverse("campaigns:archive_made", args=[code]))
    return render(request, "campaigns/archiving_progress.html", {"job": _job(packing, code)})


def archive_made(request: HttpRequest, code: str) -> HttpResponse:
    """归档 — it is there to be taken away, or has to be begun anew."""
    campaign = _campaign(request, code)
    packing = Packing(campaign)
    context = {"about": campaign, "job": _job(packing, code), "made": packing.content() is not None}
    return render(request, "campaigns/archiving.html", context)


def _file(campaign: Any, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{campaign.code}.zip"'
    return answer


def _job(packing: Packing, code: str) -> dict[str, Any]:
    return {"poll_url": reverse("campaigns:archive_progress", args=[code]), **packing.state}
