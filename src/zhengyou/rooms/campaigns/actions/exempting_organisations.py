"""Which organisation is asked nothing for a time, and why; what is asked of its members stays."""

from datetime import date
from typing import Any

from django.db.models import Q

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign, OrganisationExemption, Requirement
from zhengyou.rooms.campaigns.queries import requirement_in, runs_for


@action()
def exempt_organisation(
    by: Any, organisation: Organisation, *, campaign: Campaign, reason: str, since: date | None = None,
    until: date | None = None, requirement: Requirement | None = None,
) -> OrganisationExemption:  # fmt: skip
    """准予组织例外 — ask an organisation nothing from a day on, of a campaign or one requirement; counted apart."""
    runs_for(organisation, campaign)
    since = since or clock.today()
    if reason not in OrganisationExemption.Reason.values:
        raise Refused("请选一个事由。")
    if not campaign.starts_on <= since <= campaign.ends_on:
        raise Refused(f"例外的起始日应在{campaign.starts_on:%Y-%m-%d}到{campaign.ends_on:%Y-%m-%d}之间。")
    if until and until <= since:
        raise Refused("例外的止日应在起始日之后；不知道到哪天的先不填。")
    if requirement:
        _asked_of_it(requirement, organisation, campaign)
    if held := _held(campaign, organisation, requirement, since, until):
        words = held.get_reason_display()
        raise Refused(f"{organisation}自{held.since:%Y-%m-%d}已有例外（{words}），先结束那一条。")
    return OrganisationExemption.objects.create(
        organisation=organisation, campaign=campaign, reason=reason, since=since, until=until,
        requirement=requirement, entered_by=author(by),
    )  # fmt: skip


def _asked_of_it(requirement: Requirement, organisation: Organisation, campaign: Campaign) -> None:
    """Refuse for a requirement of another campaign, of other organisations, or of people."""
    if requirement_in(campaign, organisation, requirement.pk) is None:
        raise Refused(f"“{requirement}”不是这项活动对{organisation}的要求。")
    if requirement.grain == Requirement.Grain.PERSON:
        raise Refused(f"“{requirement}”是对党员个人的要求，请给不能参加的人各自准予例外。")


def _held(
    campaign: Campaign,
    organisation: Organisation,
    requirement: Requirement | None,
    since: date,
    until: date | None,
) -> OrganisationExemption | None:
    """One that covers the same on some of the same days."""
    lasting = Q(until=None) | Q(until__gt=since)
    found = OrganisationExemption.objects.filter(lasting, campaign=campaign, organisation=organisation)
    if until:
        found = found.filter(since__lt=until)
    if requirement:
        found = found.filter(Q(requirement=None) | Q(requirement=requirement))
    return found.first()


@action()
def end_organisation_exemption(
    by: Any, exemption: OrganisationExemption, *, until: date | None = None
) -> OrganisationExemption:
    """结束组织例外 — from a day on an organisation is asked again like every other."""
    until = until or clock.today()
    if exemption.until and exemption.until <= until:
        raise Refused(f"这条例外已于{exemption.until:%Y-%m-%d}结束。")
    if until < clock.today():
        raise Refused("结束日不能早于今天：以前的数据不改。")
    if until <= exemption.since:
        kept = exemption.pk  # entered by mistake: it never held, and only the trail tells of it
        exemption.delete()
        exemption.pk = kept
        return exemption
    exemption.until = until
    exemption.save(update_fields=["until"])
    return exemption
