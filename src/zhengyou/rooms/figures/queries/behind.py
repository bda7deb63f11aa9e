"""背后的事实 — the single rows that a figure is made of, as far as a viewer may see them."""

from dataclasses import dataclass
from typing import Any

from zhengyou.core.beneath import fact_of, number_beneath, rows_beneath
from zhengyou.core.engines import Live
from zhengyou.core.facts import FactTable
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.rollup import Window
from zhengyou.rooms.orgs.queries import names_of, people_seen_by

A_PAGE = 50


@dataclass(frozen=True)
class Behind:
    """背后的事实 — some rows of a fact, how many there are, and the names of the people who may be named."""

    table: FactTable
    rows: tuple[dict[str, Any], ...]
    number: int
    places: dict[int, Organisation]
    names: dict[int, str]


def tells_of_facts(name: str) -> list[str]:
    """The measures among a figure's parts that are made of single facts."""
    return [n for n in MEASURES[name].parts if MEASURES[n].of]


def facts_behind(
    viewer: Any, name: str, organisation: Organisation, window: Window, first: int = 0
) -> Behind:
    """The rows of a sum from the ``first`` on, the latest day first; live, so that what was corrected is seen at once."""
    found = Live().rows(rows_beneath(name, window, A_PAGE, first), organisation, window.until)
    number = Live().rows(number_beneath(name, window), organisation, window.until)[0]["n"]
    names = _names(viewer, organisation, found)
    return Behind(fact_of(name), tuple(found), int(number), _places(found), names)


def _places(rows: list[dict[str, Any]]) -> dict[int, Organisation]:
    return Organisation.objects.in_bulk({r["org_id"] for r in rows})


def _names(viewer: Any, organisation: Organisation, rows: list[dict[str, Any]]) -> dict[int, str]:
    """Names of people on the rows, of those whom the viewer may see on a roster."""
    people = {r["person_id"] for r in rows if r.get("person_id")}
    if not people or not orgs_where(viewer, "see_people").filter(organisation.subtree).exists():
        return {}
    seen = people_seen_by(viewer).filter(pk__in=people).values_list("pk", flat=True)
    return names_of(list(seen))
