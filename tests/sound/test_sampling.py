"""How many to look at, checked by counting every sample there is; and the draw, the same for everybody."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.sampling import chance_to_find, drawn, sample_size


@given(st.integers(1, 9), st.data())
def test_the_chance_is_what_counting_all_samples_gives(population, data):
    bad = data.draw(st.integers(0, population))
    size = data.draw(st.integers(0, population))
    samples = list(combinations(range(population), size))
    with_one = sum(any(n < bad for n in sample) for sample in samples)

    assert chance_to_find(population, bad, size) == Fraction(with_one, len(samples))


@given(st.integers(1, 400), st.fractions(0, Fraction(99, 100)), st.fractions(Fraction(1, 100), 1))
def test_it_is_enough_and_one_fewer_is_not(population, rate, chance):
    size = sample_size(population, rate, chance)
    bad = next(n for n in range(population + 1) if n > rate * population or n == population)

    assert 0 < size <= population
    assert chance_to_find(population, bad, size) >= chance
    assert chance_to_find(population, bad, size - 1) < chance


@pytest.mark.parametrize(
    ("population", "rate", "chance", "size"),
    [
        (60, "1/10", "95/100", 20),
        (44703, "1/100", "95/100", 297),
        (8, "5/100", "95/100", 8),
        (1, "0", "1", 1),
    ],
)
def test_sizes_that_one_may_look_up(population, rate, chance, size):
    assert sample_size(population, Fraction(rate), Fraction(chance)) == size


def test_nobody_to_look_at():
    assert sample_size(0, Fraction(1, 10), Fraction(9, 10)) == 0


def test_nonsense_is_an_error():
    for rate, chance in ((1, 1), (-1, 1), (0, 0), (0, 2)):
        with pytest.raises(ValueError, match="rate"):
            sample_size(10, Fraction(rate), Fraction(chance))
    with pytest.raises(ValueError, match="more than there are"):
        chance_to_find(3, 4, 1)


@given(st.sets(st.integers(1, 10**9), max_size=60), st.text(), st.integers(0, 70), st.randoms())
def test_a_draw_follows_from_its_seed_alone(keys, seed, size, chance):
    shuffled = list(keys)
    chance.shuffle(shuffled)
    once = drawn(seed, shuffled, size)

    assert once == drawn(seed, sorted(keys), size) == sorted(once)
    assert set(once) <= keys and len(once) == min(size, len(keys))
    assert set(drawn(seed, keys, max(size - 1, 0))) <= set(once)  # a larger sample holds the smaller


def test_everybody_is_drawn_about_equally_often():
    often = [0] * 10
    for seed in range(2000):
        for key in drawn(str(seed), range(10), 3):
            often[key] += 1

    assert all(520 <= n <= 680 for n in often)  # 600 each, within four deviations
