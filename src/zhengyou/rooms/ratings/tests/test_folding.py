"""No published set of counts lets a folded group be found by adding and subtracting."""

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from zhengyou.rooms.ratings.queries import folded

GROUPS = ["below", "peers", "above", "public"]
votes = st.fixed_dictionaries({g: st.one_of(st.integers(0, 12), st.integers(0, 400)) for g in GROUPS})


def published(votes):
    """What is told, each as the groups it adds up: groups apart, the folded ones together, the whole."""
    hidden = folded(votes)
    if hidden is None:
        return []
    cast = {g for g in votes if votes[g]}
    return [s for s in ([{g} for g in cast - set(hidden)] + [set(hidden), cast]) if s]


def rank(rows):
    """The rank of a matrix, exactly."""
    rows, found = [[Fraction(x) for x in r] for r in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in rows[found:] if r[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for i, r in enumerate(rows):
            if i != found and r[column]:
                rows[i] = [a - r[column] / pivot[column] * b for a, b in zip(r, pivot, strict=True)]
        found += 1
    return found


@given(votes)
@example({"below": 20, "peers": 3, "above": 0, "public": 0})
@example({"below": 20, "peers": 1, "above": 1, "public": 9})
def test_no_group_below_five_can_be_worked_out(votes):
    cast = [g for g in GROUPS if votes[g]]
    told = [[int(g in s) for g in cast] for s in published(votes)]
    for small in (g for g in cast if votes[g] < 5):
        alone = [int(g == small) for g in cast]
        assert rank([*told, alone]) > rank(told), (small, published(votes))


@given(votes)
def test_no_sum_of_fewer_than_five_votes_can_be_worked_out(votes):
    """Apart, together, or the difference of any two things told."""
    told = published(votes)
    sums = told + [a - b for a in told for b in told if b < a]
    assert all(sum(votes[g] for g in s) >= 5 for s in sums)


@given(votes)
def test_no_more_is_folded_than_needed(votes):
    hidden = folded(votes)
    cast = [g for g in GROUPS if votes[g]]
    if all(votes[g] >= 5 for g in cast):
        assert hidden == ()
    elif hidden is None:
        assert len(cast) == 1 or sum(votes.values()) < 5
    else:
        large = [g for g in hidden if votes[g] >= 5]
        assert len(large) <= 1, "one large group is company enough"


def test_the_next_smallest_keeps_a_single_small_group_company():
    assert folded({"below": 8, "peers": 3, "above": 0, "public": 60}) == ("below", "peers")
    assert folded({"below": 8, "peers": 3, "above": 2, "public": 60}) == ("peers", "above")
    assert folded({"below": 8, "peers": 1, "above": 2, "public": 60}) == ("below", "peers", "above")
    assert folded({"below": 8, "peers": 7, "above": 0, "public": 60}) == ()
    assert folded({"below": 0, "peers": 0, "above": 0, "public": 4}) is None
