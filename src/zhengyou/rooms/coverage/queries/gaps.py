"""空白点 — units that have the people for an organisation on a line and have none, and what could cover them."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.rooms.coverage.models import KINDS, USUAL, Cover, Deadline, Headcount, Line, Standard, Unit
from zhengyou.rooms.coverage.queries.units import organisations_with_coverage
from zhengyou.rooms.orgs.queries import current

ENDINGS = re.compile(
    r"(有限责任公司|股份有限公司|有限公司|分公司|公司|集团|村民委员会|居民委员会|村委会|居委会|委员会|总厂|工厂|厂)$"
)
LIKELY = 5


@dataclass(frozen=True)
class Need:
    """建组织人数 — for a line: which people are counted, from how many on, and where that is laid down."""

    line: Line
    counted: str
    people: int
    source: str


def needs_by_line() -> dict[str, Need]:
    """What holds in this installation: its own standards, else the usual ones."""
    own = {s.line: s for s in Standard.objects.all()}
    return {
        line: Need(
            Line(line),
            usual.counted,
            own[line].people if line in own else usual.people,
            own[line].source if line in own else str(usual.source),
        )
        for line, usual in USUAL.items()
    }


def _covered() -> QuerySet[Cover]:
    """What covers a unit today: an organisation that was closed covers nothing."""
    stands = Q(covered_by__closed_on=None) | Q(covered_by__closed_on__gt=clock.today())
    return Cover.objects.filter(current()).filter(stands)


def gaps_below(under: Organisation, line: str, category: str = "") -> QuerySet[Headcount]:
    """The units at or below an organisation with the people for a line and no organisation on it, as headcounts."""
    need = needs_by_line()[line]
    there = Q(unit__until=None) | Q(unit__until__gt=clock.today())
    found = Headcount.objects.filter(current(), under.within()).filter(there)
    found = found.filter(**{f"{need.counted}__gte": need.people})
    if category:
        found = found.filter(unit__category=category)
    covers = _covered().filter(unit=OuterRef("unit"), line=line)
    return found.filter(~Exists(covers)).select_related("unit", "organisation")


def gaps_seen_by(viewer: Any, under: Organisation, line: str, category: str = "") -> QuerySet[Any]:
    """The same as a list to work off, the nearest deadline first, as far as a viewer may see."""
    due = Deadline.objects.filter(unit=OuterRef("unit"), line=line).values("due_on")
    found = gaps_below(under, line, category).filter(organisation__in=organisations_with_coverage(viewer))
    return found.annotate(due_on=Subquery(due)).order_by(
        F("due_on").asc(nulls_last=True), "organisation__path", "unit__name"
    )


def state_of(unit: Unit) -> list[tuple[Need, int | None, Cover | None, Any]]:
    """Every line of a unit: what is needed, how many it has, what covers it today, and until when it is to be covered."""
    held = unit.headcounts.filter(current()).first()
    covers = {c.line: c for c in _covered().filter(unit=unit).select_related("covered_by")}
    due = dict(unit.deadlines.values_list("line", "due_on"))
    return [
        (need, getattr(held, need.counted) if held else None, covers.get(line), due.get(line))
        for line, need in needs_by_line().items()
    ]


def likely_for(unit: Unit, line: str) -> list[Organisation]:
    """The organisations around a unit that by their names are likely its own on a line."""
    stem = ENDINGS.sub("", unit.name) or unit.name
    around = Organisation.objects.filter(unit.organisation.subtree, closed_on=None, kind__in=KINDS[line])
    found = around.filter(Q(name__contains=stem) | Q(short_name=stem)).order_by("path")[:LIKELY]
    return list(found)
