"""The supervision group of the play finds something at every second branch, and looks again."""

from datetime import date
from random import Random

import pytest

from zhengyou.demo.cast import Branch
from zhengyou.demo.lives import supervising
from zhengyou.demo.schedule import play_out
from zhengyou.rooms.supervision.queries import what_was_seen

pytestmark = pytest.mark.django_db


def test_some_is_put_right_after_a_second_recheck_and_some_stands_overdue(town, on):
    visited = [
        (town.east, town.east_secretary),
        (town.west, town.west_secretary),
        (town.river, town.river_secretary),
        (town.committee, None),
    ]
    unseen = [(town.east, None)] * 3  # the first three of the city are not visited
    played = [
        Branch(o, n, Random(n), 1, 1, 1, secretary=s)  # noqa: S311 — a play
        for n, (o, s) in enumerate(unseen + visited)
    ]
    lives = [
        supervising.send_out(town.campaign, town.city, town.office, town.supervisor),
        *supervising.visits(played, town.supervisor),
    ]
    for _day in play_out(lives, date(2011, 1, 14)):
        pass
    on(date(2011, 1, 14))
    seen = what_was_seen(town.campaign, town.city)

    assert len(seen.visits) == 4
    assert [f.organisation for f in seen.put_right] == [town.west]
    assert [f.organisation for f in seen.overdue] == [town.committee]
    assert [f.organisation for f in seen.focus] == [town.east, town.west]
