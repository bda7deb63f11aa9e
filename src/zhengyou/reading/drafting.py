"""读文件 — from a notice to a draft: outline, items of all kinds in the order of the text."""

from __future__ import annotations

from zhengyou.reading import years
from zhengyou.reading.items.criteria import criteria
from zhengyou.reading.items.figures import figures
from zhengyou.reading.items.mechanisms import mechanisms
from zhengyou.reading.items.requirements import requirements
from zhengyou.reading.items.stages import stages
from zhengyou.reading.model import Draft, Item, Notice
from zhengyou.reading.source import Source


def draft(notice: Notice) -> Draft:
    """起草 — everything that the rules read out of a notice; nothing is guessed beyond its words."""
    source = Source(notice)
    judged, phases = criteria(source), stages(source)
    items: list[Item] = [*phases, *judged, *mechanisms(source), *figures(source)]
    items += [
        i for i in requirements(source) if not (_inside(i, [*judged, *phases]) or _names_only(i, source))
    ]
    items.sort(key=lambda i: (i.start, i.end, i.kind))
    return Draft(notice, source.headings, items, years.date(source.plain), _title(notice.text))


def _inside(item: Item, others: list[Item]) -> bool:
    """A line of a standard is judged by, not asked for."""
    return any(o.start <= item.start and item.end <= o.end for o in others)


def _names_only(item: Item, source: Source) -> bool:
    """A heading's own words that only name what follows (公开承诺。) ask for nothing yet."""
    return len(item.text) <= 8 and any(
        h.start <= item.start and item.end <= h.end and h.until > h.end + 12 for h in source.headings
    )


def _title(text: str) -> str | None:
    """The first line that says something."""
    return next((line.strip() for line in text.splitlines() if line.strip()), None)
