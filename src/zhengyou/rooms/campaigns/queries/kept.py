"""What is kept of a campaign: every fact of it as plain rows, and how far everybody was on its last day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zhengyou.core.engines import Engine
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.figures import DueMet, figures_by_org
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.models import (
    Amendment,
    Campaign,
    Closing,
    Exemption,
    FiledPlan,
    OrganisationExemption,
    Plan,
)
from zhengyou.rooms.campaigns.queries.asking import requirements_of
from zhengyou.rooms.campaigns.queries.lateness import Timely, timely_of
from zhengyou.rooms.campaigns.queries.progress import progress_of

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Final:
    """终了 — one requirement as it stood on the last day, over all organisations."""

    requirement: Any
    found: DueMet
    timely: Timely | None = None


def final_of(campaign: Campaign, engine: Engine) -> list[Final]:
    """Due and met of every requirement on the last day, or today where that is still to come."""
    progress = progress_of(campaign, campaign.organisation, engine, levels=0)
    mine = progress.get(campaign.organisation_id, {})
    asked = requirements_of(campaign, campaign.organisation)
    timely = timely_of(asked, mine, campaign.organisation, engine)
    return [Final(r, mine.get(r.pk, DueMet(0, 0)), timely.get(r.pk)) for r in asked]


def closing_of(campaign: Campaign) -> Closing | None:
    """How a campaign was summed up, or nothing yet."""
    return Closing.objects.filter(campaign=campaign).select_related("entered_by").first()


def tables_of(campaign: Campaign, engine: Engine) -> Iterator[tuple[str, Rows]]:
    """Every table of the archive by its name, one after the other; people are counted and never named."""
    codes = dict(Organisation.objects.filter(campaign.organisation.subtree).values_list("pk", "code"))
    yield "stages", [_row(s, "number", "name", "starts_on", "ends_on") for s in campaign.stages.all()]
    yield "requirements", _requirements(campaign)
    yield "changes", _changes(campaign)
    yield "plans", _plans(campaign)
    yield "exemptions", _exemptions(campaign)
    yield "progress", _progress(campaign, engine, codes)
    yield "figures", _figures(campaign, engine, codes)


def _row(thing: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def _requirements(campaign: Campaign) -> Rows:
    found = campaign.requirements.select_related("organisation", "stage").order_by("due_on", "pk")
    plain = (
        "code",
        "name",
        "asks",
        "rule",
        "needs",
        "grain",
        "kinds",
        "categories",
        "posts",
        "due_on",
        "late_days",
        "quote",
    )
    return [
        {"organisation": r.organisation.code, "stage": r.stage.number if r.stage else "", **_row(r, *plain)}
        for r in found
    ]


def _changes(campaign: Campaign) -> Rows:
    found = Amendment.objects.filter(requirement__campaign=campaign).select_related(
        "requirement", "organisation"
    )
    plain = ("effective_on", "withdrawn", "needs", "due_on", "asks", "words")
    return [
        {"organisation": a.organisation.code, "requirement": a.requirement.code, **_row(a, *plain)}
        for a in found
    ]


def _plans(campaign: Campaign) -> Rows:
    taken = (
        Plan.objects.filter(campaign=campaign).select_related("organisation").order_by("organisation__path")
    )
    filed = FiledPlan.objects.filter(campaign=campaign).select_related("organisation", "answer")
    told = [
        {"organisation": p.organisation.code, **_row(p, "how", "theme", "adopted_on"), "words": ""}
        for p in taken
    ]
    return told + [
        {
            "organisation": f.organisation.code,
            "how": "filed",
            "theme": f.theme,
            "adopted_on": f.filed_on,
            "words": f.words,
        }
        for f in filed
    ]


def _exemptions(campaign: Campaign) -> Rows:
    told = (("person", Exemption), ("organisation", OrganisationExemption))
    return [
        {"organisation": code, "of": of, "reason": reason, "number": n}
        for of, model in told
        for (code, reason), n in sorted(
            Counter(
                model.objects.filter(campaign=campaign).values_list("organisation__code", "reason")
            ).items()
        )
    ]


def _progress(campaign: Campaign, engine: Engine, codes: dict[int, str]) -> Rows:
    names = {r.pk: r.code for r in requirements_of(campaign, campaign.organisation)}
    found = progress_of(campaign, campaign.organisation, engine)
    return [
        {"organisation": codes.get(org_id, ""), "requirement": names[key], "due": one.due, "met": one.met}
        for org_id, row in found.items()
        for key, one in row.items()
        if one.due
    ]


def _figures(campaign: Campaign, engine: Engine, codes: dict[int, str]) -> Rows:
    """Every sum of facts that belong to the campaign, by organisation, whole as they add up."""
    names = [
        n for n, m in MEASURES.items() if m.of and "campaign_id" in FACT_TABLES[m.of].columns and not m.ratio
    ]
    window = Window(campaign.ends_on, campaign.starts_on, campaign.pk)
    found = figures_by_org(engine, names, campaign.organisation, window)
    return [
        {"organisation": codes.get(org_id, ""), "measure": n, "value": float(row[n].value or 0)}
        for org_id, row in found.items()
        for n in names
        if row[n].value
    ]
