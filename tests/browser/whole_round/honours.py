"""From the honour that is laid down to the circular, the certificate and the badge."""

import base64
import json
import re
from io import BytesIO
from zipfile import ZipFile

from playwright.sync_api import expect

from tests.browser.whole_round.qinghe import fits, path_of, press


def an_honour_is_laid_down(people):
    """The office lays down what may be given without leave from above, and opens a batch; where it is."""
    page = people.at("office", "/honours/")
    page.get_by_role("link", name="设立荣誉种类").click()
    page.get_by_label("名称").first.fill("年度先进党支部")
    page.get_by_label("组织", exact=True).check()
    page.get_by_label("本单位年度考评").check()
    page.get_by_label("名额至多").fill("1")
    page.get_by_label("由人核实的条件").fill("承诺兑现，经群众评议")
    press(page, "设立")
    page.get_by_role("link", name="开始一批").click()
    page.get_by_label("这一批叫什么").fill("2010年度")
    page.get_by_label("推荐截止").fill("2010-10-20")
    press(page, "开始推荐")
    page = people.at("office", "/honours/")
    page.get_by_role("link", name="年度先进党支部").click()
    expect(page.locator("main")).to_contain_text("还没有推荐")
    return path_of(page)


def it_is_nominated_checked_and_posted(people, secretary, town, batch):
    """The branch names itself, the town passes it on, the city checks what no figure tells and posts it."""
    page = people.at(secretary, batch)
    page.get_by_role("link", name="推荐", exact=True).click()
    page.get_by_label("主要事迹").fill("生产路通到三个组，12户受益")
    press(page, "推荐")
    expect(page.locator("main")).to_contain_text("等柳河镇党委的意见")
    page = people.at(town, "/honours/")
    page.get_by_role("link", name="写意见").click()
    page.get_by_label("同意上报").check()
    press(page, "提交意见")
    page = people.at("office", batch)
    page.get_by_role("link", name="石桥村党支部").click()
    expect(page.locator("main")).to_contain_text("要由人核实")
    page.get_by_role("link", name="核实").click()
    page.get_by_label("符合", exact=True).check()
    page.get_by_label("怎样核实的").fill("查了测评结果，走访了5户")
    press(page, "记下")
    page.get_by_role("link", name="年度先进党支部").click()
    page.get_by_role("link", name="公示名单").click()
    press(page, "公示名单")
    expect(page.locator("main")).to_contain_text("公示中")


def somebody_objects(people):
    """On a telephone, without a name; the receipt."""
    page = people.outside()
    page.goto(f"{people.url}/open/honours/")
    fits(page)
    page.get_by_role("link", name="年度先进党支部").click()
    fits(page)
    page.get_by_role("link", name="提异议").click()
    page.get_by_label("是什么事").fill("三组的路边没有排水沟，可以到村口看")
    press(page, "提交异议")
    return page.locator("code").inner_text()


def the_objection_is_answered(people, batch, receipt):
    """Nobody decides while it waits; the office looks into it, and whoever objected finds the answer."""
    page = people.at("leader", batch)
    expect(page.locator("main")).to_contain_text("有异议，等查核")
    expect(page.get_by_role("link", name="决定")).to_have_count(0)
    page = people.at("office", "/honours/objections/")
    page.get_by_role("link", name="答复").click()
    page.get_by_label("异议不成立").check()
    page.get_by_label("查核结果").fill("到现场看过，排水沟列入明年，路已全通")
    press(page, "答复")
    page = people.outside()
    page.goto(f"{people.url}/open/honours/objection/")
    page.get_by_label("回执").fill(receipt)
    press(page, "查")
    expect(page.locator("main")).to_contain_text("排水沟列入明年")


def the_leader_decides(people, batch):
    """Who prepared the list is not offered to decide; the leader finds it waiting."""
    expect(people.at("office", batch).get_by_role("link", name="决定")).to_have_count(0)
    page = people.at("leader", "/honours/")
    page.get_by_role("link", name="去决定").click()
    page.get_by_label("在哪个会议决定").fill("市委常委会2010年10月23日会议")
    press(page, "决定")
    expect(page.locator("main")).to_contain_text("已授予")


def the_circular_is_signed(people, secretary):
    """Drafted of the results, sent to who decides, signed, and only then read below."""
    page = people.at(secretary, "/circulars/")
    expect(page.locator("main")).to_contain_text("还没有通报")
    page = people.at("office", "/circulars/")
    page.get_by_role("link", name="起草通报表扬").click()
    page.get_by_label("石桥村：获“年度先进党支部”荣誉").check()
    press(page, "起草")
    press(page, "送审")
    expect(page.get_by_role("link", name="签发或退回")).to_have_count(0)
    page = people.at("leader", "/circulars/")
    page.get_by_role("link", name=re.compile("通报表扬")).click()
    page.get_by_role("link", name="签发或退回").click()
    page.get_by_label("签发", exact=True).check()
    page.get_by_label("文号").fill("青创先办〔2010〕9号")
    press(page, "决定")
    expect(page.locator("main")).to_contain_text("石桥村")
    page = people.at(secretary, "/circulars/")
    page.get_by_role("link", name=re.compile("通报表扬")).click()
    expect(page.locator("main")).to_contain_text("获“年度先进党支部”荣誉")


def text_of(file):
    """The text of a paper, whichever way it was written."""
    content = file.read_bytes()
    if content.startswith(b"%PDF"):
        from pdfminer.high_level import extract_text

        return re.sub(r"\s", "", extract_text(BytesIO(content)))
    return re.sub(r"<[^>]+>", "", ZipFile(BytesIO(content)).read("word/document.xml").decode())


def the_certificate_and_the_badge_are_taken_away(people, batch):
    """The certificate says for what, by whom and where to check it; the badge says the same to machines."""
    page = people.at("office", batch)
    with page.expect_download() as paper:
        page.get_by_role("link", name="证书").click()
    words = text_of(paper.value.path())
    for told in (
        "柳河镇石桥村党支部",
        "市委常委会2010年10月23日会议",
        "“年度先进党支部”荣誉",
        "〔2010〕第1号",
    ):
        assert told in words
    address = re.search(r"/open/honours/[\w-]+/", words).group()

    public = people.outside()
    public.goto(people.url + address)
    expect(public.locator("main")).to_contain_text("这项荣誉有效")
    with public.expect_download() as badge:
        public.get_by_role("link", name="电子凭证").click()
    body = badge.value.path().read_text().split(".")[1]
    told = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    assert "OpenBadgeCredential" in told["type"]
    assert told["credentialSubject"]["achievement"]["name"] == "年度先进党支部"
