"""How far organisations and people are with what is asked of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Engine, Live, Snapshot
from zhengyou.core.figures import (
    DueMet,
    figures_by_org,
    lacking_by_org,
    lacking_by_person,
    progress_by_org,
)
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries.asking import asked, requirements_of


def engine_for_trees() -> Engine:
    """The snapshot where there is one, for pages that show whole trees; else the database itself."""
    snapshot = Snapshot.here()
    return snapshot if snapshot.taken_at else Live()


def progress_of(
    campaign: Campaign,
    under: Organisation,
    engine: Engine,
    on: date | None = None,
    levels: int | None = None,
) -> Mapping[int, dict[int, DueMet]]:
    """Due and met by organisation and requirement, over every organisation at or below one, or so many levels of them."""
    return progress_by_org(
        engine, [asked(r, on) for r in requirements_of(campaign, under, on=on)], under, levels
    )


def progress_rows(campaign: Campaign, under: Organisation, engine: Engine) -> list[dict[str, Any]]:
    """The same as rows for tables and files: organisation, requirement, due, met."""
    codes = dict(Organisation.objects.filter(under.subtree).values_list("pk", "code"))
    names = {r.pk: r.code for r in requirements_of(campaign, under)}
    return [
        {"organisation": codes[org_id], "requirement": names[key], "due": found.due, "met": found.met}
        for org_id, row in progress_of(campaign, under, engine).items()
        for key, found in row.items()
    ]


def people_in(under: Organisation, engine: Engine, levels: int | None = None) -> dict[int, int]:
    """Party members over the subtree of every organisation at or below one, or so many levels of them."""
    found = figures_by_org(engine, ["members"], under, Window(clock.today()), levels)
    return {org_id: int(row["members"].value or 0) for org_id, row in found.items()}


def people_lacking(requirement: Requirement, organisation: Organisation) -> dict[int, list[str]]:
    """Who of an organisation's members lacks what, in words; live, so that today's entries count at once."""
    if requirement.grain != Requirement.Grain.PERSON:
        return {}
    found = lacking_by_person(Live(), asked(requirement), organisation)
    return {person: words for person, words in found.items() if words}


def organisation_lacking(requirement: Requirement, organisation: Organisation) -> list[str]:
    """What an organisation itself lacks of a requirement that is asked of it as a whole."""
    if requirement.grain == Requirement.Grain.PERSON:
        return []
    return lacking_by_org(Live(), asked(requirement), organisation).get(organisation.pk, [])


def person_lacking(requirement: Requirement, home: Organisation, person_id: int) -> list[str]:
    """What one person lacks of a requirement, in words; nothing where it is met or not asked of them."""
    return people_lacking(requirement, home).get(person_id, [])
