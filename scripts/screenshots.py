"""Take the pictures of the README and the manual from a demonstration that is being served.

make demo                                        (leave it running)
.venv/bin/python scripts/screenshots.py          (writes docs/pictures/)
.venv/bin/python scripts/screenshots.py --states (writes var/states/: the pages of looked_at.py in each look, and a table of them,
                                                  index.html; --only door,week and --looks phone,dark take fewer)
"""

import argparse
import html
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from looked_at import DOOR, LOOKS, PAGES, PHONE, WIDE

ROOT = Path(__file__).parents[1]
ASKED = argparse.ArgumentParser()
ASKED.add_argument("site", nargs="?", default="http://127.0.0.1:8000")
ASKED.add_argument("folder", nargs="?", default="")
ASKED.add_argument("--states", action="store_true")
ASKED.add_argument("--only", default="", help="names of pages, by commas")
ASKED.add_argument("--looks", default="", help="names of looks, by commas")
SAID = ASKED.parse_args()
SITE = SAID.site
FOLDER = Path(SAID.folder or ROOT / ("var/states" if SAID.states else "docs/pictures"))
PASSWORD = "qinghe-demo-2010"  # noqa: S105 — of the made-up city
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
FLAGS += ["--disable-component-update", "--disable-sync"]

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
    ("s1.1.4", DOOR, "door", PHONE, False),
    ("member", "/mine/", "mine", PHONE, False),
]

EMPTIED = """form => { form.noValidate = true;
  form.querySelectorAll("input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea").forEach(f => { f.value = ""; }) }"""


def main() -> None:
    """Sign in as each role and take its pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        if SAID.states:
            return take_states(browser)
        for who in dict.fromkeys(shot[0] for shot in SHOTS):
            page = browser.new_context(locale="zh-CN").new_page()
            sign_in(page, who)
            for _, address, name, (width, height), whole in [s for s in SHOTS if s[0] == who]:
                page.set_viewport_size({"width": width, "height": height})
                open_page(page, address)
                page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)
        browser.close()


def take_states(browser: Browser) -> None:
    """Every page in every state, and the table that shows them side by side."""
    doors = {who: signed_in(browser, who) for who in {who for who, _, _ in PAGES if who}}
    for look, who, address, name in asked():
        (width, height), cookies, theme, script = LOOKS[look]
        context = browser.new_context(
            locale="zh-CN",
            viewport={"width": width, "height": height},
            color_scheme=theme,  # type: ignore[arg-type]
            java_script_enabled=script,
            storage_state=doors.get(who),
        )
        context.add_cookies([{"name": k, "value": v, "url": SITE} for k, v in cookies.items()])
        page = context.new_page()
        try:
            open_page(page, address)
            page.screenshot(path=FOLDER / f"{name}-{look}.png", full_page=True)
        except (LookupError, Error) as why:
            print(f"{name}-{look}: {why}")
        context.close()
    (FOLDER / "index.html").write_text(table(), encoding="utf-8")


def asked() -> Iterator[tuple[str, str, str, str]]:
    """Look, role, address and name of every picture that the command line asks for."""
    names, looks = SAID.only.split(","), SAID.looks.split(",")
    for look in LOOKS:
        for who, address, name in PAGES:
            if (names == [""] or name in names) and (looks == [""] or look in looks):
                yield look, who, address, name


def signed_in(browser: Browser, who: str) -> Any:
    """What a browser keeps of somebody who signed in."""
    page = browser.new_context(locale="zh-CN").new_page()
    sign_in(page, who)
    return page.context.storage_state()


def open_page(page: Page, address: str) -> None:
    """Open an address as looked_at.py writes it: a link followed, a form refused, the network gone."""
    network_gone, refused = address.endswith(" ~"), address.endswith(" !")
    start, _, pattern = address.removesuffix(" ~").removesuffix(" !").partition(" > ")
    page.goto(SITE + start)
    if pattern:
        links = page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        found = [link for link in links if re.fullmatch(pattern, (link or "").partition("?")[0])]
        if not found:
            raise LookupError(f"no link to {pattern} on {start}")
        page.goto(SITE + found[0])
    if refused:
        form = page.locator("main form:has(input:not([type=hidden]), textarea):has(button)").first
        form.evaluate(EMPTIED)
        form.locator("button").last.click()
    if network_gone:
        page.context.set_offline(True)
        page.locator("#door input[type=radio]").last.check(force=True)
        page.wait_for_timeout(800)


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


main()
