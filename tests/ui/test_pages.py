"""Whole pages: the gallery of parts in a real browser, the error pages, the weight of the stylesheet."""

import gzip
import re
from pathlib import Path

import pytest
from django.template import Context
from django.template.loader import get_template, render_to_string

from zhengyou.core.gallery import samples

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(ROOT.glob("src/zhengyou/**/templates/**/*.html"))
POLICY = re.compile(r"""\sstyle=|\son[a-z]+=|hx-on|<style|javascript:|<script(?![^>]*\ssrc=)""")
AXE = """axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
  .then(found => found.violations.map(v => v.id + " " + v.nodes.map(n => n.target.join(" ")).join(", ")))"""

UNFOLD = "document.querySelectorAll('details').forEach((d) => (d.open = true))"
# Words that run out of their box where nothing scrolls: lost to whoever reads.
CUT_OFF = """[...document.querySelectorAll("main *")].filter((e) => {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const seen = e.getClientRects().length && !e.closest(".zy-scroll, .zy-board, svg, .vh, .zy-nav");
    return own && seen && e.getBoundingClientRect().right > innerWidth + 1;
  }).map((e) => e.tagName + " " + e.className + " " + e.textContent.trim().slice(0, 20))"""


def test_no_template_breaks_the_content_policy():
    assert TEMPLATES
    broken = [f"{t.name}: {m.group()}" for t in TEMPLATES if (m := POLICY.search(t.read_text()))]
    assert not broken


def test_every_part_says_what_it_needs_in_its_first_line():
    parts = [t for t in TEMPLATES if t.parent.name == "ui" and t.name != "gallery.html"]
    assert [t.name for t in parts if not t.read_text().startswith("{% comment %}")] == []


def test_every_icon_that_a_page_names_is_drawn():
    listed = set((ROOT / "assets/icons.txt").read_text().split())
    used = {n for t in TEMPLATES for n in re.findall(r'{% icon "([\w-]+)"', t.read_text())}
    assert used <= listed


def test_the_first_page_stays_light(rf):
    request = rf.get("/ui/")
    page = gzip.compress(render_to_string("ui/gallery.html", samples(), request).encode())
    style = gzip.compress((ROOT / "src/zhengyou/static/zy/dist/zy.css").read_bytes())
    icons = gzip.compress((ROOT / "src/zhengyou/static/zy/dist/icons.svg").read_bytes())
    assert len(style) < 12_000
    assert len(page) + len(style) + len(icons) < 90_000


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500", "refused"])
def test_an_error_says_what_happened_what_was_kept_and_what_to_do(name):
    page = get_template(f"{name}.html").template.render(Context({"words": "学习会还没有开。", "back": "/m/"}))
    for said in ("出了什么事", "保住了什么", "怎么办"):
        assert said in page


def test_a_refusal_gives_its_reason_and_the_way_back():
    page = render_to_string("refused.html", {"words": "学习会还没有开。", "back": "/m/"})
    assert "学习会还没有开。" in page and 'href="/m/"' in page


@pytest.fixture
def parts(page, live_server, client, django_user_model):
    """The gallery, opened by somebody who is signed in; what the browser complains of is kept."""
    user = django_user_model.objects.create_user("parts", password="parts-of-a-page")
    client.force_login(user)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.complaints = []
    page.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: page.complaints.append(str(e)))
    return page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_parts_are_accessible_and_keep_to_the_policy(parts, live_server, width, theme):
    parts.set_viewport_size({"width": width, "height": 800})
    parts.emulate_media(color_scheme=theme)
    parts.goto(f"{live_server.url}/ui/")
    parts.evaluate(UNFOLD)
    assert parts.locator("h1").inner_text() == "零件"

    parts.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text() + ";0")
    assert parts.evaluate(AXE) == []
    assert parts.complaints == []
    assert parts.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [720, 360])
def test_text_of_twice_the_size_needs_no_sideways_scrolling(parts, live_server, width):
    parts.set_viewport_size({"width": width, "height": 800})
    parts.context.add_cookies([{"name": "size", "value": "largest", "url": live_server.url}])
    parts.goto(f"{live_server.url}/ui/")
    parts.evaluate(UNFOLD)
    assert parts.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert parts.evaluate(CUT_OFF) == []
    assert parts.evaluate("document.documentElement.scrollWidth") == width
