"""What is shown about meetings: a branch's meetings, the list at the door, who owes what."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.pages import answer
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.meetings.actions import (
    call_meeting,
    close_list,
    record_attendance,
    record_list,
    record_make_up,
)
from zhengyou.rooms.meetings.forms import MeetingForm
from zhengyou.rooms.meetings.queries import (
    counted,
    list_of,
    meetings_seen_by,
    missed_seen_by,
    owed_by,
    person_due_at,
)

HOWS = [
    ("present", gettext_lazy("到")),
    ("leave", gettext_lazy("请假")),
    ("absent", gettext_lazy("缺")),
    ("at_home", gettext_lazy("送课")),
]


def meetings(request: HttpRequest) -> HttpResponse:
    """会议与学习 — the branch's meetings, newest first, and a form that calls the next."""
    if not orgs_where(request.user, "see_attendance").exists():
        raise Http404
    organisation = orgs_where(request.user, "call_meeting").first()
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and organisation and form.is_valid():
        call_meeting(request.user, organisation, campaign=running_campaign(request.user), **form.cleaned_data)
        return redirect("meetings:meetings")
    rows = [
        {
            "cells": [
                {"words": m.title, "url": reverse("meetings:door", args=[m.pk])},
                m.get_kind_display(),
                zh_date(m.held_on),
                round(m.class_hours, 1),
                {"met": present, "due": entered} if entered else "",
            ]
        }
        for m, entered, present in counted(meetings_seen_by(request.user)[:100])
    ]
    columns = [{"label": label} for label in (_("题目"), _("种类"), _("日期"), _("学时"), _("到会"))]
    context = {"rows": rows, "columns": columns, "form": form, "may_call": organisation is not None}
    return render(request, "meetings/meetings.html", context, status=422 if form.errors else 200)


def door(request: HttpRequest, pk: int) -> HttpResponse:
    """点名单 — everyone who is due, one tap each; a plain form where there is no script."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    may_record = orgs_where(request.user, "record_list").filter(pk=meeting.organisation_id).exists()
    open_ = may_record and meeting.closed_on is None and meeting.held_on <= clock.today()
    if request.method == "POST":
        hows = {
            int(name.removeprefix("how-")): str(value)
            for name, value in request.POST.items()
            if name.startswith("how-") and name.removeprefix("how-").isdigit()
        }
        record_list(request.user, meeting, hows=hows)
        return redirect("meetings:door", pk)
    listed = list_of(meeting)
    context = {
        "meeting": meeting,
        "people": [_line(meeting, person, entry, open_) for person, entry in listed],
        "counts": _counts([entry for _person, entry in listed]),
        "hows": HOWS,
        "open": open_,
        "action_url": reverse("meetings:door", args=[pk]),
        "close_url": reverse("meetings:close", args=[pk]),
    }
    return render(request, "meetings/door.html", context)


def _line(meeting: Any, person: Any, entry: Any, open_: bool) -> dict[str, Any]:
    line: dict[str, Any] = {"id": person.pk, "name": person.name, "how": entry.how if entry else ""}
    if open_:
        line["url"] = reverse("meetings:tick", args=[meeting.pk, person.pk])
    else:
        line["fixed"] = entry.get_how_display() if entry else _("未记")
    if entry and timezone.localtime(entry.entered_at).date() > meeting.held_on:
        line["note"] = _("补录")
    return line


def _counts(entries: list[Any]) -> dict[str, int]:
    def number(how: str) -> int:
        return sum(e is not None and e.how == how for e in entries)

    return {
        "present": number("present"),
        "due": len(entries),
        "leave": number("leave"),
        "absent": number("absent"),
        "taught": number("at_home"),
        "open": sum(e is None for e in entries),
    }


@require_POST
def tick(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """One tap: enter one person and answer with the new line and the new counts."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    due = person_due_at(meeting, person)
    entry = record_attendance(request.user, meeting, person=due, how=request.POST.get(f"how-{person}", ""))
    context = {
        "person": _line(meeting, due, entry, True),
        "hows": HOWS,
        "counts": _counts([other for _person, other in list_of(meeting)]),
    }
    return answer(request, "meetings/_ticked.html", context, back=reverse("meetings:door", args=[pk]))


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """结束点名 — whoever is not on the list was absent."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    close_list(request.user, meeting)
    return redirect("meetings:door", pk)


def owed(request: HttpRequest) -> HttpResponse:
    """应补课人员 — who still owes what, and one click when it was made up."""
    places = orgs_where(request.user, "record_make_up")
    if not places.exists():
        raise Http404
    entries = [
        (missed, reverse("meetings:make_up", args=[missed.pk])) for o in places for missed in owed_by(o)
    ]
    return render(request, "meetings/owed.html", {"entries": entries, "today": clock.today()})


@require_POST
def make_up(request: HttpRequest, pk: int) -> HttpResponse:
    """登记补课 — today, together or at home."""
    missed = get_object_or_404(missed_seen_by(request.user), pk=pk)
    record_make_up(request.user, missed, on_day=clock.today(), at_home="at_home" in request.POST)
    return redirect("meetings:owed")


app_name = "meetings"
urlpatterns = [
    path("meetings/", meetings, name="meetings"),
    path("meetings/owed/", owed, name="owed"),
    path("meetings/owed/<int:pk>/", make_up, name="make_up"),
    path("meetings/<int:pk>/", door, name="door"),
    path("meetings/<int:pk>/close/", close, name="close"),
    path("meetings/<int:pk>/<int:person>/", tick, name="tick"),
]
