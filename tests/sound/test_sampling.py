"""Samples are as large as they must be, and say no more than they can."""

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.sampling import digest_of, drawn, failing_between, size_to_find

SURE = Fraction(95, 100)
small = st.integers(1, 40)
shares = st.fractions(0, Fraction(49, 50), max_denominator=50)


def unseen(population, failing, size):
    """How likely it is that a sample holds none that fails."""
    return Fraction(comb(population - failing, size), comb(population, size))


@pytest.mark.parametrize(
    ("population", "rate", "size"),
    [
        (100, "0.05", 39),
        (1000, "0.05", 56),
        (1000, "0.01", 238),
        (10, "0.05", 10),
        (1, "0.5", 1),
        (0, "0.05", 0),
    ],
)
def test_so_many_have_to_be_drawn(population, rate, size):
    assert size_to_find(population, Fraction(rate), SURE) == size


@given(small, shares, st.fractions(Fraction(1, 100), 1, max_denominator=100))
def test_the_size_is_the_least_that_finds_a_rate_out(population, rate, sureness):
    size = size_to_find(population, rate, sureness)
    failing = int(rate * population) + 1

    assert 1 - unseen(population, failing, size) >= sureness
    assert size == 0 or 1 - unseen(population, failing, size - 1) < sureness


@given(st.integers(1, 9), st.data())
def test_the_size_is_right_when_every_sample_is_tried(population, data):
    rate = data.draw(shares)
    size, failing = size_to_find(population, rate, SURE), int(rate * population) + 1
    samples = list(combinations(range(population), size))
    finds = sum(any(n < failing for n in sample) for sample in samples)

    assert Fraction(finds, len(samples)) >= SURE


@given(small, st.data())
def test_the_interval_covers_the_truth_as_often_as_it_says(population, data):
    size, failing = data.draw(st.integers(1, population)), data.draw(st.integers(0, population))
    covered = Fraction(0)
    for failed in range(max(0, size - (population - failing)), min(size, failing) + 1):
        between = failing_between(population, size, failed)
        if between.low <= failing <= between.high:
            ways = comb(failing, failed) * comb(population - failing, size - failed)
            covered += Fraction(ways, comb(population, size))

    assert covered >= SURE


@given(small, st.data())
def test_who_looks_at_all_knows_all(population, data):
    failed = data.draw(st.integers(0, population))
    between = failing_between(population, population, failed)

    assert (between.low, between.high) == (failed, failed)


@pytest.mark.parametrize(
    ("population", "size", "failed", "low", "high"), [(1000, 57, 0, 0, 60), (120, 30, 2, 2, 24)]
)
def test_what_a_sample_says_about_all(population, size, failed, low, high):
    between = failing_between(population, size, failed)

    assert (between.low, between.high) == (low, high)


@given(st.sets(st.integers(1, 10**9), max_size=50), st.text(max_size=20), st.integers(0, 60), st.randoms())
def test_a_draw_is_the_same_from_its_seed_in_whatever_order_it_is_asked(keys, seed, size, chance):
    shuffled = list(keys)
    chance.shuffle(shuffled)
    found = drawn(keys, size, seed)

    assert found == drawn(shuffled, size, seed) and digest_of(keys) == digest_of(shuffled)
    assert len(found) == min(size, len(keys)) == len(set(found)) and set(found) <= keys


def test_a_draw_stays_what_it_is_in_every_version():
    assert drawn(range(1, 101), 5, "2010年5月") == [89, 78, 18, 28, 88]


def test_every_one_is_drawn_as_often_as_every_other():
    times = dict.fromkeys(range(20), 0)
    for n in range(4000):
        for key in drawn(times, 5, str(n)):
            times[key] += 1

    assert all(850 < n < 1150 for n in times.values()), times
