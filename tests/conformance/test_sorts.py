"""How many organisations and members there are of every sort: the same on every engine, and what counting gives."""

from collections import Counter
from datetime import date

import pytest

from tests.conformance.test_figures import SPARK
from zhengyou.core.models import Organisation
from zhengyou.core.sorts import sorts_in
from zhengyou.rooms.orgs.models import Membership

pytestmark = [pytest.mark.database, pytest.mark.django_db]

ON = date(2013, 12, 31)


@pytest.mark.parametrize("engine", ["snapshot", SPARK], indirect=True)
def test_sorts_are_the_same_on_every_engine(engine, sqlite, county):
    for place in (county.root, county.middle, county.leaf):
        assert sorts_in(place, engine, ON) == sorts_in(place, sqlite, ON)


def test_sorts_are_what_plain_counting_gives(sqlite, county):
    below = [o for o in county.rows[Organisation] if o.path.startswith(county.root.path)]
    standing = [o for o in below if o.closed_on is None or o.closed_on > ON]
    orgs = Counter((o.kind, o.category) for o in standing)
    members = Counter(
        (m.organisation.kind, m.organisation.category)
        for m in county.rows[Membership]
        if m.line == "party" and m.until is None and m.organisation in below
    )
    found = sorts_in(county.root, sqlite, ON)

    assert {(s.kind, s.category): s.organisations for s in found} == orgs
    assert {(s.kind, s.category): s.members for s in found if s.members} == {
        k: n for k, n in members.items() if k in orgs
    }
