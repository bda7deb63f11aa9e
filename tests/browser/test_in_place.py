"""Deeds done in place: saved without a new page, and said aloud where they were not."""

import time
from datetime import date
from importlib import import_module

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.meetings.actions import call_meeting, close_list
from zhengyou.rooms.meetings.models import Meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(town):
    return call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=date(2010, 6, 1), minutes=180
    )


@pytest.fixture
def door(phone, enter, town, meeting):
    enter(town.east_secretary, f"/meetings/{meeting.pk}/")
    return phone


@pytest.fixture
def slow_to_record(monkeypatch):
    """From now on the server takes its time over one kind of entry, and over no other."""
    pages = import_module("zhengyou.rooms.meetings.pages.door")
    entered = pages.record_attendance

    def slowly(word):
        def record(*given, how, **more):
            if how == word:
                time.sleep(0.7)
            return entered(*given, how=how, **more)

        monkeypatch.setattr(pages, "record_attendance", record)

    return slowly


def box(door, person, how):
    return door.locator(f"#door-{person.pk} input[value={how}]")


def recorded(meeting):
    return {a.person.name: a.how for a in meeting.attendances.filter(makes_up=None)}


def test_each_tap_is_saved_and_counted_on_the_spot(door, town, meeting, complaints):
    box(door, town.li, "present").check()
    expect(door.locator("#door-counts")).to_contain_text("1/6到")
    box(door, town.wang, "leave").check()
    expect(door.locator("#door-counts")).to_contain_text("请假1")
    expect(door.locator("#door-counts")).to_contain_text("未记4")
    expect(door.locator(f"#door-{town.li.pk}")).not_to_contain_text("未记")

    assert recorded(meeting) == {"李华": "present", "王芳": "leave"}
    assert complaints == []


def test_the_second_of_two_quick_taps_on_one_line_counts(door, town, meeting, slow_to_record):
    """Whichever of the two the server would be done with first."""
    slow_to_record("present")
    box(door, town.li, "present").check()
    box(door, town.li, "leave").check()
    expect(door.locator("#door-counts")).to_contain_text("请假1")

    assert recorded(meeting) == {"李华": "leave"}
    expect(box(door, town.li, "leave")).to_be_checked()


def test_a_tap_while_what_was_kept_of_its_line_is_sent_goes_after_it(door, town, meeting, slow_to_record):
    slow_to_record("present")
    door.context.set_offline(True)
    box(door, town.li, "present").check()
    expect(door.locator("#door-offline")).to_contain_text("1 条记在本机")
    with door.expect_request(lambda request: request.method == "POST"):
        door.context.set_offline(False)
    box(door, town.li, "leave").check()
    expect(door.locator("#door-counts")).to_contain_text("请假1")

    expect(door.locator("#door-offline")).to_be_hidden()
    assert recorded(meeting) == {"李华": "leave"}


def test_what_is_kept_of_a_line_is_corrected_while_another_is_sent(door, town, meeting, slow_to_record):
    slow_to_record("present")
    door.context.set_offline(True)
    box(door, town.wang, "present").check()
    box(door, town.li, "present").check()
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    with door.expect_request(lambda request: request.method == "POST"):
        door.context.set_offline(False)
    box(door, town.li, "leave").check()
    expect(door.locator("#door-offline")).to_be_hidden()

    assert recorded(meeting) == {"王芳": "present", "李华": "leave"}
    expect(box(door, town.li, "leave")).to_be_checked()
    expect(door.locator("#door-counts")).to_contain_text("1/6到 · 请假1")


def test_a_list_that_is_closed_at_once_holds_the_last_taps(door, town, meeting, slow_to_record):
    slow_to_record("present")
    box(door, town.li, "present").check()
    box(door, town.li, "leave").check()
    box(door, town.wang, "leave").check()
    door.get_by_role("button", name="结束点名").click()
    expect(door.locator("main")).to_contain_text("没到的已列入应补课人员")

    people = recorded(meeting)
    assert (people["李华"], people["王芳"], sorted(people.values())) == (
        "leave",
        "leave",
        ["absent"] * 4 + ["leave"] * 2,
    )


