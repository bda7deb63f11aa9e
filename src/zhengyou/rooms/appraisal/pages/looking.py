"""What is filled in beside an opened score: checks, self-scores, duty reports, the way out and its recheck."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from zhengyou.rooms.appraisal.actions import (
    check_criterion,
    claim_points,
    plan_remedy,
    recheck_remedy,
    report_duty,
)
from zhengyou.rooms.appraisal.forms import CheckForm, ClaimForm, DutyForm, RecheckForm, RemedyForm
from zhengyou.rooms.appraisal.pages.deeds import answered_on_score, place_of
from zhengyou.rooms.appraisal.queries import remedies_seen_by


@require_POST
def check(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """核查评分 — one of the appraisal team gives points for a line."""
    scheme, where = place_of(request, pk, organisation)
    form = CheckForm(request.POST, scheme=scheme)
    return answered_on_score(
        request, pk, organisation, form, lambda: check_criterion(request.user, where, **form.cleaned_data)
    )


@require_POST
def claim(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """填自评分 — a secretary says what the organisation would give itself."""
    scheme, where = place_of(request, pk, organisation)
    form = ClaimForm(request.POST, scheme=scheme)
    return answered_on_score(
        request,
        pk,
        organisation,
        form,
        lambda: claim_points(request.user, where, scheme=scheme, **form.details),
    )


@require_POST
def duty(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """述职 — in own words."""
    scheme, where = place_of(request, pk, organisation)
    form = DutyForm(request.POST)
    return answered_on_score(
        request,
        pk,
        organisation,
        form,
        lambda: report_duty(request.user, where, scheme=scheme, **form.cleaned_data),
    )


@require_POST
def remedy(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """定整顿措施 — an office and a lagging organisation agree on the way out."""
    scheme, where = place_of(request, pk, organisation)
    form = RemedyForm(request.POST, organisation=where)
    return answered_on_score(
        request,
        pk,
        organisation,
        form,
        lambda: plan_remedy(request.user, where, scheme=scheme, **form.cleaned_data),
    )


@require_POST
def recheck(request: HttpRequest, pk: int) -> HttpResponse:
    """复查整顿 — whether it is mended."""
    found = get_object_or_404(remedies_seen_by(request.user), pk=pk)
    form = RecheckForm(request.POST, prefix=f"recheck{pk}")
    return answered_on_score(
        request,
        found.scheme_id,
        found.organisation_id,
        form,
        lambda: recheck_remedy(request.user, found, **form.cleaned_data),
    )
