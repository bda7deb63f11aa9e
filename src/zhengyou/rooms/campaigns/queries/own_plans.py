"""How organisations took a campaign up, and the plans that a programme asks them for."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.models import Campaign, FiledPlan, Plan

WAITING, RETURNED, ACCEPTED, TAKEN, OPEN = "waiting", "returned", "accepted", "taken", "open"
STATES = {
    WAITING: _("已报备，等答复"),
    RETURNED: _("退回修改"),
    OPEN: _("还没有定"),
    ACCEPTED: _("已同意"),
    TAKEN: _("已定"),
}


def own_plans_due(campaign: Campaign) -> date | None:
    """By when the programme asks every organisation for a plan of its own; nothing where it asks for none."""
    asked = campaign.pack.get("own_plans")
    if not asked:
        return None
    if asked.get("due_on"):
        return date.fromisoformat(asked["due_on"])
    return min(campaign.starts_on + timedelta(days=13), campaign.ends_on)


def plans_filed(campaign: Campaign, organisation: Organisation) -> list[FiledPlan]:
    """Every plan that an organisation handed in, the newest first."""
    found = FiledPlan.objects.filter(campaign=campaign, organisation=organisation)
    return list(found.select_related("answer__entered_by", "entered_by", "organisation").order_by("-pk"))


def plan_filed(campaign: Campaign, organisation: Organisation) -> FiledPlan | None:
    """The newest of them."""
    return next(iter(plans_filed(campaign, organisation)), None)


def filed_plans_seen_by(viewer: Any) -> QuerySet[FiledPlan]:
    """The plans handed in by organisations whose progress a viewer may see."""
    found = FiledPlan.objects.filter(organisation__in=orgs_where(viewer, "see_progress"))
    return found.select_related("organisation", "campaign")


@dataclass(frozen=True)
class Taken:
    """怎样执行 — one organisation's state: open, taken up as it stands or adapted, or its plan's way."""

    organisation: Organisation
    state: str
    plan: Plan | None
    filed: FiledPlan | None


def organisations_asked(campaign: Campaign, under: Organisation) -> QuerySet[Organisation]:
    """The organisations at or below one that take a campaign up; groups do with their branch."""
    found = Organisation.objects.filter(under.subtree, Organisation.standing()).exclude(kind="group")
    return found.filter(campaign.organisation.subtree & ~Q(pk=campaign.organisation_id))


def taken_up(campaign: Campaign, organisations: list[Organisation]) -> list[Taken]:
    """How each of some organisations took a campaign up: two queries however many there are."""
    plans = {
        p.organisation_id: p for p in Plan.objects.filter(campaign=campaign, organisation__in=organisations)
    }
    filed = FiledPlan.objects.filter(campaign=campaign, organisation__in=organisations).order_by("pk")
    newest = {f.organisation_id: f for f in filed.select_related("answer")}
    return [_taken(o, plans.get(o.pk), newest.get(o.pk)) for o in organisations]


def _taken(organisation: Organisation, plan: Plan | None, filed: FiledPlan | None) -> Taken:
    if filed is None:
        return Taken(organisation, TAKEN if plan else OPEN, plan, None)
    answer = getattr(filed, "answer", None)
    state = WAITING if answer is None else ACCEPTED if answer.accepted else RETURNED
    return Taken(organisation, state, plan, filed)


def waiting_under(campaign: Campaign, under: Organisation) -> QuerySet[FiledPlan]:
    """The plans below an organisation that nobody has answered, the longest waiting first."""
    found = FiledPlan.objects.filter(under.within(), campaign=campaign, answer=None)
    return found.select_related("organisation").order_by("filed_on", "pk")
