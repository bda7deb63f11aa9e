"""Festivals move with the moon, growth has something to grow from, and papers never round up."""

from datetime import date
from fractions import Fraction

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.comparing import Around, Growth, festival_on, year_before
from zhengyou.core.errors import Refused
from zhengyou.core.figures import Figure
from zhengyou.core.papers.about import about
from zhengyou.core.rollup import Window


def test_the_festivals_of_known_years():
    assert festival_on("春节", 2005) == date(2005, 2, 9) and festival_on("春节", 2004) == date(2004, 1, 22)
    assert festival_on("中秋", 2025) == date(2025, 10, 6) and festival_on("端午", 2023) == date(2023, 6, 22)
    assert festival_on("春节", 2034) == date(2034, 2, 19)  # after the leap eleventh month of 2033


@pytest.mark.parametrize("year", range(2008, 2026))
def test_the_first_lunar_day_is_a_day_of_the_spring_festival_holiday(year):
    holiday = chinese_calendar.Holiday.spring_festival.value

    assert chinese_calendar.get_holiday_detail(festival_on("春节", year)) == (True, holiday)


def test_before_the_festival_is_compared_with_before_the_festival():
    """Of 2005 from the 10th of January, of 2004 from the 23rd of December: not the same dates."""
    around = Around.read("春节-30")

    assert around.window(2005) == Window(date(2005, 2, 9), date(2005, 1, 10))
    assert around.window(2004) == Window(date(2004, 1, 22), date(2003, 12, 23))


@pytest.mark.parametrize("text", ["圣诞-30", "春节-", "春节30", "春节-30-2", "", "-30"])
def test_what_is_no_festival_is_refused(text):
    with pytest.raises(Refused, match="认得的节日"):
        Around.read(text)


def test_a_year_before_the_leap_day_is_the_day_before_march():
    assert year_before(Window(date(2012, 2, 29), date(2012, 1, 1))) == Window(
        date(2011, 2, 28), date(2011, 1, 1)
    )


def sum_of(value):
    return Figure("visits", None if value is None else Fraction(value), Fraction(value or 0), None)


def test_growth_is_exact_and_nothing_grows_from_nothing():
    assert Growth(sum_of(1267), sum_of(1014)).rate == Fraction(253, 1014)  # S03: 24.95 %, said as 25
    assert Growth(sum_of(5), sum_of(0)).rate is None
    assert Growth(sum_of(5), sum_of(None)).change is None
    assert Growth(sum_of(80), sum_of(100)).rate == Fraction(-1, 5)


@pytest.mark.parametrize(
    ("number", "unit", "step", "word", "said"),
    [
        (1243, "人次", 10, "余", "1240余人次"),  # S05
        (2364, "件(次)", 10, "余", "2360余件(次)"),  # S06
        (1_503_000, "元", 100_000, "多", "150多万元"),  # S04
        (12_345, "名", 10_000, "多", "1万多名"),  # S25
        (432, "个", 100, "多", "400多个"),  # S25
        (1240, "人次", 10, "余", "1240人次"),
        (7, "人", 10, "余", "7人"),
        (0, "件", 10, "余", "0件"),
    ],
)
def test_papers_round_as_the_sources_do(number, unit, step, word, said):
    assert about(number, unit, step, word) == said


@given(st.integers(0, 10**9), st.sampled_from([10, 100, 1000, 10_000, 100_000]))
def test_what_is_said_is_never_more_than_there_was(number, step):
    words = about(number, "人", step)
    digits = int("".join(c for c in words if c.isdigit()))
    stated = digits * (10_000 if "万" in words else 1)

    assert stated <= number and ("余" in words) == (stated < number)
