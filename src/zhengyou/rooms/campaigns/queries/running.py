"""Whether a campaign runs where something is about to be done; what is over is only read."""

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign


def runs_for(organisation: Organisation, campaign: Campaign) -> None:
    """Refuse in words where a campaign was not sent to an organisation, or is over."""
    if campaign.issued_on is None or not organisation.path.startswith(campaign.organisation.path):
        raise Refused("这项活动没有发到本组织。")
    still_runs(campaign)


def still_runs(campaign: Campaign) -> None:
    """Refuse in words where a campaign is over: its figures are those of its last day."""
    if campaign.over:
        raise Refused(f"“{campaign}”已于{campaign.ends_on:%Y-%m-%d}结束，不再要求什么，只供查阅。")
