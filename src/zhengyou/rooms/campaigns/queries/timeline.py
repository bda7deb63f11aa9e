"""A campaign in the order of time: its stages, what is due in each, and what was changed on the way."""

from dataclasses import dataclass
from datetime import date

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Amendment, Campaign, Requirement, Stage
from zhengyou.rooms.campaigns.queries.asking import concerning


@dataclass(frozen=True)
class Asks:
    """一条要求 — as it stands today, with every change it went through."""

    requirement: Requirement
    changes: list[Amendment]

    @property
    def withdrawn(self) -> bool:
        """Whether it is asked of nobody any more."""
        return self.requirement.withdrawn


@dataclass(frozen=True)
class Period:
    """一段 — a stage with what is due by its end; the last, without a stage, holds what runs through the whole."""

    stage: Stage | None
    asks: list[Asks]


def timeline_of(campaign: Campaign, organisation: Organisation) -> list[Period]:
    """The stages of a campaign with what is asked of an organisation, by as many queries whatever there is."""
    today = min(clock.today(), campaign.ends_on)
    found = concerning(campaign, organisation).select_related("organisation", "stage", "campaign")
    asks = [
        Asks(r.as_of(today), sorted(r.amendments.all(), key=lambda a: a.effective_on))
        for r in found.prefetch_related("amendments__entered_by")
    ]
    asks.sort(key=lambda a: (a.requirement.due_on, a.requirement.pk))
    stages = list(campaign.stages.all())
    periods = [Period(s, [a for a in asks if _within(a, s, stages)]) for s in stages]
    placed = {a.requirement.pk for p in periods for a in p.asks}
    rest = [a for a in asks if a.requirement.pk not in placed]
    return [*periods, *([Period(None, rest)] if rest else [])]


def _within(asks: Asks, stage: Stage, stages: list[Stage]) -> bool:
    """Of the stage that it names; else of the one in which it is due."""
    r = asks.requirement
    if r.stage_id:
        return r.stage_id == stage.pk
    return stage == next((s for s in stages if _holds(s, r.due_on)), None)


def _holds(stage: Stage, day: date) -> bool:
    return stage.starts_on <= day <= stage.ends_on


def requirement_in(campaign: Campaign, organisation: Organisation, pk: int) -> Requirement | None:
    """One requirement among those that concern an organisation, as it was laid down."""
    found = concerning(campaign, organisation).filter(pk=pk)
    return found.select_related("organisation", "campaign").prefetch_related("amendments__entered_by").first()
