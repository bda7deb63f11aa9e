"""What people do, in a real browser."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.meetings.actions import call_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "red-star-town"


@pytest.fixture
def town(transactional_db, settings):
    from tests.town import build

    settings.TODAY = date(2010, 6, 1)
    made = build()
    for user in User.objects.all():
        user.set_password(PASSWORD)
        user.save()
    return made


def sign_in(page: Page, live_server, username: str) -> None:
    page.goto(f"{live_server.url}/accounts/sign-in/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="登录").click()


def test_the_organiser_keeps_a_list(page: Page, live_server, town):
    meeting = call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=date(2010, 6, 1), minutes=180
    )
    page.set_viewport_size({"width": 360, "height": 780})
    sign_in(page, live_server, "east")
    page.goto(f"{live_server.url}/meetings/{meeting.pk}/")

    with page.expect_response(lambda r: r.request.method == "POST"):
        page.locator(f"#door-{town.li.pk} input[value=present]").check()
    with page.expect_response(lambda r: r.request.method == "POST"):
        page.locator(f"#door-{town.wang.pk} input[value=leave]").check()
    page.get_by_role("button", name="结束点名").click()
    expect(page.locator("main")).to_contain_text("结束")

    assert {a.person.name: a.how for a in meeting.attendances.all()} == {
        "李华": "present", "王芳": "leave", "张明": "absent", "刘洋": "absent", "陈静": "absent", "杨帆": "absent",
    }  # fmt: skip


def test_the_office_finds_the_branch_on_the_map(page: Page, live_server, town):
    sign_in(page, live_server, "office")

    expect(page.get_by_role("heading", level=1)).to_contain_text("全局")
    page.locator("svg a", has_text="红星镇").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("红星镇")


def test_a_secretary_adopts_the_plan_with_one_click(page: Page, live_server, town):
    sign_in(page, live_server, "east")
    page.get_by_role("button", name="照此执行").click()

    expect(page.get_by_role("button", name="照此执行")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("照此执行，不另行文")
    assert town.campaign.plans.get().organisation == town.east


def test_a_stranger_sees_none_of_it(page: Page, live_server, town):
    sign_in(page, live_server, "stranger")

    for address in (
        "/campaigns/striving/",
        "/campaigns/striving/matrix/",
        f"/campaigns/striving/week/{town.east.pk}/",
        "/mine/",
    ):
        assert page.goto(live_server.url + address).status == 404, address


def test_the_other_language_is_one_click_away(page: Page, live_server, town):
    sign_in(page, live_server, "office")
    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_pages_keep_the_security_policy(page: Page, live_server, town):
    refused = []
    page.on(
        "console",
        lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None,
    )
    sign_in(page, live_server, "office")
    for address in (
        "/campaigns/striving/",
        "/campaigns/striving/matrix/",
        "/organisations/",
        "/trail/",
        "/ui/",
    ):
        page.goto(live_server.url + address)

    assert refused == []


def test_a_trend_is_drawn_after_its_table_without_breaking_the_policy(page: Page, live_server, town):
    complaints = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=date(2010, 6, 1), minutes=180
    )
    sign_in(page, live_server, "east")
    page.goto(f"{live_server.url}/figures/members/{town.east.pk}/trend/")

    chart = page.locator(".zy-chart svg")
    expect(chart).to_be_visible()
    expect(page.locator(".zy-trend")).to_be_hidden()
    for month in ("2010年5月", "2010年6月"):
        expect(page.get_by_role("rowheader", name=month)).to_be_visible()
    assert chart.locator("text", has_text="2010年6月").count()
    page.emulate_media(media="print")
    expect(page.locator(".zy-trend")).to_be_visible()
    expect(chart).to_be_hidden()
    assert complaints == []


HIDDEN = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((e) => {
    if (!e.checkVisibility({ contentVisibilityAuto: true }) || e.type === "hidden") return false;
    e.focus();
    const { left, right, top, bottom } = e.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return !(there && (e.contains(there) || there.contains(e) || e.matches("[type=radio], [type=checkbox]")));
  }).map((e) => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("size", ["standard", "largest"])
def test_what_has_the_focus_is_never_under_what_stays(page: Page, live_server, town, size):
    meeting = call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=date(2010, 6, 1), minutes=180
    )
    page.context.add_cookies([{"name": "size", "value": size, "url": live_server.url}])
    page.set_viewport_size({"width": 360, "height": 640})
    sign_in(page, live_server, "east")
    for address in ("/mine/", "/pledges/mine/new/", f"/meetings/{meeting.pk}/"):
        page.goto(live_server.url + address)
        assert page.evaluate(HIDDEN) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address
