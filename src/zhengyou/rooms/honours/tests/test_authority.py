"""Who may give what, for how many, until when: no database."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.rooms.honours.models import HonourKind, Level
from zhengyou.rooms.honours.queries import (
    Ground,
    Standing,
    lacking_authority,
    levels_of,
    places_of,
    standing_on,
    too_many_of_rank,
)

Sort = HonourKind.Sort
APPROVED = {"approval": "国评组〔2010〕8号", "approved_by": Level.PROVINCE, "approved_level": Level.COUNTY}


@pytest.mark.parametrize("level", list(Level))
def test_everybody_may_appraise_their_own_units(level):
    assert lacking_authority(Ground(Sort.APPRAISAL, level, name="先进支部")) == ""


def test_an_appraisal_is_no_demonstration_under_another_name():
    assert "改名" in lacking_authority(Ground(Sort.APPRAISAL, Level.TOWNSHIP, name="示范村"))


@pytest.mark.parametrize(
    "level", [Level.TOWNSHIP, Level.UNIT, Level.COUNTY_DEPARTMENT, Level.CITY_DEPARTMENT]
)
def test_below_and_beside_the_county_nobody_runs_a_demonstration_whatever_paper_they_hold(level):
    words = lacking_authority(Ground(Sort.DEMONSTRATION, level, **APPROVED))

    assert "不得开展创建示范活动" in words and "本单位年度考评" in words


@pytest.mark.parametrize("level", [Level.TOWNSHIP, Level.UNIT])
def test_a_town_and_a_branch_commend_nobody_beyond_their_own_appraisal(level):
    assert "本单位年度考评" in lacking_authority(Ground(Sort.COMMENDATION, level, **APPROVED))


def test_a_commendation_names_its_approval_by_the_centre_or_a_province():
    assert lacking_authority(Ground(Sort.COMMENDATION, Level.COUNTY, **APPROVED)) == ""
    assert "批准文号" in lacking_authority(Ground(Sort.COMMENDATION, Level.COUNTY))
    by_the_city = {**APPROVED, "approved_by": Level.CITY}
    assert "两级审批" in lacking_authority(Ground(Sort.COMMENDATION, Level.COUNTY, **by_the_city))


def test_what_was_approved_for_the_province_has_no_match_in_the_city():
    provincial = {**APPROVED, "approved_level": Level.PROVINCE}

    assert "不得层层配套" in lacking_authority(Ground(Sort.COMMENDATION, Level.CITY, **provincial))
    assert lacking_authority(Ground(Sort.COMMENDATION, Level.PROVINCE, **provincial)) == ""


def test_a_town_cannot_call_itself_a_county():
    assert levels_of("committee", "红星镇党委") == (Level.TOWNSHIP,)
    assert levels_of("branch", "东街村党支部") == (Level.UNIT,)
    assert Level.CITY in levels_of("committee", "中共红星市委员会")


def test_a_fifth_of_county_rank_is_the_most():
    assert too_many_of_rank(5, 1) == ""
    assert "五分之一" in too_many_of_rank(4, 1)
    assert too_many_of_rank(0, 0) == ""


def test_places_are_the_smaller_of_number_and_share():
    assert places_of(None, "1/5", 24) == 4
    assert places_of(3, "1/5", 24) == 3
    assert places_of(10, "", 2) == 10
    assert places_of(None, "", 24) is None


@given(st.integers(0, 500), st.integers(1, 40), st.integers(0, 10_000))
def test_a_share_is_never_exceeded(most, parts, eligible):
    found = places_of(most, f"1/{parts}", eligible)

    assert found is not None and found <= most and found * parts <= eligible


DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(DAYS, DAYS, DAYS)
def test_what_is_revoked_is_never_valid_again(since, revoked, day):
    found = standing_on(since, None, revoked, day)

    assert (found is Standing.REVOKED) == (day >= revoked)


def test_the_last_day_is_the_one_before_it_expires():
    until = date(2013, 7, 1)

    assert standing_on(date(2010, 7, 1), until, None, date(2013, 6, 30)) is Standing.VALID
    assert standing_on(date(2010, 7, 1), until, None, until) is Standing.EXPIRED
    assert standing_on(date(2010, 7, 1), until, until, date(2014, 1, 1)) is Standing.REVOKED


def test_a_share_is_exact():
    assert places_of(None, "0.2", 10) == int(Fraction(1, 5) * 10) == 2
