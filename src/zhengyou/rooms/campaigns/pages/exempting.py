"""例外 — of whom a campaign asks nothing in one branch, and of which as a whole: lists, a short form, and the way back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.actions import (
    end_exemption,
    end_organisation_exemption,
    exempt_organisation,
    grant_exemption,
)
from zhengyou.rooms.campaigns.forms import ExemptionForm, OrganisationExemptionForm
from zhengyou.rooms.campaigns.queries import (
    campaigns_seen_by,
    exemptions_at,
    exemptions_seen_by,
    lasts,
    organisation_exemptions_at,
    organisation_exemptions_seen_by,
    organisational_requirements,
    personal_requirements,
)
from zhengyou.rooms.orgs.queries import members_of


def exemptions(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """例外 — who is excepted, why and until when; whoever may grants another below."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    organisation = get_object_or_404(orgs_where(request.user, "see_exemptions"), pk=pk)
    may_grant, may_except = (
        may(request.user, deed, organisation) and not campaign.over
        for deed in ("grant_exemption", "exempt_organisation")
    )
    form = ExemptionForm(
        _sent(request, "person"),
        people=members_of(organisation),
        requirements=personal_requirements(campaign, organisation),
    )
    whole = OrganisationExemptionForm(
        _sent(request, "excepted"), requirements=organisational_requirements(campaign, organisation)
    )
    if _granted(request, organisation, campaign, form, whole):
        return redirect("campaigns:exemptions", code, pk)
    held = exemptions_at(request.user, organisation, campaign)
    context = {
        "about": campaign,
        "organisation": organisation,
        "now": sum(map(lasts, held)),
        "held": [_told(e, may_grant) for e in held],
        "whole": [
            _told(e, may_except) for e in organisation_exemptions_at(request.user, organisation, campaign)
        ],
        "form": form if may_grant and members_of(organisation).exists() else None,
        "whole_form": whole if may_except else None,
    }
    failed = form.errors or whole.errors
    return render(request, "campaigns/exemptions.html", context, status=422 if failed else 200)


def _sent(request: HttpRequest, field: str) -> Any:
    return request.POST if request.method == "POST" and field in request.POST else None


def _granted(request: HttpRequest, organisation: Any, campaign: Any, form: Any, whole: Any) -> bool:
    """Do what was sent, if anything was; a refusal stands above the form that it is about."""
    sent = next((f for f in (form, whole) if f.is_bound), None)
    if sent is None or not sent.is_valid():
        return False
    try:
        if sent is form:
            grant_exemption(request.user, organisation, campaign=campaign, **form.cleaned_data)
        else:
            exempt_organisation(request.user, organisation, campaign=campaign, **whole.found())
    except Refused as refused:
        sent.add_error(None, str(refused))
        return False
    return True


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


@require_POST
def end_whole(request: HttpRequest, pk: int) -> HttpResponse:
    """结束组织例外 — an organisation asked again like every other from today on."""
    exemption = get_object_or_404(organisation_exemptions_seen_by(request.user), pk=pk)
    end_organisation_exemption(request.user, exemption)
    return redirect("campaigns:exemptions", exemption.campaign.code, exemption.organisation_id)
