"""我督导的 — a group's own page: what waits for it, and its units with what changed since it was last there."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.language import strung
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.meetings.queries import meetings_seen_by
from zhengyou.rooms.supervision.pages.findings import due_line
from zhengyou.rooms.supervision.queries import (
    assigned_to,
    changes_since,
    findings_of_groups,
    focus_of,
    groups_for,
    groups_of,
    last_visits,
    members_on,
    open_and_overdue,
    open_visits_of,
    unattended,
)

A_PAGE = 20
SHOWN = 12


def mine(request: HttpRequest) -> HttpResponse:
    """我督导的 — what the group has to look at again, meetings to be at, and its units."""
    if not orgs_where(request.user, "start_visit").exists():
        raise Http404
    groups = groups_of(request.user)
    places = assigned_to(groups).select_related("parent").order_by("path")
    page = Paginator(places, A_PAGE).get_page(request.GET.get("page"))
    found = findings_of_groups(groups)
    meetings = meetings_seen_by(request.user).filter(organisation__in=places.order_by().values("pk"))
    context = {
        "groups": [_group(g) for g in groups],
        "today": clock.today(),
        "findings": [due_line(f, "group") for f in found[:SHOWN]],
        "more": max(0, len(found) - SHOWN),
        "meetings": [_meeting(m) for m in unattended(meetings, groups)[:SHOWN]],
        "visits": [_open(v) for v in open_visits_of(groups)],
        "page": page,
        "columns": [{"label": w} for w in (_("单位"), _("上次督导"), _("上次以来"), _("没整改的发现"))],
        "rows": _rows(groups, list(page)),
    }
    return render(request, "supervision/mine.html", context)


def _group(group: Any) -> dict[str, Any]:
    focus = focus_of(group)
    lack = group.focus_least - len(focus)
    return {
        "group": group,
        "members": [str(m) for m in members_on(group)],
        "focus": focus,
        "lack": _("还要选%(n)d个重点单位") % {"n": lack} if lack > 0 else "",
    }


def _meeting(meeting: Any) -> dict[str, Any]:
    return {
        "title": f"{meeting.organisation.short_name} · {meeting.title}",
        "words": zh_day(meeting.held_on),
        "acts": [{"label": _("登记到会"), "url": reverse("supervision:presence", args=[meeting.pk])}],
    }


def _open(visit: Any) -> dict[str, Any]:
    return {
        "title": visit.organisation.short_name,
        "words": f"{zh_day(visit.visited_on)} · {visit.get_how_display()}",
        "acts": [{"label": _("接着登记"), "url": reverse("supervision:visit", args=[visit.pk])}],
    }


def _rows(groups: list[Any], places: list[Any]) -> list[dict[str, Any]]:
    open_ = open_and_overdue([o.pk for o in places])
    visited = {g.pk: last_visits(g) for g in groups}
    focus = {f.organisation_id for g in groups for f in focus_of(g)}
    return [
        _row(o, next(g for g in groups_for(o) if g in groups), visited, open_, o.pk in focus) for o in places
    ]


def _row(o: Any, group: Any, visited: dict[int, dict[int, date]], open_: Any, focus: bool) -> dict[str, Any]:
    found, late = open_.get(o.pk, (0, 0))
    last = visited[group.pk].get(o.pk)
    name: dict[str, Any] = {"words": o.short_name, "url": reverse("supervision:place", args=[o.pk])}
    if focus:
        name |= {"tag": _("重点"), "tag_kind": "line"}
    state: Any = "—"
    if late:
        state = {"kind": "over", "words": _("%(n)d件，超期%(late)d件") % {"n": found, "late": late}}
    elif found:
        state = {"kind": "wait", "words": _("%(n)d件") % {"n": found}}
    changed = strung(changes_since(o, group, visited[group.pk]))
    return {"cells": [name, zh_day(last) if last else _("还没去过"), changed or "—", state]}
