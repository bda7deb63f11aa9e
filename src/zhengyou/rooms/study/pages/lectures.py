"""党课登记 — who lectured on what, to whom, and how many came: read from the lists, entered by nobody again."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.downloads import download
from zhengyou.core.pages import answered
from zhengyou.core.permissions import orgs_where, require
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.meetings.queries import counted, lectures_seen_by
from zhengyou.rooms.study.actions import record_readings_taught
from zhengyou.rooms.study.forms import ReadingsTaughtForm
from zhengyou.rooms.study.papers import lectures_register
from zhengyou.rooms.study.queries import taught_at, texts_over, texts_taught

A_PAGE = 50


def lectures(request: HttpRequest) -> HttpResponse:
    """党课登记 — the lectures that were held, newest first."""
    place = orgs_where(request.user, "see_attendance").first()
    if place is None:
        raise Http404
    found = lectures_seen_by(request.user)
    if ending := request.GET.get("format"):
        lines = counted(found)
        return download(lectures_register(place, lines, texts_taught([m.pk for m, *_n in lines])), ending)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    heads = (
        _("题目"),
        _("主讲人"),
        _("主讲人身份"),
        _("专题"),
        _("所讲篇目"),
        _("听课的组织"),
        _("日期"),
        _("到会"),
        _("列席人数"),
    )
    lines = counted(list(page.object_list))
    taught = texts_taught([m.pk for m, *_n in lines])
    enters = set(orgs_where(request.user, "record_readings_taught").values_list("pk", flat=True))
    context = {
        "page": page,
        "rows": [_row(enters, taught, *line) for line in lines],
        "columns": [{"label": label} for label in heads],
        "crumbs": [(_("会议与学习"), reverse("meetings:meetings")), (_("党课登记"), "")],
    }
    return render(request, "study/lectures.html", context)


def _row(
    enters: set[int], taught: dict[int, list[str]], lecture: Any, entered: int, present: int
) -> dict[str, Any]:
    title = {"words": lecture.title, "url": reverse("meetings:door", args=[lecture.pk])}
    came = {"met": present, "due": entered} if entered else ""
    who = [lecture.speaker or "—", lecture.get_speaks_as_display() or "—", lecture.topic or "—"]
    texts: Any = _("、").join(taught.get(lecture.pk, ()))
    if lecture.organisation_id in enters:
        texts = {"words": texts or _("登记"), "url": reverse("study:taught", args=[lecture.pk])}
    where = _("、").join(o.short_name for o in (lecture.organisation, *lecture.partners.all()))
    day = zh_date(lecture.held_on)
    return {"cells": [title, *who, texts or "—", where, day, came, lecture.guests or "—"]}


def taught(request: HttpRequest, pk: int) -> HttpResponse:
    """登记所讲篇目 — which texts of the plans that hold here a lecture was on."""
    lecture: Any = get_object_or_404(lectures_seen_by(request.user), pk=pk)
    require(request.user, "record_readings_taught", lecture)
    form = ReadingsTaughtForm(
        request.POST if request.method == "POST" else None,
        texts=texts_over(lecture.organisation),
        initial={"readings": taught_at(lecture.pk)},
    )
    return answered(
        request,
        form,
        lambda readings: record_readings_taught(request.user, lecture, readings=readings),
        template="study/deed.html",
        heading=_("登记所讲篇目"),
        about=_("“%(title)s”讲的是学习计划里的哪一篇；可以不止一篇，也可以都不勾。")
        % {"title": lecture.title},
        back=reverse("study:lectures"),
    )
