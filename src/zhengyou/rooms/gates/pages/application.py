"""转段申请 — the sample is drawn, then looked at, then decided upon."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from zhengyou.core.permissions import may
from zhengyou.rooms.gates.actions import decide_passage, draw_for_inspection, inspect_application
from zhengyou.rooms.gates.forms import DecisionForm, InspectionForm, SampleForm
from zhengyou.rooms.gates.queries import applications_seen_by, look_back_of, passing_of, samples_of


def application(request: HttpRequest, pk: int) -> HttpResponse:
    """申请 — one organisation's application: its look-back, the sample, the inspection, the decision."""
    found = get_object_or_404(applications_seen_by(request.user), pk=pk)
    samples = samples_of(request.user, found)
    forms = _forms(request, found, samples[-1][0] if samples else None)
    for form, do in forms.values():
        if form.is_bound and form.is_valid():
            do(**form.cleaned_data)
            return redirect("gates:application", pk)
    context = _told(request, found) | {"samples": [_sample(*s) for s in samples]}
    decided = context["decision"] is not None
    for name, deed in DEEDS.items():
        shown = not decided and may(request.user, deed, found)
        context[name] = forms[name][0] if shown else None
    context["drawing"] = context["drawing"] if not samples else None
    status = 422 if any(form.errors for form, _do in forms.values()) else 200
    return render(request, "gates/application.html", context, status=status)


DEEDS = {"drawing": "draw_for_inspection", "inspecting": "inspect_application", "deciding": "decide_passage"}
TOLD_BY = {"drawing": "rate", "inspecting": "finding", "deciding": "how"}  # the field that only this form has


def _forms(request: HttpRequest, found: Any, drawn: Any) -> dict[str, tuple[Any, Callable[..., Any]]]:
    """The three forms of the page, that one bound which was sent, and what each does."""
    sent = next((name for name, field in TOLD_BY.items() if field in request.POST), "")
    given = {name: request.POST if name == sent else None for name in DEEDS}

    def inspect(**told: Any) -> Any:
        return inspect_application(request.user, found, drawn=drawn, **told)

    return {
        "drawing": (
            SampleForm(given["drawing"]),
            lambda **told: draw_for_inspection(request.user, found, **told),
        ),
        "inspecting": (InspectionForm(given["inspecting"], drawn=drawn), inspect),
        "deciding": (
            DecisionForm(given["deciding"]),
            lambda **told: decide_passage(request.user, found, **told),
        ),
    }


def _told(request: HttpRequest, found: Any) -> dict[str, Any]:
    return {
        "application": found,
        "passing": passing_of(found.organisation, found.gate),
        "decision": getattr(found, "decision", None),
        "ticks": look_back_of(found.organisation, found.gate),
    }


def _sample(sample: Any, names: list[str]) -> dict[str, Any]:
    """What was drawn, and what a clean sample says."""
    told = {"rate": sample.rate, "chance": sample.chance, "size": sample.size, "whole": sample.population}
    words = _(
        "从%(whole)d个里抽%(size)d个：不符合的要是超过%(rate)d%%，至少查出一个的把握不小于%(chance)d%%。"
    )
    return {"sample": sample, "names": names, "words": words % told}
