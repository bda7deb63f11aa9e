"""Joint bodies: all that one sees, and one with its members, meetings and what they let each other know."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.language import listed
from zhengyou.core.permissions import may, require
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.orgs.queries import organisation_named
from zhengyou.rooms.ties.actions import (
    call_session,
    dissolve_body,
    found_body,
    join_body,
    leave_body,
    link_session,
    record_session,
    share_information,
)
from zhengyou.rooms.ties.forms import BodyForm, InformationForm, LinkForm, MemberForm, RecordForm, SessionForm
from zhengyou.rooms.ties.pages.ties import place_asked
from zhengyou.rooms.ties.queries import (
    bodies_seen_by,
    members_on,
    organisations_speaking,
    seats_seen_by,
    sessions_of,
    sessions_seen_by,
    unlinked_meetings,
)

TOLD = 20


def _done(form: forms.Form, deed: Callable[[], Any]) -> bool:
    """Do a deed; a refusal stands in the form with everything typed still in it."""
    try:
        deed()
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def bodies(request: HttpRequest) -> HttpResponse:
    """联席会议 — those that one's organisations convene or sit on, and a form for a new one."""
    place = place_asked(request)
    form = BodyForm(request.POST or None)
    if request.method == "POST":
        require(request.user, "found_body", place)
        if form.is_valid() and _done(form, lambda: found_body(request.user, place, **form.found(place))):
            return redirect("ties:bodies")
    context = {
        "place_shown": place,
        "bodies": [_body_line(b) for b in bodies_seen_by(request.user)],
        "form": form if may(request.user, "found_body", place) else None,
        "here": request.path,
    }
    return render(request, "ties/bodies.html", context, status=422 if form.errors else 200)


def _body_line(body: Any) -> dict[str, Any]:
    members = [o.short_name for o in members_on(body)]
    last = sessions_of(body).first()
    return {
        "body": body,
        "url": reverse("ties:body", args=[body.pk]),
        "members": listed(members),
        "last": zh_date(last.meeting.held_on) if last else "",
    }


def body(request: HttpRequest, pk: int) -> HttpResponse:
    """联席会议 — one body; its convener calls meetings, every member sees them and may let the others know something."""
    found = get_object_or_404(bodies_seen_by(request.user), pk=pk)
    calling = SessionForm(request.POST or None)
    if request.method == "POST":
        require(request.user, "call_session", found)
        if calling.is_valid() and _done(
            calling, lambda: call_session(request.user, found, **calling.cleaned_data)
        ):
            return redirect("ties:body", pk)
    return _shown(request, found, calling=calling)


def _shown(request: HttpRequest, found: Any, **bound: Any) -> HttpResponse:
    """The page of a body with its forms; those that came back wrong are given."""
    stands = found.until is None or found.until > clock.today()
    places = organisations_speaking(request.user, "share_information", found)
    loose = unlinked_meetings(request.user, found)
    may_change = stands and may(request.user, "join_body", found)
    forms_shown = {
        "calling": SessionForm() if stands and may(request.user, "call_session", found) else None,
        "joining": MemberForm() if may_change else None,
        "linking": LinkForm(meetings=loose) if may_change and loose.exists() else None,
        "telling": InformationForm(places=places) if stands and places.exists() else None,
    }
    wrong = any(form.errors for form in bound.values())
    context = {
        "body": found,
        "stands": stands,
        "seats": _seats(request, found),
        "sessions": [_session(request, s) for s in sessions_of(found)],
        "information": found.told.select_related("organisation")[:TOLD],
        "crumbs": [(_("联席会议"), reverse("ties:bodies")), (found.name, "")],
        "dissolve_url": reverse("ties:dissolve", args=[found.pk]) if may_change else "",
        **{name: form for name, form in forms_shown.items()},
        **{name: form for name, form in bound.items() if forms_shown[name] is not None},
    }
    return render(request, "ties/body.html", context, status=422 if wrong else 200)


def _seats(request: HttpRequest, found: Any) -> list[dict[str, Any]]:
    lines = []
    for seat in found.members.filter(until=None).select_related("member").order_by("member__path"):
        acts = []
        if may(request.user, "leave_body", seat):
            url = reverse("ties:leave", args=[seat.pk])
            acts.append({"label": _("退出"), "url": url, "post": True, "kind": "bare"})
        lines.append({"seat": seat, "acts": acts})
    return lines


def _session(request: HttpRequest, session: Any) -> dict[str, Any]:
    came = listed(o.short_name for o in session.present.all())
    may_record = session.meeting.held_on <= clock.today() and may(request.user, "record_session", session)
    return {
        "session": session,
        "came": came,
        "record_url": reverse("ties:record", args=[session.pk]) if may_record else "",
    }


@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """加入联席会议 — one more member."""
    found = get_object_or_404(bodies_seen_by(request.user), pk=pk)
    require(request.user, "join_body", found)
    form = MemberForm(request.POST)
    if form.is_valid() and _done(
        form,
        lambda: join_body(
            request.user, found, member=organisation_named(form.cleaned_data["member"], found.organisation)
        ),
    ):
        return redirect("ties:body", pk)
    return _shown(request, found, joining=form)


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """退出联席会议 — as of today."""
    seat = get_object_or_404(seats_seen_by(request.user), pk=pk)
    leave_body(request.user, seat)
    return redirect("ties:body", seat.body_id)


@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """列入联席会 — a meeting that was called already."""
    found = get_object_or_404(bodies_seen_by(request.user), pk=pk)
    require(request.user, "link_session", found)
    form = LinkForm(request.POST, meetings=unlinked_meetings(request.user, found))
    if form.is_valid() and _done(form, lambda: link_session(request.user, found, **form.cleaned_data)):
        return redirect("ties:body", pk)
    return _shown(request, found, linking=form)


@require_POST
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """通报信息 — in the name of a member for which one may speak."""
    found = get_object_or_404(bodies_seen_by(request.user), pk=pk)
    form = InformationForm(
        request.POST, places=organisations_speaking(request.user, "share_information", found)
    )
    if form.is_valid():
        organisation, words = form.cleaned_data["organisation"], form.cleaned_data["words"]
        if _done(form, lambda: share_information(request.user, organisation, body=found, words=words)):
            return redirect("ties:body", pk)
    return _shown(request, found, telling=form)


@require_POST
def dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    """撤销联席会议 — as of today; its meetings stay."""
    found = get_object_or_404(bodies_seen_by(request.user), pk=pk)
    dissolve_body(request.user, found)
    return redirect("ties:bodies")


def record(request: HttpRequest, pk: int) -> HttpResponse:
    """登记联席会 — who was there, what was settled."""
    session = get_object_or_404(sessions_seen_by(request.user), pk=pk)
    require(request.user, "record_session", session)
    form = RecordForm(request.POST or None, session=session)
    if (
        form.is_bound
        and form.is_valid()
        and _done(form, lambda: record_session(request.user, session, **form.cleaned_data))
    ):
        return redirect("ties:body", session.body_id)
    context = {
        "session": session,
        "form": form,
        "here": request.path,
        "back": reverse("ties:body", args=[session.body_id]),
        "crumbs": [
            (_("联席会议"), reverse("ties:bodies")),
            (session.body.name, reverse("ties:body", args=[session.body_id])),
            (session.meeting.title, ""),
        ],
    }
    return render(request, "ties/record.html", context, status=422 if form.errors else 200)
