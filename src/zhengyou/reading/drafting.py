"""起草 — the whole way from a notice to its draft."""

from __future__ import annotations

from zhengyou.reading import titles, years
from zhengyou.reading.items.charges import charged
from zhengyou.reading.items.criteria import criteria
from zhengyou.reading.items.figures import figures
from zhengyou.reading.items.mechanisms import mechanisms
from zhengyou.reading.items.requirements import requirements
from zhengyou.reading.items.stages import stages
from zhengyou.reading.model import Draft, Item, Notice
from zhengyou.reading.source import Source


def draft(notice: Notice) -> Draft:
    """起草 — everything the notice asks, dates, judges by, names or reports, with its outline."""
    source = Source(notice)
    return Draft(
        notice=notice,
        headings=source.headings,
        items=_items(source),
        date=years.date(source.plain),
        title=titles.title(source.plain, notice.text),
    )


def _items(source: Source) -> list[Item]:
    judged, phases, told = criteria(source), stages(source), figures(source)
    told = [one for one in told if not _among((*judged, *phases), one)]
    asked = [one for one in requirements(source) if not _inside(judged, one)]
    asked = [one for one in asked if not _among((*phases, *told), one)]
    scored = [one for one in judged if any(number.unit == "分" for number in one.quantity)]
    named = [one for one in mechanisms(source) if not _inside(scored, one)]
    everything = [*judged, *phases, *asked, *named, *told]
    return charged(source, sorted(everything, key=lambda one: (one.start, -one.end)))


def _among(others: tuple[Item, ...], one: Item) -> bool:
    return any(_same(one, other) for other in others)


def _inside(judged: list[Item], one: Item) -> bool:
    return any(one.start < other.end and other.start < one.end for other in judged)


def _same(one: Item, other: Item) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)
