"""The list at the door: everybody due, one tap each, a card held up, or a plain form."""

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.errors import Overtaken
from zhengyou.core.pages import answer
from zhengyou.core.permissions import may
from zhengyou.rooms.meetings.actions import close_list, record_attendance, record_list, scan_card
from zhengyou.rooms.meetings.queries import (
    counts_of,
    entry_of,
    excused_at,
    list_of,
    meetings_seen_by,
    person_due_at,
)

WORKER = Path(__file__).parent.parent / "static" / "meetings" / "worker.js"
HOWS = [
    ("present", gettext_lazy("到")),
    ("leave", gettext_lazy("请假")),
    ("absent", gettext_lazy("缺")),
    ("at_home", gettext_lazy("送课")),
]


def door(request: HttpRequest, pk: int) -> HttpResponse:
    """点名单 — everyone who is due, one tap each; a plain form where there is no script."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    if request.method == "POST":
        hows = {
            int(name.removeprefix("how-")): str(value)
            for name, value in request.POST.items()
            if name.startswith("how-") and name.removeprefix("how-").isdigit()
        }
        record_list(request.user, meeting, hows=hows)
        return redirect("meetings:door", pk)
    may_record = may(request.user, "record_list", meeting)
    open_ = may_record and meeting.closed_on is None and meeting.held_on <= clock.today()
    excused = excused_at(meeting) if open_ else {}
    context = {
        "meeting": meeting,
        "people": [_line(meeting, p, e, open_, excused) for p, e in list_of(meeting, request.user)],
        "counts": counts_of(meeting),
        "hows": HOWS,
        "open": open_,
        "ahead": meeting.held_on > clock.today(),
        "action_url": reverse("meetings:door", args=[pk]),
        "close_url": reverse("meetings:close", args=[pk]),
        "scan_url": reverse("meetings:scan", args=[pk]) if open_ else "",
        "record_url": reverse("meetings:record", args=[pk]),
    }
    return render(request, "meetings/door.html", context)


def _line(
    meeting: Any, person: Any, entry: Any, open_: bool, excused: dict[int, Any] | None = None
) -> dict[str, Any]:
    line: dict[str, Any] = {"id": person.pk, "name": person.name, "how": entry.how if entry else ""}
    if open_:
        line["url"] = reverse("meetings:tick", args=[meeting.pk, person.pk])
    else:
        line["fixed"] = entry.get_how_display() if entry else _("未记")
    if entry and timezone.localtime(entry.entered_at).date() > meeting.held_on:
        line["note"] = _("补录")
    elif entry is None and excused and person.pk in excused:
        line["note"] = _("已准假（%(why)s）") % {"why": excused[person.pk].get_reason_display()}
    return line


@require_POST
def tick(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """One tap: enter one person and answer with the new line and the new counts.

    A tap that was kept on a telephone without network comes with what stood there then: where somebody else has
    entered another thing since, the line comes back as it stands and says both.
    """
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    due = person_due_at(meeting, person)
    how, seen = request.POST.get(f"how-{person}", ""), request.POST.get("seen")
    status, overtaken = 200, ""
    entry: Any
    try:
        entry = record_attendance(request.user, meeting, person=due, how=how, seen=seen)
    except Overtaken as why:
        entry, status, overtaken = entry_of(meeting, due), 409, str(why)
    line = _line(meeting, due, entry, True)
    if overtaken:
        line |= {"note": overtaken, "note_kind": "over"}
    found = _ticked(request, meeting, line)
    found.status_code = status if request.headers.get("HX-Request") else found.status_code
    return found


def _ticked(request: HttpRequest, meeting: Any, line: dict[str, Any]) -> HttpResponse:
    """One line as it stands now, and the counts; the whole list where there is no script."""
    context = {"person": line, "hows": HOWS, "counts": counts_of(meeting)}
    return answer(request, "meetings/_ticked.html", context, back=reverse("meetings:door", args=[meeting.pk]))


@require_POST
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """刷卡登记 — what a reader or a camera read; the name that was entered stands on the page, or why nothing was."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    entry = scan_card(request.user, meeting, card=request.POST.get("card", ""))
    if request.headers.get("HX-Request"):
        return _ticked(request, meeting, _line(meeting, entry.person, entry, True))
    messages.success(request, _("%(name)s：到") % {"name": entry.person.name})
    return redirect("meetings:door", pk)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """结束点名 — whoever is not on the list was absent."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    close_list(request.user, meeting)
    return redirect("meetings:door", pk)


def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps open lists on the telephone; served here, since it may stand only before what is below it."""
    return HttpResponse(WORKER.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8")
