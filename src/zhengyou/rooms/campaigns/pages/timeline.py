"""进程 — a campaign in the order of time for everybody in it; whoever may changes a requirement from a day on."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.figures import needs_of
from zhengyou.core.permissions import may
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.actions import amend_requirement, withdraw_requirement
from zhengyou.rooms.campaigns.forms import AmendmentForm, WithdrawalForm
from zhengyou.rooms.campaigns.pages.documents import documents_of
from zhengyou.rooms.campaigns.pages.lateness import until_when
from zhengyou.rooms.campaigns.queries import (
    campaigns_seen_by,
    changes_for,
    need_named,
    of_whom,
    requirement_in,
    stage_on,
    timeline_of,
)
from zhengyou.rooms.orgs.queries import organisation_of


def timeline(request: HttpRequest, code: str) -> HttpResponse:
    """进程 — stages, what is due in each, what was changed, from which day and why."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    organisation = organisation_of(request.user)
    if organisation is None:
        raise Http404
    now = stage_on(campaign)
    may_open = may(request.user, "see_progress", organisation)
    periods = timeline_of(campaign, organisation)
    context = {
        "about": campaign,
        "organisation": organisation,
        "documents": [] if any(p.stage is None for p in periods) else documents_of(campaign, None, may_open),
        "periods": [
            {
                "stage": p.stage,
                "now": p.stage is not None and p.stage == now and not campaign.over,
                "past": p.stage is not None and p.stage.ends_on < clock.today(),
                "asks": [_asks(request, a) for a in p.asks],
                "documents": documents_of(campaign, p.stage.number if p.stage else None, may_open),
            }
            for p in periods
        ],
    }
    return render(request, "campaigns/timeline.html", context)


def _asks(request: HttpRequest, asks: Any) -> dict[str, Any]:
    r = asks.requirement
    may_change = not r.campaign.over and not asks.withdrawn and may(request.user, "amend_requirement", r)
    return {
        "requirement": r,
        "of_whom": of_whom(r),
        "until": until_when(r, zh_date),
        "whose": "" if r.organisation_id == r.campaign.organisation_id else r.organisation.short_name,
        "withdrawn": asks.withdrawn,
        "changes": history(asks.changes, r.laid_down or r),
        "may_change": may_change,
    }


def history(changes: list[Any], laid_down: Any) -> list[dict[str, Any]]:
    """Each change in words: what stood before, what stands since, from which day, why."""
    told, before = [], laid_down
    for change in changes:
        told.append(
            {"on": change.effective_on, "words": change_in_words(change, before), "why": change.words}
        )
        before = change
    return told


def lately_changed(campaign: Any, organisation: Any) -> list[dict[str, Any]]:
    """What changes or has lately changed in what an organisation is asked, the next first."""
    told = []
    for changed in changes_for(campaign, organisation):
        laid_down = changed.requirement
        before = laid_down.as_of(changed.effective_on - timedelta(days=1))
        words = change_in_words(changed, before)
        told.append(
            {"name": laid_down.name, "on": changed.effective_on, "words": words, "why": changed.words}
        )
    return told


def change_in_words(change: Any, before: Any) -> str:
    """截止由6月30日改为7月31日；学时由40改为45."""
    if change.withdrawn:
        return _("撤回，不再要求")
    said = []
    if change.due_on != before.due_on:
        days = {"old": zh_date(before.due_on), "new": zh_date(change.due_on)}
        said.append(_("截止由%(old)s改为%(new)s") % days)
    old, new = needs_of(before.needs), needs_of(change.needs)
    for name in new:
        if new[name] != old.get(name):
            need = need_named(name)
            numbers = {
                "what": need.title,
                "old": need.words(old.get(name)),
                "new": need.words(new[name]),
            }
            said.append(_("%(what)s由%(old)s改为%(new)s") % numbers)
    return _("；").join(said)


def change(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """变更要求 — one requirement: how it stands, what was changed, and two short forms."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    organisation = organisation_of(request.user)
    found = requirement_in(campaign, organisation, pk) if organisation else None
    if found is None or not may(request.user, "amend_requirement", found):
        raise Http404
    stands = found.as_of(clock.today())
    withdrawing = "withdraw" in request.POST
    amend = AmendmentForm(None if withdrawing else request.POST or None, requirement=stands)
    withdraw = WithdrawalForm(request.POST if withdrawing else None)
    if _done(request, found, amend, withdraw):
        return redirect("campaigns:timeline", code)
    context = {
        "about": campaign,
        "requirement": stands,
        "changes": history(list(found.amendments.all()), found),
        "amend": amend,
        "withdraw": withdraw,
    }
    failed = amend.errors or withdraw.errors
    return render(request, "campaigns/change.html", context, status=422 if failed else 200)


def _done(request: HttpRequest, requirement: Any, amend: Any, withdraw: Any) -> bool:
    """Do what was sent, if anything was; a refusal stands above the form that it is about."""
    form = next((f for f in (amend, withdraw) if f.is_bound), None)
    if form is None or not form.is_valid():
        return False
    told = form.cleaned_data
    try:
        if form is amend:
            amend_requirement(request.user, requirement, **form.found())
        else:
            withdraw_requirement(
                request.user, requirement, effective_on=told["effective_on"], words=told["words"]
            )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True