def test_a_tap_that_a_busy_server_cannot_take_waits_and_may_be_changed(door, town, meeting):
    door.context.route("**/meetings/*/*/", lambda route: route.fulfill(status=503, body="busy"))
    box(door, town.li, "present").check()
    expect(door.locator("#door-offline")).to_contain_text("1 条记在本机")
    expect(box(door, town.li, "present")).to_be_checked()
    door.context.unroute("**/meetings/*/*/")
    box(door, town.li, "leave").check()

    expect(door.locator("#door-counts")).to_contain_text("请假1")
    expect(door.locator("#door-offline")).to_be_hidden()
    assert recorded(meeting) == {"李华": "leave"}


def test_a_tap_that_is_refused_says_why_and_goes_back(door, town, meeting):
    close_list(town.east_secretary, meeting)  # by somebody else, on another telephone
    box(door, town.li, "present").click()

    expect(door.get_by_role("alert")).to_contain_text("点名已经结束")
    expect(box(door, town.li, "present")).not_to_be_checked()
    assert recorded(meeting)["李华"] == "absent"

    door.get_by_role("button", name="知道了").click()
    expect(door.get_by_role("alert")).to_be_hidden()


def test_the_list_goes_on_while_the_network_is_down(door, town, meeting):
    door.context.set_offline(True)
    box(door, town.li, "present").check()
    box(door, town.wang, "leave").check()
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    door.get_by_role("button", name="结束点名").click()
    expect(door.get_by_role("alert")).to_contain_text("还不能结束点名")
    assert recorded(meeting) == {}

    door.context.set_offline(False)
    expect(door.locator("#door-offline")).to_be_hidden()
    expect(door.locator("#door-counts")).to_contain_text("1/6到")
    assert recorded(meeting) == {"李华": "present", "王芳": "leave"}


def test_what_was_kept_is_sent_when_the_page_is_opened_again(door, town, meeting):
    door.context.set_offline(True)
    box(door, town.li, "present").check()
    expect(door.locator("#door-offline")).to_be_visible()
    door.goto("about:blank")
    door.context.set_offline(False)
    door.go_back()

    expect(door.locator("#door-counts")).to_contain_text("1/6到")
    assert recorded(meeting) == {"李华": "present"}


def test_the_list_is_closed_in_place(door, town, meeting):
    box(door, town.li, "present").check()
    expect(door.locator("#door-counts")).to_contain_text("1/6到")
    door.get_by_role("button", name="结束点名").click()

    expect(door.locator("main")).to_contain_text("没到的已列入应补课人员")
    expect(door.locator("#door-counts")).to_contain_text("缺5")
    expect(door.get_by_role("button", name="结束点名")).to_have_count(0)
    assert Meeting.objects.get().closed_on == date(2010, 6, 1)


@pytest.mark.parametrize(("words", "found"), [("华", "李华"), ("lh", "李华"), ("ZM", "张明"), ("陈", "陈静")])
def test_somebody_is_found_by_a_part_of_the_name_or_its_first_letters(door, words, found):
    door.get_by_role("searchbox").fill(words)

    expect(door.locator("#door-roll > li:visible b")).to_have_text([found])


def test_nobody_of_that_name_is_said_and_a_tick_keeps_the_search(door, town):
    door.get_by_role("searchbox").fill("q")
    expect(door.get_by_role("status").filter(has_text="没有这样的姓名")).to_be_visible()
    door.get_by_role("searchbox").fill("李")
    box(door, town.li, "present").check()
    expect(door.locator("#door-counts")).to_contain_text("1/6到")

    expect(door.locator("#door-roll > li:visible b")).to_have_text(["李华"])


