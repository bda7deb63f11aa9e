"""Lives of the demonstration take turns in the order of the calendar."""

from datetime import date

import pytest

from zhengyou.core import clock
from zhengyou.demo.schedule import play_out

LAST = date(2010, 12, 31)


def life(name, did, *days):
    for day in days:
        yield day, 9
        did.append((clock.today(), name))


def test_deeds_happen_in_the_order_of_their_days_whoever_does_them():
    did = []
    first, second, third = date(2010, 5, 1), date(2010, 5, 2), date(2010, 5, 3)

    days = list(play_out([life("a", did, first, third), life("b", did, second, third)], LAST))

    assert did == [(first, "a"), (second, "b"), (third, "a"), (third, "b")]
    assert days == [first, second, third, third]


def test_what_lies_after_the_last_day_is_not_done():
    did = []

    list(play_out([life("a", did, LAST, date(2011, 1, 1))], LAST))

    assert did == [(LAST, "a")]


def test_nobody_goes_back_in_time():
    with pytest.raises(ValueError, match="wants to go on at"):
        list(play_out([life("a", [], date(2010, 5, 2), date(2010, 5, 1))], LAST))
