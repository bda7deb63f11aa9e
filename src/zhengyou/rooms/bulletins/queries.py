"""What papers are made of."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import DueMet
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries import people_in, progress_of, requirements_of

NOTHING = DueMet(0, 0)
UNITS = {"person": "人", "organisation": "个支部", "fact": "件"}


@dataclass(frozen=True)
class Line:
    """One organisation of a paper with its due and met by requirement."""

    organisation: Organisation
    above: str
    people: int
    found: dict[int, DueMet]


@dataclass(frozen=True)
class State:
    """进展 — a campaign below an organisation as it stands today: the whole, the parts, the branches."""

    campaign: Campaign
    top: Organisation
    on: date
    asked: list[Requirement]
    whole: Line
    parts: list[Line]
    branches: list[Line]

    def unit(self, requirement: Requirement) -> str:
        """What is counted: people, branches or things."""
        return UNITS[requirement.grain]


def state_of(campaign: Campaign, top: Organisation) -> State:
    """The state of a campaign below an organisation, live: a paper is a statement of its day."""
    asked = requirements_of(campaign, top)
    progress = progress_of(campaign, top, Live())
    people = people_in(top, Live())
    tree = list(Organisation.objects.filter(top.subtree).select_related("parent"))
    lines = {
        o.pk: _line(o, people, progress) for o in tree if any(f.due for f in progress.get(o.pk, {}).values())
    }
    parts = [lines[o.pk] for o in tree if o.parent_id == top.pk and o.pk in lines]
    branches = [lines[o.pk] for o in tree if o.kind == "branch" and o.pk in lines]
    whole = lines.get(top.pk) or _line(top, people, progress)
    return State(campaign, top, clock.today(), asked, whole, parts, branches)


def _line(o: Organisation, people: dict[int, int], progress: Any) -> Line:
    return Line(o, o.parent.short_name if o.parent else "", people.get(o.pk, 0), progress.get(o.pk, {}))


def lacking(line: Line, requirement: Requirement) -> int:
    """How many are still missing."""
    return line.found.get(requirement.pk, NOTHING).lacking
