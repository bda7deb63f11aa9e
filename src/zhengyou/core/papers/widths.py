"""栏宽 — how wide the columns of a table have to be and would like to be, in Chinese characters."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from zhengyou.core.papers.values import ems

SOFT = 6.0  # characters; words may be broken into lines of so many before a smaller face is taken
WIDEST = 14.0  # a longer cell is broken into lines rather than starving its neighbours
PADDING = 1.0  # both sides of a cell together, and a little air
AIR = 0.25  # what programs put between a digit and a Chinese character, whether asked to or not


@dataclass(frozen=True)
class Span:
    """栏宽 — the least a column needs, and what it wants for having every cell on one line."""

    least: float
    wanted: float


def span_of(head: str, cells: Sequence[str], *, stiff: bool) -> Span:
    """量栏宽 — of a column by its cells; a head may take two lines, stiff cells are never broken."""
    longest = max((airy(line) for cell in cells for line in cell.split("\n")), default=0.0)
    heading = max(ems(line) for line in head.split("\n"))
    least = max(longest if stiff else min(longest, SOFT), heading / 2, 2.0)
    wanted = max(longest if stiff else min(longest, WIDEST), heading)
    return Span(least + PADDING, max(least, wanted) + PADDING)


def airy(line: str) -> float:
    """字宽 — the width of a line when digits stand a little apart from Chinese characters."""
    return ems(line) + AIR * sum(
        a.isdigit() != b.isdigit() and not (a + b).isascii() for a, b in pairwise(line)
    )


def fitted(spans: Sequence[Span], room: float) -> list[float]:
    """分栏宽 — the room shared out: what is left over evenly, what is lacking where there is something to give."""
    least, wanted = sum(span.least for span in spans), sum(span.wanted for span in spans)
    if (
        least >= room or least == wanted
    ):  # columns that neither want more nor can give any keep their proportions
        return [span.least * room / least for span in spans]
    if wanted <= room:
        return [span.wanted + (room - wanted) / len(spans) for span in spans]
    part = (room - least) / (wanted - least)
    return [span.least + (span.wanted - span.least) * part for span in spans]


def parted_head(text: str, room: float) -> str:
    """表头分行 — a head in lines of even length that fit; Chinese words mostly have two characters, so has a line's end."""
    if "\n" in text or ems(text) <= room or text.isascii():
        return text
    lines = int(-(-ems(text) // max(room, 1)))
    cut = -(-len(text) // lines)
    if cut % 2 and cut + 1 <= room:
        cut += 1
    return text[:cut] + "\n" + parted_head(text[cut:], room)
