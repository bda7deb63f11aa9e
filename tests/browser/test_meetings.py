"""The list at the door on a phone whose network comes and goes, and what else a branch does around a meeting."""

import json
import re
from datetime import date
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.wire import Wire
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_attendance
from zhengyou.rooms.meetings.queries import card_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HELD = date(2010, 6, 1)


@pytest.fixture
def meeting(town):
    return call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=HELD, minutes=180
    )


def wait_until(page, holds):
    """Wait for a promise to be true; the browser's own waiting takes any promise for true."""
    for _ in range(100):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(holds)


@pytest.fixture
def wire(live_server):
    made = Wire(live_server.url)
    yield made
    made.cut()


@pytest.fixture
def door(phone, enter, wire, town, meeting):
    """The list, once the phone has put it by."""
    enter(town.east_secretary, "/ui/")
    phone.goto(f"{wire.url}/meetings/{meeting.pk}/")
    wait_until(
        phone,
        "async () => Boolean(await (await caches.open('zy-door')).match(location.pathname, {ignoreVary: true}))",
    )
    return phone


def back(wire, door):
    """The network is there again, and the telephone notices."""
    wire.mend()
    door.evaluate("window.dispatchEvent(new Event('online'))")


def box(door, person, how):
    return door.locator(f"#door-{person.pk} input[value={how}]")


def recorded(meeting):
    return {a.person.name: a.how for a in meeting.attendances.filter(makes_up=None)}


def test_the_list_opens_without_a_network_and_catches_up(door, wire, town, meeting):
    wire.cut()
    door.reload()
    expect(door.get_by_role("heading", level=1)).to_have_text("学习党章")
    box(door, town.li, "present").check()
    box(door, town.wang, "leave").check()
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    door.reload()
    expect(box(door, town.li, "present")).to_be_checked()
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    assert recorded(meeting) == {}

    back(wire, door)
    expect(door.locator("#door-offline")).to_be_hidden(timeout=20_000)
    expect(door.locator("#door-counts")).to_contain_text("1/6到")

    assert recorded(meeting) == {"李华": "present", "王芳": "leave"}
    assert meeting.attendances.count() == 2


def test_what_another_has_entered_meanwhile_is_shown_and_not_overwritten(door, wire, town, meeting):
    wire.cut()
    box(door, town.li, "present").check()
    box(door, town.wang, "present").check()
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    record_attendance(town.east_secretary, meeting, person=town.li, how="leave")

    back(wire, door)
    line = door.locator(f"#door-{town.li.pk}")
    expect(line).to_contain_text("断网时在这里记的是“到会”，别处已记“请假”")
    expect(box(door, town.li, "leave")).to_be_checked()
    expect(door.locator("#door-offline")).to_be_hidden()
    assert recorded(meeting) == {"李华": "leave", "王芳": "present"}

    box(door, town.li, "present").check()
    expect(door.locator("#door-counts")).to_contain_text("2/6到")
    assert recorded(meeting)["李华"] == "present"


def test_the_same_from_two_telephones_is_one_entry_and_no_conflict(door, wire, town, meeting):
    wire.cut()
    box(door, town.li, "present").check()
    expect(door.locator("#door-offline")).to_be_visible()
    record_attendance(town.east_secretary, meeting, person=town.li, how="present")

    back(wire, door)
    expect(door.locator("#door-offline")).to_be_hidden()
    expect(door.locator(f"#door-{town.li.pk}")).not_to_contain_text("断网")

    assert meeting.attendances.count() == 1


def test_a_list_that_was_closed_meanwhile_says_so_in_every_line_that_came_too_late(door, wire, town, meeting):
    wire.cut()
    for person in (town.li, town.wang):
        box(door, person, "present").check()
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    close_list(town.east_secretary, meeting)

    back(wire, door)
    for person in (town.li, town.wang):
        expect(door.locator(f"#door-{person.pk}")).to_contain_text("点名已经结束")

    assert recorded(meeting)["李华"] == "absent"


