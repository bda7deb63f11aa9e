"""群众评选 — opening the vote of a batch, and its result beside the decision: in the tree's order, no ranking."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.permissions import may
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.honours.actions import hold_public_vote
from zhengyou.rooms.honours.forms import VoteForm
from zhengyou.rooms.honours.pages.deeds import answered
from zhengyou.rooms.honours.queries import (
    batches_seen_by,
    is_counted,
    nominations_in,
    to_be_voted_on,
    vote_of,
    voted_on,
)


def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """开展群众评选 — what is asked about each of those nominated, and until when."""
    batch = get_object_or_404(batches_seen_by(request.user), pk=pk)
    if not may_hold(request.user, batch, nominations_in(batch, request.user)):
        raise Http404
    return answered(
        request,
        VoteForm(request.POST or None, initial={"question": _("它做得怎么样")}),
        lambda **told: hold_public_vote(request.user, batch, campaign=running_campaign(request.user), **told),
        heading=_("开展群众评选"),
        about=str(batch),
        back=reverse("honours:batch", args=[pk]),
        submit=_("开始评选"),
        told=_(
            "发码、收票、开箱都在“测评”里：一码一票，谁投了什么，任何人都查不出。结果只放在决定旁边，不代替决定。"
        ),
    )


def may_hold(viewer: Any, batch: Any, nominations: Sequence[Any]) -> bool:
    """Whether a viewer may open a vote on a batch now: on units, once, and when there is somebody to vote on."""
    return bool(
        may(viewer, "hold_public_vote", batch)
        and batch.kind.holder == "organisation"
        and vote_of(batch) is None
        and to_be_voted_on(nominations)
    )


def vote_shown(viewer: Any, batch: Any, nominations: Sequence[Any]) -> dict[str, Any] | None:
    """The vote of a batch as far as it is: until when it runs, or what it tells of each nominated that a viewer sees."""
    vote = vote_of(batch)
    if vote is None:
        return None
    url = reverse("ratings:round", args=[vote.round_id]) if may(viewer, "issue_tokens", vote) else ""
    if not is_counted(vote):
        over = clock.today() > vote.round.closes_on
        words = _("已截止，等开箱") if over else _("评到%(day)s") % {"day": zh_day(vote.round.closes_on)}
        return {"state": {"kind": "wait", "words": words}, "url": url, "rows": []}
    found = voted_on(vote, nominations)
    return {
        "state": {"kind": "met", "words": _("已开箱计票")},
        "url": url,
        "columns": [
            {"label": _("推荐谁")},
            {"label": _("票数"), "num": True},
            {"label": _("答“好”和“较好”的")},
        ],
        "rows": [{"cells": [n.who, *_votes(found[n.pk])]} for n in nominations if n.pk in found],
    }


def _votes(told: Any) -> list[Any]:
    if told is None:
        return ["", _("没有评选，或不足5票，不单独公布")]
    return [{"words": str(told.votes), "num": True}, {"met": told.well, "due": told.answers}]
