"""What is shown about passing from stage to stage: the board, a look-back, one application."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.gates.actions import answer_item, apply_for_gate, decide_passage, inspect_application
from zhengyou.rooms.gates.forms import DecisionForm, InspectionForm
from zhengyou.rooms.gates.queries import (
    Place,
    applications_seen_by,
    board_of,
    gates_seen_by,
    lacking_for_gate,
    look_back_of,
    organisations_seen_at,
    passing_of,
)
from zhengyou.rooms.orgs.queries import organisation_of

SHOWN = 12


def _gate_for(request: HttpRequest) -> Any:
    """The gate asked for in the address, else the latest that was opened; 404 for who may see none anywhere."""
    if not orgs_where(request.user, "see_gate").exists():
        raise Http404
    gates = gates_seen_by(request.user).order_by("-opened_on", "-pk")
    asked = request.GET.get("gate", "")
    found = gates.filter(pk=asked).first() if asked.isdigit() else gates.first()
    if found is None and asked:
        raise Http404
    return found


def _choices(request: HttpRequest, gate: Any) -> list[tuple[str, str, bool]]:
    found = gates_seen_by(request.user).order_by("opened_on", "pk")
    return [(g.stage.name, f"{request.path}?gate={g.pk}", g == gate) for g in found]


def board(request: HttpRequest) -> HttpResponse:
    """转段看板 — organisations in columns by where they stand; a card says what is missing."""
    gate = _gate_for(request)
    context: dict[str, Any] = {"gate": gate, "choices": _choices(request, gate)}
    if gate:
        shown = board_of(request.user, gate)
        everything = request.GET.get("all") == "1"
        context["columns"] = [_column(request, column, gate, everything) for column in shown.columns]
        context["count"] = shown.count
    return render(request, "gates/board.html", context)


def _column(request: HttpRequest, column: Any, gate: Any, everything: bool) -> dict[str, Any]:
    cards = column.cards if everything else column.cards[:SHOWN]
    kind = {Place.PASSED: "done", Place.MAKE_UP: "makeup"}.get(column.place, "")
    return {
        "name": column.place.label,
        "note": column.said,
        "kind": kind,
        "count": len(column.cards),
        "cards": [_card(c, gate) for c in cards],
        "more": len(column.cards) - len(cards),
        "more_url": f"{request.path}?gate={gate.pk}&all=1",
    }


def _card(card: Any, gate: Any) -> dict[str, Any]:
    application = card.passing.application
    if application:
        url = reverse("gates:application", args=[application.pk])
    else:
        url = reverse("gates:look_back_of", args=[gate.pk, card.organisation.pk])
    return {
        "id": f"gate-{card.organisation.pk}",
        "name": card.organisation.short_name,
        "place": card.organisation.parent.short_name if card.organisation.parent else "",
        "people": card.members,
        "url": url,
        "lead": card.lead,
        "lead_kind": "lack" if card.warns else "",
        "words": card.text,
        "day": _("第%(n)d天") % {"n": card.days},
        "makeup": card.passing.place is Place.MAKE_UP,
    }


def look_back(request: HttpRequest, gate: int | None = None, pk: int | None = None) -> HttpResponse:
    """回头看 — ticks itself where facts tell, asks where they cannot; one button applies."""
    found = get_object_or_404(gates_seen_by(request.user), pk=gate) if gate else _gate_for(request)
    if found is None:
        return render(request, "gates/board.html", {"gate": None, "choices": []})
    own = organisation_of(request.user)
    organisation = get_object_or_404(
        organisations_seen_at(request.user, found), pk=pk or (own.pk if own else None)
    )
    lacking = lacking_for_gate(organisation, found)
    passing = passing_of(organisation, found)
    context = {
        "gate": found,
        "organisation": organisation,
        "ticks": look_back_of(organisation, found),
        "lacking": lacking,
        "passing": passing,
        "choices": [] if gate else _choices(request, found),
        "may_apply": may(request.user, "apply_for_gate", organisation) and passing.may_apply,
        "why_not": _why_not(len(lacking)) if lacking else "",
        "answer_url": reverse("gates:answer", args=[found.pk, organisation.pk]),
        "apply_url": reverse("gates:apply", args=[found.pk, organisation.pk]),
    }
    return render(request, "gates/look_back.html", context)


def _why_not(n: int) -> str:
    return ngettext("差%(n)d项，补齐就能申请，不限日期", "差%(n)d项，补齐就能申请，不限日期", n) % {"n": n}


@require_POST
def answer(request: HttpRequest, gate: int, pk: int) -> HttpResponse:
    """答复 — yes or no to one item that nobody else can know."""
    found = get_object_or_404(gates_seen_by(request.user), pk=gate)
    organisation = get_object_or_404(organisations_seen_at(request.user, found), pk=pk)
    item = get_object_or_404(found.items, pk=request.POST.get("item", ""))
    yes = request.POST.get("yes") == "1"
    answer_item(request.user, organisation, item=item, yes=yes, words=request.POST.get("words", ""))
    return redirect("gates:look_back_of", gate, pk)


@require_POST
def apply(request: HttpRequest, gate: int, pk: int) -> HttpResponse:
    """申请转段 — one click once everything holds."""
    found = get_object_or_404(gates_seen_by(request.user), pk=gate)
    organisation = get_object_or_404(organisations_seen_at(request.user, found), pk=pk)
    apply_for_gate(request.user, organisation, gate=found)
    return redirect("gates:look_back_of", gate, pk)


def application(request: HttpRequest, pk: int) -> HttpResponse:
    """申请 — one organisation's application: its look-back, the inspection, the decision."""
    found = get_object_or_404(applications_seen_by(request.user), pk=pk)
    inspecting, deciding = InspectionForm(), DecisionForm()
    if request.method == "POST" and "sample" in request.POST:
        inspecting = InspectionForm(request.POST)
        if inspecting.is_valid():
            inspect_application(request.user, found, **inspecting.cleaned_data)
            return redirect("gates:application", pk)
    elif request.method == "POST":
        deciding = DecisionForm(request.POST)
        if deciding.is_valid():
            decide_passage(request.user, found, **deciding.cleaned_data)
            return redirect("gates:application", pk)
    passing = passing_of(found.organisation, found.gate)
    decided = getattr(found, "decision", None)
    context = {
        "application": found,
        "passing": passing,
        "decision": decided,
        "ticks": look_back_of(found.organisation, found.gate),
        "inspecting": inspecting
        if decided is None and may(request.user, "inspect_application", found)
        else None,
        "deciding": deciding if decided is None and may(request.user, "decide_passage", found) else None,
    }
    status = 422 if inspecting.errors or deciding.errors else 200
    return render(request, "gates/application.html", context, status=status)


app_name = "gates"
urlpatterns = [
    path("gates/", board, name="board"),
    path("gates/look-back/", look_back, name="look_back"),
    path("gates/<int:gate>/<int:pk>/", look_back, name="look_back_of"),
    path("gates/<int:gate>/<int:pk>/answer/", answer, name="answer"),
    path("gates/<int:gate>/<int:pk>/apply/", apply, name="apply"),
    path("gates/applications/<int:pk>/", application, name="application"),
]
