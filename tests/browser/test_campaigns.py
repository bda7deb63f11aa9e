"""A campaign from its preview to its archive, as the office, a leader, a secretary and a member meet it."""

import zipfile
from datetime import date
from pathlib import Path

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


def test_who_cannot_come_is_excepted_and_asked_again(page, enter, town, complaints):
    enter(town.east_secretary, "/campaigns/striving/week/")
    page.get_by_role("link", name="没有人例外").click()
    page.get_by_label("谁").select_option(label="李华")
    page.get_by_label("事由").select_option(label="流动在外，由所在地组织安排")
    page.get_by_role("button", name="准予例外").click()
    expect(page.get_by_role("alert")).to_contain_text("没有登记为流动党员")
    page.wait_for_timeout(600)
    page.get_by_label("事由").select_option(label="行动不便，送学上门")
    page.get_by_role("button", name="准予例外").click()
    expect(page.locator("main")).to_contain_text("行动不便，送学上门 · 2010年6月1日起")

    enter(town.member, "/mine/")
    expect(page.locator("main")).to_contain_text("“创先争优活动”对您不作要求")

    enter(town.east_secretary, f"/campaigns/striving/exemptions/{town.east.pk}/")
    page.get_by_role("button", name="从今天起照常要求").click()
    expect(page.locator("main")).to_contain_text("没有例外")
    assert [c for c in complaints if "422" not in c] == []


def test_a_requirement_is_changed_and_a_member_reads_why(page, enter, town, complaints):
    enter(town.office, "/campaigns/striving/")
    page.get_by_role("link", name="进程").click()
    page.get_by_role("link", name="变更").click()
    page.get_by_label("学时").fill("36")
    page.get_by_label("要求的说法").fill("每名党员36学时，集中学习占三分之二以上")
    page.get_by_label("为什么改").fill("农忙")
    page.get_by_role("button", name="从这天起变更").click()
    expect(page.locator("main")).to_contain_text("学时由40学时改为36学时")

    enter(town.member, "/mine/")
    expect(page.locator("#changes")).to_contain_text("农忙")
    assert complaints == []


def test_a_plan_is_handed_in_returned_and_accepted(page, enter, town, complaints):
    town.campaign.pack = {"own_plans": {"due_on": "2010-06-10"}}
    town.campaign.save()

    def hand_in(words):
        enter(town.east_secretary, "/campaigns/striving/week/")
        page.get_by_role("link", name="写方案").click()
        page.get_by_label("本单位主题").fill("田间先锋")
        page.get_by_label("方案", exact=False).last.fill(words)
        page.get_by_role("button", name="报备方案").click()
        expect(page.locator("main")).to_contain_text("等答复")

    def answer(label, words):
        enter(town.office, "/campaigns/striving/plans/")
        page.get_by_role("link", name="看方案").click()
        page.get_by_label(label).check()
        page.get_by_label("意见").fill(words)
        page.get_by_role("button", name="答复").click()
        expect(page.locator("main")).to_contain_text(words)

    hand_in("夜校，每周二晚")
    answer("退回修改", "没有写谁来办")
    enter(town.east_secretary, "/campaigns/striving/week/")
    expect(page.locator("main")).to_contain_text("没有写谁来办")
    hand_in("夜校，每周二晚，各组组长办")
    answer("同意", "照此办")

    enter(town.east_secretary, "/campaigns/striving/week/")
    expect(page.get_by_role("link", name="写方案")).to_have_count(0)
    assert complaints == []


def test_a_campaign_is_summed_up_and_taken_away_whole(page, enter, town, settings, complaints):
    settings.TODAY = date(2011, 2, 1)
    enter(town.office, "/campaigns/striving/")
    page.get_by_role("link", name="看活动总结").click()
    page.get_by_label("总结").fill("党员学习成为习惯，补课登记的做法保留下来。")
    page.get_by_role("button", name="总结活动").click()
    expect(page.locator("main")).to_contain_text("补课登记的做法保留下来")
    with page.expect_download() as taken:
        page.get_by_role("link", name="下载档案").click()
    with zipfile.ZipFile(taken.value.path()) as archive:
        archive.extractall(Path(taken.value.path()).with_suffix(".d"))
    page.goto((Path(taken.value.path()).with_suffix(".d") / "striving" / "index.html").as_uri())
    expect(page.locator("h1")).to_contain_text("创先争优活动")
    page.get_by_role("link", name="campaign.json").first.click()
    expect(page.locator("body")).to_contain_text("补课登记的做法保留下来")

    enter(town.east_secretary, "/campaigns/striving/week/")
    expect(page.locator("main")).to_contain_text("活动已结束，不再要求什么")
    assert complaints == []


def test_what_being_good_means_is_said_by_many_and_settled(page, enter, town, complaints):
    enter(town.office, "/standards/")
    page.get_by_label("讨论什么").fill("农村党员的具体要求")
    page.get_by_label("类别").select_option(label="村")
    page.get_by_label("截止").fill("2010-06-15")
    page.get_by_role("button", name="发起讨论").click()
    expect(page.locator("h1")).to_contain_text("农村党员的具体要求")

    enter(town.member, "/mine/")
    page.get_by_role("link", name="说说具体要求").click()
    page.get_by_role("link", name="农村党员的具体要求").click()
    page.get_by_label("我提一条").fill("带头发展一项产业")
    page.get_by_role("button", name="提出").click()
    expect(page.locator("main")).to_contain_text("带头发展一项产业")

    enter(town.east_secretary, "/standards/")
    page.get_by_role("link", name="农村党员的具体要求").click()
    page.locator("summary", has_text="发表意见").click()
    page.get_by_label("谁的意见").select_option(label="群众")
    page.get_by_label("意见", exact=True).fill("说到做到")
    page.get_by_role("button", name="发表意见").click()
    expect(page.locator("main")).to_contain_text("群众 说到做到")

    enter(town.office, "/standards/")
    page.get_by_role("link", name="农村党员的具体要求").click()
    page.get_by_label("具体要求", exact=False).first.fill("带头发展产业，说到做到")
    page.get_by_label("并入第几条").fill("1")
    page.get_by_role("button", name="定下具体要求").click()
    expect(page.locator("main")).to_contain_text("并入第1条")
    assert complaints == []
