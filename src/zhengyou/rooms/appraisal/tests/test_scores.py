"""Scores from facts and ballots: recounted by hand, with marks, vetoes, things not yet there."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.errors import Refused
from zhengyou.rooms.appraisal.actions import (
    dispute_score,
    give_mark,
    reply_to_dispute,
    retract_mark,
)
from zhengyou.rooms.appraisal.queries import disputes_waiting_for, rounded, score_of, scores_of
from zhengyou.rooms.appraisal.tests.played import (
    LATE_AUTUMN,
    appraised_town,
    promised,
    rated,
    scheme_for,
)
from zhengyou.rooms.comments.actions import give_comment


@pytest.fixture
def scheme(town, on):
    made = appraised_town(town)
    on(LATE_AUTUMN)
    return made


def clause(scheme, kind):
    return scheme.clauses.get(kind=kind)


def mark(town, scheme, kind="deduction", points="2"):
    return give_mark(
        town.office, town.east, clause=clause(scheme, kind), points=points, words="路灯报修20天没人管"
    )


@pytest.mark.database
def test_a_score_is_what_one_works_out_with_a_pencil(town, scheme):
    east = score_of(town.east, scheme).score
    # A1 3/4 × 30, A2 1/1 × 20, B1 all good × 20, B2 (5×100 + 5×60)/10 = 80 % of 30
    lines = {leaf.number: leaf.points for line in east.lines for leaf in line.leaves}
    assert {k: rounded(v) for k, v in lines.items()} == {
        "A1": Decimal("22.50"),
        "A2": Decimal("20.00"),
        "B1": Decimal("20.00"),
        "B2": Decimal("24.00"),
    }
    assert (rounded(east.points), east.tier) == (Decimal("86.50"), "advanced")


@pytest.mark.database
def test_a_group_too_small_to_tell_of_counts_as_the_sum_in_which_it_is_folded(town, scheme):
    west = score_of(town.west, scheme).score
    # Two members (good) folded with the public's six (poor): (2×100 + 6×30)/8 = 47.5 % on both lines.
    assert [leaf.reached for leaf in west.lines[1].leaves] == [Fraction(475, 1000)] * 2
    assert west.judged == 100 and rounded(west.points) == Decimal("23.75") and west.tier == "lagging"


@pytest.mark.database
def test_a_rating_still_open_is_left_out_and_the_rest_scaled(town, on):
    promised(town, town.east, town.east_secretary, kept=3, due=4)
    made = scheme_for(town, rated(town, closed=False))
    on(LATE_AUTUMN)
    east = score_of(town.east, made).score
    assert east.judged == 50
    assert rounded(east.points) == Decimal("85.00")  # (22.5 + 20) of 50, of 100


@pytest.mark.database
def test_the_whole_list_says_the_same_as_each_score_alone_on_either_engine(town, scheme):
    branches = [town.east, town.west, town.river]
    alone = [score_of(o, scheme).score.points for o in branches]
    Snapshot.here().refresh()
    for engine in (Live(), Snapshot.here()):
        assert [a.score.points for a in scores_of(scheme, branches, town.city, engine)] == alone
    assert alone[2] is None  # 河东村 promised nothing and was not rated: nothing to judge is not zero


def test_a_list_costs_the_same_queries_however_long_it_is(town, scheme):
    assert scheme.round  # read before, as the page does

    def cost(organisations):
        with CaptureQueriesContext(connection) as queries:
            scores_of(scheme, organisations, town.city, Live())
        return len(queries)

    assert cost([town.east]) == cost([town.east, town.west, town.river])


def test_bonus_deduction_and_veto(town, scheme):
    mark(town, scheme, "bonus", "3")
    mark(town, scheme, "bonus", "3")  # twice three, but the scheme adds three at most
    mark(town, scheme, "deduction", "2")
    found = score_of(town.east, scheme).score
    assert (rounded(found.points), found.tier) == (Decimal("87.50"), "advanced")

    mark(town, scheme, "veto", "0")
    denied = score_of(town.east, scheme).score
    assert (denied.points, denied.tier) == (found.points, "middle")


@pytest.mark.parametrize(
    ("kind", "points", "day", "words"),
    [
        ("deduction", "3", LATE_AUTUMN, "每次最多2分，不能是3分"),
        ("deduction", "0", LATE_AUTUMN, "每次最多2分，不能是0分"),
        ("veto", "1", LATE_AUTUMN, "只影响档次，不加减分"),
        ("bonus", "1", date(2010, 5, 1), "不在考评期内"),
        ("bonus", "1", date(2010, 11, 2), "不在考评期内"),
    ],
)
def test_a_mark_that_the_scheme_does_not_foresee_is_refused(town, scheme, kind, points, day, words):
    with pytest.raises(Refused, match=words):
        give_mark(
            town.office, town.east, clause=clause(scheme, kind), points=points, words="事由", on_day=day
        )


def test_a_dispute_that_holds_takes_the_points_back(town, scheme):
    before = score_of(town.east, scheme).score.points
    given = mark(town, scheme)
    assert score_of(town.east, scheme).score.points == before - 2
    dispute = dispute_score(
        town.east_secretary, town.east, scheme=scheme, mark=given, words="第3天已修好，有工单"
    )
    # Monday 1 November 2010 and five working days
    assert dispute.due_on == date(2010, 11, 8)
    assert disputes_waiting_for(town.office) == [dispute]
    assert score_of(town.east, scheme).score.points == before - 2  # shown as before until answered

    reply_to_dispute(town.office, dispute, holds=True, words="查工单属实")

    appraised = score_of(town.east, scheme)
    assert appraised.score.points == before and appraised.marks[0].retraction.why == "查工单属实"
    assert disputes_waiting_for(town.office) == []
    with pytest.raises(Refused, match="已经答复"):
        reply_to_dispute(town.office, dispute, holds=False, words="再查")
    with pytest.raises(Refused, match="已经撤销"):
        retract_mark(town.office, given, why="重复")


def test_a_dispute_that_does_not_hold_changes_nothing(town, scheme):
    given = mark(town, scheme)
    before = score_of(town.east, scheme).score.points
    dispute = dispute_score(town.east_secretary, town.east, scheme=scheme, mark=given, words="不是我们的事")
    reply_to_dispute(town.office, dispute, holds=False, words="工单写明由东街村办")
    assert score_of(town.east, scheme).score.points == before


def test_only_what_stands_on_ones_own_score_is_disputed(town, scheme):
    given = mark(town, scheme)
    with pytest.raises(Refused, match="本组织得分单上的一项"):
        dispute_score(town.west_secretary, town.west, scheme=scheme, mark=given, words="不对")
    with pytest.raises(Refused, match="本组织得分单上的一项"):
        dispute_score(town.east_secretary, town.east, scheme=scheme, words="都不对")


def test_a_committee_is_not_appraised_by_a_scheme_for_branches(town, scheme):
    with pytest.raises(Refused, match="不在“年度考评”的考评范围内"):
        give_comment(town.leader, town.committee, on=scheme, words="再实一些")
    with pytest.raises(Refused, match="不在“年度考评”的考评范围内"):
        give_mark(town.office, town.committee, clause=scheme.clauses.first(), words="推广", points="1")
