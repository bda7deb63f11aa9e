"""相撞 — where a campaign meets others that run at the same organisations: the same thing asked, the same week heavy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product
from math import ceil

from django.db.models import Q
from django.utils.translation import gettext as _

from zhengyou.core.measures import MEASURES
from zhengyou.core.rules import RULES
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries.burden import Burden
from zhengyou.rooms.campaigns.queries.entries import WEEK

SHOWN = 5  # weeks told at most


@dataclass(frozen=True)
class Collision:
    """相撞的一处 — with which campaign, over which measure if it is the same thing, and in words."""

    campaign: Campaign
    words: str
    measure: str = ""


def others_running(campaign: Campaign) -> list[Campaign]:
    """The other issued campaigns that reach some of the same organisations while this one runs."""
    path = campaign.organisation.path
    above = [path[:n] for n in range(4, len(path) + 1, 4)]
    theirs = Q(organisation__path__in=above) | campaign.organisation.within()
    found = Campaign.objects.filter(theirs, issued_on__isnull=False).exclude(pk=campaign.pk)
    found = found.filter(starts_on__lte=campaign.ends_on, ends_on__gte=campaign.starts_on)
    return list(
        found.select_related("organisation").prefetch_related("stages", "requirements__stage").order_by("pk")
    )


def asked_twice(campaign: Campaign, others: list[Campaign]) -> Iterator[Collision]:
    """Requirements that ask what another campaign asks of the same organisations in the same time."""
    for other in others:
        yield from twice_between(campaign.requirements.all(), other.requirements.all())


def twice_between(mine: Iterable[Requirement], theirs: Iterable[Requirement]) -> Iterator[Collision]:
    """Pairs of requirements of two campaigns that ask for the same."""
    for one, other in product(mine, list(theirs)):
        if _meet(one, other, one.campaign, other.campaign) and (names := _same(one, other)):
            told = {
                "what": one.name,
                "other": other.campaign.name,
                "measure": MEASURES[names[0]].title,
                "name": names[0],
            }
            words = _("“%(what)s”要的是%(measure)s（%(name)s），“%(other)s”已在要")
            yield Collision(other.campaign, words % told, names[0])


def _same(mine: Requirement, theirs: Requirement) -> list[str]:
    """The sums that both rules ask for."""
    if mine.rule not in RULES or theirs.rule not in RULES:
        return []
    held = set(RULES[theirs.rule].measures)
    return [name for name in RULES[mine.rule].measures if name in held]


def _meet(mine: Requirement, theirs: Requirement, campaign: Campaign, other: Campaign) -> bool:
    first = max(_since(mine, campaign), _since(theirs, other))
    in_time = first <= min(mine.due_on, theirs.due_on)
    return in_time and mine.grain == theirs.grain and overlap(mine.kinds, theirs.kinds) and overlap(
        mine.categories, theirs.categories
    )  # fmt: skip


def _since(requirement: Requirement, campaign: Campaign) -> date:
    return requirement.stage.starts_on if requirement.stage else campaign.starts_on


def overlap(mine: list[str], theirs: list[str]) -> bool:
    """Whether two lists of sorts have one in common; an empty list means all."""
    return not mine or not theirs or bool(set(mine) & set(theirs))


def heavy_weeks(burden: Burden, others: list[Burden]) -> list[str]:
    """The weeks in which this and other campaigns together ask more than a week can bear, in words."""
    found: dict[date, tuple[Fraction, str]] = {}
    for sort in burden.sorts:
        mine = burden.by_week(sort)
        beside = [(b, b.by_week(sort)) for b in others]
        for week, much in mine.items():
            shares = [(b, w[week]) for b, w in beside if w.get(week)]
            total = much + sum((w for _b, w in shares), Fraction(0))
            if shares and total > WEEK and total > found.get(week, (Fraction(0), ""))[0]:
                found[week] = (total, _in_words(week, much, shares, total))
    heaviest = sorted(found.items(), key=lambda item: -item[1][0])[:SHOWN]
    return [words for _week, (_total, words) in sorted(heaviest, key=lambda item: item[0])]


def _in_words(week: date, mine: Fraction, shares: list[tuple[Burden, Fraction]], total: Fraction) -> str:
    beside = _("、").join(
        _("“%(name)s”%(n)d分钟") % {"name": b.campaign.name, "n": ceil(w)} for b, w in shares
    )
    told = {"day": zh_day(week), "mine": ceil(mine), "beside": beside, "total": ceil(total), "most": WEEK}
    return (
        _("%(day)s这一周：本活动%(mine)d分钟，%(beside)s，一个组织共%(total)d分钟，超过%(most)d分钟") % told
    )
