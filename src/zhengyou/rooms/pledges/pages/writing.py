"""Writing a promise: at the desk or on the phone, with help in words before it is filed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.rooms.campaigns.queries import words_of
from zhengyou.rooms.orgs.queries import person_of
from zhengyou.rooms.pledges.actions import draft_pledge, publish_pledge
from zhengyou.rooms.pledges.forms import BranchPledgeForm, PledgeForm
from zhengyou.rooms.pledges.pages.lists import place_asked
from zhengyou.rooms.pledges.pages.shown import remarks_told
from zhengyou.rooms.pledges.queries import campaign_for, duties_of, places_to_promise, remarks_on


def new(request: HttpRequest) -> HttpResponse:
    """拟承诺 — the organisation's own, or from paper what a member promised."""
    place = place_asked(request)
    if not may(request.user, "pledge_for_others", place):
        raise Http404
    campaign = campaign_for(place)
    form = BranchPledgeForm(request.POST or None, organisation=place, campaign=campaign)
    remarks = _remarks(request, form, place)
    if request.method == "POST" and remarks is None and form.is_valid():
        _write(request, place, form.cleaned_data)
        return redirect(f"{reverse('pledges:branch')}?org={place.pk}")
    context = {
        "form": form,
        "words": words_of(campaign),
        "action_url": request.get_full_path(),
        "back_url": reverse("pledges:branch"),
        "remarks": remarks,
    }
    return render(request, "pledges/new.html", context, status=422 if form.errors else 200)


def new_mine(request: HttpRequest) -> HttpResponse:
    """写承诺 — a member's own, or a leader's, on the phone; who leads one place and belongs to another says where."""
    person, places = person_of(request.user), list(places_to_promise(request.user))
    asked = request.GET.get("org", "")
    home = next((p for p in places if not asked or str(p.pk) == asked), None)
    if person is None or home is None:
        raise Http404
    campaign = campaign_for(home)
    form = PledgeForm(request.POST or None, organisation=home, campaign=campaign)
    remarks = _remarks(request, form, home, person)
    if request.method == "POST" and remarks is None and form.is_valid():
        _write(request, home, {**form.cleaned_data, "person": person})
        return redirect("pledges:mine")
    context = {
        "form": form,
        "words": words_of(campaign),
        "action_url": request.get_full_path(),
        "back_url": reverse("pledges:mine"),
        "remarks": remarks,
        "home": home,
        "choices": [(p.short_name, f"{request.path}?org={p.pk}", p == home) for p in places],
    }
    return render(request, "pledges/new_mine.html", context, status=422 if form.errors else 200)


def _remarks(request: HttpRequest, form: Any, place: Organisation, person: Any = None) -> list[str] | None:
    """What could be worded better, where only that was asked for; nothing where a promise is filed or has faults."""
    if request.method != "POST" or "check" not in request.POST or not form.is_valid():
        return None
    said = form.cleaned_data
    whose = said.get("person") or person
    duties = duties_of(whose.pk, place) if whose else []
    if said.get("post"):
        duties.append(said["post"].duties)
    return remarks_told(remarks_on(said["what"], said["how_seen"], said["steps"], dict.fromkeys(duties)))


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
