"""A requirement with a leniency: what was done in time, within it, and afterwards stays told apart; all of it counts."""

from datetime import date

import pytest

from zhengyou.core.engines import Live
from zhengyou.rooms.campaigns.pages.lateness import due_shown, timely_in_words, until_when
from zhengyou.rooms.campaigns.queries import Timely, final_of
from zhengyou.rooms.pledges.models import Pledge

pytestmark = pytest.mark.django_db
DUE = date(2010, 6, 30)


@pytest.fixture
def asked(town):
    return town.campaign.requirements.create(
        organisation=town.city, code="pledged", name="公布承诺", asks="每个支部公布一项", rule="branch_pledged",
        grain="organisation", kinds=["branch"], needs={"organisation_pledges": "1"}, due_on=DUE, late_days=7,
    )  # fmt: skip


def promised(town, where, day):
    Pledge.objects.create(
        organisation=where,
        campaign=town.campaign,
        what="修路",
        how_seen="路通",
        drafted_on=day,
        published_on=day,
    )


def test_in_time_within_the_leniency_and_afterwards_add_up_to_what_is_met(town, asked, on):
    for where, day in ((town.east, DUE), (town.west, date(2010, 7, 7)), (town.river, date(2010, 7, 8))):
        promised(town, where, day)

    def told():
        [found] = [f for f in final_of(town.campaign, Live()) if f.requirement == asked]
        return found.found.met, found.timely

    on(DUE)
    assert told() == (1, None)
    on(date(2010, 7, 7))
    assert told() == (2, Timely(1, 1, 0))
    on(date(2010, 9, 1))
    assert told() == (3, Timely(1, 1, 1))


def test_within_the_leniency_it_may_still_be_made_good_and_is_not_overdue(town, asked, on, visit):
    page = f"/campaigns/{town.campaign.code}/week/"
    on(date(2010, 7, 7))
    assert asked.lenient and due_shown(asked)["when"] == "宽限到7月7日"
    assert "宽限到7月7日" in visit(town.east_secretary, page).content.decode()
    assert (
        "截止6月30日，宽限到7月7日"
        in visit(town.office, f"/campaigns/{town.campaign.code}/matrix/").content.decode()
    )
    on(date(2010, 7, 8))
    assert not asked.lenient and due_shown(asked) == {"due": DUE}


def test_the_closing_page_tells_them_apart(town, asked, on, visit):
    promised(town, town.east, DUE)
    promised(town, town.west, date(2010, 7, 3))
    on(date(2010, 9, 1))

    assert (
        "按期1，宽限期内1" in visit(town.office, f"/campaigns/{town.campaign.code}/closing/").content.decode()
    )


def test_a_leniency_never_lasts_longer_than_the_campaign(town, asked):
    asked.late_days = 3000
    assert asked.open_until == town.campaign.ends_on
    asked.late_days = 0
    assert until_when(asked) == "截止6月30日"


def test_words():
    assert timely_in_words(Timely(5, 0, 2)) == "按期5，以后2" and timely_in_words(None) == "—"
