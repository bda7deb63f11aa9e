"""得分单 — the scores of organisations under a scheme, worked out from facts and ballots whenever looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Engine, Live
from zhengyou.core.figures import Figure, figures_by_org
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.appraisal.models import Check, Clause, Criterion, Mark, Scheme
from zhengyou.rooms.appraisal.queries.found import checks_by_organisation
from zhengyou.rooms.appraisal.queries.means import mean_of, rated, trimmed_mean
from zhengyou.rooms.appraisal.queries.said import marks_by_organisation
from zhengyou.rooms.appraisal.queries.schemes import earlier_scheme
from zhengyou.rooms.appraisal.queries.scoring import Bands, Line, Score
from zhengyou.rooms.ratings.queries import Results, results_in

FULL_GRADE = 100


@dataclass(frozen=True)
class Appraised:
    """得分单 — an organisation's score with the marks given, and the ballots where they may be told."""

    organisation: Organisation
    score: Score
    marks: tuple[Mark, ...]
    results: Results | None

    @property
    def standing(self) -> list[Mark]:
        """The marks that were not taken back."""
        return [m for m in self.marks if not hasattr(m, "retraction")]


@dataclass(frozen=True)
class Grounds:
    """得分的依据 — what one organisation's score is worked out from."""

    figures: Mapping[str, Figure]
    results: Results | None
    marks: list[Mark]
    checks: Mapping[int, list[Check]]


def scores_of(
    scheme: Scheme,
    organisations: Iterable[Organisation],
    under: Organisation,
    engine: Engine,
    window: Window | None = None,
) -> list[Appraised]:
    """Scores of organisations at or below one, in the order given; a fixed number of queries.

    Another window tells what the scheme would have made of another time.
    """
    wanted = list(organisations)
    criteria = list(scheme.criteria.all())
    names = sorted({c.measure for c in criteria if c.measure})
    figures = figures_by_org(engine, names, under, window or window_of(scheme)) if names else {}
    results = results_in(scheme.round, wanted) if scheme.round else {}
    marks, checks = marks_by_organisation(scheme, wanted), checks_by_organisation(scheme, wanted)
    found = []
    for organisation in wanted:
        pk, told = organisation.pk, results.get(organisation.pk)
        grounds = Grounds(figures.get(pk, {}), told, marks[pk], checks[pk])
        score = _score(scheme, criteria, grounds, _bands(scheme, organisation))
        found.append(Appraised(organisation, score, tuple(marks[pk]), told))
    return found


def score_of(organisation: Organisation, scheme: Scheme) -> Appraised:
    """The score of one organisation, from what stands in the database now."""
    return scores_of(scheme, [organisation], organisation, Live())[0]


def earlier_points(
    scheme: Scheme, organisations: Iterable[Organisation], engine: Engine
) -> dict[int, Fraction]:
    """上次自己的得分 — what each organisation had under the scheme before, brought to the full points of this one."""
    earlier = earlier_scheme(scheme)
    if earlier is None:
        return {}
    full = Fraction(scheme.full)
    return {
        a.organisation.pk: a.score.points * full / a.score.full
        for a in scores_of(earlier, organisations, earlier.organisation, engine)
        if a.score.points is not None and a.score.full
    }


def places_of(found: Iterable[Appraised]) -> dict[int, int]:
    """The place of each organisation within its class by its points as shown; equal points are equal places."""
    made: dict[int, int] = {}
    found = list(found)
    for category in {a.organisation.category for a in found}:
        points = {a.organisation.pk: a.score.shown for a in found if a.organisation.category == category}
        given = {pk: p for pk, p in points.items() if p is not None}
        made |= {pk: 1 + sum(other > p for other in given.values()) for pk, p in given.items()}
    return made


def window_of(scheme: Scheme) -> Window:
    """What counts: from the scheme's first day until its last, no later than today, in its campaign."""
    return Window(min(clock.today(), scheme.ends_on), scheme.starts_on, scheme.campaign_id)


def without(appraised: Appraised, mark: Mark) -> Decimal | None:
    """The points as they would be shown if a mark that stands were taken back."""
    if mark not in appraised.standing:
        return None
    left = [m for m in appraised.standing if m != mark]
    return replace(appraised.score, **_marked(left)).shown


def _marked(standing: Iterable[Mark]) -> dict[str, Any]:
    """What the marks that stand add to a score, take off it, and leave of its tier."""
    kinds = Clause.Kind
    found: dict[str, Any] = {"bonuses": [], "deductions": [], "at_most": []}
    for m in standing:
        if m.clause.kind == kinds.VETO:
            found["at_most"].append(m.clause.at_most)
        else:
            found["bonuses" if m.clause.kind == kinds.BONUS else "deductions"].append(Fraction(m.points))
    return found


def _bands(scheme: Scheme, organisation: Organisation) -> Bands:
    """The thresholds of an organisation's class, where the scheme judges it apart."""
    middle, advanced = scheme.bands.get(organisation.category) or (scheme.middle_from, scheme.advanced_from)
    return Bands(Fraction(middle), Fraction(advanced), scheme.digits)


def _score(scheme: Scheme, criteria: list[Criterion], grounds: Grounds, bands: Bands) -> Score:
    def lines(parent: int | None) -> tuple[Line, ...]:
        return tuple(line(c) for c in criteria if c.parent_id == parent)

    def line(c: Criterion) -> Line:
        reached, of = _reached(c, grounds, scheme.grades)
        return Line(c.number, c.name, Fraction(c.full), reached, lines(c.pk), of)

    standing = [m for m in grounds.marks if not hasattr(m, "retraction")]
    most = Fraction(scheme.most_bonus)
    return Score(lines(None), bands, most_bonus=most, missing=scheme.missing, **_marked(standing))


def _reached(c: Criterion, grounds: Grounds, grades: Mapping[str, Any]) -> tuple[Fraction | None, Any]:
    """How much of a criterion was reached, from 0 to 1, and what from; nothing where there is nothing to judge."""
    if c.by == Criterion.By.RATING:
        return _rated(c, grounds.results, grades)
    if c.by == Criterion.By.CHECK:
        checks = grounds.checks.get(c.pk, [])
        mean = trimmed_mean(((Fraction(k.points), 1) for k in checks), Fraction(c.trim))
        return (None if mean is None else mean / Fraction(c.full)), checks
    figure = grounds.figures.get(c.measure)
    if c.by == Criterion.By.HEADING or figure is None or figure.value is None:
        return None, figure
    enough = Fraction(c.enough) if c.enough and MEASURES[c.measure].ratio is None else Fraction(1)
    return min(Fraction(1), max(Fraction(0), figure.value / enough)), figure


def _rated(c: Criterion, results: Results | None, grades: Mapping[str, Any]) -> tuple[Fraction | None, Any]:
    """The votes of a line, counted together; by their weights where the scheme gives some to the sources."""
    tally = results.told_of(c.groups) if results else None
    trim = Fraction(c.trim)
    if c.weights:
        given = rated(results, c.weights, grades, trim) if results else None
    else:
        given = mean_of(tally, grades, trim) if tally else None
    return (None if given is None else given / FULL_GRADE), tally
