"""Duty posts with who holds them, and responsibility letters with who is to sign."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.models import Organisation
from zhengyou.core.papers import to_docx
from zhengyou.core.permissions import may, orgs_where, require
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.pledges.actions import (
    close_duty_post,
    leave_duty_post,
    propose_letter,
    set_duty_post,
    sign_letter,
    take_duty_post,
)
from zhengyou.rooms.pledges.forms import LetterForm, PostForm, TakeForm
from zhengyou.rooms.pledges.pages.board import docx_answer
from zhengyou.rooms.pledges.pages.lists import place_asked
from zhengyou.rooms.pledges.pages.wishes import deed_form, running
from zhengyou.rooms.pledges.papers import responsibility_letter
from zhengyou.rooms.pledges.queries import (
    above,
    duty_posts_of,
    duty_posts_open_to,
    holders_of,
    holdings_open_to,
    letters_to_sign,
    pledges_seen_by,
    side_for,
)


def posts(request: HttpRequest) -> HttpResponse:
    """设岗定责 — the duty posts of an organisation and who holds them."""
    place = place_asked(request)
    found = list(duty_posts_of(place))
    held = holders_of(found)
    context = {
        "place_shown": place,
        "found": [(p, held[p.pk]) for p in found],
        "may_set": may(request.user, "set_duty_post", place),
        "org": f"?org={place.pk}",
    }
    return render(request, "pledges/posts.html", context)


def new_post(request: HttpRequest) -> HttpResponse:
    """设岗 — a name and its duties."""
    place = place_asked(request)
    require(request.user, "set_duty_post", place)
    back = f"{reverse('pledges:posts')}?org={place.pk}"

    def do(said: dict[str, Any]) -> None:
        set_duty_post(request.user, place, **said)

    return deed_form(request, PostForm(request.POST or None), do, _("设岗"), back, place_shown=place)


def take(request: HttpRequest, pk: int) -> HttpResponse:
    """认岗定责 — who holds it from today on."""
    post = get_object_or_404(duty_posts_open_to(request.user), pk=pk)
    back = f"{reverse('pledges:posts')}?org={post.organisation_id}"
    form = TakeForm(request.POST or None, organisation=post.organisation)

    def do(said: dict[str, Any]) -> None:
        take_duty_post(request.user, post, **said)

    return deed_form(request, form, do, post.name, back, place_shown=post.organisation)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """撤岗 — from today on."""
    post = get_object_or_404(duty_posts_open_to(request.user), pk=pk)
    close_duty_post(request.user, post)
    return redirect(f"{reverse('pledges:posts')}?org={post.organisation_id}")


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """离岗 — from today on."""
    holder = get_object_or_404(holdings_open_to(request.user), pk=pk)
    leave_duty_post(request.user, holder)
    return redirect(f"{reverse('pledges:posts')}?org={holder.organisation_id}")


def letters(request: HttpRequest) -> HttpResponse:
    """责任书 — those that wait for one's signature, and those that stand."""
    if not orgs_where(request.user, "see_pledges").exists():
        raise Http404
    waiting = list(letters_to_sign(request.user))
    seen = pledges_seen_by(request.user).filter(kind="letter").exclude(pk__in=[w.pk for w in waiting])
    context = {
        "waiting": [_to_sign(letter) for letter in waiting],
        "columns": [{"label": w} for w in (_("责任书"), _("双方"), _("签字"))],
        "rows": [_row(letter) for letter in seen[:200]],
        "may_propose": orgs_where(request.user, "propose_letter").exists(),
    }
    return render(request, "pledges/letters.html", context)


def _to_sign(letter: Any) -> dict[str, Any]:
    look = {"label": _("看全文"), "url": reverse("pledges:pledge", args=[letter.pk])}
    sign = {
        "label": _("签字"),
        "url": reverse("pledges:sign", args=[letter.pk]),
        "kind": "main",
        "post": True,
    }
    return {"title": letter.what, "words": _sides(letter), "acts": [sign, look]}


def _sides(letter: Any) -> str:
    return _("%(upper)s与%(lower)s") % {
        "upper": letter.counterpart.short_name,
        "lower": letter.organisation.short_name,
    }


def _row(letter: Any) -> dict[str, Any]:
    signed = letter.published_on
    told = (
        {"kind": "met", "words": _("%(day)s双方签字") % {"day": zh_date(signed)}}
        if signed
        else {"kind": "wait", "words": _("等对方签")}
    )
    first = {"words": letter.what, "url": reverse("pledges:pledge", args=[letter.pk])}
    return {"cells": [first, _sides(letter), told]}


def new_letter(request: HttpRequest) -> HttpResponse:
    """提出责任书 — signed for one's own side at once."""
    side = orgs_where(request.user, "propose_letter").first()
    if side is None:
        raise Http404
    others = Organisation.objects.filter(
        pk__in=[o.pk for o in above(side)] or [0]
    ) | Organisation.objects.filter(side.subtree, Organisation.standing()).exclude(pk=side.pk)
    form = LetterForm(request.POST or None, others=others)

    def do(said: dict[str, Any]) -> None:
        said.pop("shown_by_name", None)
        propose_letter(request.user, side, campaign=running(side), **said)

    return deed_form(request, form, do, _("提出责任书"), reverse("pledges:letters"), place_shown=side)


@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """签订责任书 — for the side that one speaks for."""
    letter = get_object_or_404(pledges_seen_by(request.user), pk=pk, kind="letter")
    side = side_for(request.user, letter)
    if side is None:
        raise Http404
    sign_letter(request.user, side, letter=letter)
    return redirect("pledges:pledge", pk)


def letter_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """目标责任书 — as a paper to be printed and kept."""
    letter = get_object_or_404(pledges_seen_by(request.user), pk=pk, kind="letter")
    return docx_answer(to_docx(responsibility_letter(letter)), f"{letter.organisation.short_name}目标责任书")
