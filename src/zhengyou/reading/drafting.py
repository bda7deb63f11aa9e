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
from zhengyou.reading.places import Spans
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
    standards, fixed = Spans(judged), Spans([*judged, *phases])
    told = [one for one in told if not _among(fixed, one)]
    reported = Spans([*phases, *told])
    asked = [one for one in requirements(source) if not _inside(standards, one) and not _among(reported, one)]
    scored = Spans([one for one in judged if any(number.unit == "分" for number in one.quantity)])
    named = [one for one in mechanisms(source) if not _inside(scored, one)]
    everything = [*judged, *phases, *asked, *named, *told]
    return charged(source, sorted(everything, key=lambda one: (one.start, -one.end)))


def _among(others: Spans[Item], one: Item) -> bool:
    return any(_same(one, other) for other in others.touching(one.start, one.end))


def _inside(judged: Spans[Item], one: Item) -> bool:
    return next(judged.touching(one.start, one.end), None) is not None


def _same(one: Item, other: Item) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)
