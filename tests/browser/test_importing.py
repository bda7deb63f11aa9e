"""A roster taken in on pages: a column named by hand, a dry run, the corrected rows sent in again."""

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from zhengyou.rooms.orgs.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GOOD, OTHER = "990101195810165602", "990101196804015127"


@pytest.fixture
def roster(tmp_path):
    """A sheet as it is kept: a title, a column under an unusual heading, one that is never held, one wrong number."""
    book = Workbook()
    tab = book.active
    tab.title = "花名册"
    tab.append(["红星镇党员花名册"])
    tab.append(["姓名", "民族", "身份证号", "所在党支部", "怎么联系", "入党时间"])
    tab.append(["钱 进", "汉", GOOD, "东街村党支部", "10018689916", "1978.5"])
    tab.append(["冯有才", "汉", OTHER[:-1] + "1", "东街村党支部", "10018689917", "1990年7月"])
    tab.append(["合计", None, "2人"])
    file = tmp_path / "roster.xlsx"
    book.save(file)
    return file


def send(page, file):
    page.get_by_label("表格文件").set_input_files(file)
    page.get_by_role("button", name="上传").click()


def test_a_roster_is_tried_entered_corrected_and_sent_in_again(
    page, enter, town, roster, tmp_path, complaints
):
    enter(town.office, "/organisations/import/")
    send(page, roster)
    expect(page.locator("main")).to_contain_text("民族：按规定不登记")
    page.get_by_label("怎么联系").select_option(label="手机号码")
    page.get_by_role("button", name="就这样，试一试").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("会这样变")
    expect(page.locator("main")).to_contain_text("校验码不对")
    assert not Person.objects.filter(name="钱进").exists()
    page.get_by_role("button", name="导入", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("已导入")
    assert Person.objects.get(name="钱进").memberships.get().organisation == town.east
    with page.expect_download() as download:
        page.get_by_role("link", name="下载不收的行").click()
    corrected = tmp_path / "corrected.xlsx"
    download.value.save_as(corrected)
    book = load_workbook(corrected)
    assert book.active.max_row == 2
    book.active["B2"] = OTHER
    book.save(corrected)

    page.get_by_role("link", name="再传一份").click()
    send(page, corrected)
    expect(page.get_by_label("怎么联系")).to_have_value("people.phone")  # remembered
    page.get_by_role("button", name="就这样，试一试").click()
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("已导入")

    assert Person.objects.get(name="冯有才").joined_on.isoformat() == "1990-07-01"
    assert complaints == []


def test_on_a_telephone_nothing_is_wider_than_the_page(phone, enter, town, roster):
    enter(town.office, "/organisations/import/")
    send(phone, roster)
    expect(phone.get_by_role("heading", level=1)).to_have_text("认栏目")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("button", name="就这样，试一试").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("会这样变")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
