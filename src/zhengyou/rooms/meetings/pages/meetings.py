"""The branch's meetings: what was held, what is coming, and a form that calls the next."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.downloads import download
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.queries import campaign_under_way
from zhengyou.rooms.meetings.actions import call_meeting, join_meeting
from zhengyou.rooms.meetings.forms import MeetingForm
from zhengyou.rooms.meetings.papers import meetings_ledger
from zhengyou.rooms.meetings.queries import counted, joint_nearby, meetings_seen_by, study_meetings_of

A_PAGE = 50


def meetings(request: HttpRequest) -> HttpResponse:
    """会议与学习 — the branch's meetings, newest first, and a form that calls the next."""
    places = orgs_where(request.user, "see_attendance")[:2]
    if not places:
        raise Http404
    organisation = orgs_where(request.user, "call_meeting").first()
    form = _form(request, organisation) if organisation else None
    if organisation and form and form.is_bound and form.is_valid():
        try:
            call_meeting(
                request.user, organisation, campaign=campaign_under_way(request.user), **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("meetings:meetings")
    if ending := request.GET.get("format"):
        return download(meetings_ledger(places[0], counted(meetings_seen_by(request.user))), ending)
    page = Paginator(meetings_seen_by(request.user), A_PAGE).get_page(request.GET.get("page"))
    many = len(places) > 1
    heads = [_("题目"), *([_("召集")] if many else []), _("种类"), _("日期"), _("学时"), _("到会")]
    context = {
        "page": page,
        "rows": [_row(many, *line) for line in counted(list(page.object_list))],
        "columns": [{"label": label} for label in heads],
        "form": form,
        "nearby": _nearby(request),
    }
    return render(request, "meetings/meetings.html", context, status=422 if form and form.errors else 200)


def _form(request: HttpRequest, organisation: Any) -> MeetingForm:
    partners = orgs_where(request.user, "call_together").exclude(pk=organisation.pk)
    near = partners.filter(parent=organisation.pk)
    return MeetingForm(request.POST or None, missed=study_meetings_of(organisation), partners=near)


def _row(many: bool, meeting: Any, entered: int, present: int) -> dict[str, Any]:
    hours = round(meeting.class_hours, 1) if meeting.studies else ""
    title = {"words": meeting.title, "url": reverse("meetings:door", args=[meeting.pk])}
    came = {"met": present, "due": entered} if entered else ""
    who = [meeting.organisation.short_name] if many else []
    return {"cells": [title, *who, meeting.get_kind_display(), zh_date(meeting.held_on), hours, came]}


def _nearby(request: HttpRequest) -> list[dict[str, Any]]:
    own = orgs_where(request.user, "join_meeting").first()
    if own is None:
        return []
    return [
        {
            "title": m.title,
            "words": f"{m.organisation.short_name} · {zh_date(m.held_on)} {m.place}",
            "acts": [
                {"label": _("本支部也参加"), "url": reverse("meetings:join", args=[m.pk]), "post": True}
            ],
        }
        for m in joint_nearby(own)
    ]


@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """参加联合会议 — one's branch meets with the neighbours who called."""
    own = orgs_where(request.user, "join_meeting").first()
    if own is None:
        raise Http404
    meeting = get_object_or_404(joint_nearby(own), pk=pk)
    join_meeting(request.user, own, meeting=meeting)
    return redirect("meetings:door", pk)
