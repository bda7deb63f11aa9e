"""What is written down of a meeting: its agenda, its record, what it settled."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.downloads import download
from zhengyou.core.errors import Refused
from zhengyou.core.language import listed
from zhengyou.core.permissions import may, require
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.meetings.actions import record_resolution, settle_resolution, write_record
from zhengyou.rooms.meetings.forms import RecordForm, ResolutionForm
from zhengyou.rooms.meetings.papers import attendance_ledger
from zhengyou.rooms.meetings.queries import (
    counts_of,
    due_at,
    home_names,
    list_of,
    made_up_of,
    meetings_seen_by,
    resolutions_seen_by,
)


def record(request: HttpRequest, pk: int) -> HttpResponse:
    """会议记录 — the agenda, what was said, and what was settled with owner and day."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    if ending := request.GET.get("format"):
        people = list_of(meeting, request.user)
        return download(attendance_ledger(meeting, people, home_names(meeting), made_up_of(meeting)), ending)
    form = RecordForm(request.POST or None, initial={"record": meeting.record, "guests": meeting.guests})
    if request.method == "POST":
        require(request.user, "write_record", meeting)
        if form.is_valid():
            write_record(request.user, meeting, **form.cleaned_data)
            return redirect("meetings:record", pk)
    return _shown(request, meeting, writing=form)


@require_POST
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """登记决议 — one more thing that was settled."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    require(request.user, "record_resolution", meeting)
    form = ResolutionForm(request.POST, people=due_at(meeting))
    if form.is_valid():
        try:
            record_resolution(request.user, meeting, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("meetings:record", pk)
    return _shown(request, meeting, resolving=form)


def _shown(request: HttpRequest, meeting: Any, **bound: Any) -> HttpResponse:
    held = meeting.held_on <= clock.today()
    writes = held and may(request.user, "write_record", meeting)
    forms = {
        "writing": RecordForm(initial={"record": meeting.record, "guests": meeting.guests}),
        "resolving": ResolutionForm(people=due_at(meeting)),
    }
    context = {
        "meeting": meeting,
        "held": held,
        "counts": counts_of(meeting),
        "partners": listed(o.short_name for o in meeting.partners.all()),
        "items": [_item(request, r) for r in meeting.resolutions.select_related("owner")],
        **(forms | bound if writes else {}),
        "record_url": reverse("meetings:record", args=[meeting.pk]),
        "resolve_url": reverse("meetings:resolve", args=[meeting.pk]),
        "crumbs": [(_("会议与学习"), reverse("meetings:meetings")), (meeting.title, "")],
    }
    wrong = any(form.errors for form in bound.values())
    return render(request, "meetings/record.html", context, status=422 if wrong else 200)


def _item(request: HttpRequest, resolution: Any) -> dict[str, Any]:
    late = not resolution.done_on and resolution.due_on and resolution.due_on < clock.today()
    state: tuple[str, str] = ("", "")
    if resolution.done_on:
        state = ("met", _("%(day)s办结") % {"day": zh_day(resolution.done_on)})
    elif resolution.due_on:
        state = ("over" if late else "wait", _("%(day)s前完成") % {"day": zh_day(resolution.due_on)})
    acts = []
    if not resolution.done_on and may(request.user, "settle_resolution", resolution):
        url = reverse("meetings:settle", args=[resolution.pk])
        acts.append({"label": _("办结了"), "url": url, "post": True})
    return {"resolution": resolution, "kind": state[0], "words": state[1], "acts": acts}


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """办结决议 — as of today."""
    found = get_object_or_404(resolutions_seen_by(request.user), pk=pk)
    settle_resolution(request.user, found)
    return redirect("meetings:record", found.meeting_id)
