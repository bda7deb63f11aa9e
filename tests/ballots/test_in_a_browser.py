"""A voter photographs a slip: the code reaches the form, and nothing else."""

from datetime import date

import pytest
from playwright.sync_api import Error, Page, expect

from tests.ballots.test_nobody_can_join_ballots_to_tokens import opened
from tests.ui.test_pages import AXE, ROOT
from zhengyou.rooms.ratings.actions import issue_tokens
from zhengyou.rooms.ratings.models import Ballot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def code(town, settings):
    settings.TODAY = date(2010, 5, 20)
    _, box = opened(town)
    return issue_tokens(town.office, box, number=1)[0]


def test_a_photographed_code_fills_the_form_and_leaves_the_address(page: Page, live_server, code):
    page.set_viewport_size({"width": 360, "height": 780})
    asked = []
    page.on("request", lambda request: asked.append(request))

    page.goto(f"{live_server.url}/open/rate/#{code}")
    expect(page.get_by_label("评议码")).to_have_value(code)
    assert page.url == f"{live_server.url}/open/rate/"
    page.get_by_role("button", name="开始评").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("东街村党支部")
    for question in range(2):
        page.locator(f"input[name=q{question}][value=good]").check(force=True)
    page.get_by_role("button", name="投票").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("谢谢，已投进票箱")

    assert Ballot.objects.count() == 1
    assert not any(code in r.url or code in r.headers.get("referer", "") for r in asked)
    assert page.context.cookies() == []


def test_without_script_the_code_is_typed_and_the_receipt_is_found(browser, live_server, code):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    weights = []
    page.on("response", lambda answer: weights.append(len(answer.body())))
    page.goto(f"{live_server.url}/open/rate/")
    page.get_by_label("评议码").fill(code.lower())
    page.get_by_role("button", name="开始评").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("东街村党支部")
    assert sum(weights) < 150_000, "the two pages and all that they load"
    for question in range(2):
        page.locator(f"input[name=q{question}][value=fair]").check(force=True)
    page.get_by_role("button", name="投票").click()
    receipt = page.locator("p.code").inner_text()
    page.get_by_role("link", name="查回执").click()
    page.get_by_label("回执").fill(receipt)
    page.get_by_role("button", name="查").click()
    expect(page.get_by_text("还没有开箱")).to_be_visible()

    page.goto(f"{live_server.url}/open/rate/")
    with pytest.raises(Error, match="ERR_CACHE_MISS"):  # who comes next cannot go back to what was shown
        page.go_back()
    assert receipt not in page.content() and context.cookies() == []
    assert Ballot.objects.count() == 1
    context.close()


def test_the_pages_of_a_rater_pass_at_aa(page: Page, live_server, code):
    page.set_viewport_size({"width": 360, "height": 780})

    def wrong():
        page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text() + ";0")
        found = page.evaluate(AXE)
        sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return [*found, *(["sideways"] if sideways else [])]

    page.goto(f"{live_server.url}/open/rate/")
    page.get_by_label("评议码").fill("AAAAA-AAAAA")
    page.get_by_role("button", name="开始评").click()
    assert wrong() == []
    page.get_by_label("评议码").fill(code)
    page.get_by_role("button", name="开始评").click()
    assert wrong() == []
    for question in range(2):
        page.locator(f"input[name=q{question}][value=good]").check(force=True)
    page.get_by_role("button", name="投票").click()
    assert wrong() == []
    page.get_by_role("link", name="查回执").click()
    assert wrong() == []
