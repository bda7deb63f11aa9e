"""Points are exact, missing things are not zero, and a veto never changes points."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.rooms.appraisal.queries import Bands, Line, Score, rounded

BANDS = Bands(Fraction(60), Fraction(85))
REACHED = st.one_of(st.none(), st.fractions(0, 1, max_denominator=50))
LEAVES = st.lists(st.tuples(st.integers(1, 40), REACHED), min_size=1, max_size=8)


def lines(leaves) -> tuple[Line, ...]:
    return tuple(Line(str(n), "", Fraction(full), reached) for n, (full, reached) in enumerate(leaves))


def test_a_score_as_an_office_works_it_out_by_hand():
    promises = Line(
        "A", "承诺", Fraction(40), children=lines([(25, Fraction(26, 29)), (15, Fraction(11, 12))])
    )
    rated = Line("C", "测评", Fraction(60), Fraction(909, 1000))
    score = Score((promises, rated), BANDS, [Fraction(5)], [Fraction(1)], Fraction(3))

    assert rounded(promises.points) == Decimal("36.16")
    assert score.bonus == 3 and rounded(score.points) == Decimal("92.70") and score.tier == "advanced"


def test_what_cannot_be_judged_is_left_out_and_the_rest_scaled():
    score = Score(lines([(50, Fraction(9, 10)), (50, None)]), BANDS)

    assert score.points == 90 and score.judged == 50
    assert Score(lines([(50, None)]), BANDS).points is None


@pytest.mark.parametrize(
    ("points", "tier"), [("59.994", "lagging"), ("59.995", "middle"), ("84.99", "middle"), ("85", "advanced")]
)
def test_a_tier_follows_the_points_as_they_are_shown(points, tier):
    assert BANDS.tier(Fraction(points)) == tier


def test_a_veto_denies_a_tier_and_takes_no_points():
    score = Score(lines([(100, Fraction(1))]), BANDS, at_most=["middle"])

    assert score.points == 100 and score.tier == "middle"


def test_halves_are_rounded_away_from_zero():
    assert [rounded(Fraction(n, 1000)) for n in (5, -5, 125)] == [
        Decimal("0.01"),
        Decimal("-0.01"),
        Decimal("0.13"),
    ]


@given(LEAVES)
def test_headings_change_nothing(leaves):
    flat = Score(lines(leaves), BANDS)
    under = Line("A", "", sum(line.full for line in flat.lines), children=flat.lines)

    assert Score((under,), BANDS).points == flat.points


@given(LEAVES, st.fractions(0, 20), st.fractions(0, 20), st.fractions(0, 10))
def test_a_score_stays_between_nothing_and_full_points_with_the_bonus_allowed(leaves, bonus, taken, most):
    score = Score(lines(leaves), BANDS, [bonus], [taken], most)

    if score.points is not None:
        assert 0 <= score.points <= score.full + most
        lost = sum(line.lost for line in score.lines) * score.scale
        assert score.base + lost == score.full
