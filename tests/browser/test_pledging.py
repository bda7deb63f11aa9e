"""A promise on its way: drafted in the branch, read by everybody, kept from a telephone."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.pledges.models import Fulfilment, Pledge
from zhengyou.rooms.pledges.tests.test_actions import ROAD, published, road

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def july(town, settings):
    settings.TODAY = date(2010, 7, 12)
    return town


def test_a_secretary_publishes_a_promise_and_a_stranger_reads_it(page, enter, july, complaints):
    enter(july.east_secretary, "/pledges/")
    page.get_by_role("link", name="拟承诺").click()
    page.get_by_label("承诺什么").fill(ROAD)
    page.get_by_label("怎样算做到").fill("板车能进地")
    page.get_by_label("第1步做什么").fill("路基平整")
    page.get_by_label("第1步哪天前做到").fill("2010-07-30")
    page.get_by_label("第2步做什么").fill("路面硬化")
    page.get_by_label("第2步哪天前做到").fill("2010-08-31")
    page.get_by_role("button", name="先存着").click()
    expect(page.locator("main")).to_contain_text(ROAD)
    enter(None, f"/open/{july.east.code}/")
    expect(page.locator("main")).not_to_contain_text(ROAD)

    enter(july.east_secretary, "/pledges/")
    page.get_by_role("link", name="看和改").click()
    page.get_by_role("button", name="公开", exact=True).click()
    expect(page.locator("main")).to_contain_text("已公开 · 7月12日")

    enter(None, f"/open/{july.east.code}/")
    promise = page.locator("#promises")
    for words in (ROAD, "板车能进地", "7月30日", "路基平整", "8月31日", "路面硬化"):
        expect(promise).to_contain_text(words)
    assert complaints == []


def test_what_is_missing_in_a_promise_is_said_with_all_that_was_typed(page, enter, july):
    enter(july.east_secretary, "/pledges/new/")
    page.get_by_label("承诺什么").fill(ROAD)
    page.get_by_label("第1步做什么").fill("路基平整")
    page.get_by_role("button", name="公开", exact=True).click()

    expect(page.get_by_role("alert")).to_contain_text("没有存成，填的都还在")
    expect(page.get_by_label("承诺什么")).to_have_value(ROAD)
    assert not Pledge.objects.exists()


def test_a_member_sees_what_is_due_and_marks_a_step_on_the_telephone(phone, enter, july, settings):
    published(july, person=july.li)
    settings.TODAY = date(2010, 8, 1)
    enter(july.member)
    due = phone.locator(".zy-mine > li", has_text="路基平整")
    expect(due).to_contain_text("已过2天")

    due.get_by_role("link", name="写一句").click()
    phone.get_by_label("做到了什么").fill("路基平整好了，两边清了沟")
    phone.get_by_label("哪一天").fill("2010-07-31")
    phone.get_by_role("button", name="保存").click()
    expect(phone.locator("main")).to_contain_text("7月31日做到，迟1天")

    phone.get_by_role("link", name="我的事", exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("我的事")
    expect(phone.locator(".zy-mine > li", has_text="路基平整")).to_have_count(0)
    expect(phone.locator(".zy-mine > li", has_text="路面硬化")).to_have_count(1)
    assert Fulfilment.objects.get().words == "路基平整好了，两边清了沟"


def test_a_step_is_fulfilled_within_the_page_of_its_promise(page, enter, july, settings, complaints):
    pledge = published(july)
    settings.TODAY = date(2010, 7, 30)
    enter(july.east_secretary, f"/pledges/{pledge.pk}/")
    page.evaluate("document.body.dataset.same = 'page'")
    step = page.locator(".zy-wait", has_text="路基平整")
    step.get_by_role("link", name="写一句").click()
    expect(step.get_by_label("哪一天")).to_be_focused()

    step.get_by_role("button", name="保存").click()
    expect(step.get_by_role("alert")).to_contain_text("没有存成")
    expect(step.get_by_label("做到了什么")).to_be_focused()
    page.wait_for_timeout(2000)  # the same form within two seconds is taken for one click
    step.get_by_label("做到了什么").fill("路基平整好了")
    step.get_by_role("button", name="保存").dblclick()

    expect(page.locator("main")).to_contain_text("按期做到：路基平整好了")
    expect(page.locator("body")).to_have_attribute("data-same", "page")
    assert page.url.endswith(f"/pledges/{pledge.pk}/")
    assert Fulfilment.objects.count() == 1
    assert [c for c in complaints if "422" not in c] == []


def test_a_promise_of_ones_own_is_written_on_the_telephone(phone, enter, july):
    enter(july.member)
    phone.get_by_role("link", name="我的承诺").click()
    phone.get_by_role("link", name="写一项承诺").click()
    phone.get_by_label("承诺什么").fill("帮两户收秋粮")
    phone.get_by_label("怎样算做到").fill("粮食进仓")
    phone.get_by_label("第1步做什么").fill("割完")
    phone.get_by_label("第1步哪天前做到").fill("2010-09-20")
    phone.get_by_role("button", name="公开", exact=True).click()

    expect(phone.locator("main")).to_contain_text("帮两户收秋粮")
    assert re.search("/pledges/mine/$", phone.url)
    assert Pledge.objects.get().published_on == date(2010, 7, 12)


def test_a_draft_is_for_nobody_elses_eyes(page, enter, july):
    draft = road(july, person=july.wang)

    assert enter(july.member, f"/pledges/{draft.pk}/").status == 404


def test_the_day_that_is_proposed_stands_in_the_field(page, enter, july):
    pledge = published(july)
    enter(july.east_secretary, f"/pledges/steps/{pledge.steps.first().pk}/change/")

    expect(page.get_by_label("哪天前做到")).to_have_value("2010-07-30")
