"""题库 — the questions that may be asked here: one's own to add and retire, those from above to use."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.pages import answered
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.study.actions import add_question, retire_question
from zhengyou.rooms.study.forms import QuestionForm
from zhengyou.rooms.study.queries import questions_seen_by

A_PAGE = 50


def questions(request: HttpRequest) -> HttpResponse:
    """题库 — with what is right and why, for those who ask."""
    if not orgs_where(request.user, "see_questions").exists():
        raise Http404
    page = Paginator(questions_seen_by(request.user), A_PAGE).get_page(request.GET.get("page"))
    retires = set(orgs_where(request.user, "retire_question").values_list("pk", flat=True))
    context = {
        "page": page,
        "items": [_item(retires, question) for question in page],
        "may_add": orgs_where(request.user, "add_question").exists(),
        "crumbs": [(_("小测验"), reverse("study:quizzes")), (_("题库"), "")],
    }
    return render(request, "study/questions.html", context)


def _item(retires: set[int], question: Any) -> dict[str, Any]:
    told = question.organisation.short_name
    if question.retired_on:
        told = _("%(where)s · %(day)s停用") % {"where": told, "day": zh_day(question.retired_on)}
    acts = []
    if not question.retired_on and question.organisation_id in retires:
        url = reverse("study:retire", args=[question.pk])
        acts.append({"label": _("停用"), "url": url, "post": True, "kind": "bare"})
    return {"question": question, "told": told, "acts": acts}


def new_question(request: HttpRequest) -> HttpResponse:
    """加入题目 — into the bank of the organisation that one looks after."""
    place = orgs_where(request.user, "add_question").first()
    if place is None:
        raise Http404
    return answered(
        request,
        QuestionForm(request.POST or None),
        lambda **said: add_question(request.user, place, **said),
        template="study/deed.html",
        heading=_("加入题目"),
        about=_("本级和所辖的小测验都可以用这道题。"),
        back=reverse("study:questions"),
    )


@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """停用题目 — as of today."""
    question = get_object_or_404(questions_seen_by(request.user), pk=pk)
    retire_question(request.user, question)
    return redirect("study:questions")
