"""What papers are made of."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import DueMet
from zhengyou.core.language import in_writing
from zhengyou.core.models import Kind, Organisation
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries import counted_in, people_in, progress_of, requirements_of

NOTHING = DueMet(0, 0)


@dataclass(frozen=True)
class Line:
    """One organisation of a paper with its due and met by requirement."""

    organisation: Organisation
    above: str
    people: int
    found: dict[int, DueMet]


@dataclass(frozen=True)
class Item:
    """事项 — one requirement at one organisation: what is asked, by when, and how far it is."""

    requirement: Requirement
    found: DueMet

    @property
    def name(self) -> str:
        """What the requirement is called."""
        return self.requirement.name

    @property
    def unit(self) -> str:
        """What is counted: people, organisations in the programme's own word, or things."""
        asked = self.requirement
        with in_writing():
            if asked.grain == "organisation" and asked.kinds and "branch" not in asked.kinds:
                return f"个{Kind(asked.kinds[0]).label if len(asked.kinds) == 1 else '单位'}"
            return counted_in(asked, 2)


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

    def items(self, line: Line) -> list[Item]:
        """Every requirement as it stands at one organisation."""
        return [Item(r, line.found.get(r.pk, NOTHING)) for r in self.asked]

    def open_items(self, line: Line) -> list[Item]:
        """The requirements of which something is still missing there."""
        return [item for item in self.items(line) if item.found.lacking]

    def rest(self) -> Line | None:
        """What is asked of the top organisation itself and of none of its parts, if there is any."""
        found = {r.pk: _without(self.whole, self.parts, r) for r in self.asked}
        people = self.whole.people - sum(line.people for line in self.parts)
        return Line(self.top, "", people, found) if any(f.due for f in found.values()) else None


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
    branches = [lines[o.pk] for o in tree if o.kind == "branch" and o.pk in lines] or _lowest(tree, lines)
    whole = lines.get(top.pk) or _line(top, people, progress)
    return State(campaign, top, clock.today(), asked, whole, parts, branches)


def _lowest(tree: list[Organisation], lines: dict[int, Line]) -> list[Line]:
    """Where a programme asks no branches: the organisations of which something is asked and nothing beneath them."""
    above = {o.parent_id for o in tree if o.pk in lines}
    return [lines[o.pk] for o in tree if o.pk in lines and o.pk not in above]


def _line(o: Organisation, people: dict[int, int], progress: Any) -> Line:
    return Line(o, o.parent.short_name if o.parent else "", people.get(o.pk, 0), progress.get(o.pk, {}))


def _without(whole: Line, parts: list[Line], requirement: Requirement) -> DueMet:
    of_parts = [line.found.get(requirement.pk, NOTHING) for line in parts]
    found = whole.found.get(requirement.pk, NOTHING)
    return DueMet(found.due - sum(f.due for f in of_parts), found.met - sum(f.met for f in of_parts))


def lacking(line: Line, item: Item) -> int:
    """How many are still missing of a requirement at an organisation."""
    return line.found.get(item.requirement.pk, NOTHING).lacking
