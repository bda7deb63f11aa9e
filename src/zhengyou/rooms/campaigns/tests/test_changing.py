"""A running campaign is changed from a day on: everybody concerned reads it, and the days before stay as they were."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.rooms.campaigns.actions import add_requirement, amend_requirement, withdraw_requirement
from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.campaigns.queries import progress_of, requirements_of, timeline_of
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list

JUNE, JULY = date(2010, 6, 1), date(2010, 7, 1)
LESS = {"study_hours": "2", "collective_share": "2/3"}


@pytest.fixture
def june(on):
    on(JUNE)


@pytest.fixture
def study(town):
    return town.campaign.requirements.get(code="study")


def change(town, study, **told):
    given = {"effective_on": JUNE, "words": "农忙", "due_on": date(2010, 7, 31)} | told
    return amend_requirement(town.office, study, **given)


def stands(town, on=None):
    return {r.code: (r.due_on, r.needs, r.asks) for r in requirements_of(town.campaign, town.east, on=on)}


def met(town, study, on=None):
    return progress_of(town.campaign, town.east, Live(), on)[town.east.pk][study.pk].met


@pytest.mark.django_db
@pytest.mark.database
def test_a_day_is_moved_from_a_day_on(town, june, study):
    change(town, study, effective_on=date(2010, 6, 10))

    assert stands(town)["study"][0] == date(2010, 6, 30)
    assert stands(town, date(2010, 6, 9))["study"][0] == date(2010, 6, 30)
    assert stands(town, date(2010, 6, 10))["study"][0] == date(2010, 7, 31)


@pytest.mark.django_db
@pytest.mark.database
def test_a_lower_bound_counts_from_its_day_and_earlier_figures_stay(town, on, study):
    on(date(2010, 5, 20))
    meeting = call_meeting(
        town.east_secretary, town.east, kind="study", title="学习", held_on=date(2010, 5, 20), minutes=90,
        campaign=town.campaign, stage=None, place="",
    )  # fmt: skip
    record_list(town.east_secretary, meeting, hows={town.li.pk: "present"})
    close_list(town.east_secretary, meeting)
    on(JUNE)
    change(town, study, needs=LESS, asks="每名党员2学时", due_on=None, effective_on=date(2010, 6, 5))
    on(date(2010, 6, 10))

    days = (date(2010, 5, 31), date(2010, 6, 4), date(2010, 6, 5), date(2010, 6, 10))
    assert [met(town, study, day) for day in days] == [0, 0, 1, 1]
    assert stands(town)["study"][1:] == (LESS, "每名党员2学时")


@pytest.mark.django_db
@pytest.mark.database
def test_what_is_withdrawn_is_asked_of_nobody_and_was_asked_before(town, june, study):
    town.campaign.requirements.create(
        organisation=town.city, code="pledged", name="承诺", asks="承诺", rule="member_pledged", grain="person",
        needs={"pledges_published": "1"}, due_on=date(2010, 9, 20),
    )  # fmt: skip
    withdraw_requirement(town.office, study, effective_on=JUNE, words="与上级活动重复")

    assert set(stands(town)) == {"pledged"} and set(stands(town, date(2010, 5, 31))) == {"study", "pledged"}
    assert study.pk not in progress_of(town.campaign, town.east, Live())[town.east.pk]
    [period, *_rest] = timeline_of(town.campaign, town.east)
    assert [a.withdrawn for a in period.asks] == [True]
    with pytest.raises(Refused, match="已经撤回"):
        change(town, study, effective_on=date(2010, 6, 2))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"effective_on": date(2010, 5, 31)}, "以前的数据不改"),
        ({"words": " "}, "为什么改"),
        ({"due_on": date(2010, 6, 30)}, "没有变"),
        ({"needs": LESS}, "说法也改好"),
        ({"needs": {"works": "2"}, "asks": "2篇"}, "只看"),
        ({"due_on": date(2011, 3, 1)}, "截止日应在"),
    ],
)
def test_what_cannot_be_changed_so_is_refused_in_words(town, june, study, told, words):
    with pytest.raises(Refused, match=words):
        change(town, study, **told)
    assert not study.amendments.exists()


@pytest.mark.django_db
@pytest.mark.database
def test_changes_follow_one_another_in_time(town, june, study):
    change(town, study, effective_on=date(2010, 6, 10))
    with pytest.raises(Refused, match="更晚的一天"):
        change(town, study, effective_on=date(2010, 6, 5), due_on=date(2010, 8, 1))

    change(town, study, effective_on=date(2010, 6, 20), due_on=date(2010, 8, 31))
    assert [stands(town, date(2010, 6, n))["study"][0].month for n in (9, 10, 20)] == [6, 7, 8]


@pytest.mark.django_db
def test_the_last_requirement_is_not_withdrawn(town, june, study):
    with pytest.raises(Refused, match="唯一的一条"):
        withdraw_requirement(town.office, study, effective_on=JUNE, words="不要了")


@pytest.mark.django_db
def test_below_one_may_not_change_what_stands_above_nor_go_below_it(town, june, study):
    with pytest.raises(PermissionDenied):
        amend_requirement(town.east_secretary, study, effective_on=JUNE, words="忙", due_on=JULY)
    own = add_requirement(
        town.east_secretary, town.east, campaign=town.campaign, name="多学", asks="45学时", rule="enough_study",
        needs={"study_hours": "45"}, grain="person", due_on=date(2010, 6, 30),
    )  # fmt: skip

    told = {"effective_on": JUNE, "words": "忙"}
    with pytest.raises(Refused, match="不能低于"):
        amend_requirement(town.east_secretary, own, needs={"study_hours": "30"}, asks="30学时", **told)
    assert amend_requirement(town.east_secretary, own, needs={"study_hours": "42"}, asks="42学时", **told)


@pytest.mark.django_db
def test_a_campaign_that_is_over_is_not_changed(town, on, study):
    on(date(2011, 2, 1))

    with pytest.raises(Refused, match="结束，不再要求什么"):
        change(town, study, effective_on=date(2011, 2, 1))


@pytest.mark.django_db
def test_an_office_changes_it_on_a_page_and_everybody_reads_it(town, june, study, visit, client):
    address = f"/campaigns/striving/requirements/{study.pk}/"
    visit(town.office, address)
    sent = {
        "need_study_hours": "36", "need_collective_share": "2/3", "asks": "每名党员36学时", "due_on": "2010-07-31",
        "effective_on": "2010-06-01", "words": "农忙",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302

    told = "截止由2010年6月30日改为2010年7月31日；学时由40学时改为36学时"
    for viewer, page in (
        (town.office, "/campaigns/striving/"),
        (town.east_secretary, "/campaigns/striving/week/"),
        (town.member, "/mine/"),
        (town.member, "/campaigns/striving/timeline/"),
    ):
        shown = visit(viewer, page).content.decode()
        assert told in shown and "农忙" in shown, page
    assert Requirement.objects.get(pk=study.pk).due_on == date(2010, 6, 30)


@pytest.mark.django_db
def test_only_who_may_change_it_finds_the_page(town, june, study, visit):
    for viewer in (town.east_secretary, town.member, town.leader, town.stranger):
        visit(viewer, f"/campaigns/striving/requirements/{study.pk}/", status=404)
    visit(town.stranger, "/campaigns/striving/timeline/", status=404)


@pytest.mark.django_db
def test_a_refused_change_keeps_what_was_typed(town, june, study, client):
    client.force_login(town.office)
    sent = {
        "need_study_hours": "36", "need_collective_share": "2/3", "asks": study.asks, "due_on": "2010-07-31",
        "effective_on": "2010-06-01", "words": "农忙得很",
    }  # fmt: skip
    page = client.post(f"/campaigns/striving/requirements/{study.pk}/", sent)

    assert page.status_code == 422
    assert "说法也改好" in page.content.decode() and "农忙得很" in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/campaigns/striving/week/", "/campaigns/striving/timeline/"])
def test_pages_ask_as_much_however_often_something_was_changed(town, june, study, visit, address):
    visit(town.east_secretary, address)
    counts = []
    for day in (10, 20, 25):
        change(town, study, effective_on=date(2010, 6, day), due_on=date(2010, 8, day))
        with CaptureQueriesContext(connection) as asked:
            visit(town.east_secretary, address)
        counts.append(len(asked))

    assert counts[0] == counts[1] == counts[2] <= 60
