"""规则 — measures judged: what is lacking in words for one, and met or not as a column for all.

A rule holds no number: the needs come with the notice. It is data, so both answers follow one definition,
and both are exact: counts are compared as whole numbers, never as rounded shares.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from django.utils.translation import gettext as _
from sqlglot import exp

from zhengyou.core.glossary import title_of, zh
from zhengyou.core.language import unit_for
from zhengyou.core.measures import MEASURES, Measure, sums_of

RULES: dict[str, "Rule"] = {}
Needs = Mapping[str, Fraction]


def number(value: Fraction | int) -> str:
    """A figure in words: whole numbers plain, others to two places without trailing zeros."""
    return f"{float(round(Fraction(value), 2)):.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True)
class Only:
    """只算 — facts count from a number on that the notice gives besides: essays of 3,000 characters and more."""

    need: str
    column: str
    zh_unit: str

    @property
    def title(self) -> str:
        """The term of the glossary in the language of the page."""
        return title_of(self.need, zh(self.need.replace("_", " ")))

    def words(self, needs: Needs) -> str:
        """（3000字以上）, or nothing where the notice gives no such number."""
        if self.need not in needs:
            return ""
        return _("（%(least)s%(unit)s以上）") % {
            "least": number(needs[self.need]),
            "unit": unit_for(self.zh_unit, 2),
        }


@dataclass(frozen=True)
class AtLeast:
    """至少 — a measure must reach the number that the notice asks for; perhaps only some of its facts count."""

    measure: Measure
    only: Only | None = None

    def lacking(self, sums: Mapping[str, int], needs: Needs) -> str | None:
        """What is missing in words, or nothing where the condition is met or not asked."""
        m = self.measure
        if m.name not in needs:
            return None
        wants, has = needs[m.name], m.value(dict(sums))
        if has is not None and has >= wants:
            return None
        if m.ratio is None:
            return _short_of(m, wants, has or Fraction(0), self.only.words(needs) if self.only else "")
        told = {"what": m.title, "wants": number(wants * 100), "has": number((has or 0) * 100)}
        if has is None:
            return _("%(what)s要求%(wants)s%%，尚无") % told
        return _("%(what)s要求%(wants)s%%，现为%(has)s%%") % told

    def met(self, needs: Needs) -> exp.Expr | None:
        """The same as a condition on the columns of sums, multiplied out so that nothing is rounded."""
        m = self.measure
        if m.name not in needs:
            return None
        top, bottom = needs[m.name].numerator, needs[m.name].denominator
        if m.ratio is None:
            return exp.column(m.name) * bottom >= exp.Literal.number(top * m.per)
        part, whole = (MEASURES[n] for n in m.parts)
        left = exp.column(part.name) * (bottom * whole.per)
        right = exp.column(whole.name) * (top * part.per)
        return exp.and_(left >= right, exp.column(whole.name) > 0)


def _short_of(m: Measure, wants: Fraction, has: Fraction, only: str = "") -> str:
    """学时要求40学时，现有36学时，差4学时 — what is asked, what is there, what is missing."""
    told = {"wants": number(wants), "has": number(has), "gap": number(wants - has)}
    sentence = _("%(what)s要求%(wants)s%(unit)s，现有%(has)s%(unit)s，差%(gap)s%(unit)s")
    return sentence % {"what": m.title + only, "unit": m.unit, **told}


@dataclass(frozen=True)
class AllOf:
    """逐件 — every fact that is due is met: due and met are measures themselves."""

    due: Measure
    met_by: Measure


@dataclass(frozen=True)
class NoneOf:
    """一个不少 — a measure of what is missing must be nothing; no notice has to give a number for that."""

    measure: Measure

    def lacking(self, sums: Mapping[str, int]) -> str | None:
        """What is still missing in words, or nothing."""
        m, has = self.measure, self.measure.value(dict(sums)) or Fraction(0)
        told = {"what": m.title, "has": number(has), "unit": m.unit_of(has)}
        return _("还有%(what)s%(has)s%(unit)s") % told if has else None

    def met(self) -> exp.Expr:
        """The same as a condition on the columns of sums."""
        return exp.and_(*[exp.column(n).eq(0) for n in self.measure.parts])


def at_least(measure: Measure, only: Only | None = None) -> AtLeast:
    """至少 — see :class:`AtLeast`."""
    return AtLeast(measure, only)


def only(need: str, column: str, unit: str) -> Only:
    """只算 — see :class:`Only`."""
    return Only(need, column, unit)


def none_of(measure: Measure) -> NoneOf:
    """一个不少 — see :class:`NoneOf`."""
    return NoneOf(measure)


def all_of(due: Measure, met: Measure) -> AllOf:
    """逐件 — see :class:`AllOf`."""
    return AllOf(due, met)


@dataclass(frozen=True)
class Rule:
    """规则 — named conditions on measures and the place where they are laid down."""

    name: str
    meaning: str
    source: str
    conditions: tuple[AtLeast, ...] = ()
    each: AllOf | None = None
    none: tuple[NoneOf, ...] = ()

    @property
    def title(self) -> str:
        """The Chinese term: the docstring up to its dash; in English the glossary's."""
        return title_of(self.name, self.meaning)

    @property
    def measures(self) -> list[str]:
        """The additive measures that a judgement needs."""
        if self.each:
            return sums_of([self.each.due.name, self.each.met_by.name])
        asked = [c.measure.name for c in self.conditions] + [c.measure.name for c in self.none]
        return sums_of(asked)

    @property
    def takes(self) -> list[str]:
        """The names of the numbers that a notice may give it: its measures, and from which number on facts count."""
        return [n for c in self.conditions for n in (c.measure.name, *([c.only.need] if c.only else []))]

    def least(self, needs: Needs) -> tuple[tuple[str, int], ...]:
        """The columns of facts that count only from a number on, with that number."""
        bounds = [c.only for c in self.conditions if c.only and c.only.need in needs]
        return tuple((b.column, ceil(needs[b.need])) for b in bounds)

    def lacking(self, sums: Mapping[str, int], needs: Needs) -> list[str]:
        """What is missing, in words; an empty list means that it is met."""
        if self.each:
            due, met = sums[self.each.due.name], sums[self.each.met_by.name]
            told = {"what": self.title, "due": due, "gap": due - met}
            return [_("%(what)s：应%(due)d，差%(gap)d") % told] if due > met else []
        found = [c.lacking(sums, needs) for c in self.conditions] + [c.lacking(sums) for c in self.none]
        return [words for words in found if words]

    def met(self, needs: Needs) -> exp.Expr:
        """Met or not, as a condition on the columns of sums of one person or organisation."""
        if self.each:
            return exp.column(self.each.met_by.name) >= exp.column(self.each.due.name)
        asked = [found for c in self.conditions if (found := c.met(needs)) is not None]
        asked += [c.met() for c in self.none]
        if not asked:
            raise ValueError(f"{self.name}: none of its measures is given a number")
        return exp.and_(*asked)


