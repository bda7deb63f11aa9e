"""An honour from nomination to revocation: passed on, posted, objected to, decided, checked by everybody, taken back."""

from datetime import date

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.honours.models import Honour
from zhengyou.rooms.honours.tests.conftest import laid_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SETTLED = 500  # a click that follows a change at once is taken for the first one's second half


def press(page, name):
    page.wait_for_timeout(SETTLED)
    page.get_by_role("button", name=name, exact=True).click()


def no_wider_than_the_screen(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


def test_from_nomination_to_a_revocation_that_everybody_sees(page, enter, town, settings, complaints):
    h = laid_down(town)

    # The branch names itself, the town passes it on, the city checks what no figure tells and posts it.
    enter(town.east_secretary, f"/honours/batches/{h.batch.pk}/")
    page.get_by_role("link", name="推荐", exact=True).click()
    page.get_by_label("主要事迹").fill("修通一条机耕路，12户受益")
    press(page, "推荐")
    expect(page.locator("main")).to_contain_text("等红星镇的意见")
    enter(h.town_office, "/honours/")
    page.get_by_role("link", name="写意见").click()
    page.get_by_label("同意上报").check()
    press(page, "提交意见")
    enter(town.office, f"/honours/batches/{h.batch.pk}/")
    page.get_by_role("link", name="东街村党支部").click()
    page.get_by_role("link", name="核实").click()
    page.get_by_label("符合", exact=True).check()
    page.get_by_label("怎样核实的").fill("查了评议票，走访了5户")
    press(page, "记下")
    enter(town.office, f"/honours/batches/{h.batch.pk}/post/")
    press(page, "公示名单")

    # Somebody reads it on a telephone and objects; the answer is found by the receipt.
    page.set_viewport_size({"width": 360, "height": 780})
    enter(None, "/open/honours/")
    no_wider_than_the_screen(page)
    page.get_by_role("link", name="先进基层党组织").click()
    no_wider_than_the_screen(page)
    page.get_by_role("link", name="提异议").click()
    page.get_by_label("是什么事").fill("路只修了一半，可以到村口看")
    press(page, "提交异议")
    receipt = page.locator("code").inner_text()
    page.set_viewport_size({"width": 1280, "height": 800})
    settings.TODAY = date(2010, 6, 8)
    enter(town.leader, f"/honours/batches/{h.batch.pk}/")
    expect(page.locator("main")).to_contain_text("有异议，等查核")
    enter(town.office, "/honours/objections/")
    page.get_by_role("link", name="答复").click()
    page.get_by_label("异议不成立").check()
    page.get_by_label("查核结果").fill("到现场看过，全线已通")
    press(page, "答复")
    enter(None, "/open/honours/objection/")
    page.get_by_label("回执").fill(receipt)
    press(page, "查")
    expect(page.locator("main")).to_contain_text("到现场看过，全线已通")

    # The leader decides; the certificate opens, and its address says that it stands.
    enter(town.leader, f"/honours/batches/{h.batch.pk}/decide/")
    page.get_by_label("在哪个会议决定").fill("市委常委会2010年6月8日会议")
    press(page, "决定")
    enter(town.office, f"/honours/batches/{h.batch.pk}/")
    with page.expect_download() as paper:
        page.get_by_role("link", name="证书").click()
    assert paper.value.suggested_filename == "荣誉证书2010-1.docx"
    address = f"/open/honours/{Honour.objects.get().code}/"
    enter(None, address)
    expect(page.locator("main")).to_contain_text("这项荣誉有效")

    # Taken back, with the reason for everybody to read.
    enter(town.leader, f"/honours/batches/{h.batch.pk}/")
    page.get_by_role("link", name="撤销").click()
    page.get_by_label("为什么撤销").fill("路是外村修的")
    press(page, "撤销")
    enter(None, address)
    expect(page.locator("main")).to_contain_text("这项荣誉已经撤销")
    expect(page.locator("main")).to_contain_text("路是外村修的")
    assert complaints == []
