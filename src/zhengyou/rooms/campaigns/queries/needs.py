"""The numbers that a notice gives a rule: what each is called, in which unit, whether it is a share."""

from dataclasses import dataclass
from fractions import Fraction

from zhengyou.core.measures import MEASURES
from zhengyou.core.rules import RULES, number


@dataclass(frozen=True)
class Need:
    """要求数 — one of them: a measure that must reach it, or the size from which facts count."""

    title: str
    unit: str
    share: bool = False

    def words(self, value: Fraction | None) -> str:
        """40学时, 66.67%; a dash where none is given."""
        if value is None:
            return "—"
        return f"{number(value * 100)}%" if self.share else f"{number(value)}{self.unit}"


def need_named(name: str) -> Need:
    """A need by its name."""
    if name in MEASURES:
        m = MEASURES[name]
        return Need(m.title, m.unit, m.ratio is not None)
    bounds = {c.only.need: c.only for r in RULES.values() for c in r.conditions if c.only}
    return Need(bounds[name].title, bounds[name].zh_unit) if name in bounds else Need(name, "")
