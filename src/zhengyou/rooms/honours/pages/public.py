"""The public's pages: the register, one honour as its certificate's address shows it, a posting, an objection."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.rooms.honours.actions import object_to_nomination
from zhengyou.rooms.honours.forms import ObjectForm
from zhengyou.rooms.honours.pages.shown import standing_cell
from zhengyou.rooms.honours.papers.certificate import number_of
from zhengyou.rooms.honours.queries import (
    Standing,
    has_consented,
    honour_called,
    in_public,
    objection_called,
    postings_shown,
    register,
    standing_of,
    top_of_tree,
    unanswered,
)

A_PAGE = 50


def _around() -> dict[str, Any]:
    """What stands around every public page; no cookie is set here."""
    root = top_of_tree()
    return {
        "csrf_token": "",
        "site": _("%(place)s公开") % {"place": root.short_name} if root else pgettext("site", "公开"),
        "home_url": reverse("pledges:search"),
        "office_name": root.name if root else "",
        "links": [
            (_("找我的村、单位"), reverse("pledges:search")),
            (_("荣誉册"), reverse("honours:register")),
        ],
    }


@login_not_required
def register_page(request: HttpRequest) -> HttpResponse:
    """荣誉册 — search all that was ever given, with how it stands; above it what is posted now."""
    words = request.GET.get("q", "").strip()[:40]
    standing = request.GET.get("standing", "")
    page = Paginator(register(words, standing), A_PAGE).get_page(request.GET.get("page"))
    context = {
        **_around(),
        "words": words,
        "standing": standing,
        "standings": Standing.choices,
        "page": page,
        "columns": [{"label": w} for w in (_("荣誉"), _("授予谁"), _("授予单位"), _("状态"))],
        "rows": [_row(h) for h in page],
        "postings": [_posting(p) for p in postings_shown().filter(last_day__gte=clock.today())[:A_PAGE]],
    }
    return render(request, "open_honours/register.html", context)


def _row(honour: Any) -> dict[str, Any]:
    name = {
        "words": str(honour.nomination.batch.kind),
        "url": reverse("honours:honour", args=[honour.code]),
        "small": honour.nomination.batch.name,
    }
    return {"cells": [name, _whose(honour), honour.organisation.short_name, standing_cell(honour)]}


def _whose(honour: Any) -> dict[str, Any]:
    nomination = honour.nomination
    return {
        "words": in_public(nomination),
        "small": nomination.home.name if nomination.of_person else "",
    }


def _posting(posting: Any) -> dict[str, Any]:
    left = (posting.last_day - clock.today()).days + 1
    return {
        "title": str(posting.batch),
        "url": reverse("honours:posting", args=[posting.pk]),
        "first": posting.first_day,
        "last": posting.last_day,
        "open": left > 0,
        "left": left,
        "words": _("%(org)s公示%(n)d个")
        % {
            "org": posting.organisation.short_name,
            "n": len(posting.posted.all()),
        },
    }


@login_not_required
@never_cache
def honour(request: HttpRequest, code: str) -> HttpResponse:
    """查验荣誉 — whether a certificate still stands, by the code on it."""
    found = honour_called(code)
    if found is None:
        raise Http404
    standing = standing_of(found)
    context = {
        **_around(),
        "honour": found,
        "number": number_of(found),
        "who": in_public(found.nomination),
        "named": has_consented(found.nomination),
        "standing": standing,
        "cell": standing_cell(found),
        "revoked": standing is Standing.REVOKED,
    }
    return render(request, "open_honours/honour.html", context)


@login_not_required
@never_cache
def posting(request: HttpRequest, pk: int) -> HttpResponse:
    """表彰公示 — who is proposed and why; what was objected and what came of it."""
    found = get_object_or_404(postings_shown(), pk=pk)
    open_ = found.last_day >= clock.today()
    context = {
        **_around(),
        "posting": found,
        "open": open_,
        "left": (found.last_day - clock.today()).days + 1,
        "names": [_name(p, open_) for p in found.posted.all()],
    }
    return render(request, "open_honours/posting.html", context)


def _name(posted: Any, open_: bool) -> dict[str, Any]:
    nomination, objections = posted.nomination, list(posted.objections.all())
    return {
        "who": in_public(nomination),
        "home": nomination.home.name if nomination.of_person else "",
        "words": nomination.words,
        "waiting": len(unanswered(objections)),
        "answers": [o.answer for o in objections if getattr(o, "answer", None)],
        "url": reverse("honours:object", args=[posted.pk]) if open_ else "",
    }


@login_not_required
@csrf_exempt  # no cookie is set here, and whoever objects is nobody: a forged request gains nothing
@never_cache
@sensitive_post_parameters()
def object_page(request: HttpRequest, pk: int) -> HttpResponse:
    """提异议 — without a name; the receipt is shown once."""
    found = next(
        (p for one in postings_shown().filter(posted=pk) for p in one.posted.all() if p.pk == pk), None
    )
    if found is None:
        raise Http404
    form = ObjectForm(request.POST or None)
    context: dict[str, Any] = {**_around(), "posted": found, "who": in_public(found.nomination)}
    if form.is_bound and form.is_valid():
        try:
            made = object_to_nomination(AnonymousUser(), found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return render(request, "open_honours/objected.html", context | {"code": made.receipt_code})
    context |= {"form": form, "action_url": request.path}
    return render(request, "open_honours/object.html", context, status=422 if form.errors else 200)


@login_not_required
@csrf_exempt  # reads only, and the receipt is posted so that it stands in no address
@never_cache
@sensitive_post_parameters()
def receipt(request: HttpRequest) -> HttpResponse:
    """查异议 — the answer to one's own objection, by its receipt."""
    code = request.POST.get("code", "")
    context = {**_around(), "asked": bool(code), "objection": objection_called(code)}
    return render(request, "open_honours/receipt.html", context)
