"""Twenty requirements of one campaign for every organisation of the tree, due and met, from the snapshot."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from pathlib import Path

from bench.ours import WINDOW, top
from bench.rollup import snapshot_of
from bench.sizes import Size
from bench.timing import Answer, Comparison, Way
from bench.town import town
from zhengyou.core.engines import Engine
from zhengyou.core.figures import DueMet, progress_by_org
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked

HOURS = [Fraction(n) for n in range(2, 34, 2)]  # sixteen requirements ask for so many hours of every member


def asked() -> list[Asked]:
    """Twenty requirements: of members and of branches, by hours, by share, by what was missed and made up."""
    people = [
        Asked(n, "enough_study", {"study_hours": hours, "collective_share": Fraction(2, 3)}, "person", WINDOW, ("branch",))
        for n, hours in enumerate(HOURS, 1)
    ]  # fmt: skip
    whole = [
        Asked(17, "lessons_made_up", {}, "fact", WINDOW, ("branch",)),
        Asked(18, "no_session_missed", {}, "person", WINDOW, ("branch",)),
        Asked(19, "nobody_left_out", {"sessions_attended": Fraction(1)}, "person", WINDOW, ("branch",)),
        Asked(20, "no_session_missed", {}, "organisation", WINDOW, ("branch",)),
    ]
    return people + whole


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """All of them in one question, and each asked by itself as a page would that knew only one."""
    with town(size, home):
        snapshot = snapshot_of(size, home)
        ways = [
            Way(
                "ours: twenty in one question",
                lambda: partial(_at_once, snapshot, top()),
                ours=True,
                told=_told,
            ),
            Way("one question a requirement", lambda: partial(_one_by_one, snapshot, top()), told=_told),
        ]
        yield Comparison("20 requirements (snapshot)", size.organisations, "organisations", ways)


# As the engine hands them out: in columns, one organisation's due and met made when a page asks for it.
Found = list[Mapping[int, dict[int, DueMet]]]


def _at_once(engine: Engine, under: Organisation) -> Found:
    return [progress_by_org(engine, asked(), under)]


def _one_by_one(engine: Engine, under: Organisation) -> Found:
    return [progress_by_org(engine, [one], under) for one in asked()]


def _told(found: Found) -> Answer:
    told: dict[int, dict[int, DueMet]] = defaultdict(dict)
    for some in found:
        for org_id, row in some.items():
            told[org_id].update(row)
    return {key: tuple((d.due, d.met) for _, d in sorted(row.items())) for key, row in told.items()}
