"""The notice cut where lines begin and end, by their places and never by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zhengyou.rooms.drafting.models import Line


@dataclass(frozen=True)
class Part:
    """片段 — words of a notice, the lines that hold them, innermost last, and those that begin with them."""

    words: str
    at: int = 0
    lines: tuple[Line, ...] = ()
    first: bool = False

    @property
    def line(self) -> Line | None:
        """The innermost line."""
        return self.lines[-1] if self.lines else None


def parts_of(text: str, lines: Sequence[Line]) -> Iterator[Part]:
    """The whole text once, part by part."""
    begun: dict[int, list[Line]] = {}
    for line in lines:
        begun.setdefault(line.start, []).append(line)
    edges = sorted({0, len(text), *(edge for line in lines for edge in (line.start, line.end))})
    held: list[Line] = []
    seen: set[int] = set()
    for first, last in pairwise(edge for edge in edges if edge <= len(text)):
        held = [line for line in held if line.end > first] + begun.get(first, [])
        held.sort(key=lambda line: line.start - line.end)  # the longest outermost
        inner = held[-1] if held else None
        new = inner is not None and inner.pk not in seen
        if inner is not None:
            seen.add(inner.pk)
        yield Part(text[first:last], first, tuple(held), new)
