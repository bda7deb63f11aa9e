"""Holding a round, giving out codes, rating, counting."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.ratings.actions import (
    cast_ballot,
    close_round,
    draw_code,
    issue_tokens,
    open_round,
    rate_self,
)
from zhengyou.rooms.ratings.models import Ballot, Token, read_code
from zhengyou.rooms.ratings.queries import (
    ballots_hold,
    box_of,
    boxes_of,
    rating_score,
    results_of,
    subjects_seen_by,
    subjects_to_draw,
)

QUESTIONS = ["承诺的事办得怎么样", "群众的事管得怎么样"]
WEIGHTS = {"good": 100, "fairly_good": 80, "fair": 60, "poor": 30}
NOBODY = AnonymousUser()


def opened(town, **details):
    given = {
        "campaign": town.campaign, "name": "上半年测评", "opens_on": date(2010, 5, 10),
        "closes_on": date(2010, 6, 30), "questions": QUESTIONS, "groups": ["below", "public"],
        "subjects": [town.east, town.west],
    } | details  # fmt: skip
    return open_round(town.office, town.committee, **given)


def box(round, organisation, group):
    return round.subjects.get(organisation=organisation).boxes.get(group=group)


def fill(town, at, *papers):
    for code, answers in zip(issue_tokens(town.office, at, number=len(papers)), papers, strict=True):
        cast_ballot(NOBODY, at, code=code, answers=answers)


@pytest.fixture
def on_first_day(town, on):
    on(date(2010, 5, 10))
    return town


def test_a_code_rates_once(on_first_day):
    town = on_first_day
    at = box(opened(town), town.east, "public")
    code, other = issue_tokens(town.office, at, number=2)

    cast_ballot(NOBODY, at, code=code.lower().replace("-", " "), answers=["good", "poor"])

    with pytest.raises(Refused, match="已经用过"):
        cast_ballot(NOBODY, at, code=code, answers=["good", "good"])
    assert (box_of(code), box_of(other)) == (None, at)
    assert (Ballot.objects.count(), Token.objects.count()) == (1, 1)


def test_a_code_is_good_for_its_own_box_only(on_first_day):
    town = on_first_day
    round = opened(town)
    (code,) = issue_tokens(town.office, box(round, town.east, "public"), number=1)
    with pytest.raises(Refused, match="没有这个评议码"):
        cast_ballot(NOBODY, box(round, town.west, "public"), code=code, answers=["good", "good"])
    assert box_of(code) == box(round, town.east, "public")


@pytest.mark.parametrize("answers", [["good"], ["good", "excellent"], ["good", "good", "good"]])
def test_every_question_gets_one_of_the_four_grades(on_first_day, answers):
    town = on_first_day
    at = box(opened(town), town.east, "public")
    (code,) = issue_tokens(town.office, at, number=1)
    with pytest.raises(Refused, match="没有选等次"):
        cast_ballot(NOBODY, at, code=code, answers=answers)
    assert box_of(code) == at


def test_casting_leaves_no_entry_and_closing_tells_of_all(on_first_day, on):
    town = on_first_day
    round = opened(town)
    at = box(round, town.east, "public")
    codes = issue_tokens(town.office, at, number=7)
    before = Deed.objects.count()
    for code in codes[:6]:
        cast_ballot(town.member, at, code=code, answers=["good", "fair"])
    assert Deed.objects.count() == before
    assert not any(c in d.details + d.words for d in Deed.objects.all() for c in codes)

    on(date(2010, 7, 1))
    closing = close_round(town.office, round)

    entry = Deed.objects.get(did="close_round")
    assert "发出7码，收回6票" in entry.words and closing.digest in entry.words
    assert Token.objects.count() == 0


def test_changed_ballots_are_noticed(on_first_day, on):
    town = on_first_day
    round = opened(town)
    fill(town, box(round, town.east, "public"), *[["good", "fair"]] * 6)
    on(date(2010, 7, 1))
    closing = close_round(town.office, round)
    assert ballots_hold(closing)

    paper = Ballot.objects.first()
    paper.delete()
    Ballot.objects.create(box=paper.box, answers=["poor", "poor"])

    assert not ballots_hold(closing)


def test_nothing_is_told_before_the_boxes_are_opened(on_first_day, on):
    town = on_first_day
    round = opened(town)
    subject = round.subjects.get(organisation=town.east)
    fill(town, box(round, town.east, "public"), *[["good", "fair"]] * 6)
    assert results_of(subject) is None
    assert rating_score(town.east, round, "public", WEIGHTS) is None
    assert not Ballot.objects.filter(answers__isnull=False).exists()

    on(date(2010, 7, 1))
    close_round(town.office, round)

    assert results_of(subject).whole.votes == 6
    assert rating_score(town.east, round, "public", WEIGHTS) == 80


def test_the_boxes_stay_shut_while_somebody_may_still_rate(on_first_day, on):
    town = on_first_day
    round = opened(town)
    at = box(round, town.east, "public")
    codes = issue_tokens(town.office, at, number=2)
    with pytest.raises(Refused, match="截止日"):
        close_round(town.office, round)
    for code in codes:
        cast_ballot(NOBODY, at, code=code, answers=["good", "good"])
    assert close_round(town.office, round).cast == 2
    with pytest.raises(Refused, match="不能再开"):
        close_round(town.office, round)
    with pytest.raises(Refused, match="不再发码"):
        issue_tokens(town.office, at, number=1)


def test_nobody_rates_outside_the_days(on_first_day, on):
    town = on_first_day
    round = opened(town, opens_on=date(2010, 6, 1))
    at = box(round, town.east, "public")
    (code,) = issue_tokens(town.office, at, number=1)
    for day in (date(2010, 5, 31), date(2010, 7, 1)):
        on(day)
        with pytest.raises(Refused, match="不收票"):
            cast_ballot(NOBODY, at, code=code, answers=["good", "good"])


def test_a_small_group_is_told_only_together_with_others(on_first_day, on):
    town = on_first_day
    round = opened(town, groups=["below", "peers", "public"])
    fill(town, box(round, town.east, "public"), *[["good", "good"]] * 9)
    fill(town, box(round, town.east, "below"), *[["fair", "good"]] * 6)
    fill(town, box(round, town.east, "peers"), *[["poor", "good"]] * 3)
    on(date(2010, 7, 1))
    close_round(town.office, round)

    found = results_of(round.subjects.get(organisation=town.east))

    assert [(g.group, g.tally and g.tally.votes) for g in found.groups] == [
        ("below", None), ("peers", None), ("public", 9)]  # fmt: skip
    assert found.together.counts[0] == {"good": 0, "fairly_good": 0, "fair": 6, "poor": 3}
    assert rating_score(town.east, round, "peers", WEIGHTS) is None
    assert rating_score(town.east, round, "public", WEIGHTS) == 100


def test_too_few_votes_are_not_told_at_all(on_first_day, on):
    town = on_first_day
    round = opened(town)
    fill(town, box(round, town.east, "public"), *[["poor", "poor"]] * 4)
    on(date(2010, 7, 1))
    close_round(town.office, round)
    found = results_of(round.subjects.get(organisation=town.east))
    assert (found.whole, found.together) == (None, None)
    assert all(g.tally is None for g in found.groups)


def test_an_organisation_answers_about_itself_by_name(on_first_day, on):
    town = on_first_day
    round = opened(town, groups=["public", "self"])
    subject = round.subjects.get(organisation=town.east)
    rate_self(town.east_secretary, subject, answers=["fair", "fair"])
    rate_self(town.east_secretary, subject, answers=["good", "fairly_good"])
    with pytest.raises(PermissionDenied):
        rate_self(town.west_secretary, subject, answers=["poor", "poor"])
    on(date(2010, 7, 1))
    close_round(town.office, round)
    assert rating_score(town.east, round, "self", WEIGHTS) == 90
    with pytest.raises(Refused, match="不能再改"):
        rate_self(town.east_secretary, subject, answers=["good", "good"])


def test_a_member_draws_one_code_for_ones_own_branch(on_first_day):
    town = on_first_day
    round = opened(town)
    subject = round.subjects.get(organisation=town.east)
    assert list(subjects_to_draw(town.member)) == [subject]

    code = draw_code(town.member, subject)

    assert box_of(code) == box(round, town.east, "below")
    assert not subjects_to_draw(town.member).exists()
    with pytest.raises(Refused, match="已经领过"):
        draw_code(town.member, subject)
    with pytest.raises(PermissionDenied):
        draw_code(town.member, round.subjects.get(organisation=town.west))
    assert code not in "".join(d.details + d.words for d in Deed.objects.all())


def test_codes_out_and_used_are_known_box_by_box(on_first_day):
    town = on_first_day
    round = opened(town)
    at = box(round, town.east, "public")
    codes = issue_tokens(town.office, at, number=3)
    cast_ballot(NOBODY, at, code=codes[1], answers=["good", "good"])
    draw_code(town.member, round.subjects.get(organisation=town.east))
    assert [(s.box.group, s.out, s.used) for s in boxes_of(round)] == [
        ("below", 1, 0), ("public", 3, 1), ("below", 0, 0), ("public", 0, 0)]  # fmt: skip


def test_only_those_who_hold_a_round_give_out_its_codes(on_first_day):
    town = on_first_day
    round = opened(town)
    at = box(round, town.east, "public")
    for stranger in (town.east_secretary, town.member, town.supervisor, town.stranger, NOBODY):
        with pytest.raises(PermissionDenied):
            issue_tokens(stranger, at, number=1)
        with pytest.raises(PermissionDenied):
            close_round(stranger, round)


def test_a_secretary_sees_the_result_of_ones_own_branch_only(on_first_day):
    town = on_first_day
    round = opened(town)
    seen = {
        u.username: sorted(s.organisation.short_name for s in subjects_seen_by(u))
        for u in (town.east_secretary, town.office, town.member, town.stranger)
    }
    assert seen == {"east": ["东街村"], "office": ["东街村", "西街社区"], "li": [], "stranger": []}
    assert round.subjects.count() == 2


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"questions": [" "]}, "问题"),
        ({"groups": []}, "由谁来评"),
        ({"groups": ["named"]}, "由谁来评"),
        ({"closes_on": date(2010, 5, 9)}, "截止日期"),
        ({"subjects": []}, "要评的组织"),
    ],
)
def test_a_round_that_makes_no_sense_is_refused(on_first_day, details, words):
    with pytest.raises(Refused, match=words):
        opened(on_first_day, **details)


def test_only_organisations_beneath_are_rated(on_first_day):
    with pytest.raises(Refused, match="河东村"):
        opened(on_first_day, subjects=[on_first_day.river])


def test_a_mistyped_code_is_told_from_an_unknown_one(on_first_day):
    town = on_first_day
    at = box(opened(town), town.east, "public")
    (code,) = issue_tokens(town.office, at, number=1)
    signs = code.replace("-", "")
    assert read_code(f" {signs[:3]} {signs[3:].lower()} ") == signs
    wrong = [signs[:n] + s + signs[n + 1 :] for n in range(10) for s in "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
             if s != signs[n]]  # fmt: skip
    swapped = [
        signs[:n] + signs[n + 1] + signs[n] + signs[n + 2 :] for n in range(8) if signs[n] != signs[n + 1]
    ]
    assert not any(read_code(w) for w in wrong + swapped)
