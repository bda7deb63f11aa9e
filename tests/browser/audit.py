"""What is wrong with a page, once for each kind of page: axe, all rules of WCAG 2.2 AA in the light, contrast again in the dark;
and the order in which a screen reader tells it."""

from pathlib import Path

AXE = (Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js").read_text()
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """asked => axe.run(document, {runOnly: asked, resultTypes: ["violations"]}).then(found => found.violations.map(
  v => v.id + " " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(", ")))"""
# Landmarks and headings as they follow one another in the page, which is how they are told.
TOLD = """() => {
  const kinds = {HEADER: "banner", NAV: "navigation", MAIN: "main", ASIDE: "complementary", FOOTER: "contentinfo"};
  const shown = n => n.offsetParent !== null || getComputedStyle(n).position === "fixed";
  const top = n => !["HEADER", "FOOTER"].includes(n.tagName) || !n.parentElement.closest("article, aside, main, nav, section");
  return [...document.querySelectorAll("header, nav, main, aside, footer, h1, h2, h3, h4, h5, h6")]
    .filter(n => shown(n) && top(n)).map(n => [kinds[n.tagName] || n.tagName.toLowerCase(), n.closest("main") ? "in" : "out",
      n.getAttribute("aria-label") || n.textContent.trim().slice(0, 30)]) }"""
# A control tells by itself what it is for; who jumps by Tab goes the way of the page.
CONTROLS = """() => [
  ...[...document.querySelectorAll("[tabindex]")].filter(n => n.tabIndex > 0).map(n => "jumps the queue: " + n.outerHTML.slice(0, 80)),
  ...[...document.querySelectorAll("fieldset")].filter(n => n.offsetParent && !n.querySelector("legend")?.textContent.trim())
    .map(n => "a group without a name: " + n.outerHTML.slice(0, 80)),
  ...[...document.querySelectorAll("nav, aside")].filter(n => n.offsetParent && !n.getAttribute("aria-label") && n.tagName === "NAV")
    .map(n => "a way without a name: " + n.outerHTML.slice(0, 80))]"""
ORDER = ["banner", "navigation", "main", "contentinfo"]
audited: set[str] = set()


def told_out_of_order(page):
    """What a screen reader would tell in an odd order: landmarks, headings and controls of a page as it stands."""
    told = page.evaluate(TOLD)
    faults = page.evaluate(CONTROLS)
    around = [what for what, where, _ in told if what in ORDER and (where == "out" or what == "main")]
    firsts = list(dict.fromkeys(around))
    if [o for o in ORDER if o in firsts and o != "navigation"] != [f for f in firsts if f != "navigation"]:
        faults.append(f"landmarks: {around}")
    levels = [int(what[1]) for what, _, _ in told if what[0] == "h"]
    if levels.count(1) != 1 or levels[0] != 1:
        faults.append(f"the heading of the page is not first, or not one: {levels}")
    faults += [
        f"a heading of level {b} below one of {a}"
        for a, b in zip(levels, levels[1:], strict=False)
        if b > a + 1
    ]
    inside = [what for what, where, _ in told if where == "in" and what != "main"]
    if "complementary" in inside and not any(w[0] == "h" for w in inside[: inside.index("complementary")]):
        faults.append("what stands beside is told before what it stands beside")
    return faults


def faults_of(page, kind):
    """The faults of a page; nothing where another page of its kind was looked at before."""
    if kind in audited:
        return []
    audited.add(kind)
    # What lies beneath a foot that stays scrolls free; axe sees only the page at rest, so it is given all of its height.
    seen, whole = page.viewport_size, page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": seen["width"], "height": max(seen["height"], whole + 100)})
    page.evaluate(AXE + ";0")
    found = told_out_of_order(page)
    found += page.evaluate(RUN, {"type": "tag", "values": LEVELS})
    page.emulate_media(color_scheme="dark")
    found += [
        f"dark: {fault}" for fault in page.evaluate(RUN, {"type": "rule", "values": ["color-contrast"]})
    ]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(seen)
    return found
