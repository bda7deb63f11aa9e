"""一个单位 — what a group sees before it goes: what the house knows, what was found, who was there when."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.queries import progress_of, requirements_of
from zhengyou.rooms.meetings.queries import meetings_seen_by
from zhengyou.rooms.supervision.actions import choose_focus, give_up_focus, record_presence, start_visit
from zhengyou.rooms.supervision.forms import FocusForm, PresenceForm, StartForm
from zhengyou.rooms.supervision.pages.deeds import answered
from zhengyou.rooms.supervision.pages.findings import due_line
from zhengyou.rooms.supervision.queries import (
    changes_since,
    focus_of,
    focus_seen_by,
    groups_for,
    groups_of,
    last_visits,
    may_have_been_there,
    open_findings,
    presences_at,
    visits_in_quarter,
    visits_seen_by,
)


def known(campaign: Any, organisation: Any) -> list[dict[str, Any]]:
    """What the house knows of a campaign's requirements there: nobody is asked for it."""
    asked = requirements_of(campaign, organisation)
    found = progress_of(campaign, organisation, Live(), levels=0)[organisation.pk] if asked else {}
    lines = [(r, found[r.pk]) for r in asked if found[r.pk].due]
    return [{"name": r.name, "met": f.met, "due": f.due} for r, f in lines]


def _mine(viewer: Any, organisation: Any) -> list[Any]:
    """The groups that a viewer goes out for and that go to an organisation today."""
    mine = groups_of(viewer)
    return [g for g in groups_for(organisation) if g in mine]


def _place(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(orgs_where(request.user, "see_visits").select_related("parent"), pk=pk)


def place(request: HttpRequest, pk: int) -> HttpResponse:
    """一个单位 — read before going: figures, findings, visits."""
    organisation = _place(request, pk)
    groups, mine = groups_for(organisation), _mine(request.user, organisation)
    shown = (mine or groups)[:1]
    visits = visits_seen_by(request.user).filter(organisation=organisation)
    context = {
        "organisation": organisation,
        "groups": groups,
        "mine": mine,
        "focus": next((f for g in mine for f in focus_of(g) if f.organisation_id == pk), None),
        "known": known(shown[0].campaign, organisation) if shown else [],
        "changes": changes_since(organisation, shown[0], last_visits(shown[0])) if shown else [],
        "today": clock.today(),
        "findings": [due_line(f, "group" if mine else "") for f in open_findings(organisation)],
        "columns": [{"label": w} for w in (_("日期"), _("方式"), _("总的看"))],
        "rows": [_row(v) for v in visits[:20]],
    }
    return render(request, "supervision/place.html", context)


def _row(visit: Any) -> dict[str, Any]:
    url = reverse("supervision:visit", args=[visit.pk])
    words = visit.words or {"kind": "wait", "words": _("还没有结束登记")}
    return {
        "cells": [{"words": zh_date(visit.visited_on), "url": url, "small": str(visit.group)},
        visit.get_how_display(), words]
    }  # fmt: skip


def start(request: HttpRequest, pk: int) -> HttpResponse:
    """登记督导 — a visit begins; then its check-list."""
    organisation = _place(request, pk)
    mine = _mine(request.user, organisation)
    if not mine or not may(request.user, "start_visit", organisation):
        raise Http404
    before = visits_in_quarter(organisation, clock.today())
    made: list[Any] = []
    shown = answered(
        request,
        StartForm(request.POST or None, groups=mine, again=bool(before) or request.method == "POST"),
        lambda **told: made.append(start_visit(request.user, organisation, **told)),
        heading=_("登记督导"),
        about=organisation.name,
        back=reverse("supervision:place", args=[pk]),
        submit=_("开始"),
    )
    return redirect("supervision:visit", made[0].pk) if made else shown


def focus(request: HttpRequest, pk: int) -> HttpResponse:
    """选定重点单位 — and why."""
    organisation = _place(request, pk)
    mine = _mine(request.user, organisation)
    if not mine or not may(request.user, "choose_focus", organisation):
        raise Http404
    return answered(
        request,
        FocusForm(request.POST or None, groups=mine, initial={"group": mine[0].pk}),
        lambda **told: choose_focus(request.user, organisation, **told),
        heading=_("选为重点单位"),
        about=organisation.name,
        back=reverse("supervision:place", args=[pk]),
        submit=_("选定"),
    )


@require_POST
def unfocus(request: HttpRequest, pk: int) -> HttpResponse:
    """换下重点单位 — followed as all others are."""
    found = get_object_or_404(focus_seen_by(request.user), pk=pk)
    give_up_focus(request.user, found)
    return redirect("supervision:place", found.organisation_id)


def presence(request: HttpRequest, pk: int) -> HttpResponse:
    """登记上级到会 — who of the assigned group sat at a meeting."""
    meeting = get_object_or_404(meetings_seen_by(request.user), pk=pk)
    if not may(request.user, "record_presence", meeting):
        raise Http404
    there = {presence.who_id for presence in presences_at(meeting)}
    people = [user for _group, user in may_have_been_there(meeting) if user.pk not in there]
    back = reverse("meetings:record", args=[pk])
    if request.user.pk in {user.pk for user in people}:
        back = reverse("supervision:mine")
    return answered(
        request,
        PresenceForm(request.POST or None, people=people, own=request.user),
        lambda **told: record_presence(request.user, meeting, capacity="supervision_group", **told),
        heading=_("登记督导组到会"),
        about=f"{meeting.organisation.short_name} · {meeting.title} · {zh_date(meeting.held_on)}",
        back=back,
        submit=_("登记到会"),
        nobody=not people,
        there=presences_at(meeting),
    )
