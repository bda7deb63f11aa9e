"""点评 — what leaders said, what is still open for either side, and one comment with all that came of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.comments.actions import answer_comment, give_comment, settle_comment
from zhengyou.rooms.comments.forms import AnswerForm, CommentForm, SettleForm
from zhengyou.rooms.comments.queries import (
    comments_open_for,
    comments_seen_by,
    comments_to_answer,
    organisations_to_comment_on,
    standing_of,
    things_to_comment_on,
    waits_for_answer,
    waits_for_check,
)
from zhengyou.rooms.pledges.queries import pledges_seen_by

A_PAGE = 40
FOUND = 60


def comments(request: HttpRequest) -> HttpResponse:
    """点评 — what waits for the viewer first, then everything said, the newest first."""
    if not orgs_where(request.user, "see_comments").exists():
        raise Http404
    seen = comments_seen_by(request.user)
    pledge = request.GET.get("pledge", "")
    if pledge.isdigit():
        seen = seen.filter(pledge=pledge)
    page = Paginator(seen, A_PAGE).get_page(request.GET.get("page"))
    to_check, unanswered = comments_open_for(request.user)
    context = {
        "today": clock.today(),
        "to_answer": [_due(c, _("答复")) for c in comments_to_answer(request.user)],
        "to_check": [_due(c, _("看答复")) for c in to_check],
        "unanswered": [_due(c, "") for c in unanswered],
        "page": page,
        "rows": [_row(c) for c in page],
        "may_comment": orgs_where(request.user, "give_comment").exists(),
        "new_url": _new_url(request, pledge),
    }
    return render(request, "comments/comments.html", context)


def _new_url(request: HttpRequest, pledge: str) -> str:
    """Where a comment is written: at once about the promise that was looked at."""
    found = pledges_seen_by(request.user).filter(pk=pledge if pledge.isdigit() else 0).first()
    more = f"?org={found.organisation_id}&on=pledge:{found.pk}" if found else ""
    return reverse("comments:new") + more


def _due(comment: Any, label: str) -> dict[str, Any]:
    url = reverse("comments:comment", args=[comment.pk])
    return {
        "due": comment.limit,
        "title": comment.words,
        "url": url,
        "words": f"{comment.organisation.short_name} · {comment.subject}",
        "acts": [{"label": label, "url": url, "kind": "main"}] if label else [],
    }


def _row(comment: Any) -> dict[str, Any]:
    url = reverse("comments:comment", args=[comment.pk])
    return {"one": comment, "url": url, "standing": standing_of(comment)}


def new(request: HttpRequest) -> HttpResponse:
    """作出点评 — whom first, then what."""
    asked = request.GET.get("org", "")
    open_to = organisations_to_comment_on(request.user)
    if not asked.isdigit():
        words = request.GET.get("q", "").strip()[:40]
        if not open_to.exists():
            raise Http404
        found = list(organisations_to_comment_on(request.user, words)[:FOUND])
        return render(request, "comments/whom.html", {"found": found, "words": words})
    place = get_object_or_404(open_to, pk=asked)
    things = things_to_comment_on(request.user, place)
    form = CommentForm(request.POST or None, things=things, initial={"on": request.GET.get("on", "")})
    if request.method == "POST" and form.is_valid():
        try:
            made = give_comment(
                request.user, place, campaign=running_campaign(request.user), **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("comments:comment", made.pk)
    context = {"place_shown": place, "form": form, "action_url": request.get_full_path()}
    return render(request, "comments/new.html", context, status=422 if form.errors else 200)


def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """一条点评 — by whom, on what, seen by whom, and what came of it; the form of whoever it waits for."""
    found = get_object_or_404(comments_seen_by(request.user), pk=pk)
    form, do = _next(request, found)
    if request.method == "POST" and form and form.is_valid():
        try:
            do(request.user, found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("comments:comment", pk)
    context = {
        "comment": found,
        "standing": standing_of(found),
        "said": sorted([*found.answers.all(), *found.checks.all()], key=lambda f: f.entered_at),
        "form": form,
        "answering": do is answer_comment,
    }
    return render(request, "comments/comment.html", context, status=422 if form and form.errors else 200)


def _next(request: HttpRequest, found: Any) -> tuple[Any, Any]:
    """The form of what the viewer is to do about a comment, and the deed; nothing for those who only read."""
    given = request.POST or None
    if waits_for_check(found) and may(request.user, "settle_comment", found):
        return SettleForm(given), settle_comment
    free = not found.settled_on and not found.answered
    if (waits_for_answer(found) or free) and may(request.user, "answer_comment", found):
        return AnswerForm(given), answer_comment
    return None, None


app_name = "comments"
urlpatterns = [
    path("comments/", comments, name="comments"),
    path("comments/new/", new, name="new"),
    path("comments/<int:pk>/", comment, name="comment"),
]