Made = AtLeast | AllOf | NoneOf


def rule(*, source: str) -> Callable[[Callable[[], tuple[Made, ...]]], Rule]:
    """Register a function's conditions as a rule; ``source`` quotes where it is laid down."""

    def register(function: Callable[[], tuple[Made, ...]]) -> Rule:
        made = function()
        each = next((m for m in made if isinstance(m, AllOf)), None)
        conditions = tuple(m for m in made if isinstance(m, AtLeast))
        none = tuple(m for m in made if isinstance(m, NoneOf))
        found = Rule(function.__name__, (function.__doc__ or "").strip(), source, conditions, each, none)
        RULES[found.name] = found
        return found

    return register


def told_of(needs: Needs) -> list[str]:
    """The numbers of a requirement as people say them: 学时≥40学时, 集中学习占比≥66.67%, 心得体会字数≥3000字."""
    bounds = {c.only.need: c.only for r in RULES.values() for c in r.conditions if c.only}
    told = []
    for name, value in needs.items():
        if name in bounds:
            told.append(f"{bounds[name].title}≥{number(value)}{unit_for(bounds[name].zh_unit, value)}")
        elif MEASURES[name].ratio is None:
            told.append(f"{MEASURES[name].title}≥{number(value)}{MEASURES[name].unit}")
        else:
            told.append(f"{MEASURES[name].title}≥{number(value * 100)}%")
    return told
