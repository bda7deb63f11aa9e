"""A newcomer's first hour: from an empty installation to a campaign that a secretary takes up, in the browser alone."""

import re
from datetime import date

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.ui.test_pages import AXE, ROOT
from zhengyou.rooms.campaigns.models import Campaign, Plan
from zhengyou.rooms.setup.actions import setup_code

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OWN = "three-quiet-rivers"


@pytest.fixture
def empty(transactional_db, settings, tmp_path):
    """Nothing but the tables, and the code that `zhengyou serve` prints."""
    settings.ZHENGYOU_HOME, settings.TODAY = tmp_path, date(2026, 3, 2)
    hashers = [f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("MD5", "PBKDF2")]
    settings.PASSWORD_HASHERS = hashers
    return setup_code()


@pytest.fixture
def roster(tmp_path):
    """The office's own spreadsheet: a sheet of organisations, a sheet of people, titles above."""
    book = Workbook()
    places, people = book.active, book.create_sheet("党员花名册")
    places.title = "组织"
    places.append(["红星镇基层党组织一览表"])
    places.append(["组织名称", "上级组织", "组织类型", "所属领域"])
    for name, category in (("东街村党支部", "村"), ("西街社区党支部", "社区")):
        places.append([name, "中共红星镇委员会", "党支部", category])
    people.append(["姓名", "性别", "所在党支部", "党内职务"])
    for name, post in (("张明", "书记"), ("李华", ""), ("王芳", "")):
        people.append([name, "女", "东街村党支部", post])
    people.append(["赵强", "男", "西街社区党支部", "书记"])
    file = tmp_path / "roster.xlsx"
    book.save(file)
    return file


def next_step(page):
    """From the guide to where the step is done that comes next."""
    page.get_by_role("link", name="开始使用").click()
    step = page.locator("[aria-current=step]")
    title = step.locator("b").text_content()
    step.get_by_role("link").click()
    return title


def violations(page):
    """What axe finds on the page as it stands."""
    page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text() + ";0")
    return page.evaluate(AXE)


def test_from_nothing_to_a_running_campaign(page, live_server, empty, roster, complaints):
    page.goto(live_server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("启用争优")
    assert violations(page) == []
    for label, text in (("第一个组织", "中共红星镇委员会"), ("您是", "组织办"), ("账号", "red"),
                        ("新密码", OWN), ("再写一遍", OWN)):  # fmt: skip
        page.get_by_label(label).fill(text)
    page.locator("#id_code").fill(empty)
    page.get_by_role("button", name="启用").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("开始使用")
    assert violations(page) == []

    assert next_step(page) == "2 下面的组织和名册"
    page.get_by_label("表格文件").set_input_files(roster)
    page.get_by_role("button", name="上传").click()
    page.get_by_role("button", name="就这样，试一试").click()
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("已导入")

    assert next_step(page) == "3 书记的账号"
    assert violations(page) == []
    page.get_by_role("button", name="开2个账号，出账号条").click()
    slip = page.locator(".account-slips li", has_text="东街村党支部")
    name, password = slip.locator(".sign").all_text_contents()
    page.get_by_role("link", name="回到账号").click()

    assert next_step(page) == "4 第一项活动"
    shipped = page.locator("form", has=page.locator("[name=shipped-pack]"))
    shipped.get_by_label("方案包").select_option("striving_2010")
    shipped.get_by_label("开始日期").fill("2026-03-02")
    shipped.get_by_label("代号").fill("striving")
    shipped.get_by_role("button", name="用它起草").click()
    assert next_step(page) == "4 第一项活动"
    page.get_by_role("button", name="印发").click()
    expect(page).to_have_url(re.compile("/campaigns/striving/$"))
    page.get_by_role("link", name="开始使用").click()
    expect(page.locator("main")).to_contain_text("四步都做好了")

    page.get_by_role("button", name="退出").click()
    page.fill("[name=username]", name)
    page.fill("[name=password]", password)
    page.get_by_role("button", name="登录").click()
    page.get_by_label("新密码").fill(OWN)
    page.get_by_label("再写一遍").fill(OWN)
    page.get_by_role("button", name="设好并登录").click()
    page.get_by_role("button", name="照此执行").click()
    expect(page.get_by_role("button", name="照此执行")).to_have_count(0)

    assert Campaign.objects.get().issued_on == date(2026, 3, 2)
    assert Plan.objects.get().organisation.name == "东街村党支部"
    assert complaints == []
