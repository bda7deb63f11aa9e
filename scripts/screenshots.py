"""Take the pictures of the README and the manual from a demonstration that is being served.

make demo                                        (leave it running)
.venv/bin/python scripts/screenshots.py          (writes docs/pictures/)
.venv/bin/python scripts/screenshots.py --states (writes var/states/: each page in each state, and a table of them, index.html)
"""

import html
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

STATES = "--states" in sys.argv
ASKED = [word for word in sys.argv[1:] if word != "--states"]
SITE = ASKED[0] if ASKED else "http://127.0.0.1:8000"
ROOT = Path(__file__).parents[1]
FOLDER = Path(ASKED[1]) if len(ASKED) > 1 else ROOT / ("var/states" if STATES else "docs/pictures")
PASSWORD = "qinghe-demo-2010"  # noqa: S105 — of the made-up city
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
FLAGS += ["--disable-component-update", "--disable-sync"]
WIDE, PHONE = (1280, 900), (360, 740)

# who, address, name, size of the window, whole page
SHOTS = [
    ("office", "/campaigns/striving/", "overview", WIDE, True),
    ("office", "/campaigns/striving/matrix/", "matrix", WIDE, False),
    ("office", "/gates/", "gates", WIDE, False),
    ("office", "/campaigns/drafts/1/", "draft", WIDE, False),
    ("office", "/campaigns/striving/", "overview-phone", PHONE, False),
    ("office", "/appraisal/", "scores", WIDE, False),
    ("office", "/coverage/", "coverage", WIDE, False),
    ("office", "/organisations/1/structure/", "structure", WIDE, False),
    ("office", "/organisations/import/", "import", WIDE, False),
    ("s1.1.4", "/appraisal/", "score", WIDE, True),
    ("s1.1.4", "/campaigns/striving/week/", "week", WIDE, True),
    ("s1.1.4", "/meetings/", "meetings", WIDE, False),
    ("s1.1.4", "/meetings/owed/", "owed", WIDE, False),
    ("s1.1.4", "/campaigns/striving/week/", "week-phone", PHONE, False),
    ("s1.1.4", "door", "door", PHONE, False),
    ("member", "/mine/", "mine", PHONE, False),
]


# The pages that are looked at one by one: who opens them, where, and what they are called in the table.
PAGES = [
    ("office", "/campaigns/striving/", "overview"),
    ("office", "/campaigns/striving/matrix/", "matrix"),
    ("office", "/gates/", "gates"),
    ("office", "/campaigns/drafts/1/", "draft"),
    ("office", "/figures/study_hours/1/trend/", "trend"),
    ("s1.1.4", "/campaigns/striving/week/", "week"),
    ("s1.1.4", "/appraisal/", "score"),
    ("s1.1.4", "door", "door"),
    ("member", "/mine/", "mine"),
    ("", "/open/1.1.4/", "promises"),
    ("", "/open/?q=没有这个地方", "nothing-found"),
    ("member", "/trail/", "no-access"),
    ("office", "/ui/", "parts"),
]
# In what state: the size of the window, and the cookies, the theme and the script that go with it.
LOOKS: dict[str, tuple[tuple[int, int], dict[str, str], str, bool]] = {
    "desktop": (WIDE, {}, "light", True),
    "dark": (WIDE, {}, "dark", True),
    "tablet": ((820, 1100), {}, "light", True),
    "phone": (PHONE, {}, "light", True),
    "phone-dark": (PHONE, {}, "dark", True),
    "phone-largest": (PHONE, {"size": "largest"}, "light", True),
    "wall": ((1920, 1080), {}, "light", True),
    "english": (WIDE, {"language": "en"}, "light", True),
    "traditional": (WIDE, {"language": "zh-hant"}, "light", True),
    "no-script": (PHONE, {}, "light", False),
}


def main() -> None:
    """Sign in as each role and take its pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        if STATES:
            return take_states(browser)
        for who in dict.fromkeys(shot[0] for shot in SHOTS):
            page = browser.new_context(locale="zh-CN").new_page()
            sign_in(page, who)
            for _, address, name, (width, height), whole in [s for s in SHOTS if s[0] == who]:
                page.set_viewport_size({"width": width, "height": height})
                page.goto(SITE + (address if address.startswith("/") else first_meeting(page)))
                page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)
        browser.close()


def take_states(browser: Browser) -> None:
    """Every page in every state, and the table that shows them side by side."""
    doors = {}
    for who in {who for who, _, _ in PAGES if who}:
        page = browser.new_context(locale="zh-CN").new_page()
        sign_in(page, who)
        doors[who] = (page.context.storage_state(), first_meeting(page) if who == "s1.1.4" else "")
    for look, ((width, height), cookies, theme, script) in LOOKS.items():
        for who, address, name in PAGES:
            state, door = doors.get(who, (None, ""))
            context = browser.new_context(
                locale="zh-CN",
                viewport={"width": width, "height": height},
                color_scheme=theme,  # type: ignore[arg-type]
                java_script_enabled=script,
                storage_state=state,
            )
            context.add_cookies([{"name": k, "value": v, "url": SITE} for k, v in cookies.items()])
            page = context.new_page()
            page.goto(SITE + (door if address == "door" else address))
            page.screenshot(path=FOLDER / f"{name}-{look}.png", full_page=True)
            context.close()
    (FOLDER / "index.html").write_text(table(), encoding="utf-8")


def table() -> str:
    """Pages down, states across, each picture a link to itself in full."""
    heads = "".join(f"<th>{look}</th>" for look in LOOKS)
    rows = "".join(
        f"<tr><th>{html.escape(name)}<br>{html.escape(address)}</th>"
        + "".join(
            f'<td><a href="{name}-{look}.png"><img src="{name}-{look}.png" width="150" alt="{name}, {look}"></a></td>'
            for look in LOOKS
        )
        + "</tr>"
        for _, address, name in PAGES
    )
    return f'<!doctype html><meta charset="utf-8"><title>Pages × states</title><table><tr><th></th>{heads}</tr>{rows}</table>'


def sign_in(page: Page, who: str) -> None:
    """Sign in with the demonstration's password."""
    page.goto(f"{SITE}/accounts/sign-in/")
    page.fill("input[name=username]", who)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="登录").click()


def first_meeting(page: Page) -> str:
    """The address of the newest meeting's list."""
    page.goto(f"{SITE}/meetings/")
    links = page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return next(link for link in links if re.fullmatch(r"/meetings/\d+/", link or ""))


main()
