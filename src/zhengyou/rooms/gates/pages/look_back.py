"""回头看 — one organisation before a gate: what ticks itself, what it answers, the application."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.queries import own_word
from zhengyou.rooms.gates.actions import answer_item, apply_for_gate, put_forward
from zhengyou.rooms.gates.pages.board import choices, gate_for
from zhengyou.rooms.gates.queries import (
    gates_seen_by,
    lacking_for_gate,
    look_back_of,
    meetings_held,
    organisations_seen_at,
    passing_of,
)
from zhengyou.rooms.orgs.queries import organisation_of


def look_back(request: HttpRequest, gate: int | None = None, pk: int | None = None) -> HttpResponse:
    """回头看 — ticks itself where facts tell, asks where they cannot; one button applies."""
    found = get_object_or_404(gates_seen_by(request.user), pk=gate) if gate else gate_for(request)
    if found is None:
        return render(request, "gates/board.html", {"gate": None, "gate_word": _("转段"), "choices": []})
    own = organisation_of(request.user)
    organisation = get_object_or_404(
        organisations_seen_at(request.user, found), pk=pk or (own.pk if own else None)
    )
    lacking = lacking_for_gate(organisation, found)
    passing = passing_of(organisation, found)
    context = {
        "gate": found,
        "look_back_word": own_word(found.campaign, "look_back", _("回头看")),
        "organisation": organisation,
        "ticks": look_back_of(organisation, found),
        "lacking": lacking,
        "passing": passing,
        "choices": [] if gate else choices(request, found),
        "may_answer": may(request.user, "answer_item", organisation) and passing.may_apply,
        "may_apply": may(request.user, "apply_for_gate", organisation)
        and passing.may_apply
        and found.application,
        "may_forward": may(request.user, "put_forward", organisation)
        and passing.may_apply
        and not found.application,
        "why_not": _why_not(len(lacking)) if lacking else "",
        "presence_url": _presence_url(request, found, organisation),
        "answer_url": reverse("gates:answer", args=[found.pk, organisation.pk]),
        "apply_url": reverse("gates:apply", args=[found.pk, organisation.pk]),
        "forward_url": reverse("gates:forward", args=[found.pk, organisation.pk]),
    }
    return render(request, "gates/look_back.html", context)


def _presence_url(request: HttpRequest, gate: Any, organisation: Any) -> str:
    """Where to enter who of the supervision group was at a meeting that does not count without."""
    held = meetings_held(gate, organisation).get(organisation.pk)
    if held is None or held.counts or not may(request.user, "record_presence", organisation):
        return ""
    return reverse("supervision:presence", args=[held.meeting.pk])


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


@require_POST
def forward(request: HttpRequest, gate: int, pk: int) -> HttpResponse:
    """提出转段 — by the office above, where no application is asked for."""
    found = get_object_or_404(gates_seen_by(request.user), pk=gate)
    organisation = get_object_or_404(organisations_seen_at(request.user, found), pk=pk)
    made = put_forward(request.user, organisation, gate=found)
    return redirect("gates:application", made.pk)
