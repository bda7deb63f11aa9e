"""A round of appraisal: from a criteria set to a result, with a dispute that changes a score and is seen to."""

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


def test_a_round_from_the_scheme_to_a_dispute_that_changes_a_score(page, enter, autumn, complaints):
    enter(autumn.office, "/appraisal/")
    page.get_by_role("button", name="作成考评草案").click()
    expect(page.locator("#tried")).to_contain_text("用本期到今天的事实试算")
    expect(page.locator("main")).to_contain_text("2 群众反映好")
    page.get_by_role("button", name="照此印发").click()
    expect(page.locator("main")).to_contain_text("60分起为中间")
    here = f"/appraisal/{Scheme.objects.get().pk}/{autumn.east.pk}/"

    enter(autumn.supervisor, here)
    expect(page.locator(".zy-score .big")).to_contain_text("75.00")  # 3/4 of what can be judged
    page.get_by_label("给几分").fill("10")
    page.get_by_label("看到什么").fill("问了三户，两户说路灯不亮")
    page.get_by_role("button", name="登记核查评分").click()
    expect(page.locator(".zy-score .big")).to_contain_text("55.00")

    enter(autumn.east_secretary, here)
    expect(page.locator(".zy-tree")).to_contain_text("考核组 · 1人")
    page.locator("#disputes").get_by_label("哪一项").select_option("2 群众反映好")
    page.get_by_label("哪里不对").fill("路灯10月20日已经修好，请再问一次")
    page.get_by_role("button", name="提出异议").click()
    expect(page.locator("#disputes")).to_contain_text("转登记人supervisor核对")
    expect(page.locator(".zy-score .big")).to_contain_text("55.00")

    enter(autumn.supervisor, "/appraisal/")
    page.get_by_role("link", name="答复（11月8日前）").click()
    page.get_by_label("成立", exact=True).check()
    page.get_by_label("查了什么").fill("又问了五户，都说灯亮了")
    page.get_by_label("应得几分").fill("40")
    page.get_by_role("button", name="答复").click()
    expect(page.locator(".zy-score .big")).to_contain_text("85.00")

    enter(autumn.east_secretary, here)
    expect(page.locator("#disputes")).to_contain_text("提出时55.00分，现在85.00分。")
    expect(page.locator(".zy-score")).to_contain_text("在“先进”档")
    assert complaints == []


def test_who_lags_is_given_a_way_out_on_the_telephone(phone, enter, autumn, settings):
    enter(autumn.office, "/appraisal/")
    phone.get_by_role("button", name="作成考评草案").click()
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
