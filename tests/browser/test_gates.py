"""Two branches at a gate: one passes, one is sent to make up, and both see what it means for them."""

from datetime import date

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.gates.actions import open_gate
from zhengyou.rooms.gates.queries import Place, passing_of
from zhengyou.rooms.gates.tests.test_passing import ASKED, MET, meet_for_transition, study_enough, supervised

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def gate(town, settings):
    settings.TODAY = MET
    supervised(town)
    settings.TODAY = date(2010, 6, 20)
    study = town.campaign.requirements.get(code="study")
    items = [{"requirement": study}, {"meeting": True}, {"words": ASKED}]
    made = open_gate(town.office, town.campaign, stage=town.first, items=items)
    for secretary, branch in ((town.west_secretary, town.west), (town.river_secretary, town.river)):
        study_enough(town, secretary, branch)
        meet_for_transition(town, secretary, branch, who=town.supervisor)
    return made


def apply(page, enter, secretary):
    enter(secretary, "/gates/look-back/")
    expect(page.get_by_role("button", name="申请转段")).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="是", exact=True).click()
    expect(page.locator("#ticks")).to_contain_text(f"“{ASKED}”：是")
    page.wait_for_timeout(
        500
    )  # a click that follows a change at once is taken for the first one's second half
    page.get_by_role("button", name="申请转段").click()
    expect(page.locator(".sub")).to_contain_text("已申请")


def inspect(page, name, finding, holds):
    page.locator(".zy-board a", has_text=name).first.click()
    page.get_by_label("抽查了什么").fill("5次会议的名单")
    page.get_by_label("发现了什么").fill(finding)
    page.get_by_label("符合要求").set_checked(holds)
    page.get_by_role("button", name="登记检查").click()
    expect(page.locator("main")).to_contain_text(finding)
    page.wait_for_timeout(500)


def test_one_passes_and_one_is_sent_to_make_up(page, enter, town, gate, complaints):
    apply(page, enter, town.west_secretary)
    apply(page, enter, town.river_secretary)

    enter(town.office, "/gates/")
    inspect(page, "西街社区", "都相符", True)
    page.get_by_label("决定").select_option("pass")
    page.get_by_role("button", name="作出决定").click()
    expect(page.locator("main")).to_contain_text("2010年6月20日")
    expect(page.get_by_role("button", name="作出决定")).to_have_count(0)

    enter(town.office, "/gates/")
    inspect(page, "河东村", "有一次没有讨论", False)
    page.get_by_label("决定").select_option("make_up")
    page.get_by_role("button", name="作出决定").click()
    expect(page.get_by_role("alert")).to_contain_text("补什么")  # refused: nothing to make up was named
    page.wait_for_timeout(2000)
    page.get_by_label("要补什么").fill("补开一次讨论会")
    page.get_by_label("补到哪天").fill("2010-06-30")
    page.get_by_role("button", name="作出决定").click()
    expect(page.locator("main .zy-note")).to_contain_text("补开一次讨论会")

    assert passing_of(town.west, gate).place is Place.PASSED
    assert passing_of(town.river, gate).place is Place.MAKE_UP
    assert [c for c in complaints if "422" not in c] == []

    enter(town.west_secretary, "/gates/look-back/")
    expect(page.locator("main")).to_contain_text("已转入下一阶段")
    expect(page.get_by_role("button", name="申请转段")).to_have_count(0)

    enter(town.river_secretary, "/gates/look-back/")
    expect(page.locator("main .zy-note")).to_contain_text("补开一次讨论会")
    expect(page.locator("main .zy-note")).to_contain_text("2010年6月30日以前补上")
    page.get_by_role("button", name="申请转段").click()
    expect(page.locator(".sub")).to_contain_text("已申请")


def test_an_honest_no_asks_for_a_word_and_hinders_nobody(page, enter, town, gate):
    enter(town.west_secretary, "/gates/look-back/")
    page.get_by_role("button", name="否", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("答“否”请写一句原因或打算")

    page.wait_for_timeout(2000)
    page.get_by_label("说明").fill("还有两条没有答复，月底前答复")
    page.get_by_role("button", name="否", exact=True).click()
    expect(page.locator("#ticks")).to_contain_text("：否，还有两条没有答复")
    expect(page.get_by_role("button", name="申请转段")).not_to_have_attribute("aria-disabled", "true")
