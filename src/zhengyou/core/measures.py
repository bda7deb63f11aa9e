"""指标 — one function, one docstring that users read (口径), one unit, one aggregate over one fact.

A definition is written in the subset of SQL that every engine shares and checked when it is registered.
Shares are worked out after summing, so that nobody averages averages; measures of different units are
never added; people counted once are counted once however many organisations they appear in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from sqlglot import exp, parse_one

from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.glossary import title_of
from zhengyou.core.language import english, own_words, unit_for

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
class Total:
    """合计 — several measures of one unit, added."""

    parts: tuple[str, ...]


@dataclass(frozen=True)
class Distinct:
    """去重数 — so many different values of a column among the facts for which a condition holds."""

    column: str
    where: str = "1 = 1"


@dataclass(frozen=True)
class Measure:
    """指标 — a number with one definition wherever it is shown.

    ``per`` turns what is added up (minutes) into the unit (学时 of 45 minutes). ``outcome`` marks what may
    give points in an appraisal; measures of study, attendance and traces never do. ``once`` names the
    column whose values are counted once; ``sql`` is then the condition on its facts, else an aggregate.
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
    once: str = ""
    total: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """How it adds up: a share, distinct values, a stock on a day, or a sum (totals are sums of sums)."""
        if self.ratio:
            return "share"
        if self.once:
            return "distinct"
        return "stock" if self.of and FACT_TABLES[self.of].stock else "sum"

    @property
    def title(self) -> str:
        """The Chinese term: the docstring up to its dash; in English the glossary's."""
        return title_of(self.name, self.meaning)

    @property
    def told(self) -> str:
        """口径 — what it counts and what it leaves out, in the language of the page.

        The docstring says it in English after the dash, and in Chinese in its second paragraph.
        """
        head, _, chinese = self.meaning.partition("\n\n")
        return head.partition(" — ")[2] if english() or not chinese else own_words(chinese.strip())

    @property
    def unit(self) -> str:
        """The unit as it stands behind a number, in the language of the page; of several where nothing is counted."""
        return self.unit_of(2)

    def unit_of(self, number: Fraction | int) -> str:
        """The same for a number that may be one."""
        return unit_for(self.zh_unit, number)

    @property
    def parts(self) -> tuple[str, ...]:
        """The measures whose sums it is worked out from: itself, its parts, or part and whole."""
        return (self.ratio.part, self.ratio.whole) if self.ratio else self.total or (self.name,)

    @property
    def counts_once(self) -> bool:
        """Whether it, or a part of it, counts something once: then it cannot be added to what was counted elsewhere."""
        return any(MEASURES[n].once for n in self.parts)

    def value(self, sums: dict[str, int]) -> Fraction | None:
        """The exact value from sums; nothing where a share has no whole."""
        part, whole = self.fraction(sums)
        if self.ratio is None:
            return part
        return part / whole if whole else None

    def fraction(self, sums: dict[str, int]) -> tuple[Fraction, Fraction | None]:
        """Numerator and denominator in their units; a plain sum has no denominator."""
        found = [Fraction(sums[n], MEASURES[n].per) for n in self.parts]
        if self.ratio:
            return found[0], found[1]
        return (found[0] if len(found) == 1 else sum(found, Fraction(0))), None


Made = str | Share | Total | Distinct
Definition = Callable[[], Made]


def measure(
    *, unit: str, of: str | None = None, per: int = 1, outcome: bool = False
) -> Callable[[Definition], Measure]:
    """Register a function's result as a measure; refuse what not every engine would add up alike."""

    def register(function: Definition) -> Measure:
        name, meaning = function.__name__, (function.__doc__ or "").strip()
        MEASURES[name] = _measure(name, unit, meaning, function(), of, per, outcome)
        return MEASURES[name]

    return register


def _measure(
    name: str, unit: str, meaning: str, made: Made, of: str | None, per: int, outcome: bool
) -> Measure:
    match made:
        case Share():
            _known(name, (made.part, made.whole))
            return Measure(name, unit, meaning, f"{made.part} / {made.whole}", None, None, made, 1, outcome)
        case Total():
            _known(name, made.parts)
            if wrong := [n for n in made.parts if MEASURES[n].zh_unit != unit or MEASURES[n].once]:
                raise TypeError(f"{name}: {', '.join(wrong)} cannot be added up in {unit!r}")
            words = " + ".join(made.parts)
            return Measure(name, unit, meaning, words, None, None, None, 1, outcome, total=made.parts)
        case Distinct():
            condition = _condition(name, of, made)
            words = f"count(distinct {made.column}) filter (where {made.where})"
            return Measure(name, unit, meaning, words, of, condition, None, 1, outcome, once=made.column)
        case _:
            return Measure(name, unit, meaning, made, of, _checked(name, of, made), None, per, outcome)


def _known(name: str, parts: tuple[str, ...]) -> None:
    for n in parts:
        if n not in MEASURES or MEASURES[n].ratio or MEASURES[n].total:
            raise TypeError(f"{name}: {n} must be a sum that is registered before")


def _checked(name: str, of: str | None, text: str) -> exp.Expr:
    """Parse an aggregate and hold it to the portable subset and to the fact's columns."""
    tree = _portable(name, of, text)
    if not tree.find(exp.AggFunc):
        raise TypeError(f"{name}: a measure of facts is an aggregate")
    for column in tree.find_all(exp.Column):
        if not column.find_ancestor(exp.AggFunc, exp.Filter):
            raise TypeError(f"{name}: column {column.name} stands outside the aggregate")
    return tree


def _condition(name: str, of: str | None, made: Distinct) -> exp.Expr:
    """Parse the condition of a distinct count: no aggregate in it, its column one of the fact's."""
    tree = _portable(name, of, made.where)
    if tree.find(exp.AggFunc):
        raise TypeError(f"{name}: the condition of a distinct count is about single facts")
    _portable(name, of, made.column)
    return tree


def _portable(name: str, of: str | None, text: str) -> exp.Expr:
    if of is None or of not in FACT_TABLES:
        raise TypeError(f"{name}: no fact table is named {of!r}")
    tree = parse_one(text)
    for node in tree.walk():
        if not isinstance(node, ALLOWED) or (isinstance(node, exp.Count) and node.find(exp.Distinct)):
            raise TypeError(f"{name}: {type(node).__name__} does not add up the tree in every engine")
        if isinstance(node, exp.Column) and node.name not in FACT_TABLES[of].known:
            raise TypeError(f"{name}: {of} has no column {node.name}; it has {FACT_TABLES[of].known}")
    return tree


def share(part: Measure | str, whole: Measure | str) -> Share:
    """占比 — the sum of the part divided by the sum of the whole."""
    return Share(*_named(part, whole))


def total(*parts: Measure | str) -> Total:
    """合计 — measures of one unit added; 人 and 人次 are different units and never meet."""
    return Total(_named(*parts))


def distinct(column: str, where: str = "1 = 1") -> Distinct:
    """去重数 — every value of a column once over a whole subtree, among the facts for which ``where`` holds."""
    return Distinct(column, where)


def _named(*measures: Measure | str) -> tuple[str, ...]:
    return tuple(m.name if isinstance(m, Measure) else m for m in measures)


def sums_of(names: list[str]) -> list[str]:
    """The additive measures that the named ones need, each once."""
    return list(dict.fromkeys(part for n in names for part in MEASURES[n].parts))
