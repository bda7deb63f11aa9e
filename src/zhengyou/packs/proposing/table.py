"""The table of words and units: which measure a quantity of a notice asks for."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from zhengyou.reading.model import Item, Quantity

HERE = Path(__file__).parent


@cache
def matches() -> list[dict[str, Any]]:
    """The table of ``matches.yaml``: which words and units ask for which measure."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / "matches.yaml").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Fit:
    """合上 — a line of the table that fits an item, with the quantity that it takes and the words that it met."""

    match: dict[str, Any]
    words: tuple[str, ...]
    quantity: Quantity | None = None


def fitting(item: Item, known: Collection[str] | None = None) -> Iterator[Fit]:
    """Each quantity goes to the first line that fits it; a line without a unit fits the words alone."""
    text = f"{item.who or ''}{item.text}"
    taken: set[int] = set()
    for match in matches():
        if known is not None and match["rule"] not in known:
            continue
        words = _words(match, text)
        if words is None:
            continue
        if "unit" not in match:
            if not taken:
                yield Fit(match, words)
                return
            continue
        n = next((n for n, q in enumerate(item.quantity) if n not in taken and _asks(match, q)), None)
        if n is not None:
            taken.add(n)
            yield Fit(match, words, item.quantity[n])


def _words(match: dict[str, Any], text: str) -> tuple[str, ...] | None:
    """What each pattern of a line met in the text, or nothing where one met nothing."""
    met = [re.search(words, text) for words in match["words"]]
    return tuple(m.group() for m in met if m) if all(met) else None


def _asks(match: dict[str, Any], quantity: Quantity) -> bool:
    return quantity.bound in ("at_least", "exactly") and unit_of(quantity) in match["unit"]


def unit_of(quantity: Quantity) -> str:
    """A unit without 个: 个学时 is 学时."""
    return quantity.unit.removeprefix("个") or quantity.unit


def number_of(quantity: Quantity) -> str:
    """A need as an exact number; 66.67 % was two thirds in the notice."""
    value = Fraction(str(quantity.value))
    if quantity.unit != "%":
        return str(value)
    return str((value / 100).limit_denominator(12 if value.denominator > 1 else 100))
