"""一个数的走势 — a figure of one organisation month by month, against its own past and nobody else's."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from zhengyou.core.figures import Figure, figures_by_org
from zhengyou.core.measures import MEASURES, Measure
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.figures.queries.opened import engine_for

MOST_MONTHS = 24


@dataclass(frozen=True)
class Trend:
    """走势 — one figure for each month; of a stock, as of the last day of the month."""

    measure: Measure
    organisation: Organisation
    months: tuple[tuple[Window, Figure], ...]
    taken_at: datetime | None


def trend(name: str, organisation: Organisation, window: Window) -> Trend:
    """The months of a window, the last twenty-four at most: one question each, of the organisation alone."""
    engine, taken_at = engine_for(organisation)
    months = tuple(
        (month, figures_by_org(engine, [name], organisation, month, 0)[organisation.pk][name])
        for month in months_of(window)
    )
    return Trend(MEASURES[name], organisation, months, taken_at)


def months_of(window: Window) -> list[Window]:
    """A window cut at the ends of months, the earliest first; without a beginning, the last twelve."""
    cut: list[Window] = []
    last, since = window.until, window.since or date.min
    most = MOST_MONTHS if window.since else 12
    while last >= since and len(cut) < most:
        first = max(last.replace(day=1), since)
        cut.append(replace(window, since=first, until=last))
        if first == date.min:
            break
        last = first - timedelta(days=1)
    return cut[::-1]
