"""A draft made of a criteria set with one click, and the way out of whoever lags; the whole round is in whole_round."""

from datetime import date

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.appraisal.models import Scheme
from zhengyou.rooms.appraisal.tests.played import promised
from zhengyou.rooms.campaigns.models import Campaign

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GOODS = {
    "code": "five_goods",
    "name": "先进基层党组织看什么",
    "for": "organisation",
    "items": [{"what": "承诺兑现", "points": 60, "measure": "pledges_kept"}, "群众反映好"],
}


@pytest.fixture
def autumn(town, settings):
    promised(town, town.east, town.east_secretary, kept=3, due=4)
    promised(town, town.west, town.west_secretary, kept=0, due=2, verdict="not_kept")
    Campaign.objects.filter(pk=town.campaign.pk).update(pack={"criteria_sets": [GOODS]})
    settings.TODAY = date(2010, 11, 1)
    return town


def test_who_lags_is_given_a_way_out_on_the_telephone(phone, enter, autumn, settings):
    enter(autumn.office, "/appraisal/")
    phone.get_by_role("button", name="作成考评草案").click()
    expect(phone.locator("main")).to_contain_text("2 群众反映好")
    phone.get_by_role("button", name="照此印发").click()
    here = f"/appraisal/{Scheme.objects.get().pk}/{autumn.west.pk}/"
    enter(autumn.office, here)
    way = phone.locator("#mending")
    way.get_by_label("差在哪里").fill("两步承诺都没有做")
    way.get_by_label("做什么").fill("先修通生产路，板车能进地")
    way.get_by_label("谁来帮").select_option("红星镇党委")
    way.get_by_label("哪天前改好").fill("2010-11-20")
    way.get_by_role("button", name="定整顿措施").click()
    expect(way).to_contain_text("11月20日前 · 红星镇帮")

    settings.TODAY = date(2010, 11, 22)
    enter(autumn.supervisor, "/appraisal/")
    phone.get_by_role("link", name="写复查结果").click()
    way.get_by_label("已经改好").check()
    way.get_by_label("复查看到什么").fill("路修通了，两户的板车都进了地")
    way.get_by_role("button", name="写复查结果").click()
    expect(way).to_contain_text("复查：已经改好")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
