"""What axe finds on a page, once for each kind of page: all rules of WCAG 2.2 AA in the light, contrast again in the dark."""

from pathlib import Path

AXE = (Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js").read_text()
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """asked => axe.run(document, {runOnly: asked, resultTypes: ["violations"]}).then(found => found.violations.map(
  v => v.id + " " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(", ")))"""
audited: set[str] = set()


def faults_of(page, kind):
    """The faults of a page; nothing where another page of its kind was looked at before."""
    if kind in audited:
        return []
    audited.add(kind)
    # What lies beneath a foot that stays scrolls free; axe sees only the page at rest, so it is given all of its height.
    seen, whole = page.viewport_size, page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": seen["width"], "height": max(seen["height"], whole + 100)})
    page.evaluate(AXE + ";0")
    found = page.evaluate(RUN, {"type": "tag", "values": LEVELS})
    page.emulate_media(color_scheme="dark")
    found += [
        f"dark: {fault}" for fault in page.evaluate(RUN, {"type": "rule", "values": ["color-contrast"]})
    ]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(seen)
    return found
