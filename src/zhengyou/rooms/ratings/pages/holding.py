"""Holding a round: what an office sees and prints."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.ratings.actions import close_round, open_round, rate_self
from zhengyou.rooms.ratings.forms import AnswersForm, CodesForm, RoundForm
from zhengyou.rooms.ratings.queries import (
    GRADE_WORDS,
    Tally,
    asked_of_themselves,
    ballots_shown,
    boxes_of,
    is_closed,
    organisations_to_rate,
    results_of,
    rounds_held_by,
    subjects_seen_by,
)

A_PAGE = 60


def rounds(request: HttpRequest) -> HttpResponse:
    """测评 — the rounds that one holds, and the results that one may read."""
    place = organisation_of(request.user)
    seen = subjects_seen_by(request.user).filter(round__closing__isnull=False)
    page = Paginator(seen, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "held": [_round_row(r) for r in rounds_held_by(request.user)[:A_PAGE]],
        "results": [_result_row(s) for s in page],
        "page": page,
        "due": asked_of_themselves(request.user),
        "may_open": place is not None and may(request.user, "open_round", place),
    }
    return render(request, "ratings/rounds.html", context)


def _round_row(round: Any) -> dict[str, Any]:
    cells = [
        {"words": round.name, "url": reverse("ratings:round", args=[round.pk])},
        round.organisation.short_name,
        round.size,
        {"words": _state(round)[1], "kind": _state(round)[0]},
    ]
    return {"cells": cells}


def _state(round: Any) -> tuple[str, str]:
    """Where a round stands today, as a verdict."""
    today = clock.today()
    if is_closed(round):
        return "met", _("已开箱计票")
    if today < round.opens_on:
        return "wait", _("还没开始")
    return ("wait", _("正在收票")) if today <= round.closes_on else ("lack", _("已截止，等开箱"))


def _result_row(subject: Any) -> dict[str, Any]:
    url = reverse("ratings:result", args=[subject.pk])
    return {"cells": [{"words": subject.organisation.short_name, "url": url}, subject.round.name]}


def new(request: HttpRequest) -> HttpResponse:
    """开展测评 — open a round in one's own organisation, within the campaign that runs."""
    place, campaign = organisation_of(request.user), running_campaign(request.user)
    if place is None or not may(request.user, "open_round", place):
        raise Http404
    if campaign is None:
        raise Refused(_("眼下没有印发的活动，测评要随活动开展。"))
    today = clock.today()
    form = RoundForm(
        request.POST or None, campaign=campaign, initial={"opens_on": today, "groups": ["below", "public"]}
    )
    if request.method == "POST" and form.is_valid():
        details = dict(form.cleaned_data)
        subjects = organisations_to_rate(place, details.pop("which"))
        made = open_round(request.user, place, campaign=campaign, subjects=subjects, **details)
        return redirect("ratings:round", made.pk)
    status = 422 if form.errors else 200
    return render(request, "ratings/new.html", {"form": form, "organisation": place}, status=status)


def round_page(request: HttpRequest, pk: int) -> HttpResponse:
    """一次测评 — its boxes with codes out and used; codes are given out and the boxes opened here."""
    round = get_object_or_404(rounds_held_by(request.user), pk=pk)
    states = boxes_of(round)
    page = Paginator(states, A_PAGE).get_page(request.GET.get("page"))
    kind, words = _state(round)
    over = clock.today() > round.closes_on
    context = {
        "round": round,
        "state": {"kind": kind, "words": words},
        "closed": is_closed(round),
        "rows": [_box_row(s, is_closed(round)) for s in page],
        "page": page,
        "out": sum(s.out for s in states),
        "used": sum(s.used for s in states),
        "form": CodesForm(round=round),
        "by_link": round.access == "link",
        "takes_codes": round.access == "code" and not over and not is_closed(round) and bool(states),
        "why_not_closed": _why_shut(round, over, states),
    }
    return render(request, "ratings/round.html", context)


def _why_shut(round: Any, over: bool, states: list[Any]) -> str:
    """Why the boxes stay shut, or nothing where they may be opened."""
    out, used = sum(s.out for s in states), sum(s.used for s in states)
    if over or (round.access == "code" and out and out == used):
        return ""
    return _("过了截止日，或者码都用完，才能开箱：还能评的人不被截住。")


def _box_row(state: Any, closed: bool) -> dict[str, Any]:
    subject = state.box.subject
    name: Any = subject.organisation.short_name
    if closed:
        name = {"words": name, "url": reverse("ratings:result", args=[subject.pk])}
    return {"cells": [name, state.box.get_group_display(), f"{state.used}/{state.out}"]}


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """开箱计票 — open all boxes at once."""
    round = get_object_or_404(rounds_held_by(request.user), pk=pk)
    close_round(request.user, round)
    return redirect("ratings:round", pk)


def self_rating(request: HttpRequest, pk: int) -> HttpResponse:
    """自评 — an organisation answers about itself, by name."""
    found = next((s for s in asked_of_themselves(request.user) if s.pk == pk), None)
    if found is None:
        raise Http404
    form = AnswersForm(request.POST or None, round=found.round)
    if request.method == "POST" and form.is_valid():
        rate_self(request.user, found, answers=form.answers)
        return redirect("ratings:rounds")
    context = {"subject": found, "questions": form.questions, "action_url": request.path}
    return render(request, "ratings/self_rating.html", context, status=422 if form.is_bound else 200)


def result(request: HttpRequest, pk: int) -> HttpResponse:
    """测评结果 — counts by source, small groups folded, question by question."""
    subject = get_object_or_404(subjects_seen_by(request.user), pk=pk)
    found = results_of(subject)
    context: dict[str, Any] = {
        "subject": subject,
        "found": found,
        "closing": getattr(subject.round, "closing", None),
    }
    if found:
        context |= {
            "ballots": ballots_shown(found),
            "total": found.whole.votes if found.whole else 0,
            "grades": " / ".join(map(str, GRADE_WORDS.values())),
            "columns": [{"label": _("问题")}, *({"label": g, "num": True} for g in GRADE_WORDS.values())],
            "rows": _by_question(subject.round.questions, found.whole),
            "own": _own(subject.round.questions, found.own),
        }
    return render(request, "ratings/result.html", context)


def _by_question(questions: list[str], tally: Tally | None) -> list[dict[str, Any]]:
    if tally is None:
        return []
    return [
        {"cells": [q, *(c[g] for g in GRADE_WORDS)]} for q, c in zip(questions, tally.counts, strict=True)
    ]


def _own(questions: list[str], tally: Tally | None) -> list[tuple[str, str]]:
    if tally is None:
        return []
    said = [next(g for g, n in c.items() if n) for c in tally.counts]
    return [(q, str(GRADE_WORDS[g])) for q, g in zip(questions, said, strict=True)]
