"""一个数 — a figure of an organisation with its parts, those of the organisations directly below, and its age."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from zhengyou.core.engines import Engine, Live, Snapshot
from zhengyou.core.errors import Refused
from zhengyou.core.figures import Figure, figures_by_org
from zhengyou.core.measures import MEASURES, Measure
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.queries import engine_for_trees


@dataclass(frozen=True)
class Opened:
    """一个数 — what it is, what it is made of, and how old it is; worked out now where it has no age."""

    measure: Measure
    organisation: Organisation
    window: Window
    figure: Figure
    parts: tuple[Figure, ...]
    below: tuple[tuple[Organisation, Figure], ...]
    taken_at: datetime | None


def organisations_with_figures(viewer: Any) -> QuerySet[Organisation]:
    """The organisations whose figures a viewer may open, the tree's order."""
    return orgs_where(viewer, "see_figures")


def places_with_figures(viewer: Any, under: Organisation) -> list[Organisation]:
    """The organisations directly below one whose figures a viewer may open."""
    return list(organisations_with_figures(viewer).filter(Organisation.standing(), parent=under))


def organisation_asked(viewer: Any, code: str) -> Organisation:
    """The organisation of a code, or the highest in reach where none is named; ``Refused`` where there is none."""
    reach = organisations_with_figures(viewer)
    found = reach.filter(code=code).first() if code else reach.first()
    if found is None:
        raise Refused(f"没有编码为“{code}”的组织，或者它的数据不对您开放。")
    return found


def engine_for(under: Organisation) -> tuple[Engine, datetime | None]:
    """The database for an organisation with nothing below it, else the snapshot where there is one, with its age."""
    if not Organisation.objects.filter(parent=under).exists():
        return Live(), None
    engine = engine_for_trees()
    return engine, engine.taken_at if isinstance(engine, Snapshot) else None


def opened(viewer: Any, name: str, organisation: Organisation, window: Window) -> Opened:
    """Open a figure: its parts are worked out in the same question, so that they cannot contradict it."""
    engine, taken_at = engine_for(organisation)
    measure = MEASURES[name]
    names = list(dict.fromkeys([name, *measure.parts]))
    found = figures_by_org(engine, names, organisation, window, 1)
    mine = found[organisation.pk]
    below = places_with_figures(viewer, organisation)
    return Opened(
        measure,
        organisation,
        window,
        mine[name],
        tuple(mine[n] for n in measure.parts if n != name),
        tuple((o, found[o.pk][name]) for o in below if o.pk in found),
        taken_at,
    )
