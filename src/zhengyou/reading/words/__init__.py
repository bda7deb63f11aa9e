"""词表 — the words and patterns of the rules, as data; code reads them from here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def words(name: str) -> dict[str, Any]:
    """词表 — one file of words by its name."""
    loaded = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"))
    return dict(loaded)


def any_of(terms: list[str]) -> str:
    """任一 — a pattern for any of these, the longest first."""
    return "(?:" + "|".join(sorted(terms, key=len, reverse=True)) + ")"
