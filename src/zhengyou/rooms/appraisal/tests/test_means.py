"""Sources become one number: votes pooled before they are divided, weights normalised, ends trimmed where said."""

from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.measures import MEASURES
from zhengyou.rooms.appraisal.queries import mean_of, rated, trimmed_mean, weighted
from zhengyou.rooms.ratings.queries import GroupResult, Results, Tally

ALL_OR_NOTHING = {"good": 100, "fairly_good": 0, "fair": 0, "poor": 0}
VALUES = st.lists(
    st.tuples(st.fractions(0, 100, max_denominator=10), st.integers(1, 20)), min_size=1, max_size=8
)
WEIGHTED = st.lists(
    st.tuples(st.fractions(1, 10), st.one_of(st.none(), st.fractions(0, 100))), min_size=1, max_size=6
)


def votes(good: int, of: int) -> Tally:
    return Tally(of, ({"good": good, "fairly_good": 0, "fair": 0, "poor": of - good},))


def results(together: Tally | None = None, **groups: Tally | None) -> Results:
    subject: Any = SimpleNamespace()
    told = tuple(GroupResult(name, name, tally) for name, tally in groups.items())
    return Results(subject, told, together, None, None)


def test_no_average_of_averages():
    found = results(below=votes(2, 2), public=votes(10, 100))

    pooled = found.told_of(["below", "public"])
    assert mean_of(pooled, ALL_OR_NOTHING, Fraction(0)) == Fraction(12, 102) * 100
    assert MEASURES["pledges_kept"].value({"steps_kept": 12, "steps_due": 102}) == Fraction(12, 102)


def test_sources_count_by_their_weights_and_a_missing_one_leaves_its_weight_to_the_others():
    weights = {"below": "3", "above": "2", "public": "5"}
    found = results(below=votes(10, 10), above=None, public=votes(5, 10))

    assert rated(found, weights, ALL_OR_NOTHING, Fraction(0)) == Fraction(3 * 100 + 5 * 50, 8)


def test_folded_sources_count_as_the_one_sum_that_may_be_told():
    found = results(together=votes(4, 8), below=None, above=None, public=votes(10, 10))

    asked = {"below": "1", "above": "1", "public": "2"}
    assert rated(found, asked, ALL_OR_NOTHING, Fraction(0)) == Fraction(2 * 50 + 2 * 100, 4)
    alone = rated(found, {"below": "1", "public": "1"}, ALL_OR_NOTHING, Fraction(0))
    assert alone == 100  # the members' few votes lie with those above: nothing of them can be told apart


@given(WEIGHTED, st.fractions(1, 100))
def test_weights_are_normalised(parts, factor):
    found = weighted(parts)

    assert found == weighted((w * factor, v) for w, v in parts) == weighted(reversed(parts))
    told = [v for _, v in parts if v is not None]
    assert found is None if not told else min(told) <= found <= max(told)


@pytest.mark.parametrize(
    ("values", "percent", "mean"),
    [
        ([80, 90, 100, 70, 20], 20, 80),  # five people: the highest and the lowest go
        ([80, 90, 100, 70], 20, 85),  # four: 0.8 of one is nobody
        ([0, 100], 49, 50),
    ],
)
def test_the_ends_are_dropped_in_whole_numbers_rounded_down(values, percent, mean):
    assert trimmed_mean([(Fraction(v), 1) for v in values], Fraction(percent)) == mean


def test_a_mean_of_nothing_is_nothing():
    assert trimmed_mean([(Fraction(5), 0)]) is None and weighted([(Fraction(1), None)]) is None


@given(VALUES, st.fractions(0, Fraction(49)), st.randoms())
def test_a_trimmed_mean_lies_within_what_was_given_whatever_the_order(values, percent, dice):
    found = trimmed_mean(values, percent)
    apart = [(v, 1) for v, n in values for _ in range(n)]
    dice.shuffle(apart)

    assert found == trimmed_mean(apart, percent)
    assert min(v for v, _ in values) <= found <= max(v for v, _ in values)


@given(VALUES, st.fractions(0, Fraction(49)), st.fractions(0, 50))
def test_giving_more_never_lowers_a_trimmed_mean(values, percent, more):
    (first, n), *rest = values

    assert trimmed_mean([(first + more, n), *rest], percent) >= trimmed_mean(values, percent)
