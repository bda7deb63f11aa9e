"""对系统的意见 — say it, read what became of it; the office answers; the counts are for everybody."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may
from zhengyou.rooms.burden.actions import answer_suggestion, send_suggestion
from zhengyou.rooms.burden.forms import AnswerForm, SuggestionForm
from zhengyou.rooms.burden.queries import counts_of_suggestions, suggestions_by, suggestions_to_answer
from zhengyou.rooms.orgs.queries import home_of, organisation_of, person_of

A_PAGE = 30


def _place(viewer: Any) -> Any:
    """Where somebody speaks: the organisation that they answer for, or belong to."""
    person = person_of(viewer)
    return organisation_of(viewer) or (home_of(person) if person else None)


def suggestions(request: HttpRequest) -> HttpResponse:
    """对系统的意见 — one's own with the answers; whoever answers reads all below."""
    place = _place(request.user)
    may_send = place is not None and may(request.user, "send_suggestion", place)
    theirs = suggestions_to_answer(request.user)
    answers = may(request.user, "answer_suggestion", place) if place else theirs.exists()
    if not (may_send or answers):
        raise Http404
    form = SuggestionForm(request.POST if "about" in request.POST else None)
    answering = AnswerForm(request.POST if "outcome" in request.POST else None)
    if _done(request, place, form, answering):
        return redirect("burden:suggestions")
    context = {
        "form": form if may_send else None,
        "mine": suggestions_by(request.user)[:A_PAGE],
        "page": Paginator(theirs, A_PAGE).get_page(request.GET.get("page")) if answers else None,
        "answering": answering,
        "counts": counts_of_suggestions(),
    }
    failed = form.errors or answering.errors
    return render(request, "burden/suggestions.html", context, status=422 if failed else 200)


def _done(request: HttpRequest, place: Any, form: Any, answering: Any) -> bool:
    """Do what was sent, if anything was; a refusal stands above the form that it is about."""
    sent = next((f for f in (form, answering) if f.is_bound), None)
    if sent is None or not sent.is_valid():
        return False
    told = sent.cleaned_data
    try:
        if sent is form:
            send_suggestion(request.user, place, **told)
        else:
            found = get_object_or_404(suggestions_to_answer(request.user), pk=told["suggestion"])
            answer_suggestion(request.user, found, outcome=told["outcome"], words=told["answer"])
    except Refused as refused:
        sent.add_error(None, str(refused))
        return False
    return True


@login_not_required
def counts(request: HttpRequest) -> HttpResponse:
    """意见的数 — for anybody, without a name, a place or a word of what was said."""
    found = counts_of_suggestions()
    context = {
        "counts": found,
        "columns": [{"label": ""}, {"label": _("条"), "num": True}],
        "by_about": _rows(SuggestionForm, "about", found.by_about),
        "by_outcome": _rows(AnswerForm, "outcome", found.by_outcome),
    }
    return render(request, "burden/counts.html", context)


def _rows(form: Any, field: str, found: dict[str, int]) -> list[dict[str, Any]]:
    """Each choice of a form with how many chose it."""
    return [{"cells": [label, found.get(key, 0)]} for key, label in form.base_fields[field].choices]
