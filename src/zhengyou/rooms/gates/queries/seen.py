"""Who may see which gates, organisations at them, and applications."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.gates.models import Application, Gate


def gates_seen_by(viewer: Any) -> QuerySet[Gate]:
    """The gates that concern at least one organisation whose passing a viewer may see."""
    concerned = orgs_where(viewer, "see_gate").filter(
        path__gte=OuterRef("organisation__path"),
        path__lt=OuterRef("organisation__path_end"),
        kind=OuterRef("kind"),
    )
    return Gate.objects.filter(Exists(concerned)).select_related("campaign", "stage", "organisation")


def organisations_at(gate: Gate) -> QuerySet[Organisation]:
    """The organisations that have to pass a gate: all of its kind that exist, in the tree's order."""
    standing = Q(closed_on=None) | Q(closed_on__gt=clock.today())
    return Organisation.objects.filter(gate.organisation.subtree, standing, kind=gate.kind)


def organisations_seen_at(viewer: Any, gate: Gate) -> QuerySet[Organisation]:
    """Those of them that a viewer may see."""
    return organisations_at(gate).filter(pk__in=orgs_where(viewer, "see_gate")).select_related("parent")


def is_asked(organisation: Organisation, gate: Gate) -> bool:
    """Whether an organisation has to pass a gate."""
    return organisations_at(gate).filter(pk=organisation.pk).exists()


def applications_seen_by(viewer: Any) -> QuerySet[Application]:
    """The applications that a viewer may open, newest first."""
    seen = Application.objects.filter(organisation__in=orgs_where(viewer, "see_gate"))
    return seen.select_related("organisation", "gate__stage", "gate__campaign", "decision").order_by("-pk")


def applications_waiting_for(viewer: Any) -> QuerySet[Application]:
    """The applications on which a viewer has to decide, the longest waiting first."""
    mine = Application.objects.filter(organisation__in=orgs_where(viewer, "decide_passage"), decision=None)
    return mine.select_related("organisation", "gate__stage").order_by("applied_on", "pk")


def requirements_for_gate(campaign: Campaign) -> QuerySet[Requirement]:
    """The requirements of a campaign that its own gates may tick by."""
    return campaign.requirements.filter(organisation=campaign.organisation).order_by("due_on", "pk")
