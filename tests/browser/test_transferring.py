"""A membership on its way from one branch to another, and people found by how their names sound."""

from datetime import date

import pytest
from playwright.sync_api import expect

from zhengyou.core.models import Organisation
from zhengyou.rooms.mobility.actions import start_transfer
from zhengyou.rooms.mobility.models import Transfer
from zhengyou.rooms.orgs.actions import hear_organisations, hear_people, mark_mobile
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import home_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def june(town):
    hear_people(Person.objects.all())
    hear_organisations(Organisation.objects.all())
    return town


@pytest.mark.parametrize("width", [1280, 360])
def test_a_membership_goes_over_in_three_steps_seen_from_both_sides(page, enter, june, complaints, width):
    page.set_viewport_size({"width": width, "height": 780})
    enter(june.east_secretary, f"/organisations/{june.east.pk}/")
    page.get_by_role("link", name="李华").click()
    page.get_by_role("link", name="转出", exact=True).click()
    page.get_by_label("先找接收的组织").fill("xjsq")
    page.get_by_role("button", name="找", exact=True).click()
    expect(page.get_by_label("西街社区党支部（红星镇）")).to_be_checked()
    page.get_by_label("为什么转").fill("迁居西街")
    page.get_by_role("button", name="转出", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("李华")
    page.get_by_role("link", name="东街村→西街社区").click()
    expect(page.locator("main")).to_contain_text("现在等西街社区接收")
    expect(page.get_by_role("button", name="接收", exact=True)).to_have_count(0)
    assert home_of(june.li) == june.east

    enter(june.west_secretary, f"/organisations/{june.west.pk}/")
    expect(page.locator("main")).to_contain_text("等本组织接收")
    page.get_by_role("link", name="李华：东街村→西街社区").click()
    expect(page.locator("main")).to_contain_text("迁居西街")
    page.get_by_role("button", name="接收", exact=True).click()
    expect(page.locator("main h2").first).to_contain_text("已接收")
    page.get_by_role("link", name="看人员页").click()
    expect(page.locator("main")).to_contain_text("西街社区党支部")

    enter(june.east_secretary, "/transfers/")
    expect(page.locator("main")).to_contain_text("已接收")
    page.get_by_role("link", name="李华：东街村→西街社区").click()
    expect(page.locator(".zy-line > li")).to_have_count(3)
    expect(page.locator(".zy-line > li.done")).to_have_count(3)
    assert home_of(june.li) == june.west
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert complaints == []


def test_what_is_sent_back_says_why_to_who_gave_it_out(phone, enter, june, settings):
    held = Membership.objects.get(person=june.li)
    transfer = start_transfer(june.east_secretary, held, to=june.west, why="迁居", days=5)
    settings.TODAY = date(2010, 6, 20)
    enter(june.west_secretary, f"/transfers/{transfer.pk}/")
    expect(phone.locator("main")).to_contain_text("已过14天")
    phone.get_by_role("link", name="退回，说明原因").click()
    phone.get_by_role("button", name="退回", exact=True).click()
    expect(phone.get_by_role("alert")).to_contain_text("没有存成")
    phone.wait_for_timeout(2000)  # the same form within two seconds is taken for one click
    phone.get_by_label("为什么退回").fill("应转到河东村")
    phone.get_by_role("button", name="退回", exact=True).click()
    expect(phone.locator("main")).to_contain_text("已退回")

    enter(june.east_secretary, f"/transfers/{transfer.pk}/")
    expect(phone.locator("main")).to_contain_text("应转到河东村")
    assert Transfer.objects.get().outcome == "returned" and home_of(june.li) == june.east


def test_people_are_found_while_one_types_and_without_any_script(page, enter, june, browser, live_server):
    enter(june.office, "/organisations/")
    page.get_by_role("searchbox", name="找组织和人员").fill("lh")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("李华")
    page.get_by_label("找谁、找哪个组织").press_sequentially("x", delay=20)
    expect(page.locator("#found")).to_contain_text("没有找到")
    page.get_by_label("找谁、找哪个组织").fill("wangfang")
    expect(page.locator("#found")).to_contain_text("王芳")
    page.get_by_role("link", name="王芳").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("王芳")

    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(page.context.cookies())
    without = plain.new_page()
    without.goto(live_server.url + "/search/")
    without.get_by_label("找谁、找哪个组织").fill("zs")
    without.get_by_role("button", name="找", exact=True).click()
    expect(without.locator("#found")).to_contain_text("没有找到")
    plain.close()


def test_a_whole_number_is_shown_where_it_stood_hidden(page, enter, june, complaints):
    from zhengyou.rooms.orgs.actions import correct_person

    correct_person(june.east_secretary, june.east, person=june.li, identity="990101195810165602")
    enter(june.east_secretary, f"/people/{june.li.pk}/")
    expect(page.locator("#identity")).to_have_text("9901**********5602")
    page.get_by_role("button", name="查看身份证号（留痕）").click()
    expect(page.locator("#identity")).to_contain_text("990101195810165602")
    assert complaints == []


def test_a_member_registers_at_home_from_the_telephone(phone, enter, june):
    enter(june.member, "/about-me/")
    phone.get_by_role("link", name="报到、取消、看服务").click()
    phone.get_by_label("先找您住的村或社区").fill("西街")
    phone.get_by_role("button", name="找", exact=True).click()
    phone.get_by_label("西街社区党支部（红星镇）").check()
    phone.get_by_role("button", name="报到", exact=True).click()
    expect(phone.locator("main")).to_contain_text("在西街社区党支部报到")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_whoever_was_not_reached_is_reached_in_three_taps(phone, enter, june):
    held = Membership.objects.get(person=june.li)
    mark_mobile(june.east_secretary, held, mobile=True, away="广东省东莞市")
    enter(june.east_secretary, "/mobile/")
    phone.get_by_role("link", name="登记联系").click()
    phone.get_by_label("电话").check()
    phone.get_by_role("button", name="保存").click()
    expect(phone.locator("main")).to_contain_text("0人超过90天没有联系上")
