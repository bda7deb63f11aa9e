"""What was measured, as rows of words: the same for the terminal and for the page."""

import statistics
import unicodedata
from collections.abc import Iterator, Sequence

from bench.growth import exponent
from bench.timing import Measured, Timing

Series = Sequence[Measured]  # one comparison at every size, the smallest first
Cells = list[str]
ROUNDS = ("seconds", "min – max", "cpu s", "extra MB")
CALLS = ("p50 ms", "p90 ms", "p95 ms", "cpu ms", "calls", "extra MB")
LAST = ("peer / ours", "time ∝")


def rows(series: Series) -> Iterator[Cells]:
    """The head, then a row for each way at the largest size and one for each part of it."""
    now = series[-1]
    in_calls = any(t.calls for t in now.timings)
    head = [now.name, *(CALLS if in_calls else ROUNDS), *([f"{now.of}/s"] if now.rate else []), *LAST]
    yield head
    ours = next((t for t in now.timings if t.ours), None)
    for at, timing in enumerate(now.timings):
        if timing.typical is None:
            yield _without(timing, ours, len(head))
            continue
        last = ["" if timing is ours else _ratio(timing.typical, ours), _power(growth_of(series, at))]
        rate = [f"{now.amount / timing.typical:,.0f}"] if now.rate else []
        spread = _of_calls(timing) if in_calls else _of_rounds(timing)
        yield [timing.name, *spread, _extra(timing), *rate, *last]
        for name in timing.runs[0].laps:
            each = (
                _milli(timing.lap(name) / len(timing.runs[0].calls))
                if in_calls
                else _number(timing.lap(name))
            )
            yield [f"  of that, {name}", each, *[""] * (len(head) - 2)]


def _without(timing: Timing, ours: Timing | None, length: int) -> Cells:
    """A way that was stopped or could not be tried: how slow it is at least, or why."""
    ratio = _ratio(timing.over, ours) if timing.over else ""
    first = f"> {timing.over:g} s" if timing.over else timing.absent
    return [timing.name, first, *[""] * (length - 4), f"> {ratio}" if ratio else "", ""]


def _of_rounds(timing: Timing) -> Cells:
    """The median, how far the rounds lie from it, and the processor's part."""
    spent = [run.seconds for run in timing.runs]
    cpu = statistics.median(run.cpu for run in timing.runs)
    between = f"{_number(min(spent))} – {_number(max(spent))}" if len(spent) > 1 else "once"
    return [_number(statistics.median(spent)), between, _number(cpu)]


def _of_calls(timing: Timing) -> Cells:
    """What half, nine of ten and nineteen of twenty took at most, the processor's part of one, how many there were."""
    calls = timing.calls
    parts = statistics.quantiles(calls, n=20) if len(calls) > 1 else [calls[0]] * 19
    cpu = sum(run.cpu for run in timing.runs) / len(calls)
    return [*map(_milli, (statistics.median(calls), parts[17], parts[18], cpu)), f"{len(calls):,}"]


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
    for least, form in ((100, ",.0f"), (10, ".1f"), (1, ".2f")):
        if found >= least:
            return f"{found:{form}}×"
    return f"{found:.2g}×"


def _power(grown: float | None) -> str:
    return "" if grown is None else f"n^{grown:.2f}"


def _milli(seconds: float) -> str:
    return f"{seconds * 1000:,.2f}"


def _number(seconds: float) -> str:
    return f"{seconds:.1f}" if seconds >= 100 else f"{seconds:.2f}" if seconds >= 10 else f"{seconds:.3f}"


def agreed(now: Measured) -> str:
    """What a reader may rely on: that all ways found the same."""
    ways = sum(bool(t.runs) for t in now.timings)
    parts = f" for all {now.agreed:,} parts of it" if now.agreed > 1 else ""
    return f"{now.amount:,} {now.of}; {ways} ways, the same answer{parts}"


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
