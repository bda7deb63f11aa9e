"""议诺会 — the promises of an organisation on one page, to enter what a meeting said about each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import require
from zhengyou.rooms.meetings.queries import meetings_seen_by
from zhengyou.rooms.pledges.actions import discuss_pledge
from zhengyou.rooms.pledges.pages.shown import steps_shown
from zhengyou.rooms.pledges.queries import STANDING, pledges_seen_by


def talk_over(request: HttpRequest, pk: int) -> HttpResponse:
    """议诺 — one line for each promise that was talked about; what is left empty was not."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    place = meeting.organisation
    require(request.user, "discuss_pledge", place)
    standing = list(pledges_seen_by(request.user).filter(STANDING, organisation=place).order_by("pk")[:100])
    wrong = ""
    if request.method == "POST":
        try:
            _enter(request, meeting, standing)
        except Refused as refused:
            wrong = str(refused)
        else:
            return redirect("pledges:meeting", pk)
    context = {"meeting": meeting, "place_shown": place, "wrong": wrong}
    context["found"] = [_line(request, p, meeting.pk) for p in standing]
    return render(request, "pledges/meeting.html", context, status=422 if wrong else 200)


def _line(request: HttpRequest, pledge: Any, meeting_id: int) -> dict[str, Any]:
    steps = steps_shown(pledge)
    now = next((s for s in steps if s["state"] in ("miss", "now")), steps[-1] if steps else None)
    return {
        "pledge": pledge,
        "now": _("%(told)s：%(words)s") % {"told": now["name"], "words": now["words"]} if now else "",
        "said": [d.words for d in pledge.discussions.all() if d.meeting_id == meeting_id],
        "typed": request.POST.get(f"words_{pledge.pk}", ""),
    }


def _enter(request: HttpRequest, meeting: Any, standing: list[Any]) -> None:
    for pledge in standing:
        if words := request.POST.get(f"words_{pledge.pk}", "").strip()[:300]:
            discuss_pledge(request.user, pledge, words=words, meeting=meeting)
