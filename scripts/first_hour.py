"""Take the handbook's pictures of the first hour, on an empty installation that this command starts and removes.

.venv/bin/python scripts/first_hour.py           (writes docs/pictures/)
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs" / "pictures"
PORT = 8457
SITE = f"http://127.0.0.1:{PORT}"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
CODE = re.compile(r"口令 (\S+)")
WIDE = (1280, 900)

# whose page, address, name, size of the window; before the sample is put in there is only the setting up
SHOTS = [
    ("admin", "/setup/sample/", "sample", WIDE),
    ("admin", "/setup/guide/", "guide", WIDE),
    ("office", "/accounts/", "accounts", WIDE),
    ("office", "/campaigns/sample/?tour=1", "sample-tour", WIDE),
    ("secretary", "/notices/", "notices", WIDE),
]


def main() -> None:
    """Serve an empty home, read the code from the window as a newcomer does, and go round."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        command = [sys.executable, "-m", "zhengyou.cli", "serve", "--home", home, "--port", str(PORT)]
        served = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ)  # noqa: S603
        try:
            code = next(found.group(1) for line in served.stdout or () if (found := CODE.search(line)))
            next(line for line in served.stdout or () if "Started worker" in line)
            go_round(code)
        finally:
            served.terminate()
            served.wait()


def go_round(code: str) -> None:
    """The page of an empty installation, then the sample in each role."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context(locale="zh-CN").new_page()
        page.goto(SITE)
        taken(page, "setup", WIDE)
        page.fill("[name=sample-code]", code)
        page.get_by_role("button", name="放入示例").click(timeout=120_000)
        page.wait_for_url("**/setup/sample/", timeout=120_000)
        for who in dict.fromkeys(shot[0] for shot in SHOTS):
            if who != "admin":
                page.goto(f"{SITE}/setup/sample/")
                page.locator("form", has=page.locator(f"[value={who}]")).get_by_role("button").click()
            for _, address, name, size in [s for s in SHOTS if s[0] == who]:
                page.goto(SITE + address)
                taken(page, name, size)
        browser.close()


def taken(page: Page, name: str, size: tuple[int, int]) -> None:
    """One picture, as large as a window."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.screenshot(path=FOLDER / f"{name}.png")


main()
