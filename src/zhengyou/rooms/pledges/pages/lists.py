"""Promises of a branch, of a member, and one promise."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.orgs.queries import home_of, organisation_asked, person_of
from zhengyou.rooms.pledges.actions import draft_pledge, publish_pledge
from zhengyou.rooms.pledges.forms import BranchPledgeForm, PledgeForm
from zhengyou.rooms.pledges.pages.shown import shown, steps_shown
from zhengyou.rooms.pledges.queries import (
    campaign_for,
    due_steps,
    due_steps_of,
    members_without_pledge,
    organisations_with_pledges,
    pledges_by,
    pledges_seen_by,
    waiting_drafts,
    waiting_reviews,
)

A_PAGE = 50


def _place(request: HttpRequest) -> Organisation:
    """The organisation asked for in the address, else one's own."""
    seen = organisations_with_pledges(request.user)
    return organisation_asked(request.user, seen, request.GET.get("org", ""))


def branch(request: HttpRequest) -> HttpResponse:
    """承诺 — what an organisation promised, what is due, who waits to be judged, who has not promised yet."""
    place = _place(request)
    campaign = campaign_for(place)
    all_pledges = pledges_seen_by(request.user).filter(organisation=place, published_on__isnull=False)
    page = Paginator(all_pledges, A_PAGE).get_page(request.GET.get("page"))
    without = members_without_pledge(place, campaign.pk if campaign else None)
    context = {
        "place_shown": place,
        "today": clock.today(),
        "due": [_due(s, request) for s in due_steps(place)[:A_PAGE]],
        "drafts": [_draft(p) for p in waiting_drafts(request.user).filter(organisation=place)[:A_PAGE]],
        "reviews": [_to_review(p) for p in waiting_reviews(request.user)[:12]],
        "page": page,
        "columns": [{"label": w} for w in (pgettext("one", "承诺"), _("步骤"), _("评诺"))],
        "rows": [_row(p) for p in page],
        "without": list(without[:A_PAGE]),
        "may_draft": may(request.user, "pledge_for_others", place),
        "public_url": reverse("pledges:organisation", args=[place.code]),
        "new_url": f"{reverse('pledges:new')}?org={place.pk}",
    }
    return render(request, "pledges/branch.html", context)


def _due(step: Any, request: HttpRequest) -> dict[str, Any]:
    acts = []
    if may(request.user, "fulfil_step", step):
        acts = [{"label": _("写一句"), "url": reverse("pledges:fulfil", args=[step.pk])}]
    return {
        "due": step.due_on,
        "title": step.what,
        "words": _("%(who)s：%(what)s") % {"who": step.pledge.who, "what": step.pledge.what},
        "acts": acts,
    }


def _draft(pledge: Any) -> dict[str, Any]:
    post = {
        "label": _("公开"),
        "url": reverse("pledges:publish", args=[pledge.pk]),
        "kind": "main",
        "post": True,
    }
    look = {"label": _("看和改"), "url": reverse("pledges:pledge", args=[pledge.pk])}
    return {"title": pledge.what, "words": pledge.who, "acts": [post, look]}


def _to_review(pledge: Any) -> dict[str, Any]:
    act = {"label": _("评"), "url": reverse("pledges:review", args=[pledge.pk])}
    words = f"{pledge.organisation.short_name} · {pledge.who}"
    return {"title": pledge.what, "words": words, "acts": [act]}


def _row(pledge: Any) -> dict[str, Any]:
    steps = steps_shown(pledge)
    past = [s for s in steps if s["state"] in ("done", "miss")]
    reviews = list(pledge.reviews.all())
    cells = [
        {"words": pledge.what, "url": reverse("pledges:pledge", args=[pledge.pk]), "small": _whose(pledge)},
        {"met": sum(s["state"] == "done" for s in past), "due": len(past)},
        reviews[-1].get_verdict_display() if reviews else "—",
    ]
    return {"cells": cells}


def _whose(pledge: Any) -> str:
    return _("%(who)s，%(day)s公开") % {"who": pledge.who, "day": zh_day(pledge.published_on)}


