"""要我们办什么 — all running campaigns together: who has to enter what when, how many minutes, what is asked twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations
from math import ceil
from typing import Any

from django.db.models import Q

from zhengyou.core import clock
from zhengyou.core.engines import Engine
from zhengyou.core.models import Organisation
from zhengyou.core.sorts import Sort, sorts_in
from zhengyou.rooms.campaigns.models import Approval, Campaign, Requirement
from zhengyou.rooms.campaigns.queries import (
    BUDGET,
    Ask,
    Burden,
    burden_of,
    campaigns_seen_by,
    heavy_weeks,
    monthly,
    requirements_of,
    twice_between,
)

AHEAD = 12  # months shown


@dataclass(frozen=True)
class Month:
    """一个月 — what each campaign takes of one organisation in it, and all of them together."""

    month: date
    parts: list[int]

    @property
    def total(self) -> int:
        """Minutes of all campaigns together."""
        return sum(self.parts)

    @property
    def over(self) -> bool:
        """Whether that is more than the budget."""
        return self.total > BUDGET


@dataclass(frozen=True)
class Load:
    """负担 — what the running campaigns ask at or below an organisation, from this month on."""

    burdens: list[Burden]
    sorts: list[Sort]
    twice: list[str]
    weeks: list[str]
    approvals: list[Approval]

    @property
    def campaigns(self) -> list[Campaign]:
        """The campaigns that are added up."""
        return [b.campaign for b in self.burdens]

    def months_of(self, sort: Sort) -> list[Month]:
        """What one organisation of a sort is asked month by month."""
        by_campaign = [b.by_month(sort) for b in self.burdens]
        this = monthly(clock.today())
        months = sorted({m for by in by_campaign for m in by if m >= this})[:AHEAD]
        return [Month(m, [ceil(by.get(m, Fraction(0))) for by in by_campaign]) for m in months]

    def heaviest(self) -> tuple[Sort, Month] | None:
        """The sort of organisation and the month in which the most is asked of one of them."""
        found = [(sort, month) for sort in self.sorts for month in self.months_of(sort)]
        return max(found, key=lambda pair: pair[1].total, default=None)

    def asks_of(self, sort: Sort) -> Iterator[tuple[Campaign, Ask, int]]:
        """Every kind of entry still to come, with its minutes, by when it ends."""
        found = [(b.campaign, a, ceil(a.entering(sort))) for b in self.burdens for a in b.asks]
        today = clock.today()
        yield from sorted(
            ((c, a, n) for c, a, n in found if n and a.until >= today), key=lambda x: (x[1].until, x[0].pk)
        )


def load_of(viewer: Any, organisation: Organisation, engine: Engine) -> Load:
    """What the running campaigns that a viewer sees ask at or below an organisation, added up."""
    campaigns = _running(viewer, organisation)
    asked = {c.pk: _standing(c, organisation) for c in campaigns}
    sorts = sorts_in(organisation, engine, clock.today())
    burdens = [burden_of(c, sorts, asked[c.pk]) for c in campaigns]
    return Load(
        burdens,
        sorts,
        [
            found.words
            for one, other in combinations(campaigns, 2)
            for found in twice_between(_of_sorts(asked[one.pk], sorts), _of_sorts(asked[other.pk], sorts))
        ],
        list(
            dict.fromkeys(words for n, b in enumerate(burdens) for words in heavy_weeks(b, burdens[n + 1 :]))
        ),
        list(Approval.objects.filter(campaign__in=campaigns).select_related("campaign", "entered_by")),
    )


def _running(viewer: Any, organisation: Organisation) -> list[Campaign]:
    """The issued campaigns that still ask something of the organisation or of some below it."""
    theirs = Q(organisation__path__in=_above(organisation)) | organisation.within()
    found = campaigns_seen_by(viewer).filter(theirs, issued_on__isnull=False, ends_on__gte=clock.today())
    return list(found.prefetch_related("stages").order_by("starts_on", "pk"))


def _above(organisation: Organisation) -> list[str]:
    return [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]


def _standing(campaign: Campaign, organisation: Organisation) -> list[Requirement]:
    """What a campaign asks as it stands today; what others below have added for themselves is theirs alone."""
    paths = {*_above(organisation), campaign.organisation.path}
    return [r for r in requirements_of(campaign, organisation) if r.organisation.path in paths]


def _of_sorts(asked: list[Requirement], sorts: list[Sort]) -> list[Requirement]:
    """Those that are asked of some of the organisations there."""
    return [
        r
        for r in asked
        if any(
            (not r.kinds or s.kind in r.kinds) and (not r.categories or s.category in r.categories)
            for s in sorts
        )
    ]
