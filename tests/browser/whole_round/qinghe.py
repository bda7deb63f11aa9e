"""The demonstration's city at its smallest, begun by the same code, and its people who sign in as anybody would."""

import re

from playwright.sync_api import expect

from zhengyou.demo import city
from zhengyou.demo.beginning import PASSWORD, begun, settle
from zhengyou.demo.lives.promises import promise
from zhengyou.demo.schedule import play_out

SMALLEST = {"柳河镇": "石桥村 村 6,河西村 村 5", "南湾镇": "渔港村 村 5"}
SETTLED = 450  # milliseconds: a click that follows a change at once is taken for the first one's second half
NOTES_CHANGES = "document.addEventListener('htmx:afterSwap', () => { window.changedAt = Date.now(); })"


def built(until, monkeypatch):
    """Three branches that took the campaign up, promised and kept some of it, as the demonstration plays it."""
    monkeypatch.setattr(city, "TOWNS", SMALLEST)
    monkeypatch.setattr("zhengyou.demo.workbook.TOWNS", SMALLEST)
    p = begun(7)
    lives = [life(branch, p.campaign) for branch in p.played for life in (settle, promise)]
    for _day in play_out(lives, until):
        pass
    return p


class People:
    """Whoever is asked for, each at a desk of their own, signed in once; what their browsers complain of."""

    def __init__(self, browser, url):
        self.browser, self.url, self.desks, self.complaints = browser, url, {}, []

    def at(self, username, address):
        """The page of somebody, at an address."""
        if username not in self.desks:
            self.desks[username] = self._signed_in(username)
        page = self.desks[username]
        page.goto(self.url + address)
        return page

    def outside(self, **how):
        """Somebody of the public, with a telephone."""
        context = self.browser.new_context(viewport={"width": 360, "height": 780}, **how)
        return self._heard(context.new_page())

    def _signed_in(self, username):
        page = self._heard(self.browser.new_context(viewport={"width": 1280, "height": 900}).new_page())
        page.goto(f"{self.url}/accounts/sign-in/")
        page.locator("input[name=username]").fill(username)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text("登录")
        return page

    def _heard(self, page):
        page.set_default_timeout(15_000)
        page.add_init_script(NOTES_CHANGES)
        page.on(
            "console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def leave(self):
        for context in self.browser.contexts:
            context.close()


def press(page, name):
    """Press a button as somebody does who reads it first."""
    left = page.evaluate(f"{SETTLED} - (Date.now() - (window.changedAt || 0))")
    if left > 0:
        page.wait_for_timeout(left)
    page.get_by_role("button", name=name, exact=True).click()


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


def path_of(page):
    """The address of a page within the installation."""
    return re.sub(r"https?://[^/]+", "", page.url)
