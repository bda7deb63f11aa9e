"""小测验 — set by those who teach, taken by whoever likes, told to nobody but the taker; counts are for all."""

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.pages import answered
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.meetings.queries import held_since
from zhengyou.rooms.orgs.queries import person_of
from zhengyou.rooms.study.actions import set_quiz, take_quiz
from zhengyou.rooms.study.forms import QuizForm, TakingForm
from zhengyou.rooms.study.queries import (
    FEWEST,
    answers_of,
    bank_of,
    counts_of,
    plans_over,
    questions_of,
    quizzes_seen_by,
    taken_by,
    takings_counted,
)

A_PAGE = 50
MONTHS_BACK = timedelta(days=62)  # a quiz after a meeting comes soon after it


def quizzes(request: HttpRequest) -> HttpResponse:
    """小测验 — those over and below, each with how many took it."""
    if not orgs_where(request.user, "see_quiz_counts").exists():
        raise Http404
    found = takings_counted(quizzes_seen_by(request.user))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    heads = (_("小测验"), _("谁出的"), _("跟着什么"), _("开始"), _("结束"), _("答的人数"))
    context = {
        "page": page,
        "rows": [_row(quiz) for quiz in page],
        "columns": [{"label": label} for label in heads],
        "may_set": orgs_where(request.user, "set_quiz").exists(),
        "asks": orgs_where(request.user, "see_questions").exists(),
    }
    return render(request, "study/quizzes.html", context)


def _row(quiz: Any) -> dict[str, Any]:
    name = {"words": quiz.name, "url": reverse("study:quiz", args=[quiz.pk])}
    days = (zh_date(quiz.opens_on), zh_date(quiz.closes_on))
    return {
        "cells": [name, quiz.organisation.short_name, str(quiz.plan or quiz.meeting), *days, _few(quiz.taken)]
    }


def _few(number: int | None) -> Any:
    """A count, or that it is too small to be told."""
    return number if number is not None and number >= FEWEST else _("不足%(n)d人") % {"n": FEWEST}


def new_quiz(request: HttpRequest) -> HttpResponse:
    """出小测验 — under a plan that holds here, or after a meeting of one's own."""
    place = orgs_where(request.user, "set_quiz").first()
    if place is None:
        raise Http404
    form = QuizForm(
        request.POST or None,
        plans=plans_over(place),
        meetings=list(held_since(place, clock.today() - MONTHS_BACK).filter(organisation=place)),
        bank=bank_of(place),
        initial={"opens_on": clock.today()},
    )
    return answered(
        request,
        form,
        lambda **said: set_quiz(request.user, place, **said),
        template="study/deed.html",
        heading=_("出小测验"),
        about=_("党员自愿答；各人的结果只有本人看得到，您也只看得到有多少人答、每题多少人答对。"),
        back=reverse("study:quizzes"),
    )


def quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """一次小测验 — the counts, the same for everybody; the way to take it, or to one's own answers."""
    found = get_object_or_404(quizzes_seen_by(request.user), pk=pk)
    counts, taken = counts_of(found), taken_by(request.user, found)
    running = found.opens_on <= clock.today() <= found.closes_on
    takes = running and not taken and _may_take(request, found)
    context = {
        "quiz": found,
        "of": found.plan or found.meeting,
        "taken": _few(counts.taken),
        "lines": [
            {"words": question.words, "told": _told(part, counts.taken)}
            for question, part in counts.questions
        ],
        "told": any(part for _question, part in counts.questions),
        "take_url": reverse("study:take", args=[pk]) if takes else "",
        "mine_url": reverse("study:take", args=[pk]) if taken else "",
        "crumbs": [(_("小测验"), reverse("study:quizzes")), (found.name, "")],
    }
    return render(request, "study/quiz.html", context)


def _told(part: Any, taken: int | None) -> Any:
    """How many were right of one question, as far as it is told."""
    if part is None:
        return None
    if part.whole:
        return {"met": part.right, "due": taken}
    few = _("不足%(n)d人答对") if part.right is None else _("不足%(n)d人没有答对")
    return {"words": few % {"n": FEWEST}}


def _may_take(request: HttpRequest, found: Any) -> bool:
    return person_of(request.user) is not None and may(request.user, "take_quiz", found)


def take(request: HttpRequest, pk: int) -> HttpResponse:
    """答小测验 — the questions; once they are answered one's own answers, with why. Nobody else is shown this page."""
    found = get_object_or_404(quizzes_seen_by(request.user), pk=pk)
    if taken_by(request.user, found):
        return _answered(request, found)
    if not _may_take(request, found):
        raise Http404
    form = TakingForm(request.POST if request.method == "POST" else None, questions=questions_of(found))
    if form.is_bound and form.is_valid():
        try:
            take_quiz(request.user, found, answers=form.answers())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("study:take", pk)
    context = {"quiz": found, "form": form, "here": request.path}
    return render(request, "study/take.html", context, status=422 if form.errors else 200)


def _answered(request: HttpRequest, found: Any) -> HttpResponse:
    lines = answers_of(request.user, found)
    context = {"quiz": found, "lines": lines, "right": sum(line.right for line in lines)}
    return render(request, "study/answered.html", context)
