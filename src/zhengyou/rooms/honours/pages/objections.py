"""表彰异议 — what was objected, for those who look into it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.honours.actions import answer_objection
from zhengyou.rooms.honours.forms import AnswerForm
from zhengyou.rooms.honours.pages.deeds import answered
from zhengyou.rooms.honours.queries import objections_seen_by


def objections(request: HttpRequest) -> HttpResponse:
    """表彰异议 — unanswered ones first."""
    if not orgs_where(request.user, "answer_objection").exists():
        raise Http404
    seen = objections_seen_by(request.user)
    context = {
        "items": [_line(o) for o in seen.filter(answer=None)[:200]],
        "answered": [o for o in seen.filter(answer__isnull=False)[:200]],
    }
    return render(request, "honours/objections.html", context)


def _line(objection: Any) -> dict[str, Any]:
    act = {"label": _("答复"), "url": reverse("honours:answer", args=[objection.pk]), "kind": "main"}
    return {"title": str(objection.posted), "words": objection.words, "acts": [act]}


def answer_page(request: HttpRequest, pk: int) -> HttpResponse:
    """答复异议 — what was found."""
    found = get_object_or_404(objections_seen_by(request.user), pk=pk)
    return answered(
        request,
        AnswerForm(request.POST or None),
        lambda **told: answer_objection(request.user, found, **told),
        heading=_("答复异议"),
        about=str(found.posted),
        back=reverse("honours:objections"),
        submit=_("答复"),
        words_shown=found.words,
    )
