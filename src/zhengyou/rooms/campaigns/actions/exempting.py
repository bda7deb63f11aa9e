"""Of whom a campaign asks nothing for a time, and why; no more is written down than that."""

from datetime import date
from typing import Any

from django.db.models import Q

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign, Exemption, Requirement
from zhengyou.rooms.campaigns.queries import runs_for
from zhengyou.rooms.orgs.models import Membership, Person


@action()
def grant_exemption(
    by: Any, organisation: Organisation, *, campaign: Campaign, person: Person, reason: str, since: date | None = None,
    until: date | None = None, requirement: Requirement | None = None,
) -> Exemption:  # fmt: skip
    """准予例外 — ask somebody nothing from a day on, of a whole campaign or of one requirement; counted apart."""
    runs_for(organisation, campaign)
    since = since or clock.today()
    _among_them(person, organisation, reason)
    if not campaign.starts_on <= since <= campaign.ends_on:
        raise Refused(f"例外的起始日应在{campaign.starts_on:%Y-%m-%d}到{campaign.ends_on:%Y-%m-%d}之间。")
    if until and until <= since:
        raise Refused("例外的止日应在起始日之后；不知道到哪天的先不填。")
    if requirement and (
        requirement.campaign_id != campaign.pk or requirement.grain != Requirement.Grain.PERSON
    ):
        raise Refused(f"“{requirement}”不是这项活动对党员个人的要求，不用准予例外。")
    if held := _held(campaign, person, requirement, since, until):
        raise Refused(
            f"{person}自{held.since:%Y-%m-%d}已有例外（{held.get_reason_display()}），先结束那一条。"
        )
    return Exemption.objects.create(
        organisation=organisation, campaign=campaign, person=person, reason=reason, since=since, until=until,
        requirement=requirement, entered_by=author(by),
    )  # fmt: skip


def _among_them(person: Person, organisation: Organisation, reason: str) -> None:
    """Refuse for somebody from elsewhere, and where the roster says otherwise than the reason."""
    if reason not in Exemption.Reason.values:
        raise Refused("请选一个事由；不用写病情，也不要写。")
    here = Membership.objects.filter(
        person=person, organisation=organisation, line=Membership.Line.PARTY, until=None
    )
    membership = here.first()
    if membership is None:
        raise Refused(f"{person}不在{organisation}的花名册上。")
    if reason == Exemption.Reason.AWAY and not membership.mobile:
        raise Refused(f"{person}没有登记为流动党员；请先在“流动党员”里登记，登记一次各处都用。")


def _held(
    campaign: Campaign, person: Person, requirement: Requirement | None, since: date, until: date | None
) -> Exemption | None:
    """One that covers the same on some of the same days."""
    lasting = Q(until=None) | Q(until__gt=since)
    found = Exemption.objects.filter(lasting, campaign=campaign, person=person)
    if until:
        found = found.filter(since__lt=until)
    if requirement:
        found = found.filter(Q(requirement=None) | Q(requirement=requirement))
    return found.first()


@action()
def end_exemption(by: Any, exemption: Exemption, *, until: date | None = None) -> Exemption:
    """结束例外 — from a day on somebody is asked again like everybody."""
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
