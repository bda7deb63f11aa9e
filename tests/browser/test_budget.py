"""What a page of the public costs on a village's connection: bytes, requests, nothing that blocks but the stylesheet."""

import gzip
from urllib.parse import urlsplit

import pytest

from zhengyou.rooms.pledges.tests.test_actions import published, road

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
VILLAGE = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
PORTAL = ("/open/", "/open/1.1.1/", "/open/rate/", "/accounts/sign-in/")
BLOCKING = """() => performance.getEntriesByType("resource").filter(r => r.renderBlockingStatus === "blocking")
  .map(r => r.name.split("/").pop())"""

PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def portal(town):
    published(town)
    published(town, person=town.li)
    road(town, person=town.wang)
    return town


@pytest.fixture
def wire(page):
    """What comes over the wire, body by body."""
    page.came = []
    page.on("response", lambda answer: page.came.append(answer))
    return page


def weight(answers):
    """What the answers weigh compressed, as WhiteNoise and a proxy send them."""
    return sum(len(gzip.compress(a.body())) for a in answers if not a.url.startswith("data:"))


def test_a_page_of_the_public_is_light_asks_little_and_waits_for_nothing_but_its_style(
    wire, live_server, portal
):
    slow = wire.context.new_cdp_session(wire)
    slow.send("Network.enable")
    slow.send("Network.setCacheDisabled", {"cacheDisabled": True})
    slow.send("Network.emulateNetworkConditions", VILLAGE)
    told = {}
    for address in PORTAL:
        wire.came.clear()
        wire.goto(live_server.url + address)
        kinds = sorted(a.request.resource_type for a in wire.came)
        told[address] = (weight(wire.came), len(kinds), kinds.count("script"), wire.evaluate(BLOCKING))

    # The page of a ballot has one small script, which takes the code out of the address that was scanned.
    public = {a: t for a, t in told.items() if a.startswith("/open/")}
    assert all(
        size < 30_000 and asked <= 3 and scripts <= 1 for size, asked, scripts, _ in public.values()
    ), told
    # The sign-in page has scripts, which wait for the page and not the page for them.
    assert all(size < 150_000 and asked <= 5 for size, asked, _, _ in told.values()), told
    assert {name for *_, blocking in told.values() for name in blocking} == {"zy.css"}


def test_the_publics_pages_are_read_and_used_without_script(browser, live_server, portal):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(f"{live_server.url}/open/")
    page.get_by_role("searchbox").fill("东街")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="东街").first.click()

    assert urlsplit(page.url).path == "/open/1.1.1/"
    assert "东街村党支部" in page.locator("h1").inner_text()
    assert page.locator("q").first.is_visible()
    page.get_by_role("button", name="大字", exact=True).click()
    assert page.locator("html").get_attribute("data-size") == "large"
    assert page.get_by_role("button", name="浅色").count() == 0  # it is light
    page.get_by_role("button", name="深色").click()
    assert page.evaluate(PAPER) == "rgb(26, 33, 36)"
    page.get_by_role("button", name="浅色").click()
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"  # chosen by hand, whatever the device says
    page.get_by_role("button", name="深浅随设备").click()
    assert page.evaluate(PAPER) == "rgb(26, 33, 36)"
    context.close()
