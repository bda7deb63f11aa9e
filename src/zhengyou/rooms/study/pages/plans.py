"""Study plans: those that hold here, their topics and texts, and who has read what."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.pages import answered
from zhengyou.core.permissions import may, orgs_where, require
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.queries import campaign_under_way
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.study.actions import add_topic, draw_up_study_plan, list_reading, record_reading
from zhengyou.rooms.study.forms import PlanForm, ReadingForm, TopicForm
from zhengyou.rooms.study.queries import (
    due_to_read,
    plans_over,
    plans_seen_by,
    read_by,
    readers_of,
    readings_seen_by,
    topics_for,
)


def _place(request: HttpRequest) -> Any:
    """The organisation whose study a viewer looks after."""
    place = orgs_where(request.user, "draw_up_study_plan").first() or organisation_of(request.user)
    if place is None:
        raise Http404
    return place


def plans(request: HttpRequest) -> HttpResponse:
    """学习计划 — those from above and one's own; a plan holds below at once, nothing has to be adopted."""
    place = _place(request)
    seen = {p.pk for p in plans_seen_by(request.user)}
    rows = [
        {
            "cells": [
                {"words": p.name, "url": reverse("study:plan", args=[p.pk])},
                _("本级") if p.organisation_id == place.pk else p.organisation.short_name,
                zh_date(p.starts_on),
                zh_date(p.ends_on),
            ]
        }
        for p in plans_over(place)
        if p.pk in seen
    ]
    heads = (_("学习计划"), _("谁定的"), _("开始"), _("结束"))
    context = {
        "rows": rows,
        "columns": [{"label": label} for label in heads],
        "may_draw_up": may(request.user, "draw_up_study_plan", place),
        "reviews": orgs_where(request.user, "review_works").exists(),
    }
    return render(request, "study/plans.html", context)


def new_plan(request: HttpRequest) -> HttpResponse:
    """制定学习计划 — for one's organisation and all below it."""
    place = _place(request)
    require(request.user, "draw_up_study_plan", place)
    return answered(
        request,
        PlanForm(request.POST or None),
        lambda **said: draw_up_study_plan(
            request.user, place, campaign=campaign_under_way(request.user), **said
        ),
        template="study/deed.html",
        heading=_("制定学习计划"),
        about=_("定了就对本级和所辖都有效，下级不用另行制定，也不用转发。"),
        back=reverse("study:plans"),
    )


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """一个学习计划 — its topics, its texts, and how many here have read each."""
    found = get_object_or_404(plans_seen_by(request.user), pk=pk)
    return _shown(request, found)


def _shown(request: HttpRequest, found: Any, **bound: Any) -> HttpResponse:
    place = _place(request)
    lists = may(request.user, "list_reading", found)
    topics = list(topics_for(place, found))
    own = sum(t.organisation_id == place.pk for t in topics)
    adds = may(request.user, "add_topic", place) and place.path.startswith(found.organisation.path)
    adds = adds and (lists or own < found.own_topics)
    context = {
        "plan": found,
        "topics": topics,
        "texts": _texts(request, place, found),
        "topic": TopicForm() if adds else None,
        "listing": ReadingForm() if lists else None,
        "topic_url": reverse("study:topic", args=[found.pk]),
        "reading_url": reverse("study:list", args=[found.pk]),
        "crumbs": [(_("学习计划"), reverse("study:plans")), (found.name, "")],
    } | bound
    wrong = any(form.errors for form in bound.values())
    return render(request, "study/plan.html", context, status=422 if wrong else 200)


def _texts(request: HttpRequest, place: Any, found: Any) -> list[dict[str, Any]]:
    read, records = readers_of(place, found), may(request.user, "record_reading", place)
    texts = []
    for reading in found.readings.select_related("plan__organisation"):
        due = due_to_read(place, reading).count()
        url = reverse("study:reading", args=[reading.pk]) if records and due else ""
        share = {"met": read.get(reading.pk, 0), "due": due} if due else None
        texts.append({"reading": reading, "share": share, "url": url})
    return texts


def _done(form: Any, deed: Any) -> bool:
    """Do a deed; a refusal stands in the form with everything typed still in it."""
    try:
        deed(**form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


@require_POST
def topic(request: HttpRequest, pk: int) -> HttpResponse:
    """列入专题 — of the plan, or the unit's own."""
    found = get_object_or_404(plans_seen_by(request.user), pk=pk)
    place, form = _place(request), TopicForm(request.POST)
    require(request.user, "add_topic", place)
    if form.is_valid() and _done(form, lambda **said: add_topic(request.user, place, plan=found, **said)):
        return redirect("study:plan", pk)
    return _shown(request, found, topic=form)


@require_POST
def list_text(request: HttpRequest, pk: int) -> HttpResponse:
    """列入篇目 — a text and its day."""
    found = get_object_or_404(plans_seen_by(request.user), pk=pk)
    require(request.user, "list_reading", found)
    form = ReadingForm(request.POST)
    if form.is_valid() and _done(form, lambda **said: list_reading(request.user, found, **said)):
        return redirect("study:plan", pk)
    return _shown(request, found, listing=form)


def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """登记读毕 — everybody who had to read a text, to be ticked once."""
    found = get_object_or_404(readings_seen_by(request.user), pk=pk)
    place = _place(request)
    require(request.user, "record_reading", place)
    people = due_to_read(place, found)
    if request.method == "POST":
        chosen = [pk for pk in request.POST.getlist("person") if pk.isdigit()]
        record_reading(request.user, place, reading=found, people=people.filter(pk__in=chosen))
        return redirect("study:plan", found.plan_id)
    done = read_by(people, found)
    context = {
        "reading": found,
        "people": [(p, p.pk in done) for p in people],
        "done": len(done),
        "here": request.path,
        "back_url": reverse("study:plan", args=[found.plan_id]),
    }
    return render(request, "study/reading.html", context)
