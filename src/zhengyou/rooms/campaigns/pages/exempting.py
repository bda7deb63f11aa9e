"""例外 — of whom a campaign asks nothing in one branch: a list, a short form, and the way back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.actions import end_exemption, grant_exemption
from zhengyou.rooms.campaigns.forms import ExemptionForm
from zhengyou.rooms.campaigns.queries import (
    campaigns_seen_by,
    exemptions_at,
    exemptions_seen_by,
    lasts,
    personal_requirements,
)
from zhengyou.rooms.orgs.queries import members_of


def exemptions(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """例外 — who is excepted, why and until when; whoever may grants another below."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    organisation = get_object_or_404(orgs_where(request.user, "see_exemptions"), pk=pk)
    may_grant = may(request.user, "grant_exemption", organisation) and not campaign.over
    form = ExemptionForm(
        request.POST or None,
        people=members_of(organisation),
        requirements=personal_requirements(campaign, organisation),
    )
    if request.method == "POST" and form.is_valid():
        try:
            grant_exemption(request.user, organisation, campaign=campaign, **form.cleaned_data)
            return redirect("campaigns:exemptions", code, pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    held = exemptions_at(request.user, organisation, campaign)
    context = {
        "about": campaign,
        "organisation": organisation,
        "now": sum(map(lasts, held)),
        "held": [_told(e, may_grant) for e in held],
        "form": form if may_grant else None,
    }
    return render(request, "campaigns/exemptions.html", context, status=422 if form.errors else 200)


def _told(exemption: Any, may_end: bool) -> dict[str, Any]:
    until = zh_date(exemption.until) if exemption.until else ""
    days = _("%(since)s起，到%(until)s止") if until else _("%(since)s起")
    return {
        "exemption": exemption,
        "what": exemption.requirement.name if exemption.requirement else _("整个活动"),
        "days": days % {"since": zh_date(exemption.since), "until": until},
        "lasts": lasts(exemption),
        "may_end": may_end and exemption.until is None,
    }


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """结束例外 — asked again like everybody from today on."""
    exemption = get_object_or_404(exemptions_seen_by(request.user), pk=pk)
    end_exemption(request.user, exemption)
    return redirect("campaigns:exemptions", exemption.campaign.code, exemption.organisation_id)
