"""Wishes at the desk: what people hope for, what members want, what leaders ask; each answered."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, require
from zhengyou.core.secrets import masked
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.orgs.queries import home_of, person_of
from zhengyou.rooms.pledges.actions import answer_wish, note_wish, open_call, show_contact
from zhengyou.rooms.pledges.forms import AnswerForm, CallForm, NoteForm
from zhengyou.rooms.pledges.pages.lists import place_asked
from zhengyou.rooms.pledges.queries import (
    call_for,
    campaign_for,
    contact_of,
    pledges_seen_by,
    wishes_seen_by,
)

A_PAGE = 50


def wishes(request: HttpRequest) -> HttpResponse:
    """心愿 — what is hoped for in an organisation, those without an answer first, and whether a call is open."""
    place = place_asked(request)
    found = wishes_seen_by(request.user).filter(organisation=place)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "place_shown": place,
        "call": call_for(place),
        "page": page,
        "columns": [{"label": w} for w in (_("心愿"), _("谁提的"), _("答复"))],
        "rows": [_row(w) for w in page],
        "may_call": may(request.user, "open_call", place),
        "may_note": may(request.user, "note_for_others", place),
        "org": f"?org={place.pk}",
        "suggest_url": reverse("pledges:suggest", args=[place.code]),
    }
    return render(request, "pledges/wishes.html", context)


def _row(wish: Any) -> dict[str, Any]:
    answer = getattr(wish, "answer", None)
    said = zh_day(wish.on_day) if not wish.person_id else f"{wish.person} · {zh_day(wish.on_day)}"
    told = (
        {
            "kind": "met",
            "words": _("%(told)s：%(words)s") % {"told": answer.get_verdict_display(), "words": answer.words},
        }
        if answer
        else {"kind": "wait", "words": str(_("还没有答复"))}
    )
    first = {"words": wish.words, "url": reverse("pledges:wish", args=[wish.pk]), "small": said}
    return {"cells": [first, wish.get_origin_display(), told]}


def deed_form(request: HttpRequest, form: Any, do: Any, heading: str, back: str, **more: Any) -> HttpResponse:
    """Show a form, or do what it says; a refusal stands above the form with everything typed still in it."""
    if form.is_bound and form.is_valid():
        try:
            do(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(back)
    context = {
        "form": form,
        "heading": heading,
        "action_url": request.get_full_path(),
        "back_url": back,
        **more,
    }
    return render(request, "pledges/desk_form.html", context, status=422 if form.errors else 200)


def running(place: Any) -> Any:
    campaign = campaign_for(place)
    if campaign is None:
        raise Refused(_("眼下没有印发的活动；活动印发以后再写承诺。"))
    return campaign


def new_call(request: HttpRequest) -> HttpResponse:
    """开放征集 — for how long, and what is asked."""
    place = place_asked(request)
    require(request.user, "open_call", place)
    form = CallForm(request.POST or None, initial={"opens_on": clock.today()})
    back = f"{reverse('pledges:wishes')}?org={place.pk}"

    def do(said: dict[str, Any]) -> None:
        open_call(request.user, place, campaign=running(place), **said)

    return deed_form(request, form, do, _("开放征集"), back, place_shown=place)


def note(request: HttpRequest) -> HttpResponse:
    """登记心愿 — what was heard on a visit or at a meeting, or what the leaders ask."""
    place = place_asked(request)
    require(request.user, "note_for_others", place)
    back = f"{reverse('pledges:wishes')}?org={place.pk}"

    def do(said: dict[str, Any]) -> None:
        note_wish(request.user, place, campaign=running(place), **said)

    return deed_form(request, NoteForm(request.POST or None), do, _("登记心愿"), back, place_shown=place)


def wish(request: HttpRequest, pk: int) -> HttpResponse:
    """一条心愿 — in its author's words, with the answer, or the form of one."""
    return _one(request, get_object_or_404(wishes_seen_by(request.user), pk=pk), told="")


@never_cache
@require_POST
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """查看联系方式 — shown whole this once; the look is a deed in the trail."""
    found = get_object_or_404(wishes_seen_by(request.user), pk=pk)
    return _one(request, show_contact(request.user, found), told=contact_of(found), look=True)


def _one(request: HttpRequest, found: Any, told: str, look: bool = False) -> HttpResponse:
    pledges = pledges_seen_by(request.user).filter(organisation=found.organisation, withdrawn_on=None)
    asked = request.method == "POST" and not look
    form = AnswerForm(request.POST if asked else None, pledges=pledges)
    if asked and form.is_valid():
        try:
            answer_wish(request.user, found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("pledges:wish", found.pk)
    known = contact_of(found) if may(request.user, "show_contact", found) else ""
    context = {
        "wish": found,
        "answer": getattr(found, "answer", None),
        "form": form if may(request.user, "answer_wish", found) else None,
        "contact": told or masked(known),
        "whole": bool(told),
        "back_url": f"{reverse('pledges:wishes')}?org={found.organisation_id}",
    }
    return render(request, "pledges/wish.html", context, status=422 if form.errors else 200)


def my_wish(request: HttpRequest) -> HttpResponse:
    """我愿意做的事 — a member says what one wants to do, before promises are made."""
    person = person_of(request.user)
    home = home_of(person) if person else None
    if person is None or home is None:
        raise Http404
    form = NoteForm(request.POST or None)
    del form.fields["origin"]

    def do(said: dict[str, Any]) -> None:
        note_wish(request.user, home, campaign=running(home), origin="member", person=person, **said)

    return deed_form(
        request, form, do, _("我愿意做的事"), reverse("pledges:mine"), frame="phone.html", place_shown=home
    )
