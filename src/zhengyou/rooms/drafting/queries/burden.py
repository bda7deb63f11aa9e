"""What the accepted lines would cost a branch and a member, by the same estimate as before a campaign is issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any, cast

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.models import Kind
from zhengyou.core.sorts import sorts_in
from zhengyou.packs import requirements_apart
from zhengyou.rooms.campaigns.models import Campaign, Requirement, Stage
from zhengyou.rooms.campaigns.queries import BUDGET, burden_of
from zhengyou.rooms.campaigns.queries.burden import peak_of
from zhengyou.rooms.drafting.models import Line, Reading
from zhengyou.rooms.drafting.queries.made import pack_of_reading


@dataclass(frozen=True)
class Cost:
    """负担 — minutes that a branch enters in its heaviest month, and that a member takes part in a month."""

    minutes: int
    month: date | None
    member: int
    budget: int = BUDGET

    @property
    def over(self) -> bool:
        """Whether a leader would have to approve it."""
        return self.minutes > self.budget


class _All(list[Any]):
    """Rows that are not stored, asked for like those that are."""

    def all(self) -> "_All":
        return self


@dataclass(frozen=True)
class _Tried:
    """A campaign as it would be."""

    pack: dict[str, Any]
    starts_on: date
    ends_on: date
    stages: _All
    requirements: _All


def cost_of(reading: Reading, lines: Sequence[Line]) -> Cost | None:
    """The estimate for what is accepted; nothing before it asks anything on dated stages."""
    tried = _tried(pack_of_reading(reading, lines))
    if tried is None:
        return None
    sorts = sorts_in(reading.organisation, Live(), clock.today())
    burden = burden_of(cast(Campaign, tried), [s for s in sorts if s.kind == Kind.BRANCH] or sorts)
    peak = peak_of(burden)
    months = (
        (tried.ends_on.year - tried.starts_on.year) * 12 + tried.ends_on.month - tried.starts_on.month + 1
    )
    people = sum(s.members for s in burden.sorts)
    taking = burden.taking / people / months if people else 0
    return Cost(peak.minutes if peak else 0, peak.month if peak else None, ceil(taking))


def _tried(pack: dict[str, Any]) -> _Tried | None:
    days = [
        pack["starts_on"],
        pack["ends_on"],
        *(s.get(k) for s in pack["stages"] for k in ("starts_on", "ends_on")),
    ]
    if not pack["requirements"] or not all(days):
        return None
    stages = _All(
        Stage(number=n, name=s["name"], starts_on=_day(s["starts_on"]), ends_on=_day(s["ends_on"]))
        for n, s in enumerate(pack["stages"], start=1)
    )
    asked = _All(_requirement(one, stages) for one in requirements_apart(pack) if one.get("due_on"))
    return _Tried(pack, _day(pack["starts_on"]), _day(pack["ends_on"]), stages, asked)


def _requirement(asked: dict[str, Any], stages: _All) -> Requirement:
    held = ("code", "name", "rule", "grain")
    listed = {key: asked.get(key, []) for key in ("categories", "posts")}
    stage = stages[asked["stage"] - 1] if asked.get("stage") else None
    return Requirement(
        **{key: asked[key] for key in held},
        **listed,
        kinds=asked.get("kinds", ["branch"]),
        needs=asked.get("needs", {}),
        due_on=_day(asked["due_on"]),
        stage=stage,
    )


def _day(written: str) -> date:
    return date.fromisoformat(written)
