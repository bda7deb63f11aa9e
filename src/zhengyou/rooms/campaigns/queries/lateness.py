"""按期与宽限 — how much of a requirement was done in time, how much within its leniency, how much afterwards.

What counts is when something happened, not when it was entered: a meeting of the last day stands as in time whenever
its list is typed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhengyou.core import clock
from zhengyou.core.engines import Engine
from zhengyou.core.figures import DueMet, progress_by_org
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.campaigns.queries.asking import asked


@dataclass(frozen=True)
class Timely:
    """按期 — of what is met today: in time, within the leniency, afterwards."""

    in_time: int
    leniently: int
    later: int


def timely_of(
    requirements: list[Requirement], found: Mapping[int, DueMet], place: Organisation, engine: Engine
) -> dict[int, Timely]:
    """For each requirement whose due day is past and that has a leniency: what was met at one place by when.

    ``found`` is what is met there today. Two queries, however many requirements there are.
    """
    past = [r for r in requirements if r.late_days and r.due_on < clock.today()]
    in_time = _met_by({r: r.due_on for r in past}, place, engine)
    leniently = _met_by({r: r.open_until for r in past}, place, engine)
    return {
        r.pk: _apart(in_time.get(r.pk, 0), leniently.get(r.pk, 0), found[r.pk].met)
        for r in past
        if r.pk in found
    }


def _met_by(days: Mapping[Requirement, date], place: Organisation, engine: Engine) -> dict[int, int]:
    today = clock.today()
    made = [asked(r, min(day, today)) for r, day in days.items()]
    row = progress_by_org(engine, made, place, levels=0).get(place.pk, {})
    return {key: one.met for key, one in row.items()}


def _apart(by_due: int, by_leniency: int, now: int) -> Timely:
    """People who have left since are in no part: the parts always add up to what is met today."""
    in_time = min(by_due, now)
    until = max(in_time, min(by_leniency, now))
    return Timely(in_time, until - in_time, now - until)
