"""A coverage list worked off: a register goes in, gaps come out, organisations are linked and founded, the share moves."""

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.coverage.models import Unit
from zhengyou.rooms.coverage.tests.registers import ROWS, workbook
from zhengyou.rooms.orgs.actions import found_organisation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BAD = [5, "某某公司", "非公企业", "河西镇", 12, 3, 1, 2]
FILE = {"name": "名册.xlsx", "mimeType": "application/octet-stream", "buffer": workbook(*ROWS, BAD)}


def share(page):
    """The party's share in the head of the page."""
    return page.locator(".zy-fig", has_text="党组织覆盖率").locator(".v")


def import_register(page, *, tried=False):
    page.get_by_label("名册文件").set_input_files(FILE)
    page.get_by_label("只试一遍").set_checked(tried)
    page.get_by_role("button", name="导入", exact=True).click()


def holds_narrow(page):
    """Nothing but tables, which scroll by themselves, is wider than the screen."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_coverage_list_is_worked_off(page, enter, town, complaints):
    enter(town.office, "/coverage/")
    expect(page.locator("main")).to_contain_text("名册上还没有单位")
    page.get_by_role("link", name="导入名册").click()
    import_register(page, tried=True)
    expect(page.locator("main")).to_contain_text("试了一遍，没有存")
    assert not Unit.objects.exists()
    page.wait_for_timeout(2000)  # the same form within two seconds is taken for one click
    import_register(page)
    expect(page.locator("main")).to_contain_text("已导入")
    expect(page.locator("tr", has_text="河西镇")).to_contain_text("没有这个组织或地区")
    page.get_by_role("link", name="看空白点").click()

    expect(share(page)).to_contain_text("0 / 3")
    expect(page.get_by_role("heading", name="党组织空白点 3")).to_be_visible()
    page.get_by_label("这些空白点补到哪天").fill("2010-06-30")
    page.get_by_role("button", name="定期限").click()
    expect(page.locator("tr", has_text="长青塑料厂")).to_contain_text("余29天")

    page.get_by_role("link", name="东街村", exact=True).click()
    page.get_by_role("button", name="就是它").click()
    expect(share(page)).to_contain_text("1 / 3")
    expect(page.locator("#gaps tbody tr")).to_have_count(2)

    page.get_by_role("link", name="长青塑料厂").click()
    page.get_by_label("新组织的名称").fill("长青塑料厂党支部")
    page.get_by_role("button", name="建立").click()
    expect(share(page)).to_contain_text("2 / 3")
    expect(page.locator("main")).not_to_contain_text("长青塑料厂")
    assert complaints == []

    page.get_by_role("link", name="党组织覆盖率").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("党组织覆盖率")


def test_the_same_list_on_a_telephone(phone, enter, town):
    enter(town.office, f"/coverage/register/?org={town.city.pk}")
    import_register(phone)
    expect(phone.locator("main")).to_contain_text("已导入")
    holds_narrow(phone)
    phone.get_by_role("link", name="看空白点").click()
    expect(share(phone)).to_contain_text("0 / 3")
    holds_narrow(phone)
    phone.get_by_role("link", name="妇联组织", exact=True).first.click()
    expect(phone.get_by_role("heading", name="妇联组织空白点 4")).to_be_visible()
    women = found_organisation(town.office, town.committee, name="红星镇妇女联合会", kind="women")

    phone.get_by_role("link", name="便民商店").click()
    holds_narrow(phone)
    phone.get_by_label("由哪个组织覆盖").fill("红星镇妇联")
    phone.get_by_label("组建方式").select_option("attached")
    phone.get_by_role("button", name="登记", exact=True).click()
    expect(phone.get_by_role("alert").first).to_contain_text("没有叫“红星镇妇联”的组织")
    phone.wait_for_timeout(2000)
    phone.get_by_label("由哪个组织覆盖").fill(women.name)
    phone.get_by_role("button", name="登记", exact=True).click()
    expect(phone.get_by_role("heading", name="妇联组织空白点 3")).to_be_visible()
