"""What a run ran on, so that nobody takes seconds for more than they are."""

import os
import platform
import sqlite3
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

TOLD = ("Django", "duckdb", "sqlglot", "pyarrow", "XlsxWriter", "openpyxl", "python-calamine")
PEERS = ("django-import-export", "numpy")


def machine() -> str:
    """Processor, cores, memory, load and day."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, load {load:.1f}, {date.today()}"


def versions() -> str:
    """The versions of everything that was measured."""
    own = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    found = [(name, _version(name)) for name in (*TOLD, *PEERS)]
    return ", ".join([*own, *(f"{name} {number}" for name, number in found if number)])


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.split(":", 1)[1].strip() for line in told if line.startswith("model name")), "?")
