"""结构 — who an organisation is made of: ages, sexes, schooling, trades; how it is set up and where it meets."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from zhengyou.core.engines import Engine
from zhengyou.core.figures import Figure, figures_by_org
from zhengyou.core.models import Category, Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.rollup import Scope, Window
from zhengyou.core.tallies import Tally, tallied
from zhengyou.rooms.orgs.models import Membership, Person

SEXES = dict(Person.SEXES)
PARTY = (("line", str(Membership.Line.PARTY)),)
YOUNGEST, OLDEST, STEP = 18, 85, 5  # the pyramid's bands; whoever is older stands in the last
FIGURES = [
    "members",
    "members_of_known_age",
    "share_to_35",
    "members_36_to_59",
    "share_from_45",
    "share_from_60",
]
PLACES = ["places", "place_area", "rented_share", "unsafe_places", "housed_share", "organisations_sharing"]


@dataclass(frozen=True)
class AgeBand:
    """年龄段 — from an age to another, both included; no upper one for the last."""

    low: int
    high: int | None
    men: int
    women: int
    others: int

    @property
    def all(self) -> int:
        """Everybody in it, whatever is entered as the sex."""
        return self.men + self.women + self.others


@dataclass(frozen=True)
class Structure:
    """结构 — the figures of a subtree on a day, and its people and organisations by their categories."""

    figures: dict[str, Figure]
    ages: tuple[AgeBand, ...]
    people: dict[str, list[tuple[str, int]]]  # sex, education, occupation: value and how many, most first
    establishment: dict[str, int]
    tenure: list[tuple[str, int, int]]  # kind of tenure, how many venues, square metres

    def many(self, name: str) -> Fraction:
        """What is counted by a figure; of a share, its part."""
        return self.figures[name].numerator


def structures_seen_by(viewer: Any) -> Any:
    """The organisations whose structure a viewer may look at, the tree's order."""
    return orgs_where(viewer, "see_structure")


def structure_of(engine: Engine, under: Organisation, window: Window) -> Structure:
    """Everything that the page of an organisation's structure tells, from one engine as of one day."""
    figures = figures_by_org(engine, [*FIGURES, *PLACES], under, window, 0)[under.pk]
    ages = tallied(engine, Tally("roster", ("sex", "age"), PARTY), under, window)
    return Structure(
        figures,
        bands_of(ages),
        {column: _by(engine, column, under, window) for column in ("sex", "education", "occupation")},
        _established(engine, under, window),
        sorted(
            (
                (row["tenure"], row["n"], row["area"])
                for row in tallied(engine, Tally("place", ("tenure",), sums=("area",)), under, window)
            ),
            key=lambda row: -row[1],
        ),
    )


def bands_of(rows: list[dict[str, Any]]) -> tuple[AgeBand, ...]:
    """People by sex and age in bands of five years, the youngest first; whoever has no age is in none."""
    found: Counter[tuple[int, str]] = Counter()
    for row in rows:
        if row["age"] is not None:
            found[_band(row["age"]), row["sex"]] += row["n"]
    lows = range(_band(YOUNGEST), OLDEST + 1, STEP)
    lows = range(min([*lows, *(low for low, _ in found)]), OLDEST + 1, STEP)
    return tuple(
        AgeBand(
            low,
            low + STEP - 1 if low < OLDEST else None,
            found[low, "男"],
            found[low, "女"],
            sum(n for (at, sex), n in found.items() if at == low and sex not in ("男", "女")),
        )
        for low in lows
    )


def _band(age: int) -> int:
    return min(age // STEP * STEP, OLDEST)


def _by(engine: Engine, column: str, under: Organisation, window: Window) -> list[tuple[str, int]]:
    rows = tallied(engine, Tally("roster", (column,), PARTY), under, window)
    return sorted(((row[column], row["n"]) for row in rows), key=lambda row: (row[0] == "", -row[1], row[0]))


def _established(engine: Engine, under: Organisation, window: Window) -> dict[str, int]:
    branches = Tally("organisation", ("establishment",), (("kind", "branch"),))
    return {row["establishment"]: row["n"] for row in tallied(engine, branches, under, window)}


@dataclass(frozen=True)
class Ageing:
    """老龄村 — an organisation of a village and the part of its members who are 45 or older."""

    organisation: Organisation
    share: Figure


def ageing_villages(
    engine: Engine, under: Organisation, window: Window, above: Fraction
) -> tuple[list[Ageing], int]:
    """The villages in which more than a share of the members are 45 or older, the oldest first; and how many villages."""
    scope = Window(window.until, scope=Scope(categories=(Category.VILLAGE,)))
    found = figures_by_org(engine, ["share_from_45"], under, scope)
    villages = Organisation.objects.filter(
        under.subtree, category=Category.VILLAGE, kind__in=("branch", "general_branch")
    ).exclude(parent__category=Category.VILLAGE, parent__kind__in=("branch", "general_branch"))
    told = [
        Ageing(o, found[o.pk]["share_from_45"])
        for o in villages.select_related("parent")
        if o.pk in found and found[o.pk]["share_from_45"].value is not None
    ]
    over = [a for a in told if (a.share.value or 0) > above]
    return sorted(over, key=lambda a: (-(a.share.value or 0), a.organisation.path)), len(told)
