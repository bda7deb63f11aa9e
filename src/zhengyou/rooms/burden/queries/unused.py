"""可以关掉什么 — what was asked for and told nobody anything for a year: forms without an entry, rules without a use."""

from dataclasses import dataclass
from datetime import date

from django.db import models

from zhengyou.core import clock
from zhengyou.core.engines import Engine
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.figures import figures_by_org
from zhengyou.core.glossary import terms, title_of
from zhengyou.core.measures import MEASURES, Measure
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.core.rules import RULES, Rule
from zhengyou.rooms.campaigns.models import Requirement


@dataclass(frozen=True)
class Form:
    """登记 — one kind of fact that somebody may enter, with the measures that are made of it."""

    title: str
    measures: list[Measure]


@dataclass(frozen=True)
class Unused:
    """没有用的 — since a day: forms without an entry, measures without a figure, rules that no campaign named."""

    since: date
    forms: list[Form]
    measures: list[Measure]
    rules: list[Rule]


def unused_under(organisation: Organisation, engine: Engine) -> Unused:
    """What was not used at or below an organisation in the year up to today."""
    today = clock.today()
    since = date(today.year - 1, today.month, min(today.day, 28))
    sums = [m for m in MEASURES.values() if m.of]
    window = Window(today, since)
    found = figures_by_org(engine, [m.name for m in sums], organisation, window, levels=0)[organisation.pk]
    silent = [m for m in sums if not found[m.name].value]
    empty = {m.of for m in silent} - {m.of for m in sums if m not in silent}
    named = set(_requirements(organisation, since).values_list("rule", flat=True))
    return Unused(
        since,
        [_form(name, silent) for name in FACT_TABLES if name in empty],
        [m for m in silent if m.of not in empty],
        [rule for name, rule in RULES.items() if name not in named],
    )


def _form(name: str, silent: list[Measure]) -> Form:
    """What a kind of fact is called; where the glossary has no word for it, after the first figure made of it."""
    made = [m for m in silent if m.of == name]
    known = terms().get(name.replace("_", " "))
    return Form(title_of(name, known["zh"]) if known else made[0].title, made)


def _requirements(organisation: Organisation, since: date) -> models.QuerySet[Requirement]:
    above = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    theirs = models.Q(campaign__organisation__path__in=above) | models.Q(
        campaign__organisation__path__startswith=organisation.path
    )
    return Requirement.objects.filter(theirs, campaign__ends_on__gte=since, campaign__issued_on__isnull=False)
