"""From the rating and the scheme to a score that was disputed and put right."""

import re

from playwright.sync_api import expect

from tests.browser.whole_round.qinghe import path_of, press
from zhengyou.rooms.ratings.actions import Paper, cast_ballots
from zhengyou.rooms.ratings.queries import box_of

QUESTIONS = ("承诺的事做到了没有", "办事公道不公道")
LINES = (
    ("A", "到期步骤兑现", "pledges_kept", "50"),
    ("B", "群众和党员评议", "rating", "30"),
    ("C", "事办得实不实", "check", "20"),
)


def a_rating_is_opened(people):
    """The office opens a rating from below and by the public, and prints its slips; the codes on them, by box."""
    page = people.at("office", "/ratings/new/")
    page.get_by_label("名称").fill("2010年三季度测评")
    page.get_by_label("自己写的问题").fill("\n".join(QUESTIONS))
    page.get_by_label("截止").fill("2010-10-15")
    press(page, "开展")
    printed = []
    for side in ("党员", "群众"):
        at = page.url
        page.get_by_label("来源").select_option(index=0 if side == "党员" else 1)
        page.get_by_label("每个组织发几个").fill("6")
        press(page, "印纸条")
        codes = page.locator(".slips .code")
        expect(codes).to_have_count(18)  # six for each of three organisations, once the page has come
        printed += codes.all_inner_texts()
        page.goto(at)
    return printed


def a_scheme_is_tried_and_issued(people):
    """Written on the page, tried on the facts of the last period, then issued; where it stands."""
    page = people.at("office", "/appraisal/")
    page.get_by_role("link", name="新办法").click()
    page.get_by_label("名称").first.fill("2010年三季度考评")
    page.get_by_label("文号").fill("青创先办〔2010〕7号")
    page.get_by_label("用哪一次测评").select_option("2010年三季度测评")
    for n, (number, name, way, full) in enumerate(LINES):
        line = page.locator(f"#id_criteria-{n}-number").locator("xpath=ancestor::tr")
        line.get_by_label("编号").fill(number)
        line.get_by_label("名称").fill(name)
        line.get_by_label("怎样计").select_option(way)
        line.locator("input[name$=-full]").fill(full)
        if way == "rating":
            line.locator("input[value=below]").check()
            line.locator("input[value=public]").check()
    press(page, "存为草案，先试算")
    expect(page.locator("#tried")).to_contain_text("3个组织")
    expect(page.locator("#tried")).to_contain_text("A 到期步骤兑现")
    press(page, "照此印发")
    expect(page.locator("main")).to_contain_text("60分起为中间")
    return path_of(page)


def one_rates_without_script(people, codes):
    """One of the public types the code of a slip into a browser without script; the others hand in theirs."""
    by_box = {}
    for code in codes:
        by_box.setdefault(box_of(code), []).append(code)
    first = next(b for b in by_box if b.group == "public" and b.subject.organisation.short_name == "石桥村")
    page = people.outside(java_script_enabled=False)
    page.goto(f"{people.url}/open/rate/")
    page.get_by_label("评议码").fill(by_box[first].pop())
    page.get_by_role("button", name="开始评").click()
    for question in range(len(QUESTIONS)):
        page.locator(f"input[name=q{question}][value=good]").check(force=True)
    page.get_by_role("button", name="投票").click()
    expect(page.locator("main")).to_contain_text("码已经用掉")
    assert page.context.cookies() == []
    cast_ballots(None, [Paper(b, code, ["good", "fair"]) for b, found in by_box.items() for code in found])


def the_branch_and_the_team_give_points(people, secretary, here):
    """The secretary says what the branch would give itself; who was sent went and looked."""
    page = people.at(secretary, here)
    page.get_by_text("填一项自评分").click()
    claim = page.locator("#claims")
    claim.get_by_label("自评几分").fill("20")
    claim.get_by_label("凭什么").fill("三组的生产路通了，12户都能走车")
    claim.get_by_role("button", name="填自评分").click()
    expect(claim).to_contain_text("12户都能走车")
    expect(page.locator(".zy-tree")).to_contain_text("考核组还没有去看")
    expect(page.locator(".zy-tree")).to_contain_text("测评还没有开箱")

    page = people.at("supervisor", here)
    page.get_by_label("给几分").fill("8")
    page.get_by_label("看到什么").fill("生产路只通到二组，三组还是土路")
    page.get_by_role("button", name="登记核查评分").click()
    expect(page.locator(".zy-tree")).to_contain_text("考核组 · 1人")


def the_boxes_are_opened(people, secretary, here):
    """No result before; then counts by source, and the line of the score that rests on them."""
    page = people.at(secretary, "/ratings/")
    expect(page.locator("main")).to_contain_text("还没有结果")
    page = people.at("office", "/ratings/")
    page.get_by_role("link", name="2010年三季度测评").click()
    press(page, "开箱计票")
    expect(page.locator("main")).to_contain_text("回执名单")
    page = people.at(secretary, "/ratings/")
    page.get_by_role("link", name="石桥村", exact=True).click()
    expect(page.locator("main")).to_contain_text("承诺的事做到了没有")


def points_on(page):
    return float(re.match(r"[\d.]+", page.locator(".zy-score .big").inner_text()).group())


def the_score_is_followed_and_disputed(people, secretary, here):
    """From the points of a line down to the promise; what is wrong goes to whoever entered it; the points till then."""
    page = people.at(secretary, here)
    before = points_on(page)
    tree = page.locator(".zy-tree")
    expect(tree).to_contain_text("到期步骤")
    expect(tree).to_contain_text("测评 · 12票")
    tree.get_by_text("C 事办得实不实").click()
    expect(tree).to_contain_text("生产路只通到二组")
    page.locator("#disputes").get_by_label("哪一项").select_option("C 事办得实不实")
    page.get_by_label("哪里不对").fill("10月14日三组已经铺完，请再去看一次")
    page.get_by_role("button", name="提出异议").click()
    expect(page.locator("#disputes")).to_contain_text("转登记人第一督导组核对")
    assert points_on(page) == before
    return before


def the_fact_is_put_right(people, here):
    """It waits on the page of the one who gave the points, who looked again and gives others; the points then."""
    page = people.at("supervisor", "/appraisal/")
    page.get_by_role("link", name="答复（10月25日前）").click()
    page.get_by_label("成立", exact=True).check()
    page.get_by_label("查了什么").fill("又去看了，三组也通了，12户都说能走车")
    page.get_by_label("应得几分").fill("18")
    press(page, "答复")
    expect(page.locator("#disputes")).to_contain_text("三组也通了")
    return points_on(people.at("supervisor", here))


def the_one_who_disputed_sees_it(people, secretary, here, before, after):
    """The answer, the points before and after, the mended fact, the band."""
    page = people.at(secretary, here)
    told = f"提出时{before:.2f}分，现在{after:.2f}分。"
    expect(page.locator("#disputes")).to_contain_text(told)
    expect(page.locator("#disputes")).to_contain_text("又去看了，三组也通了")
    expect(page.locator(".zy-score")).to_contain_text("档")
    page = people.at("office", "/appraisal/")
    expect(page.locator("main")).to_contain_text("只分档，不排名次")
    expect(page.locator("main")).to_contain_text(f"{after:.2f}")
