"""The house's own roll-up, through the functions that its pages call."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

from sqlglot import exp

from bench.timing import lap
from bench.town import DAYS, FIRST
from zhengyou.core.engines import Engine
from zhengyou.core.figures import DueMet, Figure, figures_by_org, progress_by_org
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked, Window

WINDOW = Window(FIRST + timedelta(days=DAYS * 9 // 10), FIRST + timedelta(days=DAYS // 10))
NEEDS = {"study_hours": Fraction(14), "collective_share": Fraction(4, 5)}
STUDY = Asked(1, "enough_study", NEEDS, "person", WINDOW, kinds=("branch",))
MEASURES = ["members", "study_hours", "collective_share"]

Found = tuple[dict[int, dict[str, Figure]], dict[int, dict[int, DueMet]]]
Row = tuple[int, int, int, int, int]  # members, minutes of study, of them together, due, met


class Lapped:
    """An engine whose queries are timed apart: the rest is exact fractions and objects for pages."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def rows(self, query: exp.Select, under: Organisation) -> list[dict[str, Any]]:
        """As the engine does."""
        with lap("the queries"):
            return self.engine.rows(query, under)


def top() -> Organisation:
    """The organisation whose tree it is."""
    return Organisation.objects.get(parent=None)


def roll_up(engine: Engine, under: Organisation) -> Found:
    """Three measures and one requirement for every organisation of the tree."""
    engine = Lapped(engine)
    return figures_by_org(engine, MEASURES, under, WINDOW), progress_by_org(engine, [STUDY], under)


def rows_of(found: Found) -> dict[int, Row]:
    """What was found, as the peers tell it: whole numbers by organisation."""
    figures, progress = found
    return {pk: _row(figures[pk], progress[pk][STUDY.id]) for pk in figures}


def _row(figures: dict[str, Figure], progress: DueMet) -> Row:
    share: Any = figures["collective_share"]
    together, whole = int(share.numerator * 45), int(share.denominator * 45)
    return int(figures["members"].value or 0), whole, together, progress.due, progress.met
