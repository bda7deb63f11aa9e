"""Rating with a code: pages for everybody, and the page on which a member draws one."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from zhengyou.core.errors import Refused
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.ratings.actions import cast_ballot, draw_code
from zhengyou.rooms.ratings.forms import AnswersForm, CodeForm
from zhengyou.rooms.ratings.queries import box_of, is_open, subjects_to_draw


@login_not_required
@csrf_exempt  # no cookie is set here: what a forged request would need is the code itself (docs/decisions/0004)
@never_cache
@sensitive_post_parameters()
def rate(request: HttpRequest) -> HttpResponse:
    """凭码评一评 — a code in, a ballot out; the code is posted and never stands in an address."""
    code = request.POST.get("code", "")
    box = box_of(code) if code else None
    if request.method != "POST" or not code:
        return _asking(request)
    if box is None:
        return _asking(
            request, _("没有这个评议码，或者它已经用过、已经作废。一码只能评一次；照着纸条再核对一遍。")
        )
    round = box.subject.round
    if not is_open(round):
        words = {"name": round.name, "first": zh_date(round.opens_on), "last": zh_date(round.closes_on)}
        return _asking(
            request, _("“%(name)s”收票的日子是%(first)s到%(last)s，今天不收。码还在，没有用掉。") % words
        )
    if "cast" not in request.POST:
        return _ballot(request, box, code, AnswersForm(round=round))
    form = AnswersForm(request.POST, round=round)
    if not form.is_valid():
        return _ballot(request, box, code, form, status=422)
    try:
        cast_ballot(AnonymousUser(), box, code=code, answers=form.answers)  # not even who is signed in
    except Refused as refused:
        return _asking(request, str(refused))
    return redirect("ratings:thanks")


@login_not_required
@never_cache
def thanks(request: HttpRequest) -> HttpResponse:
    """谢谢 — the ballot lies in its box."""
    return _unseen(request, "ratings/thanks.html", {})


def _asking(request: HttpRequest, wrong: str = "") -> HttpResponse:
    form = CodeForm(initial={"code": request.POST.get("code", "") if wrong else ""})
    return _unseen(request, "ratings/code.html", {"form": form, "wrong": wrong}, status=422 if wrong else 200)


def _ballot(request: HttpRequest, box: Any, code: str, form: AnswersForm, status: int = 200) -> HttpResponse:
    context = {
        "round": box.subject.round,
        "organisation": box.subject.organisation,
        "group": box.get_group_display(),
        "questions": form.questions,
        "hidden": [("code", code), ("cast", "1")],
        "action_url": reverse("ratings:rate"),
        "wrong": bool(form.errors),
    }
    return _unseen(request, "ratings/ballot.html", context, status=status)


def _unseen(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page that sets no cookie and tells no other site where its reader came from."""
    answer = render(
        request,
        template,
        {"csrf_token": "", "site": _("凭码评一评"), "home_url": reverse("pledges:search"), **context},
        status=status,
    )
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@never_cache
def draw(request: HttpRequest) -> HttpResponse:
    """领评议码 — a member draws a code for rating one's own branch; it is shown this once."""
    code = subject = None
    if request.method == "POST":
        asked = request.POST.get("subject", "")
        subject = get_object_or_404(subjects_to_draw(request.user), pk=asked if asked.isdigit() else 0)
        code = draw_code(request.user, subject)
    context = {
        "code": code,
        "subject": subject,
        "subjects": subjects_to_draw(request.user),
        "rate_url": reverse("ratings:rate"),
    }
    return render(request, "ratings/draw.html", context)
