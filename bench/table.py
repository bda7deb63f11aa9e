"""What was measured, as a table of seconds, ratios and growth."""

import os
import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from bench.timing import Way
from bench.town import Size

WIDTHS = (40, 10, 10, 12, 12)


@dataclass
class Measured:
    """One comparison: its ways, and how many organisations they agree on."""

    name: str
    ways: list[Way]
    agreed: int


def machine() -> str:
    """What it ran on, so that nobody takes seconds for more than they are."""
    versions = (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, DuckDB {duckdb.__version__}"
    )
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {versions}"


def table(job: str, size: Size, half: list[Measured], whole: list[Measured]) -> Iterator[str]:
    """Lines for one job: each way's seconds, how ours compares, and how it grew from half the size."""
    yield f"{job} · {size.name}: {size}"
    for before, now in zip(half, whole, strict=True):
        heads = ("", "seconds", "cpu", "peer / ours", "2× the size")
        yield ""
        yield _line(now.name, *heads[1:])
        ours = next(w for w in now.ways if w.ours)
        for small, way in zip(before.ways, now.ways, strict=True):
            yield _line(*_cells(small, way, ours, size.limit))
        yield f"  the same figures for all {now.agreed:,} organisations"


def _cells(before: Way, way: Way, ours: Way, limit: float) -> tuple[str, ...]:
    if way.best is None:
        return f"  {way.name}", f"> {limit:.0f}", "", f"> {limit / (ours.best or limit):.0f}×", ""
    ratio = "" if way is ours or not ours.best else f"{way.best / ours.best:.2f}×"
    grown = f"{way.best / before.best:.2f}×" if before.best else ""
    return f"  {way.name}", f"{way.best:.3f}", f"{min(way.cpu):.3f}", ratio, grown


def _line(*cells: str) -> str:
    first, *others = cells
    return first.ljust(WIDTHS[0]) + "".join(c.rjust(w) for c, w in zip(others, WIDTHS[1:], strict=True))
