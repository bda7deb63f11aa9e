"""From a visit to what is put right: closed is not fixed, the recheck says."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.supervision.actions import (
    answer_finding,
    check_item,
    finish_visit,
    recheck_finding,
    record_finding,
    start_visit,
)
from zhengyou.rooms.supervision.models import Recheck
from zhengyou.rooms.supervision.queries import (
    Standing,
    check_list_of,
    finding_now,
    findings_seen_by,
    findings_to_answer,
    history_of,
    is_overdue,
    standing_of,
    visits_seen_by,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LIMIT = date(2010, 6, 20)


@pytest.fixture
def visit(sent):
    return start_visit(sent.town.supervisor, sent.town.east, group=sent.first, how="unannounced")


@pytest.fixture
def finding(sent, visit):
    return record_finding(
        sent.town.supervisor, visit, what="有6条意见只写“已阅”", whose="支部书记", due_on=LIMIT
    )


def numbers(where, until):
    names = ["supervision_visits", "findings", "findings_due", "findings_put_right", "findings_in_time"]
    found = figures_by_org(Live(), [*names, "findings_overdue"], where, Window(until))[where.pk]
    return [int(found[n].value or 0) for n in (*names, "findings_overdue")]


def test_the_check_list_is_walked_and_what_is_wrong_needs_a_finding(sent, visit):
    by = sent.town.supervisor
    first, second = sent.first.checks.all()
    check_item(by, visit, item=first, how="good")
    check_item(by, visit, item=second, how="wanting")
    with pytest.raises(Refused, match="意见逐条答复了没有"):
        finish_visit(by, visit, words="总的较好")

    record_finding(by, visit, what="6条没有答复", whose="支部书记", due_on=LIMIT, item=second)
    finish_visit(by, visit, words="总的较好")
    assert check_list_of(visit) == [(first, "good"), (second, "wanting")]
    with pytest.raises(Refused, match="已于2010-06-01结束登记"):
        check_item(by, visit, item=first, how="wanting")


def test_closed_is_not_fixed(sent, finding, on):
    town = sent.town
    assert standing_of(finding_now(finding)) is Standing.OPEN

    on(date(2010, 6, 15))
    answer_finding(town.east_secretary, finding, words="逐条答复了")
    assert standing_of(finding_now(finding)) is Standing.ANSWERED
    assert findings_to_answer(town.east) == []
    assert numbers(town.city, date(2010, 6, 30)) == [1, 1, 1, 0, 0, 1]

    with pytest.raises(Refused, match="再改到哪天"):
        recheck_finding(sent.other, finding, holds=False, words="还有2条没有答复")
    recheck_finding(sent.other, finding, holds=False, words="还有2条没有答复", due_on=date(2010, 7, 5))
    now = finding_now(finding)
    assert standing_of(now) is Standing.OPEN and now.limit == date(2010, 7, 5)
    assert findings_to_answer(town.east) == [finding]
    assert numbers(town.city, date(2010, 6, 30)) == [1, 1, 0, 0, 0, 0]

    on(date(2010, 7, 3))
    answer_finding(town.east_secretary, finding, words="2条也答复了")
    recheck_finding(sent.other, finding, holds=True, words="看了答复单，问了提意见的人")
    assert standing_of(finding_now(finding)) is Standing.PUT_RIGHT
    assert numbers(town.city, date(2010, 7, 3)) == [1, 1, 1, 1, 1, 0]
    with pytest.raises(Refused, match="已于2010-07-03复查到位"):
        answer_finding(town.east_secretary, finding, words="再说一遍")
    assert [type(f).__name__ for f in history_of(finding)] == [
        "FindingAnswer",
        "Recheck",
        "FindingAnswer",
        "Recheck",
    ]


def test_overdue_from_the_day_after_the_limit_until_the_recheck(sent, finding, on):
    on(LIMIT)
    assert not is_overdue(finding_now(finding))
    on(LIMIT + timedelta(days=1))
    assert is_overdue(finding_now(finding))

    on(date(2010, 6, 25))
    recheck_finding(sent.town.supervisor, finding, holds=True, words="到现场看了")
    assert not is_overdue(finding_now(finding))
    for day, overdue in (
        (LIMIT, 0),
        (LIMIT + timedelta(days=1), 1),
        (date(2010, 6, 24), 1),
        (date(2010, 6, 25), 0),
    ):
        assert numbers(sent.town.east, day)[-1] == overdue, day
    assert numbers(sent.town.east, date(2010, 6, 30)) == [1, 1, 1, 1, 0, 0]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 40), max_size=4), st.integers(0, 40), st.integers(0, 220))
def test_due_is_what_was_put_right_and_what_is_overdue_or_due_today(sent, finding, limits, right, later):
    """However often a recheck does not hold: what is due is put right, or overdue, or has its limit today."""
    day = finding.visit.visited_on
    with transaction.atomic():
        for days in limits:
            day += timedelta(days=days)
            Recheck.objects.create(
                organisation=finding.organisation, finding=finding, on_day=day, holds=False, words="没有",
                due_on=day + timedelta(days=7),
            )  # fmt: skip
        if right:
            day += timedelta(days=right)
            Recheck.objects.create(
                organisation=finding.organisation, finding=finding, on_day=day, holds=True, words="到位"
            )
        end = max(day, finding.visit.visited_on + timedelta(days=later))
        _visits, _found, due, put_right, _in_time, overdue = numbers(sent.town.city, end)
        limit = finding_now(finding).limit
        with clock.played_at(end):
            assert overdue == is_overdue(finding_now(finding))
        assert due == max(put_right, overdue, int(limit == end))
        assert put_right == bool(right)
        transaction.set_rollback(True)


def test_only_the_group_that_is_sent_there_records_and_looks_again(sent, finding, on):
    town = sent.town
    with pytest.raises(Refused, match="不是“第一督导组”的成员"):
        start_visit(sent.river_supervisor, town.east, group=sent.first, how="talk")
    with pytest.raises(Refused, match="不归“第二督导组”督导"):
        start_visit(sent.river_supervisor, town.east, group=sent.second, how="talk")
    with pytest.raises(Refused, match="现由第一督导组督导"):
        recheck_finding(sent.river_supervisor, finding, holds=True, words="看了")
    with pytest.raises(PermissionDenied):
        recheck_finding(town.office, finding, holds=True, words="看了")
    with pytest.raises(PermissionDenied):
        answer_finding(town.west_secretary, finding, words="替他们答复")
    with pytest.raises(PermissionDenied):
        answer_finding(town.supervisor, finding, words="自己答复自己")


def test_a_second_visit_in_a_quarter_says_why(sent, visit, on):
    town = sent.town
    with pytest.raises(Refused, match="本季度已有1次督导"):
        start_visit(town.supervisor, town.east, group=sent.first, how="talk")
    again = start_visit(town.supervisor, town.east, group=sent.first, how="talk", why_again="复查意见答复")
    assert again.why_again
    on(date(2010, 7, 1))
    assert not start_visit(town.supervisor, town.east, group=sent.first, how="talk").why_again


def test_days_and_words_make_sense(sent, visit, finding, on):
    by = sent.town.supervisor
    for due in (visit.visited_on, visit.visited_on + timedelta(days=181)):
        with pytest.raises(Refused, match="整改期限应在督导"):
            record_finding(by, visit, what="问题", whose="书记", due_on=due)
    with pytest.raises(Refused, match="谁来整改"):
        record_finding(by, visit, what="问题", whose=" ", due_on=LIMIT)
    with pytest.raises(Refused, match="不能晚于今天"):
        start_visit(by, sent.town.west, group=sent.first, how="talk", visited_on=date(2010, 6, 2))
    with pytest.raises(Refused, match="怎样整改"):
        answer_finding(sent.town.east_secretary, finding, words=" ")


def test_both_sides_and_the_office_see_it_and_nobody_else(sent, finding):
    town = sent.town
    for viewer in (town.east_secretary, town.office, town.leader, town.supervisor, sent.other):
        assert list(findings_seen_by(viewer)) == [finding]
        assert visits_seen_by(viewer).count() == 1
    for viewer in (town.west_secretary, town.member, town.stranger):
        assert not findings_seen_by(viewer).exists()
        assert not visits_seen_by(viewer).exists()
