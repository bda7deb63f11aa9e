"""Ages are full years as of the window's last day, and tallies count alike, on every engine."""

from collections import Counter
from datetime import date

import pytest

from tests.conformance.county import WINDOWS
from tests.conformance.recount import lasts
from zhengyou.core.facts import fact_table
from zhengyou.core.rollup import Window
from zhengyou.core.tallies import Tally, tallied
from zhengyou.rooms.orgs.models import Membership

pytestmark = [pytest.mark.database, pytest.mark.django_db]
AGES = Tally("roster", ("sex", "age"), (("line", "party"),))
DAYS = [*(w.until for w in WINDOWS.values()), date(2012, 2, 29), date(2011, 2, 28), date(2011, 3, 1)]
ENGINES = ["live", "snapshot", pytest.param("spark", marks=pytest.mark.spark)]
every_engine = pytest.mark.parametrize("engine", ENGINES, indirect=True)


def age(born, on):
    """Full years, as people count them."""
    return None if born is None else on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def counted(county, on, under):
    return Counter(
        (m.person.sex, age(m.person.born_on, on))
        for m in county.rows[Membership]
        if m.line == "party"
        and lasts(m.since, m.until, Window(on))
        and m.organisation.path.startswith(under.path)
    )


@every_engine
def test_ages_are_full_years_on_the_windows_last_day(engine, county):
    for on in DAYS:
        found = tallied(engine, AGES, county.root, Window(on))
        assert {(row["sex"], row["age"]): row["n"] for row in found} == counted(county, on, county.root), on


@every_engine
def test_a_tally_is_of_the_subtree_and_sums_a_column(engine, county):
    found = tallied(engine, Tally("roster", (), sums=("age",)), county.middle, WINDOWS["campaign"])
    ages = [
        age(m.person.born_on, WINDOWS["campaign"].until)
        for m in county.rows[Membership]
        if lasts(m.since, m.until, WINDOWS["campaign"]) and m.organisation.path.startswith(county.middle.path)
    ]

    assert [(row["n"], row["age"]) for row in found] == [(len(ages), sum(a for a in ages if a is not None))]


def test_an_age_needs_a_day_and_a_tally_known_columns():
    with pytest.raises(TypeError, match="an age is worked out of a date"):
        fact_table(
            "people", {"org_id": "int", "name": "text"}, "select org_id, name from x", ages={"age": "name"}
        )
    with pytest.raises(TypeError, match="roster has no column height"):
        Tally("roster", ("height",))