def test_a_plan_is_adopted_without_a_new_page(page, enter, town, complaints):
    enter(town.east_secretary)
    page.evaluate("document.body.dataset.same = 'page'")
    page.get_by_role("button", name="照此执行").dblclick()

    expect(page.locator("main")).to_contain_text("照此执行，不另行文")
    expect(page.get_by_role("button", name="照此执行")).to_have_count(0)
    expect(page.locator("body")).to_have_attribute("data-same", "page")
    assert town.campaign.plans.count() == 1
    assert complaints == []


def test_a_deed_without_network_is_said_and_can_be_sent_again(page, enter, town):
    enter(town.east_secretary)
    page.context.set_offline(True)
    page.get_by_role("button", name="照此执行").click()
    expect(page.get_by_role("alert")).to_contain_text("网络断了，没有等到回音")
    assert not town.campaign.plans.exists()

    page.context.set_offline(False)
    page.get_by_role("button", name="照此执行").click()
    expect(page.locator("main")).to_contain_text("照此执行，不另行文")
    expect(page.get_by_role("alert")).to_be_hidden()


def test_who_was_signed_out_meanwhile_is_told(page, enter, town, client):
    enter(town.east_secretary)
    client.logout()
    page.get_by_role("button", name="照此执行").click()

    expect(page.get_by_role("alert")).to_contain_text("登录")
    assert not town.campaign.plans.exists()


@pytest.mark.parametrize(("lost", "said"), [("403", "不归您办"), ("404", "没有这一页"), ("500", "没有办成")])
def test_no_answer_of_the_server_is_swallowed(page, enter, town, lost, said):
    enter(town.east_secretary)
    if lost == "403":
        town.east_secretary.grants.filter(role="secretary").update(role="supervisor")
    if lost == "404":
        town.east_secretary.grants.all().delete()
    if lost == "500":
        page.route("**/adopt/**", lambda route: route.fulfill(status=500, body="Bad gateway"))
    page.get_by_role("button", name="照此执行").click()

    expect(page.get_by_role("alert")).to_contain_text(said)
    assert not town.campaign.plans.exists()


def test_without_script_everything_is_a_plain_form(browser, live_server, client, town, meeting):
    client.force_login(town.east_secretary)
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/meetings/{meeting.pk}/")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    box(page, town.li, "present").check()
    page.get_by_role("button", name="保存名单").click()
    page.get_by_role("button", name="结束点名").click()
    expect(page.locator("main")).to_contain_text("没到的已列入应补课人员")
    context.close()

    assert recorded(meeting)["李华"] == "present" and recorded(meeting)["王芳"] == "absent"


def test_a_double_click_on_a_plain_form_enters_one_fact(page, enter, town):
    enter(town.east_secretary, "/meetings/")
    page.get_by_label("题目").fill("学习党章")
    page.get_by_label("日期").fill("2010-06-02")
    page.get_by_label("时长").fill("180")
    page.get_by_role("button", name="排会").dblclick()
    expect(page.locator(".zy-t")).to_contain_text("学习党章")

    assert Meeting.objects.count() == 1


def test_the_print_button_prints(page, enter, town):
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    enter(town.office, "/campaigns/striving/matrix/")
    page.get_by_role("button", name="打印").click()

    assert page.evaluate("window.printed") == 1


def test_a_menu_too_wide_for_the_telephone_shows_where_one_is(phone, enter, town):
    enter(town.east_secretary, "/trail/")

    expect(phone.locator(".zy-nav [aria-current]")).to_be_in_viewport(ratio=1)


def test_what_is_owed_is_made_up_one_click_at_a_time(page, enter, town, meeting):
    close_list(town.east_secretary, meeting)
    enter(town.east_secretary, "/meetings/owed/")
    page.evaluate("document.body.dataset.same = 'page'")
    page.get_by_role("button", name="今天补上了").first.dblclick(delay=40)

    expect(page.get_by_role("button", name="今天补上了")).to_have_count(5)
    page.wait_for_timeout(500)
    expect(page.get_by_role("button", name="今天补上了")).to_have_count(5)
    expect(page.locator("body")).to_have_attribute("data-same", "page")
    assert meeting.attendances.exclude(makes_up=None).count() == 1
