"""What is shown of concrete requirements: debates, one debate, what was settled."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.standards.actions import adopt_standard, give_opinion, open_debate, propose_line
from zhengyou.rooms.standards.forms import AdoptionForm, OpeningForm, OpinionForm, ProposalForm
from zhengyou.rooms.standards.queries import (
    debates_seen_by,
    opens_in,
    proposals_of,
    standards_for,
    takes_words,
)

SHOWN = 50


def debates(request: HttpRequest) -> HttpResponse:
    """具体要求 — what holds for us, what is being discussed, and a form to open a debate."""
    if not orgs_where(request.user, "see_debate").exists():
        raise Http404
    place, own = opens_in(request.user), organisation_of(request.user)
    form = OpeningForm(request.POST or None)
    if place and request.method == "POST" and form.is_valid():
        try:
            made = open_debate(request.user, place, **form.cleaned_data)
            return redirect("standards:debate", made.pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    context = {
        "debates": list(debates_seen_by(request.user)[:SHOWN]),
        "standards": standards_for(own) if own else [],
        "today": clock.today(),
        "form": form if place else None,
    }
    return render(request, "standards/debates.html", context, status=422 if form.errors else 200)


def debate(request: HttpRequest, pk: int) -> HttpResponse:
    """讨论 — the proposals with what is said of each; one's own line; and, for who may, the settling of it."""
    found = get_object_or_404(debates_seen_by(request.user), pk=pk)
    proposals, takes = proposals_of(found), takes_words(found)
    speaks = takes and may(request.user, "propose_line", found)
    settles = not hasattr(found, "standard") and may(request.user, "adopt_standard", found)
    proposing, opining = (
        form(_sent(request, field)) for form, field in ((ProposalForm, "words"), (OpinionForm, "said"))
    )
    adopting = AdoptionForm(_sent(request, "lines"), proposals=proposals)
    if _done(request, found, proposing, opining, adopting):
        return redirect("standards:debate", pk)
    context = {
        "debate": found,
        "proposals": proposals,
        "takes": takes,
        "lines": list(found.standard.lines.all()) if hasattr(found, "standard") else [],
        "proposing": proposing if speaks else None,
        "opining": opining if speaks and opining.errors else None,
        "may_speak": speaks,
        "sources": OpinionForm().fields["source"].choices,  # type: ignore[attr-defined]
        "adopting": adopting if settles else None,
    }  # fmt: skip
    failed = proposing.errors or opining.errors or adopting.errors
    return render(request, "standards/debate.html", context, status=422 if failed else 200)


def _sent(request: HttpRequest, field: str) -> Any:
    return request.POST if request.method == "POST" and field in request.POST else None


def _done(request: HttpRequest, found: Any, proposing: Any, opining: Any, adopting: Any) -> bool:
    """Do what was sent, if anything was; a refusal stands above the form that it is about."""
    form = next((f for f in (proposing, opining, adopting) if f.is_bound), None)
    if form is None or not form.is_valid():
        return False
    told = form.cleaned_data
    try:
        if form is proposing:
            propose_line(request.user, found, words=told["words"])
        elif form is opining:
            proposal = get_object_or_404(found.proposals, pk=told["proposal"])
            give_opinion(request.user, found, proposal=proposal, words=told["said"], source=told["source"])
        else:
            adopt_standard(request.user, found, **form.found())
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


app_name = "standards"
urlpatterns = [
    path("standards/", debates, name="debates"),
    path("standards/<int:pk>/", debate, name="debate"),
]
