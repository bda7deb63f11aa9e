"""What was measured, as rows of words: the same for the terminal and for the page."""

import statistics
import unicodedata
from collections.abc import Iterator, Sequence

from bench.growth import exponent
from bench.timing import Measured, Timing

Series = Sequence[Measured]  # one comparison at every size, the smallest first
Cells = list[str]


def rows(series: Series) -> Iterator[Cells]:
    """The head, then a row for each way at the largest size and one for each part of it."""
    now = series[-1]
    in_calls = any(t.calls for t in now.timings)
    yield [now.name, *_heads(now, in_calls)]
    ours = next((t for t in now.timings if t.ours), None)
    for at, timing in enumerate(now.timings):
        yield [timing.name, *_cells(now, timing, ours, growth_of(series, at), in_calls)]
        for name in timing.runs[0].laps if timing.runs else ():
            seconds = timing.lap(name)
            yield [f"  of that, {name}", _number(seconds), *[""] * (5 + now.rate)]


def _heads(now: Measured, in_calls: bool) -> Cells:
    rate = [f"{now.of}/s"] if now.rate else []
    if in_calls:
        return ["p50 ms", "p90 ms", "cpu ms", "extra MB", *rate, "peer / ours", "time ∝"]
    return ["seconds", "min – max", "cpu s", "extra MB", *rate, "peer / ours", "time ∝"]


def _cells(
    now: Measured, timing: Timing, ours: Timing | None, grown: float | None, in_calls: bool
) -> Iterator[str]:
    typical = timing.typical
    if typical is None:
        yield timing.absent or f"> {timing.over:g} s"
        yield from [""] * (3 + now.rate)
        yield f"> {_ratio(timing.over, ours)}" if timing.over and _ratio(timing.over, ours) else ""
        yield ""
        return
    yield from _spread(timing, typical, in_calls)
    yield _extra(timing)
    if now.rate:
        yield f"{now.amount / typical:,.0f}"
    yield "" if timing is ours else _ratio(typical, ours)
    yield "" if grown is None else f"n^{grown:.2f}"


def _spread(timing: Timing, typical: float, in_calls: bool) -> Iterator[str]:
    """The median, how far rounds (or nine calls of ten) lie from it, and the processor's part."""
    cpu = statistics.median(run.cpu for run in timing.runs)
    if in_calls:
        ninth = statistics.quantiles(timing.calls, n=10)[-1]
        yield from (f"{seconds * 1000:.2f}" for seconds in (typical, ninth))
        yield f"{cpu / len(timing.runs[0].calls) * 1000:.2f}"
        return
    spent = [run.seconds for run in timing.runs]
    yield _number(typical)
    yield f"{_number(min(spent))} – {_number(max(spent))}" if len(spent) > 1 else "once"
    yield _number(cpu)


def growth_of(series: Series, at: int) -> float | None:
    """By which power of the size the time of a way grew."""
    found = [(one.amount, one.timings[at].typical) for one in series]
    return exponent([(amount, seconds) for amount, seconds in found if seconds])


def _extra(timing: Timing) -> str:
    held = [run.extra for run in timing.runs if run.extra is not None]
    return f"{statistics.median(held):,.0f}" if held else "?"


def _ratio(seconds: float, ours: Timing | None) -> str:
    if ours is None or not ours.typical:
        return ""
    found = seconds / ours.typical
    return f"{found:,.0f}×" if found >= 100 else f"{found:.1f}×" if found >= 10 else f"{found:.2f}×"


def _number(seconds: float) -> str:
    return f"{seconds:.1f}" if seconds >= 100 else f"{seconds:.2f}" if seconds >= 10 else f"{seconds:.3f}"


def agreed(now: Measured) -> str:
    """What a reader may rely on: that all ways found the same."""
    ways = sum(bool(t.runs) for t in now.timings)
    return f"{now.amount:,} {now.of}; {ways} ways, the same answer for all {now.agreed:,} parts of it"


def in_terminal(series: Series) -> Iterator[str]:
    """The rows in columns of one width."""
    found = list(rows(series))
    widths = [max(map(_wide, column)) for column in zip(*found, strict=True)]
    for first, *others in found:
        cells = [_right(cell, width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first + " " * (widths[0] - _wide(first)), *cells]).rstrip()
    yield agreed(series[-1])


def in_markdown(series: Series) -> Iterator[str]:
    """The rows as a table of the page."""
    head, *others = rows(series)
    yield "| " + " | ".join(head) + " |"
    yield "| :-- |" + " --: |" * (len(head) - 1)
    for row in others:
        yield "| " + " | ".join(_cell(cell) for cell in row) + " |"


def _cell(words: str) -> str:
    return words.replace("  of that", "… of that").replace("|", "\\|")


def _wide(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)


def _right(words: str, width: int) -> str:
    return " " * (width - _wide(words)) + words
