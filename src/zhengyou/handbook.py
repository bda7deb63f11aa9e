"""The pages of the manual that come from the code: glossary, measures, rules, permissions."""

from collections.abc import Iterator
from pathlib import Path

from zhengyou.core.actions import ACTIONS
from zhengyou.core.glossary import terms
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Role
from zhengyou.core.permissions import GRANTS
from zhengyou.core.rules import RULES

DOCS = Path(__file__).resolve().parents[2] / "docs"
NOTE = "<!-- Written by `zhengyou docs` from the code; edit the code, not this page. -->\n\n"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |\n"
        for row in lines
    )


def glossary() -> str:
    """Every word of the house."""
    rows = [
        [t["zh"], f"`{t['en']}`", t["kind"], t["room"], t["meaning"], t["source"]] for t in terms().values()
    ]
    return "# Words\n\n" + _table(["中文", "in code", "kind", "room", "meaning", "source"], rows)


def measures() -> str:
    """Every measure with its definition as it runs."""
    rows = [
        [
            m.title,
            f"`{m.name}`",
            m.unit,
            m.told,
            m.meaning.partition("\n\n")[0].partition(" — ")[2],
            f"`{m.definition}`",
            m.kind,
            m.of or "",
            _points(m.outcome),
        ]
        for m in MEASURES.values()
    ]
    return "# Measures\n\n" + _table(
        ["指标", "name", "unit", "口径", "meaning", "definition", "adds up as", "over", "may give points"],
        rows,
    )


def _points(outcome: bool) -> str:
    return "yes" if outcome else "no"


def rules() -> str:
    """Every rule with the place it comes from."""
    rows = [
        [r.title, f"`{r.name}`", r.meaning.split(" — ")[-1], ", ".join(r.measures), r.source]
        for r in RULES.values()
    ]
    return "# Rules\n\n" + _table(["规则", "name", "meaning", "measures", "source"], rows)


def permissions() -> str:
    """Who may do what, and how far it reaches."""
    rows = []
    for name, grants in sorted(GRANTS.items()):
        title = ACTIONS[name].title if name in ACTIONS else terms()[name.replace("_", " ")]["zh"]
        held = "；".join(
            f"{Role(role).label}（{(within.__doc__ or '').split(' — ')[0]}）" for role, within in grants
        )
        rows.append([title, f"`{name}`", held])
    return "# Permissions\n\n" + _table(["操作", "name", "角色（范围）"], rows)


PAGES = {"glossary.md": glossary, "measures.md": measures, "rules.md": rules, "permissions.md": permissions}


def _stale() -> Iterator[tuple[Path, str]]:
    for name, make in PAGES.items():
        page, text = DOCS / name, NOTE + make()
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            yield page, text


def stale_pages() -> list[Path]:
    """The pages that no longer say what the code says."""
    return [page for page, _ in _stale()]


def write_pages() -> list[Path]:
    """Write the stale pages; returns them."""
    DOCS.mkdir(exist_ok=True)
    written = []
    for page, text in list(_stale()):
        page.write_text(text, encoding="utf-8")
        written.append(page)
    return written
