"""A notice on the left, its draft on the right, worked through with the keyboard until it is issued."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.test_pages import AXE, ROOT
from zhengyou.core import clock
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.drafting.actions import accept_line, edit_line
from zhengyou.rooms.drafting.tests.notices import NOTICE, alone, line, read

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STUDY, LESSON, PLEDGE = "不少于40个学时", "讲1次党课", "每名党员在2010年9月20日前作出1项"


@pytest.fixture
def town(town, settings):
    settings.TODAY = date(2010, 5, 4)
    return alone(town)


@pytest.fixture
def reading(town):
    with clock.played_at(date(2010, 5, 4)):
        return read(town)


@pytest.fixture
def desk(page, enter, town, reading):
    enter(town.office, f"/campaigns/drafts/{reading.pk}/")
    return page


def card(page, found):
    return page.locator(f"#line-{found.number}")


def mark(page, found):
    return page.locator(f"#mark-{found.number}")


def choose(page, found):
    """Go to a line as one does without a mouse: down, until it is there."""
    for _ in range(200):
        page.keyboard.press("j")
        if card(page, found).get_attribute("aria-current") == "true":
            return
    raise AssertionError(found)


def test_a_notice_is_sent_worked_through_with_the_keyboard_and_issued(page, enter, town, complaints):
    enter(town.office, "/campaigns/drafts/")
    page.get_by_label(re.compile("^文件")).set_input_files(
        {"name": "通知.txt", "mimeType": "text/plain", "buffer": Path(NOTICE).read_bytes()}
    )
    page.get_by_label("活动名称").fill("创先争优活动")
    page.get_by_label("代号").first.fill("read_here")
    page.get_by_role("button", name="读出条目").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("创先争优活动")
    reading = page_reading()
    study, lesson, pledge = (line(reading, words) for words in (STUDY, LESSON, PLEDGE))
    stages = list(reading.lines.filter(becomes="stage"))

    for stage in stages:
        choose_from_top(page, stage)
        page.keyboard.press("a")
        expect(card(page, stage)).to_have_class(re.compile("accepted"))

    choose_from_top(page, study)
    page.keyboard.press("e")
    expect(card(page, study).locator("input:focus")).to_have_count(
        1
    )  # the form has come, its first field in hand
    page.get_by_label("学时不少于").fill("48")
    page.keyboard.press("Enter")
    expect(card(page, study)).to_contain_text("学时≥48学时")
    expect(card(page, study)).to_contain_text("改后采用")

    for dropped in (lesson, pledge):
        choose_from_top(page, dropped)
        page.keyboard.press("d")
        expect(card(page, dropped)).to_have_class(re.compile("dropped"))
    page.keyboard.press("u")
    expect(card(page, pledge)).to_have_class(re.compile("waiting"))
    expect(card(page, pledge)).to_have_attribute("aria-current", "true")
    page.keyboard.press("d")
    expect(card(page, pledge)).to_have_class(re.compile("dropped"))
    choose_from_top(page, lesson)
    page.keyboard.press("r")
    expect(card(page, lesson)).to_have_class(re.compile("waiting"))
    page.keyboard.press("a")
    expect(card(page, lesson)).to_have_class(re.compile("accepted"))

    expect(page.locator("#why")).to_contain_text("条待定")
    page.get_by_role("button", name=re.compile("其余.*都不要")).click()
    expect(page.locator("#foot")).to_contain_text("印发到3个支部")
    page.get_by_role("button", name="印发到3个支部").click()
    expect(page).to_have_url(re.compile("/campaigns/read_here/$"))

    campaign = Campaign.objects.get(code="read_here")
    whole = {s.content["name"]: s for s in stages}
    assert campaign.issued_on == date(2010, 5, 4)
    assert {s.name for s in campaign.stages.all()} <= set(whole)
    assert [s.name for s in campaign.stages.all()] == ["学习动员", "公开承诺", "评议整改", "总结表彰"]
    assert [(r.rule, r.needs) for r in campaign.requirements.all()] == [
        ("enough_study", {"study_hours": "48"})
    ]
    assert [t["what"] for t in campaign.pack["tasks"]] == [lesson.content["what"]]
    assert campaign.pack["criteria"] == campaign.pack["mechanisms"] == []
    assert complaints == []


def page_reading():
    from zhengyou.rooms.drafting.models import Reading

    return Reading.objects.get(code="read_here")


def choose_from_top(page, found):
    page.locator("#lines > li").first.focus()
    if card(page, found).get_attribute("aria-current") != "true":
        choose(page, found)


def test_a_card_and_its_words_light_up_together_both_ways(desk, reading, complaints):
    lesson = line(reading, LESSON)
    card(desk, lesson).locator("b").first.click()
    card(desk, lesson).hover()
    expect(mark(desk, lesson)).to_have_class(re.compile("lit"))

    study = line(reading, STUDY)
    mark(desk, study).click()
    expect(card(desk, study)).to_have_attribute("aria-current", "true")
    expect(card(desk, study)).to_be_in_viewport()
    expect(mark(desk, study)).to_have_class(re.compile("lit"))
    expect(mark(desk, lesson)).not_to_have_class(re.compile("lit"))

    last = reading.lines.last()
    card(desk, last).focus()
    expect(mark(desk, last)).to_be_in_viewport()
    assert complaints == []


def test_decisions_change_the_page_in_place_and_the_reading_place_is_kept(desk, reading, complaints):
    lesson = line(reading, LESSON)
    desk.evaluate("document.body.dataset.same = 'page'")
    card(desk, lesson).get_by_role("button", name="采用").dblclick()

    expect(card(desk, lesson)).to_have_class(re.compile("accepted"))
    expect(mark(desk, lesson)).to_have_class(re.compile("accepted"))
    expect(desk.locator("#tools")).to_contain_text("采用 1")
    desk.wait_for_timeout(600)
    expect(card(desk, lesson)).to_have_class(re.compile("accepted"))
    expect(card(desk, lesson)).to_be_focused()
    expect(desk.locator("body")).to_have_attribute("data-same", "page")
    assert complaints == []


def test_quick_keys_are_all_done_one_after_the_other(desk, reading):
    desk.keyboard.press("j")
    for key in "aaaaadd":
        desk.keyboard.press(key)

    expect(desk.locator("#tools")).to_contain_text("不要 2")
    expect(desk.locator("#tools")).to_contain_text("采用 5")
    for _ in range(7):
        desk.keyboard.press("u")
    expect(desk.locator("#tools")).to_contain_text("还没有采用一条")
    expect(desk.locator("#tools")).not_to_contain_text(re.compile(r"不要 \d"))
    assert set(reading.lines.values_list("decision", flat=True)) == {"waiting"}


def test_keys_are_letters_while_one_types_and_can_be_switched_off(desk, reading):
    study = line(reading, STUDY)
    choose(desk, study)
    desk.keyboard.press("e")
    desk.get_by_label("名称").fill("")
    desk.get_by_label("名称").press_sequentially("jade")
    expect(desk.get_by_label("名称")).to_have_value("jade")
    desk.keyboard.press("Escape")
    expect(card(desk, study).locator("form")).to_have_count(0)
    assert set(reading.lines.values_list("decision", flat=True)) == {"waiting"}

    desk.keyboard.press("?")
    expect(desk.get_by_text("撤销自己最近一次决定")).to_be_visible()
    expect(desk.get_by_text("撤销自己最近一次决定")).to_be_in_viewport()
    desk.keyboard.press("Escape")
    expect(desk.get_by_text("撤销自己最近一次决定")).to_be_hidden()
    desk.get_by_role("link", name="全部按键").click()
    desk.get_by_label("关掉单键操作").check()
    desk.reload()
    desk.keyboard.press("j")
    expect(desk.locator("#lines [aria-current]")).to_have_count(0)


def test_a_wrong_number_is_said_in_the_card_and_nothing_is_lost(desk, reading):
    study = line(reading, STUDY)
    choose(desk, study)
    desk.keyboard.press("e")
    desk.get_by_label("名称").fill("学够")
    desk.get_by_label("学时不少于").fill("四十")
    desk.get_by_role("button", name="改好，采用").click()

    expect(card(desk, study)).to_contain_text("数请写作40、2/3")
    expect(desk.get_by_label("名称")).to_have_value("学够")
    desk.get_by_label("学时不少于").fill("40")
    desk.get_by_role("button", name="改好，采用").click()
    expect(card(desk, study).locator("b").first).to_have_text("学够")


def test_filters_by_keyboard_stand_in_the_address(desk, reading):
    desk.keyboard.press("j")
    desk.keyboard.press("/")
    expect(desk.get_by_label("种类")).to_be_focused()
    desk.get_by_label("种类").select_option("requirement")

    expect(desk).to_have_url(re.compile(r"kind=requirement"))
    shown = desk.locator("#lines > li:visible")
    expect(shown).to_have_count(reading.lines.filter(becomes="requirement").count())
    mark(desk, line(reading, LESSON)).click()
    expect(card(desk, line(reading, LESSON))).to_be_visible()


def test_everything_works_without_script(browser, live_server, client, town, reading):
    client.force_login(town.office)
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/campaigns/drafts/{reading.pk}/")
    study = line(reading, STUDY)
    page.get_by_label("种类").select_option("stage")
    page.get_by_role("button", name="筛选").click()
    page.get_by_role("button", name=re.compile("采用这.*条待定的")).click()
    page.get_by_role("link", name="看全部").click()
    card(page, study).get_by_role("link", name="改", exact=True).click()
    page.get_by_label("学时不少于").fill("48")
    page.get_by_role("button", name="改好，采用").click()
    card(page, line(reading, LESSON)).get_by_role("button", name="采用").click()
    page.get_by_role("button", name=re.compile("撤销：采用")).click()
    page.get_by_role("button", name=re.compile("其余.*都不要")).click()
    page.get_by_role("button", name="印发到3个支部").click()
    expect(page).to_have_url(re.compile("/campaigns/read_here/$"))
    context.close()

    campaign = Campaign.objects.get(code="read_here")
    assert campaign.requirements.get().needs["study_hours"] == "48"
    assert campaign.pack["tasks"] == []


def test_on_a_telephone_notice_and_draft_are_two_tabs(phone, enter, town, reading):
    enter(town.office, f"/campaigns/drafts/{reading.pk}/")
    lesson = line(reading, LESSON)
    expect(mark(phone, lesson)).to_be_hidden()
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    card(phone, lesson).locator(".no").click()
    expect(mark(phone, lesson)).to_be_in_viewport()
    expect(card(phone, lesson)).to_be_hidden()
    mark(phone, lesson).click()
    expect(card(phone, lesson)).to_be_in_viewport()
    card(phone, lesson).get_by_role("button", name="采用").click()
    expect(card(phone, lesson)).to_have_class(re.compile("accepted"))
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_the_list_and_a_comparison_are_accessible(page, enter, town, reading):
    with clock.played_at(date(2010, 5, 4)):
        other = read(town, code="other")
    for address in ("", f"{other.pk}/compare/?above=reading-{reading.pk}"):
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            enter(town.office, f"/campaigns/drafts/{address}")
            page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text() + ";0")
            assert page.evaluate(AXE) == [], (address, width)
            assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [1280, 820, 360])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_accessible(page, enter, town, reading, width, theme):
    with clock.played_at(date(2010, 5, 4)):
        study = line(reading, STUDY)
        edit_line(town.office, study, entry=study.entry | {"due_on": "2010-12-01"})
        accept_line(town.office, line(reading, LESSON))
    refused = line(reading, "逐项登记")
    reading.lines.filter(pk=refused.pk).update(refused="界限：本系统不收集思想动态。")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme)
    enter(town.office, f"/campaigns/drafts/{reading.pk}/?edit={line(reading, PLEDGE).number}")
    page.evaluate("scrollTo(0, 0)")  # what is just passing beneath what stays is no target of that moment
    page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text() + ";0")

    assert page.evaluate(AXE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
