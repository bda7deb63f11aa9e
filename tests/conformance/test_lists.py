"""The lists that offices work off hold exactly as many as the figures say are missing, on the day on which they are looked at."""

from datetime import date

import pytest

from zhengyou.core import clock
from zhengyou.core.figures import figures_by_org
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.rollup import Window
from zhengyou.rooms.coverage.models import Line
from zhengyou.rooms.coverage.queries.gaps import gaps_below
from zhengyou.rooms.ties.queries import lacking_pairings, lines_beside, without_contact

pytestmark = [pytest.mark.database, pytest.mark.django_db]
LAST = date(2013, 12, 31)
DAYS = [date(2009, 6, 1), date(2010, 9, 20), date(2011, 1, 20), LAST]
# A list is of today's tree, a figure of an earlier day of the tree as it was then: below the root only the last day tells.
PLACES = [*(("root", day) for day in DAYS), ("middle", LAST), ("leaf", LAST)]


@pytest.mark.parametrize(("under", "day"), PLACES)
def test_the_list_of_gaps_is_as_long_as_the_figure(live, county, under, day):
    where = getattr(county, under)
    with clock.played_at(day):
        listed = {line: gaps_below(where, line).count() for line in Line.values}
    names = [f"{line}_coverage" for line in Line.values]
    found = figures_by_org(live, [*names, "coverage_gaps"], where, Window(day))[where.pk]

    counted = {line: found[f"{line}_coverage"] for line in Line.values}
    assert listed == {line: int(f.denominator - f.numerator) for line, f in counted.items()}
    assert sum(listed.values()) == found["coverage_gaps"].value


@pytest.mark.parametrize(("under", "day"), PLACES)
def test_the_list_of_what_is_missing_beside_is_as_long_as_the_figure(live, county, everything, under, day):
    where = getattr(county, under)
    with clock.played_at(day):
        lacking = list(lacking_pairings(OPERATOR, where))
        lacks = sum(3 - len(lines) for lines in lines_beside(lacking).values())
        lonely = without_contact(OPERATOR, where).count()
    names = ["missing_pairings", "contact_share"]
    found = figures_by_org(live, names, where, Window(day))[where.pk]

    assert lacks == found["missing_pairings"].value
    assert lonely == found["contact_share"].denominator - found["contact_share"].numerator


@pytest.fixture
def everything(monkeypatch):
    """Lists as they are for whoever may see the whole tree."""
    from zhengyou.core.models import Organisation
    from zhengyou.rooms.ties.queries import ties

    monkeypatch.setattr(ties, "organisations_with_ties", lambda viewer: Organisation.objects.all())
