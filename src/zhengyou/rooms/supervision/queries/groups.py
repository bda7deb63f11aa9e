"""Which group goes where, who is in it, and what it looks at."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Grant, Organisation, Role
from zhengyou.core.permissions import orgs_where
from zhengyou.core.tree import WIDTH
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import campaigns_seen_by, stage_on
from zhengyou.rooms.supervision.models import Assignment, FocusUnit, GroupMember, SupervisionGroup


def lasting_on(day: date) -> Q:
    """A condition on what lasts on a day: its last day is not included, as everywhere in the house."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def working_on(day: date) -> Q:
    """A condition on groups: those that are sent out on a day, their last included."""
    return Q(starts_on__lte=day, ends_on__gte=day)


def groups_seen_by(viewer: Any) -> QuerySet[SupervisionGroup]:
    """The groups that a viewer may look at, the newest campaign's first."""
    found = SupervisionGroup.objects.filter(organisation__in=orgs_where(viewer, "see_groups"))
    mine = SupervisionGroup.objects.filter(members__user=getattr(viewer, "pk", None))
    whole = (found | mine).distinct().select_related("campaign", "organisation")
    return whole.order_by("-campaign__starts_on", "organisation__path", "pk")


def groups_of(viewer: Any, day: date | None = None) -> list[SupervisionGroup]:
    """The groups that a viewer goes out for on a day."""
    day = day or clock.today()
    held = GroupMember.objects.filter(lasting_on(day), user=getattr(viewer, "pk", None))
    found = SupervisionGroup.objects.filter(working_on(day), pk__in=held.values("group"))
    return list(found.select_related("campaign", "organisation"))


def is_member(viewer: Any, group: SupervisionGroup, day: date) -> bool:
    """Whether somebody goes out for a group on a day."""
    held = GroupMember.objects.filter(lasting_on(day), group=group, user=getattr(viewer, "pk", None))
    return held.exists() and group.starts_on <= day <= group.ends_on


def above_and(organisation: Organisation) -> list[str]:
    """The paths of an organisation and of all above it."""
    return [organisation.path[:n] for n in range(WIDTH, len(organisation.path) + 1, WIDTH)]


def groups_for(
    organisation: Organisation, day: date | None = None, campaign: Campaign | None = None
) -> list[SupervisionGroup]:
    """所属督导组 — the groups that an organisation is assigned to on a day: one of each level that sends any."""
    day = day or clock.today()
    held = Assignment.objects.filter(lasting_on(day), organisation__path__in=above_and(organisation))
    found = SupervisionGroup.objects.filter(working_on(day), pk__in=held.values("group"))
    if campaign is not None:
        found = found.filter(campaign=campaign)
    return list(found.select_related("campaign", "organisation"))


def assignments_of(group: SupervisionGroup, day: date | None = None) -> list[Assignment]:
    """What a group goes to on a day, in the tree's order."""
    found = group.assignments.filter(lasting_on(day or clock.today()))
    return list(found.select_related("organisation__parent").order_by("organisation__path"))


def assigned_to(groups: Iterable[SupervisionGroup], day: date | None = None) -> QuerySet[Organisation]:
    """Every organisation that groups go to on a day, whatever lies below the assigned ones included."""
    reach = Q(pk__in=())
    for held in Assignment.objects.filter(
        lasting_on(day or clock.today()), group__in=list(groups)
    ).select_related("organisation"):
        reach |= held.organisation.subtree
    return Organisation.objects.filter(reach, Organisation.standing())


def rivals(group: SupervisionGroup, organisation: Organisation, since: date) -> QuerySet[Assignment]:
    """Assignments of other groups of the same sender and campaign to the same place, above it or below it."""
    there = Q(organisation__path__in=above_and(organisation)) | organisation.within()
    others = Assignment.objects.filter(
        there, group__campaign=group.campaign_id, group__organisation=group.organisation_id
    ).exclude(group=group)
    lasts = (Q(until=None) | Q(until__gt=since)) & Q(group__ends_on__gte=since)
    return others.filter(lasts).select_related("group", "organisation")


def members_on(group: SupervisionGroup, day: date | None = None) -> list[GroupMember]:
    """Who goes out for a group on a day, its head first."""
    return list(group.members.filter(lasting_on(day or clock.today())).select_related("user"))


def focus_of(group: SupervisionGroup, day: date | None = None) -> list[FocusUnit]:
    """The focus units of a group on a day."""
    found = group.focus_units.filter(lasting_on(day or clock.today()))
    return list(found.select_related("organisation").order_by("organisation__path"))


def checks_laid_down(campaign: Campaign) -> list[str]:
    """The check-list of the campaign's pack: its own, else what people are asked in the look-back of the stage."""
    given = campaign.pack.get("supervision", {}).get("checks", [])
    if not given:
        stage = stage_on(campaign)
        stages = campaign.pack.get("stages", [])
        number = stage.number if stage else 1
        given = stages[number - 1].get("look_back", []) if number <= len(stages) else []
    lines = [{"words": line} if isinstance(line, str) else line for line in given]
    asked = [line for line in lines if not line.get("requirement") and not line.get("meeting")]
    return [str(line.get("what") or line.get("words") or "")[:120] for line in asked]


def members_seen_by(viewer: Any) -> QuerySet[GroupMember]:
    """The members of the groups that a viewer may look at."""
    return GroupMember.objects.filter(
        group__in=groups_seen_by(viewer).order_by().values("pk")
    ).select_related("group__organisation", "user")


def assignments_seen_by(viewer: Any) -> QuerySet[Assignment]:
    """Where the groups go that a viewer may look at."""
    return Assignment.objects.filter(group__in=groups_seen_by(viewer).order_by().values("pk"))


def focus_seen_by(viewer: Any) -> QuerySet[FocusUnit]:
    """The focus units of the groups that a viewer goes out for."""
    return FocusUnit.objects.filter(group__in=groups_of(viewer)).select_related("organisation", "group")


def may_send_from(viewer: Any) -> QuerySet[Organisation]:
    """Whence a viewer may send groups out."""
    return orgs_where(viewer, "form_group")


def campaigns_to_supervise(viewer: Any) -> list[Campaign]:
    """The campaigns for which a viewer may form groups: issued ones that are not over."""
    found = campaigns_seen_by(viewer).filter(issued_on__isnull=False, ends_on__gte=clock.today())
    return list(found)


def supervisors_in(organisation: Organisation) -> QuerySet[Any]:
    """Accounts that may go out for a group below an organisation: those that hold the role there, above or below it."""
    there = Q(organisation__path__in=above_and(organisation)) | organisation.within()
    day = clock.today()
    held = Grant.objects.filter(lasting_on(day), there, role=Role.SUPERVISOR)
    return get_user_model().objects.filter(pk__in=held.values("user")).order_by("pk")
