"""Facts about campaigns."""

from zhengyou.rooms.campaigns.models.campaigns import Campaign, Notice, Plan, Requirement, Stage
from zhengyou.rooms.campaigns.models.changing import Amendment, Closing
from zhengyou.rooms.campaigns.models.exempting import Exemption, OrganisationExemption
from zhengyou.rooms.campaigns.models.issuing import Approval
from zhengyou.rooms.campaigns.models.own_plans import FiledPlan, PlanAnswer, PlanStage

__all__ = [
    "Amendment",
    "Approval",
    "Campaign",
    "Closing",
    "Exemption",
    "FiledPlan",
    "Notice",
    "OrganisationExemption",
    "Plan",
    "PlanAnswer",
    "PlanStage",
    "Requirement",
    "Stage",
]
