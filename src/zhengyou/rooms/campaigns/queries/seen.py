"""Who may see which campaigns, and what of them a page is about."""

from datetime import date
from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.http import Http404
from django.shortcuts import get_object_or_404

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.models import Approval, Campaign, Plan, Stage


def campaigns_seen_by(viewer: Any) -> QuerySet[Campaign]:
    """The campaigns that run where a viewer belongs, drafts only for those who may see them; newest first."""
    running = Q(issued_on__isnull=False, organisation__in=orgs_where(viewer, "see_campaign"))
    drafted = Q(organisation__in=orgs_where(viewer, "see_draft"))
    return Campaign.objects.filter(running | drafted).select_related("organisation").order_by("-starts_on")


def campaign_called(code: str) -> Campaign:
    """The campaign of a code; ``Refused`` in words where there is none."""
    found = Campaign.objects.select_related("organisation").filter(code=code).first()
    if found is None:
        known = "、".join(Campaign.objects.values_list("code", flat=True)) or "还没有活动"
        raise Refused(f"没有代号为“{code}”的活动；有：{known}")
    return found


def running_campaign(viewer: Any) -> Campaign | None:
    """The campaign that a viewer's pages are about: one that asks something here before one only seen from above,
    one that still runs before one that is over, then the newest.
    """
    here = Q(organisation__in=orgs_where(viewer, "belong_to_campaign"))
    issued = campaigns_seen_by(viewer).filter(issued_on__isnull=False)
    return issued.annotate(
        not_here=Case(When(here, then=0), default=1),
        is_past=Case(When(ends_on__gte=clock.today(), then=0), default=1),
    ).order_by("not_here", "is_past", "-starts_on", "-pk").first()  # fmt: skip


def campaign_under_way(viewer: Any) -> Campaign | None:
    """The campaign for which something new may still be entered; none once it is over."""
    found = running_campaign(viewer)
    return None if found is None or found.over else found


def top_for(viewer: Any, under: str | None) -> Organisation:
    """The organisation whose subtree a viewer looks at: the one asked for where it is in reach, else one's own."""
    reach = orgs_where(viewer, "see_progress")
    if under and under.isdigit():
        return get_object_or_404(reach, pk=int(under))
    found = reach.first()
    if found is None:
        raise Http404
    return found


def drafter_of(viewer: Any) -> Organisation | None:
    """The organisation for which a viewer may draft a campaign, or none."""
    return orgs_where(viewer, "draft_campaign").first()


def plan_of(campaign: Campaign, organisation: Organisation) -> Plan | None:
    """How an organisation took a campaign up, or nothing yet."""
    return Plan.objects.filter(campaign=campaign, organisation=organisation).first()


def stage_on(campaign: Campaign, day: date | None = None) -> Stage | None:
    """The stage whose dates hold a day; between two stages the coming one, after the last the last."""
    day = day or clock.today()
    stages = list(campaign.stages.all())
    return next((s for s in stages if day <= s.ends_on), stages[-1] if stages else None)


def approval_of(campaign: Campaign) -> Approval | None:
    """Who let a draft cost more than the budget, and up to what; nobody where nothing is returned."""
    return Approval.objects.filter(campaign=campaign).select_related("entered_by").first()


def parts_of(campaign: Campaign) -> QuerySet[Organisation]:
    """The parts of the tree that a campaign may be issued to: its own organisation and two levels below."""
    return campaign.organisation.no_deeper_than(2).filter(~Q(kind="group"))
