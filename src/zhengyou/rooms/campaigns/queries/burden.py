"""负担 — what a campaign asks of each level, when, and how many minutes that is, before anybody is asked."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Any

from django.utils.translation import gettext as _
from sqlglot import exp, select

from zhengyou.core import clock
from zhengyou.core.engines import Engine
from zhengyou.core.figures import needs_of
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window, facts_in
from zhengyou.core.rules import RULES
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries.entries import (
    ADOPTION,
    BUDGET,
    MEETING,
    OWN_PLAN,
    QUESTION,
    Entry,
    entry_for,
)

PERSON, ORGANISATION = Requirement.Grain.PERSON, Requirement.Grain.ORGANISATION


@dataclass(frozen=True)
class Sort:
    """一类组织 — how many organisations of one kind and category there are, and how many members they have."""

    kind: str
    category: str
    organisations: int
    members: int

    @property
    def size(self) -> Fraction:
        """Members of one of them, on average."""
        return Fraction(self.members, self.organisations) if self.organisations else Fraction(0)


@dataclass(frozen=True)
class Ask:
    """要办的一样 — one kind of entry that a campaign asks for, of whom, how often, from when to when."""

    name: str
    entry: Entry
    times: Fraction
    grain: str
    since: date
    until: date
    kinds: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()

    def asked_of(self, sort: Sort) -> bool:
        """Whether organisations of a sort are asked at all."""
        return (not self.kinds or sort.kind in self.kinds) and (
            not self.categories or sort.category in self.categories
        )

    def entering(self, sort: Sort) -> Fraction:
        """Minutes that one organisation of a sort spends on entering, over the whole time."""
        if not self.asked_of(sort):
            return Fraction(0)
        heads = Fraction(1) if self.grain == ORGANISATION and not self.entry.taking else sort.size
        return self.times * (self.entry.each + self.entry.head * heads)

    @property
    def taking(self) -> Fraction:
        """Minutes that one person spends on taking part, over the whole time."""
        return self.times * self.entry.taking


@dataclass(frozen=True)
class Burden:
    """基层负担 — everything that a campaign asks for, over the organisations that it reaches."""

    campaign: Campaign
    asks: list[Ask]
    sorts: list[Sort]

    @property
    def entering(self) -> Fraction:
        """Minutes of entering, of all organisations together."""
        return sum((self.of(s) * s.organisations for s in self.sorts), Fraction(0))

    @property
    def taking(self) -> Fraction:
        """Minutes of taking part, of all people together."""
        return sum(
            (a.taking * s.members for a in self.asks for s in self.sorts if a.asked_of(s)), Fraction(0)
        )

    def of(self, sort: Sort) -> Fraction:
        """Minutes of entering of one organisation of a sort."""
        return sum((a.entering(sort) for a in self.asks), Fraction(0))

    def by_month(self, sort: Sort) -> dict[date, Fraction]:
        """The same by the first day of each month, spread evenly over the days on which it can be done."""
        return self._spread(sort, monthly)

    def by_week(self, sort: Sort) -> dict[date, Fraction]:
        """The same by the Monday of each week."""
        return self._spread(sort, weekly)

    def _spread(self, sort: Sort, by: Callable[[date], date]) -> dict[date, Fraction]:
        found: dict[date, Fraction] = {}
        for ask in self.asks:
            if much := ask.entering(sort):
                for period, part in portions(ask.since, ask.until, by).items():
                    found[period] = found.get(period, Fraction(0)) + much * part
        return dict(sorted(found.items()))


def monthly(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def weekly(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


@lru_cache(512)
def portions(since: date, until: date, by: Callable[[date], date]) -> dict[date, Fraction]:
    """Which part of the days from one to another falls into each month or week."""
    days = max((until - since).days, 0) + 1
    found = Counter(by(since + timedelta(days=n)) for n in range(days))
    return {period: Fraction(n, days) for period, n in found.items()}


@dataclass(frozen=True)
class Peak:
    """最重的月份 — where the entries of all campaigns together weigh most on one organisation."""

    sort: Sort
    month: date
    minutes: int

    @property
    def over(self) -> bool:
        """Whether that is more than the budget."""
        return self.minutes > BUDGET


def peak_of(burden: Burden, others: Iterable[Burden] = ()) -> Peak | None:
    """The heaviest month of any sort of organisation in which this campaign asks something."""
    heaviest: Peak | None = None
    for sort in burden.sorts:
        beside = [b.by_month(sort) for b in others]
        for month, mine in burden.by_month(sort).items():
            much = mine + sum((b.get(month, Fraction(0)) for b in beside), Fraction(0))
            if heaviest is None or much > heaviest.minutes:
                heaviest = Peak(sort, month, ceil(much))
    return heaviest


def sorts_in(under: Organisation, engine: Engine) -> list[Sort]:
    """How many organisations there are of each kind and category below one, and how many members they have."""
    today = clock.today()
    standing = select("o.kind", "o.category", "count(*) as n").from_("org as o")
    closed = exp.column("closed_on", "o")
    standing = standing.where(closed.is_(exp.null()).or_(closed > exp.Literal.string(today.isoformat())))
    orgs = engine.rows(standing.group_by("o.kind", "o.category"), under)
    members = facts_in("membership", Window(today)).where(exp.column("kind").eq("party")).subquery("m")
    people = select("o.kind", "o.category", "count(*) as n").from_(members)
    people = people.join("org as o", on="o.id = m.org_id").group_by("o.kind", "o.category")
    held = {(r["kind"], r["category"]): int(r["n"]) for r in engine.rows(people, under)}
    found = [
        Sort(r["kind"], r["category"], int(r["n"]), held.get((r["kind"], r["category"]), 0)) for r in orgs
    ]
    return sorted(found, key=lambda s: (s.kind, s.category))


def burden_of(campaign: Campaign, sorts: list[Sort]) -> Burden:
    """What a campaign asks for: its requirements, the gates of its pack, and how it is taken up."""
    stages = list(campaign.stages.all())
    asks = [ask for r in campaign.requirements.all() for ask in _of_requirement(r, campaign)]
    for stage, laid_down in zip(stages, campaign.pack.get("stages", []), strict=False):
        asks += _of_gate(stage, laid_down.get("look_back", []))
    return Burden(campaign, [*asks, _of_plan(campaign)], sorts)


def _of_requirement(requirement: Requirement, campaign: Campaign) -> Iterator[Ask]:
    rule = RULES[requirement.rule]
    since = requirement.stage.starts_on if requirement.stage else campaign.starts_on
    told = (requirement.grain, min(since, requirement.due_on), requirement.due_on)
    sorts = (tuple(requirement.kinds), tuple(requirement.categories))
    if rule.each:
        entry = entry_for(MEASURES[rule.each.met_by.name].of)
        yield Ask(requirement.name, entry, entry.expected, *told, *sorts)
        return
    needs = needs_of(requirement.needs)
    for condition in rule.conditions:
        m = condition.measure
        if m.ratio is None and needs.get(m.name):
            entry = entry_for(m.of)
            yield Ask(requirement.name, entry, Fraction(ceil(needs[m.name] / entry.holds)), *told, *sorts)
        elif (
            m.ratio is not None
            and rule.measures
            and not any(c.measure.ratio is None for c in rule.conditions)
        ):
            entry = entry_for(MEASURES[m.ratio.part].of)
            yield Ask(requirement.name, entry, entry.expected, *told, *sorts)


def _of_gate(stage: Any, look_back: list[Any]) -> Iterator[Ask]:
    """A meeting and the questions that nobody but the branch can answer, in the last fortnight of a stage."""
    if not look_back:
        return
    since = max(stage.starts_on, stage.ends_on - timedelta(days=13))
    told = (ORGANISATION, since, stage.ends_on, ("branch",))
    name = _("“%(stage)s”转段") % {"stage": stage.name}
    questions = sum(isinstance(i, str) or "words" in i for i in look_back)
    if questions:
        yield Ask(name, QUESTION, Fraction(questions), *told)
    if any(isinstance(i, dict) and i.get("meeting") for i in look_back):
        yield Ask(name, MEETING, Fraction(1), *told)
    yield Ask(name, entry_for("gate_due"), Fraction(1), *told)


def _of_plan(campaign: Campaign) -> Ask:
    """One click; a whole plan only where the programme of a pack asks for one expressly."""
    until = min(campaign.starts_on + timedelta(days=13), campaign.ends_on)
    asked = campaign.pack.get("own_plans")
    if asked:
        due = date.fromisoformat(asked["due_on"]) if asked.get("due_on") else until
        return Ask(str(OWN_PLAN.title), OWN_PLAN, Fraction(1), ORGANISATION, campaign.starts_on, due)
    return Ask(str(ADOPTION.title), ADOPTION, Fraction(1), ORGANISATION, campaign.starts_on, until)