def new(request: HttpRequest) -> HttpResponse:
    """拟承诺 — the organisation's own, or from paper what a member promised."""
    place = _place(request)
    if not may(request.user, "pledge_for_others", place):
        raise Http404
    form = BranchPledgeForm(request.POST or None, organisation=place)
    if request.method == "POST" and form.is_valid():
        _write(request, place, form.cleaned_data)
        return redirect(f"{reverse('pledges:branch')}?org={place.pk}")
    context = {"form": form, "action_url": request.get_full_path(), "back_url": reverse("pledges:branch")}
    return render(request, "pledges/new.html", context, status=422 if form.errors else 200)


def new_mine(request: HttpRequest) -> HttpResponse:
    """写承诺 — a member's own, on the phone."""
    person = person_of(request.user)
    home = home_of(person) if person else None
    if home is None:
        raise Http404
    form = PledgeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _write(request, home, {**form.cleaned_data, "person": person})
        return redirect("pledges:mine")
    context = {"form": form, "action_url": request.path, "back_url": reverse("pledges:mine")}
    return render(request, "pledges/new_mine.html", context, status=422 if form.errors else 200)


def _write(request: HttpRequest, place: Organisation, details: dict[str, Any]) -> None:
    """Keep a draft; publish it at once where that was asked for and it can be checked."""
    campaign = campaign_for(place)
    if campaign is None:
        raise Refused(_("眼下没有印发的活动；活动印发以后再写承诺。"))
    pledge = draft_pledge(request.user, place, campaign=campaign, **details)
    if "publish" not in request.POST:
        return
    if pledge.how_seen and details["steps"]:
        publish_pledge(request.user, pledge)
    else:
        messages.warning(
            request, _("还没有公开，先存成了草稿：写上怎样算做到，和至少一步带日期的步骤，再公开。")
        )


def mine(request: HttpRequest) -> HttpResponse:
    """我的承诺 — a member's own promises, and what of them is due."""
    person = person_of(request.user)
    home = home_of(person) if person else None
    if person is None or home is None:
        raise Http404
    due = [
        {
            "due": s.due_on,
            "title": s.what,
            "words": s.pledge.what,
            "acts": [{"label": _("写一句"), "url": reverse("pledges:fulfil", args=[s.pk]), "kind": "main"}],
        }
        for s in due_steps_of(person.pk)
    ]
    found = [{"pledge": p, "steps": _for_phone(p)} for p in pledges_by(person.pk)]
    context = {"person": person, "home": home, "today": clock.today(), "items": due, "found": found}
    return render(request, "pledges/mine.html", context)


def _for_phone(pledge: Any) -> list[dict[str, Any]]:
    """The steps with one's own words apart from the verdict."""
    return [s | {"words": s["verdict"]} for s in steps_shown(pledge)]


def pledge(request: HttpRequest, pk: int) -> HttpResponse:
    """一项承诺 — as everybody sees it, with what the viewer may do about it."""
    found = get_object_or_404(pledges_seen_by(request.user), pk=pk)
    may_do = {
        deed: may(request.user, deed, found)
        for deed in ("publish_pledge", "change_pledge", "withdraw_pledge", "discuss_pledge", "show_name")
    }
    may_do["review_pledge"] = may(request.user, "review_pledge", found) and not _own(request, found)
    context = {
        "pledge": found,
        "promise": shown(found),
        "steps": steps_shown(found),
        "may_do": may_do,
        "may_fulfil": may(request.user, "fulfil_step", found) and found.published_on,
        "frame": frame_for(request, found),
    }
    return render(request, "pledges/pledge.html", context)


def _own(request: HttpRequest, found: Any) -> bool:
    return found.person_id is not None and found.person_id == getattr(request.user, "person_id", None)


def frame_for(request: HttpRequest, found: Any) -> str:
    """One's own promise is looked at on the phone, all others at a desk."""
    return "phone.html" if _own(request, found) else "office.html"
