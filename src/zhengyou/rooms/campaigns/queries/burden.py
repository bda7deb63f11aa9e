"""负担 — what a campaign asks of each level, when, and how many minutes that is, before anybody is asked."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Any

from django.utils.translation import gettext as _

from zhengyou.core.figures import needs_of
from zhengyou.core.measures import MEASURES
from zhengyou.core.rules import RULES, Needs, Rule
from zhengyou.core.sorts import Sort
from zhengyou.packs import gate_of
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries.entries import (
    ADOPTION,
    BUDGET,
    MEETING,
    OWN_PLAN,
    QUESTION,
    STATED,
    Entry,
    entry_for,
)

PERSON, ORGANISATION = Requirement.Grain.PERSON, Requirement.Grain.ORGANISATION


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
    posts: tuple[str, ...] = ()

    def people(self, sort: Sort) -> Fraction:
        """Of how many people of one organisation it is asked: where it names posts, of one holder each."""
        return min(sort.size, Fraction(len(self.posts))) if self.posts else sort.size

    def asked_of(self, sort: Sort) -> bool:
        """Whether organisations of a sort are asked at all."""
        return (not self.kinds or sort.kind in self.kinds) and (
            not self.categories or sort.category in self.categories
        )

    def entering(self, sort: Sort) -> Fraction:
        """Minutes that one organisation of a sort spends on entering, over the whole time."""
        if not self.asked_of(sort):
            return Fraction(0)
        heads = Fraction(1) if self.grain == ORGANISATION and not self.entry.taking else self.people(sort)
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
            (
                a.taking * a.people(s) * s.organisations
                for a in self.asks
                for s in self.sorts
                if a.asked_of(s)
            ),
            Fraction(0),
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


def burden_of(
    campaign: Campaign, sorts: list[Sort], requirements: Iterable[Requirement] | None = None
) -> Burden:
    """What a campaign asks for: its requirements, its tasks, the gates of its pack, and how it is taken up.

    ``requirements`` are those that count, where not all do: of one that runs, as they stand and for whom.
    """
    counted = campaign.requirements.all() if requirements is None else requirements
    asks = _once(ask for r in counted for ask in _of_requirement(r, campaign))
    asks += [ask for task in campaign.pack.get("tasks", []) for ask in _of_task(task, campaign)]
    laid_down = len(campaign.pack.get("stages", []))
    for stage in campaign.stages.all():
        if stage.number <= laid_down:
            asks += _of_gate(stage, gate_of(campaign.pack, stage.number))
    return Burden(campaign, [*asks, _of_plan(campaign)], sorts)


def _once(asks: Iterable[Ask]) -> list[Ask]:
    """What several requirements see in the same entries is entered once: the one that wants most of them stands."""
    kept: list[Ask] = []
    for ask in sorted(asks, key=lambda a: -a.times):
        if ask.entry.fact == STATED.fact or not any(_same_entries(ask, other) for other in kept):
            kept.append(ask)
    return sorted(kept, key=lambda a: (a.until, a.since))


def _same_entries(one: Ask, other: Ask) -> bool:
    return (
        one.entry.fact == other.entry.fact
        and one.grain == other.grain
        and (one.kinds, one.categories, one.posts) == (other.kinds, other.categories, other.posts)
        and one.since <= other.until
        and other.since <= one.until
    )


def _of_requirement(requirement: Requirement, campaign: Campaign) -> Iterator[Ask]:
    rule = RULES[requirement.rule]
    since = requirement.stage.starts_on if requirement.stage else campaign.starts_on
    told = (requirement.grain, min(since, requirement.due_on), requirement.due_on)
    sorts = (tuple(requirement.kinds), tuple(requirement.categories), tuple(requirement.posts))
    for entry, times in _stated(requirement, campaign) or _entries(rule, needs_of(requirement.needs)):
        yield Ask(requirement.name, entry, times, *told, *sorts)


def _stated(requirement: Requirement, campaign: Campaign) -> list[tuple[Entry, Fraction]]:
    """What the pack itself says that one of them takes, and how often: its author knows best."""
    codes = (requirement.code, *(requirement.code.removesuffix(f"_{c}") for c in requirement.categories))
    asked: dict[str, Any] = next((a for a in campaign.pack.get("requirements", []) if a["code"] in codes), {})
    return _by_the_pack(asked, requirement.grain == PERSON)


def _by_the_pack(said: dict[str, Any], each_person: bool) -> list[tuple[Entry, Fraction]]:
    if not said.get("minutes"):
        return []
    minutes = Fraction(said["minutes"])
    entry = replace(STATED, head=minutes) if each_person else replace(STATED, each=minutes)
    return [(entry, Fraction(said.get("times", 1)))]


def _entries(rule: Rule, needs: Needs) -> Iterator[tuple[Entry, Fraction]]:
    """What has to be entered until a rule is met, and how often."""
    if rule.each:
        entry = entry_for(MEASURES[rule.each.met_by.name].of)
        yield entry, entry.expected
        return
    asked = [c for c in rule.conditions if c.measure.ratio is None and needs.get(c.measure.name)]
    for condition in asked:
        entry = entry_for(condition.measure.of)
        yield entry, Fraction(ceil(needs[condition.measure.name] / entry.holds))
    if not asked:  # only shares, or only what must not be missing
        for name in dict.fromkeys(MEASURES[n].of for n in rule.measures):
            yield entry_for(name), entry_for(name).expected


def _of_task(task: dict[str, Any], campaign: Campaign) -> Iterator[Ask]:
    """A task is entered nowhere; only where its pack says what it takes is that counted."""
    stages = campaign.pack.get("stages", [])
    number = task.get("stage")
    place = stages[number - 1] if number and number <= len(stages) else campaign.pack
    first, last = (date.fromisoformat(place[n]) for n in ("starts_on", "ends_on"))
    sorts = (tuple(task.get("kinds", [])), tuple(task.get("categories", [])))
    for entry, times in _by_the_pack(task, False):
        yield Ask(task["what"], entry, times, ORGANISATION, first, last, *sorts)


def _of_gate(stage: Any, laid_down: dict[str, Any]) -> Iterator[Ask]:
    """A meeting and the questions that nobody but the branch can answer, in the last fortnight of a stage."""
    items = laid_down["items"]
    if not items:
        return
    since = max(stage.starts_on, stage.ends_on - timedelta(days=13))
    told = (ORGANISATION, since, stage.ends_on, tuple(laid_down["kinds"]))
    name = _("“%(stage)s”转段") % {"stage": stage.name}
    if questions := sum("words" in item for item in items):
        yield Ask(name, QUESTION, Fraction(questions), *told)
    if any(item.get("meeting") for item in items):
        yield Ask(name, MEETING, Fraction(1), *told)
    if laid_down["application"]:
        yield Ask(name, entry_for("gate_due"), Fraction(1), *told)


def _of_plan(campaign: Campaign) -> Ask:
    """One click; a whole plan only where the programme of a pack asks for one expressly."""
    until = min(campaign.starts_on + timedelta(days=13), campaign.ends_on)
    asked: dict[str, Any] | None = campaign.pack.get("own_plans")
    if asked:
        due = date.fromisoformat(asked["due_on"]) if asked.get("due_on") else until
        return Ask(str(OWN_PLAN.title), OWN_PLAN, Fraction(1), ORGANISATION, campaign.starts_on, due)
    return Ask(str(ADOPTION.title), ADOPTION, Fraction(1), ORGANISATION, campaign.starts_on, until)
