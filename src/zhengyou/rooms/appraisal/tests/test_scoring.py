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
        lost = sum(score.lost(leaf) for leaf in score.leaves)
        assert score.base + lost == score.full


def test_a_base_and_the_bonus_of_one_report_make_its_total():
    """“自评分为123.5分，其中奖励和工作创新加分24分” (003t): 99.5 and 24."""
    base = lines([(80, Fraction(795, 800)), (20, Fraction(1))])
    score = Score(base, BANDS, [Fraction(15), Fraction(9)], most_bonus=Fraction(30))

    assert score.base == Fraction("99.5") and score.bonus == 24
    assert score.points == Fraction("123.5") and score.shown == Decimal("123.50")


TREES = st.lists(LEAVES, min_size=1, max_size=4)
RULES = st.sampled_from(["whole", "heading"])


def tree(headings) -> tuple[Line, ...]:
    made = []
    for h, leaves in enumerate(headings):
        below = tuple(
            Line(f"{h}.{n}", "", Fraction(full), reached) for n, (full, reached) in enumerate(leaves)
        )
        made.append(Line(str(h), "", sum(line.full for line in below), children=below))
    return tuple(made)


@given(TREES, RULES)
def test_what_lines_are_worth_makes_the_full_points_whatever_is_missing(headings, missing):
    score = Score(tree(headings), BANDS, missing=missing)

    if score.points is not None:
        assert sum(score.worth.values()) == score.full
        assert all(worth > 0 for worth in score.worth.values())


@given(TREES, RULES, st.randoms())
def test_a_score_does_not_depend_on_the_order_of_lines(headings, missing, dice):
    made = list(tree(headings))
    before = Score(tuple(made), BANDS, missing=missing).points
    dice.shuffle(made)

    assert Score(tuple(made), BANDS, missing=missing).points == before


@given(TREES, RULES, st.data())
def test_reaching_more_of_a_line_never_lowers_a_score(headings, missing, data):
    judged = [
        (h, n) for h, leaves in enumerate(headings) for n, leaf in enumerate(leaves) if leaf[1] is not None
    ]
    if not judged:
        return
    h, n = data.draw(st.sampled_from(judged))
    full, reached = headings[h][n]
    more = data.draw(st.fractions(reached, 1, max_denominator=50))
    better = [list(leaves) for leaves in headings]
    better[h][n] = (full, max(reached, more))

    before, after = (Score(tree(t), BANDS, missing=missing).points for t in (headings, better))
    assert after >= before


def test_points_of_a_missing_line_stay_in_its_heading_where_the_scheme_says_so():
    half = Line(
        "A",
        "",
        Fraction(60),
        children=(Line("A1", "", Fraction(30), Fraction(1, 2)), Line("A2", "", Fraction(30))),
    )
    whole = Line("B", "", Fraction(40), Fraction(1))

    assert Score((half, whole), BANDS, missing="heading").points == 30 + 40
    assert Score((half, whole), BANDS).points == Fraction(55 * 100, 70)


def test_a_score_is_rounded_once_as_the_scheme_says():
    score = Score(
        lines([(60, Fraction(2, 3)), (40, Fraction(899, 900))]), Bands(Fraction(60), Fraction(80), 0)
    )

    assert (score.shown, score.tier) == (Decimal("80"), "advanced")
    assert score.points < 80
