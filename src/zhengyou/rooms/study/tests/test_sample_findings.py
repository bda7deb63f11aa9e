"""What a sample says becomes a finding of the supervision group, once, in the words of the sample."""

from datetime import date
from decimal import Decimal

import pytest

from zhengyou.rooms.study.actions import conclude_sample, draw_sample, judge_sampled, register_work
from zhengyou.rooms.supervision.actions import assign_group, form_group, join_group, start_visit
from zhengyou.rooms.supervision.queries import findings_seen_by

pytestmark = pytest.mark.django_db
START, JUNE = date(2010, 5, 10), date(2010, 6, 30)
CHECKS = ("学习记录真不真",)


@pytest.fixture
def sample(june):
    for n in range(20):
        register_work(
            june.east_secretary, june.east, person=june.li, kind="note", title=f"第{n}篇",
            written_on=date(2010, 6, 1), characters=500,
        )  # fmt: skip
    return draw_sample(
        june.supervisor, june.east, kind="note", since=START, until=JUNE, rate=Decimal(20),
        sureness=Decimal(90), seed="drawn before looking",
    )  # fmt: skip


def looked_at(town, sample, failing):
    for item in sample.items.all():
        fails = item.number <= failing
        judge_sampled(town.supervisor, item, fails=fails, remark="抄的" if fails else "")
    return conclude_sample(town.supervisor, sample)


@pytest.fixture
def visited(june):
    group = form_group(june.office, june.city, campaign=june.campaign, name="第一督导组", checks=CHECKS)
    join_group(june.office, group, user=june.supervisor, leads=True)
    assign_group(june.office, group, organisation=june.committee)
    return start_visit(june.supervisor, june.east, group=group, how="open")


def address(sample):
    return f"/study/samples/{sample.pk}/finding/"


def test_a_result_is_entered_as_a_finding_with_its_interval(june, sample, visited, client, visit):
    looked_at(june, sample, failing=2)
    page = visit(june.supervisor, f"/study/samples/{sample.pk}/").content.decode()
    assert address(sample) in page

    said = {"visit": visited.pk, "whose": "支部书记", "due_on": "2010-07-20"}
    client.post(address(sample), said)

    found = findings_seen_by(june.east_secretary).get()
    assert found.visit_id == visited.pk and found.due_on == date(2010, 7, 20)
    size = sample.items.count()
    assert f"看了{size}篇，2篇不合要求；推断全部20篇中有" in found.what and "（90%的把握）" in found.what


def test_it_is_entered_once(june, sample, visited, client, visit):
    looked_at(june, sample, failing=1)
    client.force_login(june.supervisor)
    said = {"visit": visited.pk, "whose": "支部书记", "due_on": "2010-07-20"}
    client.post(address(sample), said)

    assert client.post(address(sample), said).status_code == 404
    page = visit(june.supervisor, f"/study/samples/{sample.pk}/").content.decode()
    assert "已登记为督导发现" in page and address(sample) not in page
    assert findings_seen_by(june.supervisor).count() == 1


def test_a_limit_that_is_none_comes_back_with_the_reason(june, sample, visited, client):
    looked_at(june, sample, failing=1)
    client.force_login(june.supervisor)
    answer = client.post(address(sample), {"visit": visited.pk, "whose": "支部书记", "due_on": "2010-06-30"})

    assert answer.status_code == 422 and "整改期限" in answer.content.decode()


def test_nothing_to_put_right_nothing_concluded_or_nobody_there_is_no_finding(june, sample, visited, visit):
    visit(june.supervisor, address(sample), status=404)
    looked_at(june, sample, failing=0)

    visit(june.supervisor, address(sample), status=404)


def test_only_the_group_that_is_there_enters_it(june, sample, visited, visit):
    looked_at(june, sample, failing=1)

    for other in (june.office, june.east_secretary, june.stranger):
        visit(other, address(sample), status=404)
