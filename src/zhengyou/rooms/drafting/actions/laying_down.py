"""From what was accepted to a campaign."""

from typing import Any

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.rooms.campaigns.actions import draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.drafting.actions.keeping import taken
from zhengyou.rooms.drafting.models import Reading
from zhengyou.rooms.drafting.queries import clashes_in, in_the_way, lines_of, pack_of_reading


@action()
def lay_down(by: Any, reading: Reading, *, issue: bool = False) -> Campaign:
    """形成方案 — make of the accepted lines, and of nothing else, a drafted campaign; issue it where that is asked.

    Nothing that contradicts itself is laid down; it is issued only when every line is decided. A draft of the
    same reading is replaced.
    """
    held = taken(reading)
    lines = lines_of(held)
    accepted = [line for line in lines if line.decision == line.Decision.ACCEPTED]
    if not accepted:
        raise Refused("还没有采用一条，请先逐条采用或改好。")
    if clashes := clashes_in(held, accepted):
        raise Refused("采用的条目互相矛盾：" + "".join(clash.words for clash in clashes))
    if issue and (hindrances := in_the_way(held, lines)):
        raise Refused("还不能印发：" + "；".join(hindrances))
    campaign = _campaign(by, held, pack_of_reading(held, lines))
    return issue_campaign(by, campaign) if issue else campaign


def _campaign(by: Any, held: Reading, pack: dict[str, Any]) -> Campaign:
    """The campaign of the pack: the draft that stands where it says the same, else a new one in its place."""
    standing: Campaign | None = held.campaign
    if standing and standing.pack == pack:
        return standing
    held.campaign = draft_campaign(
        by, held.organisation, pack=pack, notice=held.notice, replace=standing is not None
    )
    held.save(update_fields=["campaign"])
    return held.campaign
