"""The house's own roll-up, through the functions that its pages call."""

from datetime import date, timedelta
from fractions import Fraction

from sqlglot import exp

from bench.timing import lap
from bench.town import DAYS, FIRST
from zhengyou.core.engines import Columns, Engine
from zhengyou.core.figures import ByOrganisation, figures_by_org, progress_by_org
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked, Window

WINDOW = Window(FIRST + timedelta(days=DAYS * 9 // 10), FIRST + timedelta(days=DAYS // 10))
NEEDS = {"study_hours": Fraction(14), "collective_share": Fraction(4, 5)}
STUDY = Asked(1, "enough_study", NEEDS, "person", WINDOW, kinds=("branch",))
MEASURES = ["members", "study_hours", "collective_share"]

Row = tuple[int, int, int, int, int]  # members, minutes of study, of them together, due, met


class Lapped(Engine):
    """An engine whose queries are timed apart."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def columns(self, query: exp.Select, under: Organisation, on: date | None = None) -> Columns:
        """As the engine does."""
        with lap("the queries"):
            return self.engine.columns(query, under, on)


def top() -> Organisation:
    """The organisation whose tree it is."""
    return Organisation.objects.get(parent=None)


def roll_up(engine: Engine, under: Organisation) -> dict[int, Row]:
    """Three measures and one requirement for every organisation of the tree, as the peers tell them."""
    engine = Lapped(engine)
    figures = figures_by_org(engine, MEASURES, under, WINDOW).columns
    progress = progress_by_org(engine, [STUDY], under)
    assert isinstance(progress, ByOrganisation) and progress.columns["id"] == figures["id"]  # noqa: S101
    told = [figures["members"], figures["study_hours"], figures["collective_hours"]]
    judged = [progress.columns[f"{part}_{STUDY.id}"] for part in ("due", "met")]
    return dict(zip(figures["id"], zip(*told, *judged, strict=True), strict=True))
