"""Leave: asked on one's own page or by word to the branch, decided by somebody else, closed on return."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.meetings.actions import ask_leave, close_leave, grant_leave, refuse_leave
from zhengyou.rooms.meetings.forms import LeaveForm, LeaveForOthersForm
from zhengyou.rooms.meetings.queries import leaves_running, leaves_seen_by, leaves_to_decide
from zhengyou.rooms.orgs.queries import home_of, members_of, person_of


def _asked(request: HttpRequest, form: Any, place: Any, person: Any = None) -> bool:
    """Enter what a form asks; a refusal stands in the form with everything typed still in it."""
    said = dict(form.cleaned_data)
    said.setdefault("person", person)
    try:
        ask_leave(request.user, place, **said)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def leaves(request: HttpRequest) -> HttpResponse:
    """请假 — what waits for a decision, who is away, and a form for leave that was asked by word."""
    if not orgs_where(request.user, "grant_leave").exists():
        raise Http404
    own = orgs_where(request.user, "ask_leave_for_others").first()
    form = LeaveForOthersForm(request.POST or None, people=members_of(own)) if own else None
    if form and form.is_bound and form.is_valid() and _asked(request, form, own):
        return redirect("meetings:leaves")
    context = {
        "waiting": [_waiting(leave) for leave in leaves_to_decide(request.user)],
        "away": [_away(request, leave) for leave in leaves_running(request.user)],
        "form": form,
    }
    return render(request, "meetings/leaves.html", context, status=422 if form and form.errors else 200)


def _span(leave: Any) -> str:
    told = {
        "since": zh_day(leave.since),
        "until": zh_day(leave.until),
        "why": leave.get_reason_display(),
        "where": leave.organisation.short_name,
    }
    return _("%(since)s至%(until)s · %(why)s · %(where)s") % told


def _waiting(leave: Any) -> dict[str, Any]:
    yes, no = (reverse(f"meetings:{deed}", args=[leave.pk]) for deed in ("grant_leave", "refuse_leave"))
    acts = [
        {"label": _("准假"), "url": yes, "post": True, "kind": "main"},
        {"label": _("不准"), "url": no, "post": True, "kind": "bare"},
    ]
    return {"title": leave.person.name, "words": _span(leave), "acts": acts}


def _away(request: HttpRequest, leave: Any) -> dict[str, Any]:
    acts = []
    if may(request.user, "close_leave", leave):
        url = reverse("meetings:close_leave", args=[leave.pk])
        acts.append({"label": _("销假"), "url": url, "post": True})
    return {"title": leave.person.name, "words": _span(leave), "acts": acts}


def mine(request: HttpRequest) -> HttpResponse:
    """我的请假 — ask, see what was answered, say that one is back; seen by nobody else but who decides."""
    person = person_of(request.user)
    home = home_of(person) if person else None
    if person is None or home is None:
        raise Http404
    form = LeaveForm(request.POST or None)
    if form.is_bound and form.is_valid() and _asked(request, form, home, person):
        return redirect("meetings:my_leave")
    own = leaves_seen_by(request.user).filter(person=person)[:20]
    context = {"items": [_mine(request, leave) for leave in own], "form": form, "here": request.path}
    return render(request, "meetings/my_leave.html", context, status=422 if form.errors else 200)


def _mine(request: HttpRequest, leave: Any) -> dict[str, Any]:
    if leave.refused_on:
        return {"title": _("不准假"), "words": _span(leave), "acts": []}
    if not leave.granted_on:
        return {"title": _("等答复"), "words": _span(leave), "acts": []}
    if leave.closed_on:
        told = _("%(day)s已销假") % {"day": zh_day(leave.closed_on)}
        return {"title": told, "words": _span(leave), "acts": []}
    return _away(request, leave) | {"title": _("已准假")}


@require_POST
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    """准假."""
    grant_leave(request.user, get_object_or_404(leaves_to_decide(request.user), pk=pk))
    return redirect("meetings:leaves")


@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """不准假."""
    refuse_leave(request.user, get_object_or_404(leaves_to_decide(request.user), pk=pk))
    return redirect("meetings:leaves")


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """销假 — back as of today."""
    leave = get_object_or_404(leaves_seen_by(request.user), pk=pk)
    close_leave(request.user, leave)
    own = leave.person_id == getattr(request.user, "person_id", None)
    return redirect("meetings:my_leave" if own else "meetings:leaves")
