"""党课登记 — who lectured on what, to whom, and how many came: read from the lists, entered by nobody again."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.meetings.queries import counted, lectures_seen_by

A_PAGE = 50


def lectures(request: HttpRequest) -> HttpResponse:
    """党课登记 — the lectures that were held, newest first."""
    if not orgs_where(request.user, "see_attendance").exists():
        raise Http404
    found, columns = asked_in_order(lectures_seen_by(request.user), _columns(), request.GET.dict())
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(*line) for line in counted(list(page.object_list))],
        "columns": columns,
        "crumbs": [(_("会议与学习"), reverse("meetings:meetings")), (_("党课登记"), "")],
    }
    return render(request, "meetings/lectures.html", context)


def _columns() -> list[dict[str, Any]]:
    return [
        by(_("题目"), "title"),
        by(_("主讲人"), "speaker"),
        by(_("主讲人身份"), "speaks_as"),
        by(_("专题"), "topic"),
        by(_("听课的组织"), "organisation__path", "held_on"),
        by(_("日期"), "held_on"),
        by(_("到会")),
        by(_("列席人数"), "guests", num=True),
    ]


def _row(lecture: Any, entered: int, present: int) -> dict[str, Any]:
    title = {"words": lecture.title, "url": reverse("meetings:door", args=[lecture.pk])}
    came = {"met": present, "due": entered} if entered else ""
    who = [lecture.speaker or "—", lecture.get_speaks_as_display() or "—", lecture.topic or "—"]
    where = _("、").join(o.short_name for o in (lecture.organisation, *lecture.partners.all()))
    return {"cells": [title, *who, where, zh_date(lecture.held_on), came, lecture.guests or "—"]}
