"""Everything that can be done about campaigns."""

from zhengyou.rooms.campaigns.actions.changing import amend_requirement, close_campaign, withdraw_requirement
from zhengyou.rooms.campaigns.actions.exempting import end_exemption, grant_exemption
from zhengyou.rooms.campaigns.actions.exempting_organisations import (
    end_organisation_exemption,
    exempt_organisation,
)
from zhengyou.rooms.campaigns.actions.issuing import approve_burden, draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.actions.own_plans import answer_plan, file_plan
from zhengyou.rooms.campaigns.actions.taking_up import adapt_plan, add_requirement, adopt_plan

__all__ = [
    "end_organisation_exemption",
    "exempt_organisation",
    "answer_plan",
    "file_plan",
    "amend_requirement",
    "close_campaign",
    "withdraw_requirement",
    "end_exemption",
    "grant_exemption",
    "approve_burden",
    "adapt_plan",
    "add_requirement",
    "adopt_plan",
    "draft_campaign",
    "issue_campaign",
]
