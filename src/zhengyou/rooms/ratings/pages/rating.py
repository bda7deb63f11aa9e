"""Rating with a code or by an open link: pages for everybody, which keep nobody."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from zhengyou.core.errors import Refused
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.ratings.actions import Paper, hand_in
from zhengyou.rooms.ratings.forms import AnswersForm, CodeForm, ReceiptForm
from zhengyou.rooms.ratings.pages.guessing import too_many_wrong, was_wrong
from zhengyou.rooms.ratings.queries import box_by_link, box_of, is_closed, is_open, look_up, read_code

Page = Callable[..., HttpResponse]


def for_everybody(page: Page) -> Page:
    """A page that nobody signs in for, no cache keeps and no error report quotes.

    It sets no cookie and so asks for none: what a forged request would need is the code itself (docs/decisions/0004).
    """
    return login_not_required(csrf_exempt(never_cache(sensitive_post_parameters()(page))))


@for_everybody
def rate(request: HttpRequest) -> HttpResponse:
    """凭码评一评 — a code in, a ballot out; the code is posted and never stands in an address."""
    code = request.POST.get("code", "")
    if request.method != "POST" or not code:
        return _asking(request, _("先填纸条上的评议码，再按“开始评”。") if "code" in request.POST else "")
    if too_many_wrong():
        words = _("这一分钟里错的码太多，像是有人在乱试，先停一停。您的码没有用掉，过一分钟再来。")
        return _asking(request, words, status=429)
    box = box_of(code)
    if box is None:
        return _asking(request, _why_unknown(code))
    round = box.subject.round
    if not is_open(round):
        return _asking(request, _other_days(round))
    if request.POST.get("box", str(box.pk)) != str(box.pk):
        words = _("这个码评的是“%(name)s”，和刚才那张票不是一回事。码没有用掉，请重新打开它的票。")
        return _asking(request, words % {"name": box.subject.organisation.short_name})
    return _voting(request, box, code, reverse("ratings:rate"))


def _why_unknown(code: str) -> str:
    """Why a code opens no ballot: mistyped, or nothing that may be used."""
    if read_code(code) is None:
        return _("码输错了：一共10位，没有0、1和字母O、I、L；照着纸条再核对一遍。")
    was_wrong()
    return _(
        "没有这个评议码，或者它已经用过、已经过期作废。一码只能评一次：给别人看过、转发过的码，先用的人算。"
        "刚才已经看到“已投进票箱”的，那张票算上了；没有投过的，请向组织测评的单位换一张纸条。"
    )


def _other_days(round: Any) -> str:
    words = {"name": round.name, "first": zh_date(round.opens_on), "last": zh_date(round.closes_on)}
    return _("“%(name)s”收票的日子是%(first)s到%(last)s，今天不收。码还在，没有用掉。") % words


@for_everybody
def rate_by_link(request: HttpRequest, pk: int) -> HttpResponse:
    """公开评议 — a ballot without a code, for whoever has the address; marked as such, and counted apart."""
    box = box_by_link(pk)
    if box is None:
        raise Http404
    round = box.subject.round
    if not is_open(round) or is_closed(round):
        return _unseen(request, "ratings/not_now.html", {"round": round})
    return _voting(request, box, "", reverse("ratings:rate_by_link", args=[pk]))


def _voting(request: HttpRequest, box: Any, code: str, here: str) -> HttpResponse:
    """The ballot, or what came of handing it in; the receipt is shown, not sent through an address that logs keep."""
    form = AnswersForm(request.POST if "cast" in request.POST else None, round=box.subject.round)
    if not form.is_valid():
        return _ballot(request, box, code, form, here)
    try:
        receipt = hand_in(Paper(box, code, form.answers))
    except Refused as refused:
        return _asking(request, str(refused))
    return _unseen(request, "ratings/thanks.html", {"receipt": receipt, "by_code": bool(code), "again": here})


@for_everybody
def receipts(request: HttpRequest) -> HttpResponse:
    """查回执 — whoever has a receipt of a round finds it in the list of all; the list says nothing of any ballot."""
    typed = request.POST.get("receipt", "")
    found = look_up(typed) if typed else None
    context = {
        "form": ReceiptForm(initial={"receipt": typed}),
        "found": found,
        "wrong": _("没有这个回执：请核对12位数字。") if typed and found is None else "",
    }
    return _unseen(request, "ratings/receipts.html", context, status=422 if context["wrong"] else 200)


def _asking(request: HttpRequest, wrong: str = "", status: int = 422) -> HttpResponse:
    form = CodeForm(initial={"code": request.POST.get("code", "") if wrong else ""})
    context = {"form": form, "wrong": wrong}
    return _unseen(request, "ratings/code.html", context, status=status if wrong else 200)


def _ballot(request: HttpRequest, box: Any, code: str, form: AnswersForm, here: str) -> HttpResponse:
    context = {
        "round": box.subject.round,
        "organisation": box.subject.organisation,
        "group": box.get_group_display(),
        "questions": form.questions,
        "hidden": [("box", box.pk), ("cast", "1"), *([("code", code)] if code else [])],
        "action_url": here,
        "by_link": not code,
        "wrong": bool(form.errors),
    }
    return _unseen(request, "ratings/ballot.html", context, status=422 if form.errors else 200)


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
