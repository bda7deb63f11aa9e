"""From what somebody of the public hopes for to a promise, a step, an open change — and a comment that is answered."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.test_pages import AXE
from zhengyou.rooms.pledges.actions import open_call
from zhengyou.rooms.pledges.models import Wish
from zhengyou.rooms.pledges.tests.test_actions import published

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def july(town, settings):
    settings.TODAY = date(2010, 7, 12)
    return town


def sound(page):
    """Accessible at AA, nothing to push sideways, light enough for a village connection."""
    page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text() + ";0")
    assert page.evaluate(AXE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    size = "[...performance.getEntries()].reduce((sum, e) => sum + (e.transferSize || 0), 0)"
    assert 0 < page.evaluate(size) < 150_000


def test_what_the_public_hopes_for_becomes_a_promise_that_it_can_watch(
    phone, enter, july, settings, complaints
):
    page = phone
    open_call(
        july.office, july.city, campaign=july.campaign, words="我想请支部办的事",
        opens_on=date(2010, 7, 1), closes_on=date(2010, 7, 31),
    )  # fmt: skip
    enter(None, "/open/1.1.1/")
    page.get_by_role("link", name="提一件事").last.click()
    sound(page)
    page.get_by_label("我想请支部办的事").fill("三组的桥护栏断了，老人过桥怕")
    page.get_by_label("联系方式").fill("13812345678")
    page.get_by_role("button", name="交给支部").click()
    expect(page.locator("main")).to_contain_text("收到了，谢谢")
    number = Wish.objects.get().number
    expect(page.locator("main")).to_contain_text(number)
    sound(page)

    enter(july.east_secretary, "/pledges/new/")
    page.get_by_label("承诺什么").fill("进一步努力把桥修好")
    page.get_by_role("button", name="先看看说得清不清").click()
    expect(page.get_by_role("alert")).to_contain_text("进一步、努力")
    page.get_by_label("承诺什么").fill("给三组的桥装12米护栏")
    page.get_by_label("怎样算做到").fill("老人敢走")
    page.get_by_label("群众希望：三组的桥护栏断了").check()
    page.get_by_label("第1步做什么").fill("护栏装好")
    page.get_by_label("第1步哪天前做到").fill("2010-08-10")
    page.get_by_role("button", name="公开", exact=True).click()

    page.get_by_role("link", name="心愿 · 1条没答复").click()
    page.get_by_role("link", name="三组的桥护栏断了").click()
    expect(page.locator("main")).to_contain_text("1381***5678")
    page.get_by_label("列入哪一项承诺").select_option(label="给三组的桥装12米护栏")
    page.get_by_label("怎么答复").fill("列入今年的承诺，8月10日前装好")
    page.get_by_label("连同心愿一起公开").check()
    page.get_by_role("button", name="答复").click()
    expect(page.locator("main")).to_contain_text("列入承诺")

    settings.TODAY = date(2010, 8, 5)
    enter(july.east_secretary, "/pledges/")
    page.get_by_role("link", name="给三组的桥装12米护栏").click()
    page.get_by_role("link", name="改承诺").click()
    page.get_by_label("承诺什么").fill("给三组的桥装16米护栏")
    page.get_by_label("为什么改").fill("桥头也要护")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="写一句").click()
    page.get_by_label("做到了什么").fill("装好16米")
    page.get_by_label("依据：文件").fill("验收单2010-7")
    page.get_by_role("button", name="保存").click()
    expect(page.locator("main")).to_contain_text("验收单2010-7")

    enter(None, "/open/follow/")
    sound(page)
    page.get_by_label("编号").fill(number.lower())
    page.get_by_role("button", name="查").click()
    page.get_by_role("link", name="看这项承诺做到哪一步").click()
    for words in ("给三组的桥装16米护栏", "原为“给三组的桥装12米护栏”", "桥头也要护", "装好16米", "验收单2010-7",
                  "列入今年的承诺", "采纳1条心愿"):  # fmt: skip
        expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("body")).not_to_contain_text("13812345678")
    sound(page)
    page.get_by_role("link", name="打印张贴的样子").click()
    expect(page.locator("main")).to_contain_text("给三组的桥装16米护栏")
    sound(page)
    assert complaints == []


def test_a_leader_comments_and_sees_what_came_of_it(page, enter, july, complaints):
    published(july)
    enter(july.leader, "/gates/")
    page.get_by_role("link", name="点评", exact=True).click()
    page.get_by_role("link", name="作出点评").click()
    page.get_by_role("link", name="东街村党支部").click()
    page.get_by_label("点评", exact=False).and_(page.locator("textarea")).fill("路基好，路面拖了")
    page.get_by_label("点评什么").select_option(index=1)
    page.get_by_label("哪天前答复").fill("2010-07-20")
    page.get_by_role("button", name="点评").click()

    enter(july.east_secretary, "/comments/")
    page.get_by_role("link", name="答复", exact=True).click()
    page.get_by_label("做了什么").fill("铺了一半，料到了接着铺")
    page.get_by_role("button", name="保存").click()
    expect(page.locator("main")).to_contain_text("已答复，等点评的人看")

    enter(july.leader, "/comments/")
    page.get_by_role("link", name="看答复").click()
    page.get_by_label("办到了，核销").check()
    page.get_by_role("button", name="保存").click()
    expect(page.locator("main")).to_contain_text("7月12日核销")
    assert complaints == []
