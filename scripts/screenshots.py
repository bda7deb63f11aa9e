"""Take the pictures of the README and the manual from a demonstration that is being served.

make demo                                        (leave it running)
.venv/bin/python scripts/screenshots.py          (writes docs/pictures/)
"""

import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SITE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
FOLDER = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parents[1] / "docs" / "pictures"
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


def main() -> None:
    """Sign in as each role and take its pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        for who in dict.fromkeys(shot[0] for shot in SHOTS):
            page = browser.new_context(locale="zh-CN").new_page()
            sign_in(page, who)
            for _, address, name, (width, height), whole in [s for s in SHOTS if s[0] == who]:
                page.set_viewport_size({"width": width, "height": height})
                page.goto(SITE + (address if address.startswith("/") else first_meeting(page)))
                page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)
        browser.close()


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
