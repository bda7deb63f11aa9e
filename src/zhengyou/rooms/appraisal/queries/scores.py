"""得分单 — the scores of organisations under a scheme, worked out from facts and ballots whenever looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Engine, Live
from zhengyou.core.figures import Figure, figures_by_org
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.appraisal.models import Clause, Criterion, Mark, Scheme
from zhengyou.rooms.appraisal.queries.said import marks_by_organisation
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


def scores_of(
    scheme: Scheme, organisations: Iterable[Organisation], under: Organisation, engine: Engine
) -> list[Appraised]:
    """Scores of organisations at or below one, in the order given; a fixed number of queries."""
    wanted = list(organisations)
    criteria = list(scheme.criteria.all())
    names = sorted({c.measure for c in criteria if c.measure})
    figures = figures_by_org(engine, names, under, window_of(scheme)) if names else {}
    results = results_in(scheme.round, wanted) if scheme.round else {}
    marks = marks_by_organisation(scheme, wanted)
    return [
        Appraised(
            organisation,
            _score(scheme, criteria, figures.get(organisation.pk, {}), found, marks[organisation.pk]),
            tuple(marks[organisation.pk]),
            found,
        )
        for organisation in wanted
        for found in [results.get(organisation.pk)]
    ]


def score_of(organisation: Organisation, scheme: Scheme) -> Appraised:
    """The score of one organisation, from what stands in the database now."""
    return scores_of(scheme, [organisation], organisation, Live())[0]


def window_of(scheme: Scheme) -> Window:
    """What counts: from the scheme's first day until its last, no later than today, in its campaign."""
    return Window(min(clock.today(), scheme.ends_on), scheme.starts_on, scheme.campaign_id)


def _score(
    scheme: Scheme,
    criteria: list[Criterion],
    figures: Mapping[str, Figure],
    results: Results | None,
    marks: list[Mark],
) -> Score:
    def lines(parent: int | None) -> tuple[Line, ...]:
        return tuple(line(c) for c in criteria if c.parent_id == parent)

    def line(c: Criterion) -> Line:
        reached, of = _reached(c, figures, results, scheme.grades)
        return Line(c.number, c.name, Fraction(c.full), reached, lines(c.pk), of)

    standing = [m for m in marks if not hasattr(m, "retraction")]
    kinds = Clause.Kind

    def points(kind: str) -> list[Fraction]:
        return [Fraction(m.points) for m in standing if m.clause.kind == kind]

    return Score(
        lines(None),
        Bands(Fraction(scheme.middle_from), Fraction(scheme.advanced_from)),
        points(kinds.BONUS),
        points(kinds.DEDUCTION),
        Fraction(scheme.most_bonus),
        [m.clause.at_most for m in standing if m.clause.kind == kinds.VETO],
    )


def _reached(
    c: Criterion, figures: Mapping[str, Figure], results: Results | None, grades: Mapping[str, Any]
) -> tuple[Fraction | None, Any]:
    """How much of a criterion was reached, from 0 to 1, and what from; nothing where there is nothing to judge."""
    if c.by == Criterion.By.RATING:
        tally = results.told_of(c.groups) if results else None
        given = tally.score(grades) if tally else None
        return (None if given is None else given / FULL_GRADE), tally
    figure = figures.get(c.measure)
    if c.by == Criterion.By.HEADING or figure is None or figure.value is None:
        return None, figure
    enough = Fraction(c.enough) if c.enough and MEASURES[c.measure].ratio is None else Fraction(1)
    return min(Fraction(1), max(Fraction(0), figure.value / enough)), figure
