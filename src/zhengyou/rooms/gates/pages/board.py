"""转段看板 — organisations in columns by where they stand, and which gate it is about."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.queries import own_word, units_of
from zhengyou.rooms.gates.queries import Place, board_of, gates_seen_by

SHOWN = 12


def gate_for(request: HttpRequest) -> Any:
    """The gate asked for in the address, else the latest that was opened; 404 for who may see none anywhere."""
    if not orgs_where(request.user, "see_gate").exists():
        raise Http404
    gates = gates_seen_by(request.user).order_by("-opened_on", "-pk")
    asked = request.GET.get("gate", "")
    found = gates.filter(pk=asked).first() if asked.isdigit() else gates.first()
    if found is None and asked:
        raise Http404
    return found


def choices(request: HttpRequest, gate: Any) -> list[tuple[str, str, bool]]:
    found = gates_seen_by(request.user).order_by("opened_on", "pk")
    return [(g.stage.name, f"{request.path}?gate={g.pk}", g == gate) for g in found]


def board(request: HttpRequest) -> HttpResponse:
    """转段看板 — organisations in columns by where they stand; a card says what is missing."""
    gate = gate_for(request)
    campaign = gate.campaign if gate else None
    context: dict[str, Any] = {
        "gate": gate,
        "gate_word": own_word(campaign, "gate", _("转段")),
        "choices": choices(request, gate),
    }
    if gate:
        shown = board_of(request.user, gate)
        everything = request.GET.get("all") == "1"
        context["columns"] = [_column(request, column, gate, everything) for column in shown.columns]
        context["count"] = shown.count
        context["units"] = units_of(gate.campaign, shown.count)
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
