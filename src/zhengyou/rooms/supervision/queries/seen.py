"""督导情况 — what groups saw below an organisation in a campaign: what papers about it are made of."""

from dataclasses import dataclass
from typing import Any

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.supervision.models import FocusUnit, SupervisionVisit
from zhengyou.rooms.supervision.queries.findings import findings_of_campaign, is_overdue
from zhengyou.rooms.supervision.queries.groups import lasting_on


@dataclass(frozen=True)
class Seen:
    """督导情况 — visits, findings and focus units at and below an organisation, in the tree's order."""

    visits: list[SupervisionVisit]
    findings: list[Any]
    focus: list[FocusUnit]

    @property
    def put_right(self) -> list[Any]:
        """What a recheck found put right."""
        return [f for f in self.findings if f.right_on is not None]

    @property
    def overdue(self) -> list[Any]:
        """What is past its limit and not put right."""
        return [f for f in self.findings if is_overdue(f)]

    @property
    def sound(self) -> list[SupervisionVisit]:
        """The last finished visit to each unit at which nothing was ever found."""
        found = {f.organisation_id for f in self.findings}
        last = {v.organisation_id: v for v in self.visits if v.words}
        return [v for pk, v in last.items() if pk not in found]


def what_was_seen(campaign: Campaign, top: Organisation) -> Seen:
    """What the groups of a campaign saw at and below an organisation up to today."""
    today = clock.today()
    visits = SupervisionVisit.objects.filter(
        top.within(), group__campaign=campaign, visited_on__lte=today
    ).select_related("organisation", "group")
    focus = FocusUnit.objects.filter(lasting_on(today), top.within(), group__campaign=campaign)
    return Seen(
        list(visits.order_by("organisation__path", "visited_on", "pk")),
        findings_of_campaign(campaign, top),
        list(focus.select_related("organisation").order_by("organisation__path")),
    )
