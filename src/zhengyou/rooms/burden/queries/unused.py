"""可以关掉什么 — what was asked for and told nobody anything for a year: forms without an entry, rules without a use."""

from dataclasses import dataclass
from datetime import date

from django.db import models

from zhengyou.core import clock
from zhengyou.core.engines import Engine
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.figures import facts_entered
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
    """没有用的 — since a day: forms without an entry, rules that no campaign named."""

    since: date
    forms: list[Form]
    rules: list[Rule]


def unused_under(organisation: Organisation, engine: Engine) -> Unused:
    """What was not used at or below an organisation in the year up to today."""
    today = clock.today()
    since = date(today.year - 1, today.month, min(today.day, 28))
    kinds = _entered_by_somebody()
    found = facts_entered(engine, kinds, organisation, Window(today, since))
    named = set(_requirements(organisation, since).values_list("rule", flat=True))
    return Unused(
        since,
        [form for name, form in kinds.items() if not found[name]],
        [rule for name, rule in RULES.items() if name not in named],
    )


def _entered_by_somebody() -> dict[str, Form]:
    """The kinds of facts that the glossary knows as such, with what is made of them; others follow from these."""
    found: dict[str, Form] = {}
    for name in FACT_TABLES:
        made = [m for m in MEASURES.values() if m.of == name]
        term = terms().get(_words(name), {})
        if made and term.get("kind") == "fact":
            # The same English word may mean another thing in another room.
            theirs = terms().get(_words(made[0].name), {}).get("room")
            title = title_of(name, term["zh"]) if term["room"] in (theirs, "core") else made[0].title
            found[name] = Form(title, made)
    return found


def _words(name: str) -> str:
    return name.replace("_", " ")


def _requirements(organisation: Organisation, since: date) -> models.QuerySet[Requirement]:
    above = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    theirs = models.Q(campaign__organisation__path__in=above) | models.Q(
        campaign__organisation__path__startswith=organisation.path
    )
    return Requirement.objects.filter(theirs, campaign__ends_on__gte=since, campaign__issued_on__isnull=False)
