"""Of whom a campaign asks nothing, and until when."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.models import Campaign, Exemption, OrganisationExemption, Requirement
from zhengyou.rooms.campaigns.queries.asking import requirements_of


def exemptions_seen_by(viewer: Any) -> QuerySet[Exemption]:
    """The exemptions of organisations where a viewer may see them."""
    found = Exemption.objects.filter(organisation__in=orgs_where(viewer, "see_exemptions"))
    return found.select_related("person", "requirement", "organisation", "campaign")


def exemptions_at(viewer: Any, organisation: Organisation, campaign: Campaign) -> list[Exemption]:
    """Those of one organisation in a campaign: those that last first, then those that have ended."""
    found = exemptions_seen_by(viewer).filter(organisation=organisation, campaign=campaign)
    return sorted(found, key=lambda e: (not lasts(e), e.since, e.pk))


def organisation_exemptions_seen_by(viewer: Any) -> QuerySet[OrganisationExemption]:
    """The exemptions of organisations as a whole where a viewer may see them."""
    found = OrganisationExemption.objects.filter(organisation__in=orgs_where(viewer, "see_exemptions"))
    return found.select_related("requirement", "organisation", "campaign")


def organisation_exemptions_at(
    viewer: Any, organisation: Organisation, campaign: Campaign
) -> list[OrganisationExemption]:
    """Those of one organisation in a campaign: those that last first, then those that have ended."""
    found = organisation_exemptions_seen_by(viewer).filter(organisation=organisation, campaign=campaign)
    return sorted(found, key=lambda e: (not lasts(e), e.since, e.pk))


def organisational_requirements(campaign: Campaign, organisation: Organisation) -> list[Requirement]:
    """What is asked of an organisation as a whole, or for each of its facts, today."""
    return [
        r
        for r in requirements_of(campaign, organisation)
        if r.grain != Requirement.Grain.PERSON and (not r.kinds or organisation.kind in r.kinds)
    ]


def excepted_now(organisation: Organisation, campaign: Campaign) -> list[OrganisationExemption]:
    """From what an organisation itself is excepted today."""
    found = OrganisationExemption.objects.filter(_on(), organisation=organisation, campaign=campaign)
    return list(found.select_related("requirement"))


def lasts(exemption: Exemption | OrganisationExemption) -> bool:
    """Whether it holds today or will."""
    return exemption.until is None or exemption.until > clock.today()


def exempted_at(organisation: Organisation, campaign: Campaign) -> int:
    """How many people of one organisation are excepted today."""
    return _today(campaign).filter(organisation=organisation).values("person").distinct().count()


def exemptions_of(person_id: int) -> dict[int, Exemption]:
    """By campaign, what one person is excepted from today as a whole."""
    found = Exemption.objects.filter(_on(), person_id=person_id, requirement=None).select_related("campaign")
    return {e.campaign_id: e for e in found}


def _today(campaign: Campaign) -> QuerySet[Exemption]:
    return Exemption.objects.filter(_on(), campaign=campaign)


def _on() -> Q:
    today = clock.today()
    return Q(since__lte=today) & (Q(until=None) | Q(until__gt=today))
