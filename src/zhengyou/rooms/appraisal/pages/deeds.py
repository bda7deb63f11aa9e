"""What is said on an opened score: disputes, replies, comments, marks and their retraction."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from zhengyou.rooms.appraisal.actions import (
    dispute_score,
    give_mark,
    reply_to_dispute,
    retract_mark,
)
from zhengyou.rooms.appraisal.forms import CommentForm, DisputeForm, MarkForm, ReplyForm, RetractForm
from zhengyou.rooms.appraisal.pages.opened import score
from zhengyou.rooms.appraisal.queries import (
    disputes_seen_by,
    marks_seen_by,
    organisations_with_scores,
    schemes_seen_by,
    score_of,
)
from zhengyou.rooms.comments.actions import give_comment


def answered_on_score(
    request: HttpRequest, scheme: int, organisation: int, form: Any, do: Callable[[], Any]
) -> HttpResponse:
    """Do what a form says and show the score again; where something is wrong, with the form as it was filled in."""
    if not form.is_valid():
        return score(request, scheme, organisation, form)
    do()
    return redirect("appraisal:score", scheme, organisation)


def place_of(request: HttpRequest, pk: int, organisation: int) -> tuple[Any, Any]:
    scheme = get_object_or_404(schemes_seen_by(request.user), pk=pk)
    return scheme, get_object_or_404(organisations_with_scores(request.user, scheme), pk=organisation)


@require_POST
def dispute(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """这个数不对 — a secretary disputes one line of the score."""
    scheme, where = place_of(request, pk, organisation)
    form = DisputeForm(request.POST, appraised=score_of(where, scheme), scheme=scheme)
    return answered_on_score(
        request,
        pk,
        organisation,
        form,
        lambda: dispute_score(request.user, where, scheme=scheme, **form.details),
    )


@require_POST
def comment(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """点评 — a leader comments on an organisation."""
    scheme, where = place_of(request, pk, organisation)
    form = CommentForm(request.POST)
    return answered_on_score(
        request,
        pk,
        organisation,
        form,
        lambda: give_comment(request.user, where, campaign=scheme.campaign, on=scheme, **form.cleaned_data),
    )


@require_POST
def mark(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """加减分 — an office says that a clause holds."""
    scheme, where = place_of(request, pk, organisation)
    form = MarkForm(request.POST, scheme=scheme)
    return answered_on_score(
        request, pk, organisation, form, lambda: give_mark(request.user, where, **form.details)
    )


@require_POST
def retract(request: HttpRequest, pk: int) -> HttpResponse:
    """撤销加减分 — an office takes points back."""
    found = get_object_or_404(marks_seen_by(request.user), pk=pk)
    form = RetractForm(request.POST)
    return answered_on_score(
        request,
        found.clause.scheme_id,
        found.organisation_id,
        form,
        lambda: retract_mark(request.user, found, **form.cleaned_data),
    )


@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """答复 — an office says whether a dispute holds."""
    found = get_object_or_404(disputes_seen_by(request.user), pk=pk)
    form = ReplyForm(request.POST, prefix=f"reply{pk}", dispute=found)
    return answered_on_score(
        request,
        found.scheme_id,
        found.organisation_id,
        form,
        lambda: reply_to_dispute(request.user, found, **form.cleaned_data),
    )
