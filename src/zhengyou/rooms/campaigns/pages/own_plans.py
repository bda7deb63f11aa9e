"""本单位方案 — how an organisation takes a campaign up; what was handed in, and what was answered, from both sides."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.actions import adapt_plan, answer_plan, file_plan
from zhengyou.rooms.campaigns.forms import AdaptForm, AnswerForm, FilingForm
from zhengyou.rooms.campaigns.queries import (
    OPEN,
    RETURNED,
    STATES,
    campaigns_seen_by,
    organisations_asked,
    own_plans_due,
    plan_of,
    plans_filed,
    taken_up,
    top_for,
    waiting_under,
)

A_PAGE = 50


def plans(request: HttpRequest, code: str) -> HttpResponse:
    """各单位方案 — who took the campaign up how; what waits for an answer first."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    top = top_for(request.user, request.GET.get("under"))
    page = Paginator(organisations_asked(campaign, top), A_PAGE).get_page(request.GET.get("page"))
    waiting = list(waiting_under(campaign, top)[:A_PAGE])
    context = {
        "about": campaign,
        "top": top,
        "due_on": own_plans_due(campaign),
        "waiting": [
            {
                "due": filed.filed_on,
                "title": _("%(who)s：%(theme)s")
                % {"who": filed.organisation.short_name, "theme": filed.theme},
                "words": _("%(day)s报备") % {"day": zh_date(filed.filed_on)},
                "when": zh_date(filed.filed_on),
                "acts": [{"label": _("看方案"), "url": _url(code, filed.organisation_id)}],
            }
            for filed in waiting
        ],
        "page": page,
        "columns": [{"label": label} for label in (_("组织"), _("怎样执行"), _("主题"), _("日期"))],
        "rows": [_row(code, t, own_plans_due(campaign) is not None) for t in taken_up(campaign, list(page))],
    }
    return render(request, "campaigns/plans.html", context)


def _url(code: str, pk: int) -> str:
    return reverse("campaigns:plan", args=[code, pk])


def _row(code: str, taken: Any, asks: bool) -> dict[str, Any]:
    told = taken.filed or taken.plan
    day = taken.filed.filed_on if taken.filed else taken.plan.adopted_on if taken.plan else None
    state = str(taken.plan.get_how_display()) if taken.plan else str(STATES[taken.state])
    kind = _kind(taken, asks)
    name = {"words": taken.organisation.short_name, "url": _url(code, taken.organisation.pk)}
    theme = told.theme if told and told.theme else "—"
    return {"cells": [name, {"kind": kind, "words": state}, theme, zh_date(day)]}


def _kind(taken: Any, asks: bool) -> str:
    """How a state looks: nothing is lacking where nobody is asked for a plan, the campaign runs as it stands."""
    if taken.state == RETURNED or (taken.state == OPEN and asks):
        return "lack"
    return "met" if taken.plan else "wait" if asks else "na"


def plan(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """本单位方案 — one organisation's: its theme and days, what it handed in, what was answered."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    organisation = get_object_or_404(orgs_where(request.user, "see_progress"), pk=pk)
    filed, held = plans_filed(campaign, organisation), plan_of(campaign, organisation)
    forms = _forms(request, campaign, organisation, filed)
    if _done(request, campaign, organisation, forms, filed):
        return redirect("campaigns:plan", code, pk)
    context = {
        "about": campaign,
        "organisation": organisation,
        "due_on": own_plans_due(campaign),
        "plan": held,
        "stages": held.stages.select_related("stage") if held else [],
        "filed": filed,
        **forms,
    }
    failed = any(form.errors for form in forms.values() if form)
    return render(request, "campaigns/plan.html", context, status=422 if failed else 200)


def _forms(request: HttpRequest, campaign: Any, organisation: Any, filed: list[Any]) -> dict[str, Any]:
    """The forms that this viewer may send now, the one that was sent filled in."""
    runs = not campaign.over
    newest = filed[0] if filed else None
    open_now = newest is None or (hasattr(newest, "answer") and not newest.answer.accepted)
    waits = newest is not None and not hasattr(newest, "answer")
    offered = {
        "adapting": (AdaptForm, runs and own_plans_due(campaign) is None and may(request.user, "adapt_plan", organisation)),
        "filing": (
            FilingForm,
            runs and open_now and bool(own_plans_due(campaign)) and may(request.user, "file_plan", organisation),
        ),
        "answering": (AnswerForm, runs and waits and may(request.user, "answer_plan", organisation)),
    }  # fmt: skip
    sent = request.POST.get("way", "")
    return {
        name: form(request.POST if sent == name else None, campaign=campaign) if allowed else None
        for name, (form, allowed) in offered.items()
    }


def _done(request: HttpRequest, campaign: Any, organisation: Any, forms: Any, filed: list[Any]) -> bool:
    """Do what was sent, if anything was; a refusal stands above the form that it is about."""
    sent = next(((n, f) for n, f in forms.items() if f and f.is_bound), None)
    if sent is None or not sent[1].is_valid():
        return False
    name, form = sent
    try:
        if name == "adapting":
            adapt_plan(request.user, organisation, campaign=campaign, **form.found())
        elif name == "filing":
            file_plan(request.user, organisation, campaign=campaign, **form.found())
        else:
            answer_plan(request.user, filed[0], **form.found())
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True
