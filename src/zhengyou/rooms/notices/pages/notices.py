"""提醒怎么发 — one's own channels, the group of one's organisation, and for administrators what did not go out."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.queries import reminded
from zhengyou.rooms.notices.actions import choose_channel, link_robot, unlink_robot
from zhengyou.rooms.notices.forms import ChannelForm, RobotForm
from zhengyou.rooms.notices.queries import FROM, UNTIL, choice_of, robot_of, unsent_seen_by
from zhengyou.rooms.orgs.queries import organisation_of


def notices(request: HttpRequest) -> HttpResponse:
    """提醒怎么发 — by mail, or not."""
    choice = choice_of(request.user)
    held = {"by_mail": choice.by_mail, "mail": choice.mail} if choice else {}
    form = ChannelForm(request.POST or None, initial=held)
    if form.is_bound and form.is_valid():
        try:
            choose_channel(request.user, request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error("mail", str(refused))
        else:
            messages.success(request, _("已存。"))
            return redirect("notices:notices")
    return _shown(request, form, RobotForm())


def _place(request: HttpRequest) -> Any:
    """The organisation whose group one may let in, or none."""
    place = organisation_of(request.user)
    return place if place and may(request.user, "link_robot", place) else None


def _shown(request: HttpRequest, form: ChannelForm, linking: RobotForm) -> HttpResponse:
    place, failed = _place(request), unsent_seen_by(request.user)
    context = {
        "form": form,
        "place": place,
        "robot": robot_of(place),
        "linking": linking if place else None,
        "today_url": reverse("campaigns:reminders") if reminded(request.user) else "",
        "mail_ready": bool(settings.EMAIL_HOST),
        "first": FROM,
        "last": UNTIL,
        "unsent": None if failed is None else failed.count(),
    }
    wrong = bool(form.errors or linking.errors)
    return render(request, "notices/notices.html", context, status=422 if wrong else 200)


@require_POST
def link(request: HttpRequest) -> HttpResponse:
    """接入群机器人 — it is told from the next working day on."""
    place = _place(request)
    if place is None:
        raise Http404
    form = RobotForm(request.POST)
    if form.is_valid():
        try:
            link_robot(request.user, place, **form.cleaned_data)
        except Refused as refused:
            form.add_error("address", str(refused))
        else:
            return redirect("notices:notices")
    return _shown(request, ChannelForm(), form)


@require_POST
def unlink(request: HttpRequest) -> HttpResponse:
    """停用群机器人 — from now on."""
    robot = robot_of(_place(request))
    if robot is None:
        raise Http404
    unlink_robot(request.user, robot)
    return redirect("notices:notices")


def unsent(request: HttpRequest) -> HttpResponse:
    """没有发出的 — to whom, by what, why; an administrator mends the channel, the next call sends the day's list."""
    failed = unsent_seen_by(request.user)
    if failed is None:
        raise Http404
    rows = [
        {
            "cells": [
                str(s.user or s.organisation),
                s.day,
                s.get_channel_display(),
                s.get_end_display(),
                s.tries,
                s.why or _("发的时候服务停了"),
            ]
        }
        for s in failed[:200]
    ]
    heads = (_("给谁"), _("哪天"), _("渠道"), _("结果"), _("试了几次"), _("原因"))
    columns = [{"label": head} for head in heads]
    return render(request, "notices/unsent.html", {"rows": rows, "columns": columns})
