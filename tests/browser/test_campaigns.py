"""A campaign from its preview to its archive, as the office, a leader, a secretary and a member meet it."""

from datetime import date

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.campaigns.actions import draft_campaign
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.tests.test_issuing import a_pack, study

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_what_costs_too_much_is_let_pass_by_a_leader_and_goes_to_one_part(page, enter, town, complaints):
    pack = a_pack(requirements=[study()], code="learn", tasks=[{"what": "支部书记讲一次党课"}])
    draft_campaign(town.office, town.city, pack=pack)

    enter(town.office, "/campaigns/learn/preview/")
    expect(page.locator("main")).to_contain_text("要领导批准才能印发")
    expect(page.locator("main")).to_contain_text("“创先争优活动”已在要")
    page.get_by_role("button", name="印发").click()
    expect(page.locator("body")).to_contain_text("请领导在“印发前看一看”里批准后再印发")

    enter(town.leader, "/campaigns/learn/preview/")
    page.get_by_label("理由").fill("两项活动合并学习")
    page.get_by_role("button", name="批准").click()
    expect(page.locator("main")).to_contain_text("合并学习")

    enter(town.office, "/campaigns/learn/preview/")
    page.get_by_label("发到").select_option(label="红星镇党委")
    page.get_by_role("button", name="印发").click()
    expect(page.locator("h1")).to_contain_text("全局")

    issued = Campaign.objects.get(code="learn")
    assert (issued.issued_on, issued.organisation) == (date(2010, 6, 1), town.committee)
    assert [c for c in complaints if "422" not in c] == []
