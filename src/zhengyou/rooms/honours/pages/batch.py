"""表彰批次 — who is nominated and how far, whom one posts, and the decision."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.honours.actions import decide_honour, nominate, open_batch, post_nominations
from zhengyou.rooms.honours.forms import BatchForm, DecideForm, NominateForm, PostForm
from zhengyou.rooms.honours.pages.deeds import answered
from zhengyou.rooms.honours.pages.shown import nomination_row, standing_cell
from zhengyou.rooms.honours.pages.voting import may_hold, vote_shown
from zhengyou.rooms.honours.queries import (
    Step,
    batches_seen_by,
    free_seats,
    honours_seen_by,
    is_exemplar,
    is_open,
    kinds_seen_by,
    nominations_in,
    people_for,
    places_for,
    postings_shown,
    units_for,
    way_of,
)

MOST = 300  # names that a list to choose from holds


def _found(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(batches_seen_by(request.user), pk=pk)


def _nominators(request: HttpRequest, batch: Any) -> Any:
    """Where at or below the giver the viewer may nominate from."""
    return orgs_where(request.user, "nominate").filter(batch.organisation.subtree).first()


def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """表彰批次 — how far each nomination is, what is posted, what was given."""
    found = _found(request, pk)
    nominations = nominations_in(found, request.user)
    steps = [way_of(n).step for n in nominations]
    context = {
        "batch": found,
        "kind": found.kind,
        "seats": found.seats.count(),
        "free": free_seats(found).count(),
        "open": is_open(found),
        "may_nominate": is_open(found) and _nominators(request, found) is not None,
        "may_post": may(request.user, "post_nominations", found) and Step.READY in steps,
        "may_decide": may(request.user, "decide_honour", found)
        and bool({Step.DECIDABLE, Step.UPHELD} & set(steps)),
        "may_vote": may_hold(request.user, found, nominations),
        "vote": vote_shown(request.user, found, nominations),
        "columns": [{"label": w} for w in (_("推荐谁"), _("由谁推荐"), _("进展"))],
        "rows": [nomination_row(n) for n in nominations],
        "postings": [_posting(p) for p in postings_shown().filter(batch=found)],
        "given_columns": [{"label": w} for w in (_("授予"), _("状态"), "", "")],
        "given": [_given(h, request.user) for h in honours_seen_by(request.user).filter(seat__batch=found)],
        "today": clock.today(),
    }
    return render(request, "honours/batch.html", context)


def _posting(posting: Any) -> dict[str, Any]:
    left = (posting.last_day - clock.today()).days + 1
    return {
        "title": posting.batch,
        "url": reverse("honours:posting", args=[posting.pk]),
        "first": posting.first_day,
        "last": posting.last_day,
        "open": left > 0,
        "left": left,
        "words": _("公示%(n)d个") % {"n": len(posting.posted.all())},
    }


def _given(honour: Any, viewer: Any) -> dict[str, Any]:
    who = {"words": honour.nomination.who, "url": reverse("honours:honour", args=[honour.code])}
    paper: Any = {"words": _("证书"), "url": reverse("honours:certificate", args=[honour.pk])}
    more: Any = ""
    if hasattr(honour, "revocation"):  # nothing to print any more
        paper = ""
    if may(viewer, "revoke_honour", honour) and not hasattr(honour, "revocation"):
        more = {"words": _("撤销"), "url": reverse("honours:revoke", args=[honour.pk])}
    elif may(viewer, "name_exemplar", honour):
        more = _exemplar(honour)
    return {"cells": [who, standing_cell(honour), paper, more]}


def _exemplar(honour: Any) -> Any:
    """What an office may do about holding a holder up to learn from."""
    if is_exemplar(honour):
        return {"words": _("不再作为典型"), "url": reverse("honours:no_exemplar", args=[honour.pk])}
    if hasattr(honour, "exemplar"):
        return ""
    return {"words": _("树为典型"), "url": reverse("honours:exemplar", args=[honour.pk])}


def open_page(request: HttpRequest, pk: int) -> HttpResponse:
    """开始一批表彰 — of a kind that is laid down."""
    kind = get_object_or_404(kinds_seen_by(request.user), pk=pk)
    if not may(request.user, "open_batch", kind):
        raise Http404
    return answered(
        request,
        BatchForm(request.POST or None, quota=places_for(kind)),
        lambda **told: open_batch(request.user, kind, **told),
        heading=_("开始一批表彰"),
        about=str(kind),
        back=reverse("honours:honours"),
        submit=_("开始推荐"),
    )


def nominate_page(request: HttpRequest, pk: int) -> HttpResponse:
    """推荐表彰 — one's own."""
    found = _found(request, pk)
    mine = _nominators(request, found)
    if mine is None or not is_open(found):
        raise Http404
    of_person = found.kind.holder == "person"
    offered = people_for(found.kind, mine) if of_person else units_for(found.kind, mine)
    form = NominateForm(
        request.POST or None,
        offered=offered[:MOST],
        of_person=of_person,
        ranked=of_person and found.kind.sort == "commendation",
    )
    return answered(
        request,
        form,
        lambda **told: nominate(request.user, mine, batch=found, **told),
        heading=_("推荐表彰"),
        about=f"{found} · {mine.short_name}",
        back=reverse("honours:batch", args=[pk]),
        submit=_("推荐"),
    )


def post(request: HttpRequest, pk: int) -> HttpResponse:
    """公示 — whom one means to honour."""
    found = _found(request, pk)
    if not may(request.user, "post_nominations", found):
        raise Http404
    ready = [n for n in nominations_in(found, request.user) if way_of(n).step is Step.READY]
    return answered(
        request,
        PostForm(request.POST or None, offered=ready),
        lambda **told: post_nominations(request.user, found, **told),
        heading=_("公示拟表彰名单"),
        about=_("%(batch)s · 还剩%(n)d个名额") % {"batch": found, "n": free_seats(found).count()},
        back=reverse("honours:batch", args=[pk]),
        submit=_("公示名单"),
    )


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """决定表彰 — those whose posting is over: ticked ones are given it, the others are not, and why."""
    found = _found(request, pk)
    if not may(request.user, "decide_honour", found):
        raise Http404
    waits = [
        n for n in nominations_in(found, request.user) if way_of(n).step in (Step.DECIDABLE, Step.UPHELD)
    ]

    def do(*, nominations: list[Any], meeting: str, words: str) -> None:
        chosen = {n.pk for n in nominations}
        with transaction.atomic():  # all of the list, or nothing
            for one in waits:
                given = one.pk in chosen
                told = "" if given else words
                decide_honour(request.user, found, nomination=one, given=given, meeting=meeting, words=told)

    return answered(
        request,
        DecideForm(request.POST or None, offered=waits),
        do,
        heading=_("决定表彰"),
        about=str(found),
        back=reverse("honours:batch", args=[pk]),
        submit=_("决定"),
        nobody=not waits,
        vote=vote_shown(request.user, found, waits),
    )
