"""指标 — one function, one docstring that users read (口径), one unit, one aggregate over one fact.

A definition is written in the subset of SQL that every engine shares and checked when it is registered.
Shares are worked out after summing, so that nobody averages averages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from sqlglot import exp, parse_one

from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.glossary import title_of
from zhengyou.core.language import unit_for

MEASURES: dict[str, "Measure"] = {}
ALLOWED = (
    exp.Sum, exp.Count, exp.Filter, exp.Where, exp.Column, exp.Identifier, exp.Literal, exp.Star, exp.Paren,
    exp.And, exp.Or, exp.Not, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.In, exp.Is, exp.Null,
    exp.Add, exp.Sub, exp.Mul, exp.Case, exp.If, exp.Boolean,
)  # fmt: skip


@dataclass(frozen=True)
class Share:
    """占比 — the sums of two measures, divided last."""

    part: str
    whole: str


@dataclass(frozen=True)
class Measure:
    """指标 — a number with one definition wherever it is shown.

    ``per`` turns what is added up (minutes) into the unit (学时 of 45 minutes). ``outcome`` marks what may
    give points in an appraisal; measures of study, attendance and traces never do.
    """

    name: str
    zh_unit: str
    meaning: str
    definition: str
    of: str | None
    sql: exp.Expr | None
    ratio: Share | None
    per: int = 1
    outcome: bool = False

    @property
    def title(self) -> str:
        """The Chinese term: the docstring up to its dash; in English the glossary's."""
        return title_of(self.name, self.meaning)

    @property
    def unit(self) -> str:
        """The unit as it stands behind a number, in the language of the page; of several where nothing is counted."""
        return self.unit_of(2)

    def unit_of(self, number: Fraction | int) -> str:
        """The same for a number that may be one."""
        return unit_for(self.zh_unit, number)

    @property
    def parts(self) -> tuple[str, ...]:
        """The measures whose sums it is worked out from: itself, or part and whole."""
        return (self.ratio.part, self.ratio.whole) if self.ratio else (self.name,)

    def value(self, sums: dict[str, int]) -> Fraction | None:
        """The exact value from sums; nothing where a share has no whole."""
        if self.ratio is None:
            return Fraction(sums[self.name], self.per)
        part, whole = (sums[n] * Fraction(1, MEASURES[n].per) for n in self.parts)
        return part / whole if whole else None

    def fraction(self, sums: dict[str, int]) -> tuple[Fraction, Fraction | None]:
        """Numerator and denominator in their units; a plain sum has no denominator."""
        if self.ratio is None:
            return Fraction(sums[self.name], self.per), None
        part, whole = (sums[n] * Fraction(1, MEASURES[n].per) for n in self.parts)
        return part, whole


Definition = Callable[[], "str | Share"]


def measure(
    *, unit: str, of: str | None = None, per: int = 1, outcome: bool = False
) -> Callable[[Definition], Measure]:
    """Register a function's result as a measure; refuse what not every engine would add up alike."""

    def register(function: Definition) -> Measure:
        made = function()
        name, meaning = function.__name__, (function.__doc__ or "").strip()
        if isinstance(made, Share):
            for n in (made.part, made.whole):
                if n not in MEASURES or MEASURES[n].ratio:
                    raise TypeError(f"{name}: {n} must be a sum that is registered before")
            found = Measure(name, unit, meaning, f"{made.part} / {made.whole}", None, None, made, 1, outcome)
        else:
            found = Measure(name, unit, meaning, made, of, _checked(name, of, made), None, per, outcome)
        MEASURES[name] = found
        return found

    return register


def _checked(name: str, of: str | None, text: str) -> exp.Expr:
    """Parse an aggregate and hold it to the portable subset and to the fact's columns."""
    if of is None or of not in FACT_TABLES:
        raise TypeError(f"{name}: no fact table is named {of!r}")
    tree = parse_one(text)
    if not tree.find(exp.AggFunc):
        raise TypeError(f"{name}: a measure of facts is an aggregate")
    for node in tree.walk():
        if not isinstance(node, ALLOWED) or (isinstance(node, exp.Count) and node.find(exp.Distinct)):
            raise TypeError(f"{name}: {type(node).__name__} does not add up the tree in every engine")
        if isinstance(node, exp.Column) and not node.find_ancestor(exp.AggFunc, exp.Filter):
            raise TypeError(f"{name}: column {node.name} stands outside the aggregate")
        if isinstance(node, exp.Column) and node.name not in FACT_TABLES[of].columns:
            raise TypeError(f"{name}: {of} has no column {node.name}; it has {list(FACT_TABLES[of].columns)}")
    return tree


def share(part: Measure | str, whole: Measure | str) -> Share:
    """占比 — the sum of the part divided by the sum of the whole."""
    return Share(*(m.name if isinstance(m, Measure) else m for m in (part, whole)))


def sums_of(names: list[str]) -> list[str]:
    """The additive measures that the named ones need, each once."""
    return list(dict.fromkeys(part for n in names for part in MEASURES[n].parts))
