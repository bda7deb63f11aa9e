"""One click is enough; who wants to may fit a campaign to oneself, and a programme that asks for plans gets answers out."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.town import START
from zhengyou.core.errors import Refused
from zhengyou.rooms.campaigns.actions import adapt_plan, adopt_plan, answer_plan, file_plan
from zhengyou.rooms.campaigns.models import Plan
from zhengyou.rooms.campaigns.queries import plan_of, taken_up

WORDS = "一、学什么：党章和农技。二、怎么学：夜校，每周二晚。三、办什么：修好东渠。"


@pytest.fixture
def asked(town, on):
    """A historical programme that asks every organisation for a plan of its own by the end of May."""
    on(START)
    town.campaign.pack = {"own_plans": {"due_on": "2010-05-31"}}
    town.campaign.save()
    return town.campaign


def hand_in(town, theme="田间先锋"):
    return file_plan(town.east_secretary, town.east, campaign=town.campaign, theme=theme, words=WORDS)


@pytest.mark.django_db
@pytest.mark.database
def test_days_may_be_set_inside_a_stage_and_not_outside(town, on):
    on(START)
    inside, outside = (date(2010, 5, 20), date(2010, 6, 20)), (date(2010, 5, 20), date(2010, 7, 5))

    with pytest.raises(Refused, match="学习动员”的日期应在2010-05-10到2010-06-30"):
        adapt_plan(
            town.east_secretary, town.east, campaign=town.campaign, theme="田间", days={town.first: outside}
        )
    adapt_plan(
        town.east_secretary, town.east, campaign=town.campaign, theme="田间", days={town.first: inside}
    )

    [own] = plan_of(town.campaign, town.east).stages.all()
    assert (own.starts_on, own.ends_on) == inside


@pytest.mark.django_db
def test_nobody_is_asked_for_a_paper_where_the_programme_asks_for_none(town, on):
    on(START)

    with pytest.raises(Refused, match="不要各单位另写方案"):
        hand_in(town)


@pytest.mark.django_db
@pytest.mark.database
def test_a_plan_is_returned_with_remarks_mended_and_accepted(town, asked):
    filed = hand_in(town)
    with pytest.raises(Refused, match="还没有答复"):
        hand_in(town)
    with pytest.raises(Refused, match="写明改哪里"):
        answer_plan(town.office, filed, accepted=False)

    answer_plan(town.office, filed, accepted=False, words="没有写谁来办")
    assert plan_of(asked, town.east) is None
    with pytest.raises(Refused, match="已经答复过"):
        answer_plan(town.office, filed, accepted=True)

    answer_plan(town.office, hand_in(town, "田间先锋，各组组长办"), accepted=True)
    assert plan_of(asked, town.east).theme == "田间先锋，各组组长办"
    with pytest.raises(Refused, match="同意，照它办"):
        hand_in(town)


@pytest.mark.django_db
def test_nobody_answers_ones_own_plan(town, asked):
    filed = hand_in(town)

    for somebody in (town.east_secretary, town.west_secretary, town.leader):
        with pytest.raises(PermissionDenied):
            answer_plan(somebody, filed, accepted=True)


@pytest.mark.django_db
def test_where_a_plan_is_asked_one_click_does_not_stand_for_it(town, asked):
    with pytest.raises(Refused, match="要各单位报备自己的方案"):
        adopt_plan(town.east_secretary, town.east, campaign=asked)
    assert not Plan.objects.exists()


@pytest.mark.django_db
def test_both_sides_see_where_a_plan_stands(town, asked, visit, client):
    week = visit(town.east_secretary, "/campaigns/striving/week/").content.decode()
    assert "报备本单位方案" in week and "照此执行，不另行文" not in week

    here = f"/campaigns/striving/plans/{town.east.pk}/"
    visit(town.east_secretary, here)
    client.post(here, {"way": "filing", "theme": "田间先锋", "words": WORDS})
    above = visit(town.office, "/campaigns/striving/plans/").content.decode()
    assert "东街村：田间先锋" in above and "还没有定" in above

    visit(town.office, here)
    refused = client.post(here, {"way": "answering", "accepted": "0", "words": ""})
    assert refused.status_code == 422 and "退回要写明改哪里" in refused.content.decode()
    client.post(here, {"way": "answering", "accepted": "0", "words": "没有写谁来办"})

    week = visit(town.east_secretary, "/campaigns/striving/week/").content.decode()
    assert "没有写谁来办" in week
    assert "没有写谁来办" in visit(town.east_secretary, here).content.decode()


@pytest.mark.django_db
def test_a_branch_adapts_on_the_page(town, on, visit, client):
    on(START)
    here = f"/campaigns/striving/plans/{town.east.pk}/"
    assert "结合实际调整" in visit(town.east_secretary, here).content.decode()
    client.post(
        here,
        {
            "way": "adapting",
            "theme": "田间先锋",
            f"from_{town.first.pk}": "2010-05-20",
            f"to_{town.first.pk}": "",
        },
    )

    page = visit(town.east_secretary, here).content.decode()
    assert "田间先锋" in page and "5月20日—6月30日" in page


@pytest.mark.django_db
def test_another_branchs_plan_is_not_there(town, asked, visit):
    hand_in(town)
    here = f"/campaigns/striving/plans/{town.east.pk}/"

    for viewer in (town.west_secretary, town.member, town.stranger):
        visit(viewer, here, status=404)


@pytest.mark.django_db
def test_the_list_asks_as_much_whatever_was_handed_in(town, asked, visit):
    assert [t.state for t in taken_up(asked, [town.east, town.west])] == ["open", "open"]
    visit(town.office, "/campaigns/striving/plans/")
    counts = []
    for secretary, branch in ((town.east_secretary, town.east), (town.west_secretary, town.west)):
        file_plan(secretary, branch, campaign=asked, theme="主题", words=WORDS)
        with CaptureQueriesContext(connection) as queries:
            visit(town.office, "/campaigns/striving/plans/")
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 25