def test_a_server_that_fails_while_the_list_catches_up_loses_nothing_and_alarms_nobody(
    door, wire, town, meeting
):
    asked = []

    def fails(route):
        asked.append(route.request.url)
        route.fulfill(status=500, body="broken")

    wire.cut()
    box(door, town.li, "present").check()
    box(door, town.wang, "leave").check()
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    door.context.route("**/meetings/*/*/", fails)
    with door.expect_response(lambda answer: answer.status == 500):
        back(wire, door)
    expect(door.locator("#door-offline")).to_contain_text("2 条记在本机")
    expect(door.locator("#trouble")).to_be_hidden()
    expect(box(door, town.li, "present")).to_be_checked()
    assert len(asked) == 1 and recorded(meeting) == {}  # the next is not tried where the first was not taken

    door.context.unroute("**/meetings/*/*/")
    door.evaluate("window.dispatchEvent(new Event('online'))")
    expect(door.locator("#door-offline")).to_be_hidden()
    assert recorded(meeting) == {"李华": "present", "王芳": "leave"}
    assert meeting.attendances.count() == 2


def test_whoever_signs_out_leaves_no_list_behind(door, enter, wire, meeting):
    door.context.clear_cookies()
    door.goto(f"{wire.url}/accounts/sign-in/")
    wait_until(door, "async () => !(await caches.has('zy-door'))")
    wire.cut()

    with pytest.raises(Exception, match="ERR_FAILED"):
        door.goto(door.url.replace("/accounts/sign-in/", f"/meetings/{meeting.pk}/"))


def test_nothing_else_is_kept_and_no_page_complains(door, complaints):
    kept = door.evaluate(
        "async () => (await (await caches.open('zy-door')).keys()).map(({url}) => new URL(url).pathname)"
    )

    assert kept and all(re.fullmatch(r"/meetings/(\d+/)?|/static/.+", path) for path in kept)
    assert complaints == []


def test_the_lists_are_put_on_the_home_screen_and_open_there_without_a_network(door, wire, meeting):
    phone = door.context.new_cdp_session(door)
    manifest = phone.send("Page.getAppManifest")
    hindered = phone.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's browser keeps nothing, which is all that stands in the way.
    assert manifest["errors"] == [] and [e["errorId"] for e in hindered] == ["in-incognito"]
    begins = urljoin(manifest["url"], json.loads(manifest["data"])["start_url"])

    wire.cut()
    door.goto(begins)
    door.get_by_role("link", name="学习党章").click()
    expect(door.get_by_role("heading", level=1)).to_have_text("学习党章")
    expect(door.locator("#door-roll li").first).to_be_visible()


def test_a_card_is_held_up(door, wire, town, meeting):
    door.get_by_text("用扫码枪刷党员卡").click()
    door.get_by_label("党员卡").fill(card_of(town.li))
    door.get_by_label("党员卡").press("Enter")
    expect(door.locator("main")).to_contain_text("李华：到")
    door.get_by_text("用扫码枪刷党员卡").click()
    door.get_by_label("党员卡").fill(card_of(town.zhao))
    door.get_by_label("党员卡").press("Enter")
    expect(door.locator("body")).to_contain_text("没有登记")

    assert recorded(meeting) == {"李华": "present"}


def test_leave_is_asked_on_the_phone_and_the_miss_made_up_at_a_class(phone, enter, town, meeting):
    enter(town.member, "/meetings/leave/mine/")
    phone.get_by_label("从哪天").fill("2010-06-01")
    phone.get_by_label("到哪天").fill("2010-06-02")
    phone.get_by_label("公务").check()
    phone.get_by_role("button", name="请假").click()
    expect(phone.locator("main")).to_contain_text("等答复")

    enter(town.east_secretary, "/meetings/leave/")
    phone.get_by_role("button", name="准假").click()
    enter(town.east_secretary, f"/meetings/{meeting.pk}/")
    expect(phone.locator(f"#door-{town.li.pk}")).to_contain_text("已准假（公务）")
    phone.get_by_role("button", name="结束点名").click()
    expect(phone.locator("main")).to_contain_text("没到的已列入应补课人员")

    enter(town.east_secretary, "/meetings/owed/")
    line = phone.get_by_role("listitem").filter(has_text="李华")
    expect(line).to_contain_text("请假 · 公务")
    line.get_by_role("link", name="另一天、另一种补法").click()
    phone.get_by_label("看录像并谈话").check()
    phone.get_by_role("button", name="保存").click()
    expect(phone.locator("main")).to_contain_text("最近补上的")

    missed = meeting.attendances.get(person=town.li, makes_up=None)
    assert (missed.how, missed.made_up_by.how) == ("leave", "recording")
