"""The house's own roll-up, through the functions that its pages call."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

from bench.town import DAYS, FIRST
from zhengyou.core.engines import Engine
from zhengyou.core.figures import DueMet, Figure, figures_by_org, progress_by_org
from zhengyou.core.measures import sums_of
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked, Window, progress_of, totals_of

WINDOW = Window(FIRST + timedelta(days=DAYS * 9 // 10), FIRST + timedelta(days=DAYS // 10))
NEEDS = {"study_hours": Fraction(20), "collective_share": Fraction(9, 10)}
STUDY = Asked(1, "enough_study", NEEDS, "person", WINDOW, kinds=("branch",))
MEASURES = ["members", "study_hours", "collective_share"]

Found = tuple[dict[int, dict[str, Figure]], dict[int, dict[int, DueMet]]]
Row = tuple[int, int, int, int, int]  # members, minutes of study, of them together, due, met


def roll_up(engine: Engine, top: Organisation) -> Found:
    """Three measures and one requirement for every organisation of the tree."""
    return figures_by_org(engine, MEASURES, top, WINDOW), progress_by_org(engine, [STUDY], top)


def ask_alone(engine: Engine, top: Organisation) -> dict[int, Row]:
    """The same two queries as bare rows: what is left of the time is exact fractions and objects for pages."""
    totals = engine.rows(totals_of(sums_of(MEASURES), WINDOW), top)
    progress = {row["id"]: row for row in engine.rows(progress_of([STUDY]), top)}
    return {row["id"]: _bare(row, progress[row["id"]]) for row in totals}


def _bare(sums: dict[str, Any], judged: dict[str, Any]) -> Row:
    due, met = (int(judged[f"{n}_{STUDY.id}"]) for n in ("due", "met"))
    return int(sums["members"]), int(sums["study_hours"]), int(sums["collective_hours"]), due, met


def rows_of(found: Found) -> dict[int, Row]:
    """What was found, as the peers tell it: whole numbers by organisation."""
    figures, progress = found
    return {pk: _row(figures[pk], progress[pk][STUDY.id]) for pk in figures}


def _row(figures: dict[str, Figure], progress: DueMet) -> Row:
    share: Any = figures["collective_share"]
    together, whole = int(share.numerator * 45), int(share.denominator * 45)
    return int(figures["members"].value or 0), whole, together, progress.due, progress.met
