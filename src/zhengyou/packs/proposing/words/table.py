"""The table of words and units: which measure a quantity of a notice asks for."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from zhengyou.packs.proposing.words import words
from zhengyou.reading.model import Item, Quantity
from zhengyou.reading.script import plain

Line = dict[str, Any]


def matches() -> list[Line]:
    """The lines of ``words/matches.yaml``: which words and units ask for which rule."""
    found: list[Line] = words("matches")
    return found


def shown() -> list[Line]:
    """The lines of ``words/shown.yaml``: measures that no rule judges, and that show how a task stands."""
    found: list[Line] = words("shown")
    return found


@dataclass(frozen=True)
class Fit:
    """合上 — a line of the table that fits an item, with the quantity that it takes and the words that it met."""

    line: Line
    met: tuple[str, ...]
    quantity: Quantity | None = None

    @property
    def implied(self) -> set[str]:
        """The measures whose number is not written and follows from the words."""
        return set(self.line.get("gives", {}))

    @property
    def needs(self) -> dict[str, str]:
        """The numbers that the rule is given: the quantity in the unit of its measure, or what the words mean."""
        given: dict[str, str] = dict(self.line.get("gives", {}))
        if self.quantity is not None and "need" in self.line:
            given[self.line["need"]] = number_of(self.quantity, Fraction(self.line.get("factor", 1)))
        return given


def fitting(
    item: Item, known: Collection[str] | None = None, lines: list[Line] | None = None, said: str = ""
) -> Iterator[Fit]:
    """Each quantity goes to the first line that fits it; a line without a unit fits the words alone.

    ``said`` is what the sentence says before, where the item speaks of it: 每篇不少于1500字.
    """
    text = plain(f"{said}{item.who or ''}{item.text}")
    taken: set[int] = set()
    for line in matches() if lines is None else lines:
        if known is not None and line.get("rule") not in known:
            continue
        met = words_met(line, text)
        if met is None:
            continue
        if "unit" not in line:
            if not taken:
                yield Fit(line, met)
                return
            continue
        n = next((n for n, q in enumerate(item.quantity) if n not in taken and _asks(line, q)), None)
        if n is not None:
            taken.add(n)
            yield Fit(line, met, item.quantity[n])


def words_met(line: Line, text: str) -> tuple[str, ...] | None:
    """What each pattern of a line met in the text, or nothing where one met nothing or what may not stand is there."""
    if any(_pattern(no).search(text) for no in line.get("but_not", ())):
        return None
    met = [_pattern(asked).search(text) for asked in line["words"]]
    return tuple(m.group() for m in met if m) if all(met) else None


@lru_cache(maxsize=512)
def _pattern(asked: str) -> re.Pattern[str]:
    return re.compile(asked)


def _asks(line: Line, quantity: Quantity) -> bool:
    if quantity.bound not in ("at_least", "exactly") or unit_of(quantity) not in line["unit"]:
        return False
    return quantity.value >= float(line.get("at", 0))


def unit_of(quantity: Quantity) -> str:
    """A unit without 个 and in simplified script: 個學時 is 学时."""
    unit = plain(quantity.unit)
    return unit.removeprefix("个") or unit


def number_of(quantity: Quantity, factor: Fraction = Fraction(1)) -> str:
    """A need as an exact number; 66.67 % was two thirds in the notice."""
    value = Fraction(str(quantity.value)) * factor
    if quantity.unit != "%":
        return str(value)
    return str((value / 100).limit_denominator(12 if value.denominator > 1 else 100))
