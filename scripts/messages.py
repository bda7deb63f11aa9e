"""Collect every string that a page shows into the catalogue, which keeps its translations.

make messages                                    (write src/zhengyou/locale/en/LC_MESSAGES/django.po anew)
.venv/bin/python scripts/messages.py --check     (say what is missing or stale; exit 1 if anything is)

The strings are Chinese in the code, so the catalogue holds their English. Needs no gettext tools on the machine.
"""

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "src" / "zhengyou"
CATALOGUE = HOUSE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = DEFAULT_KEYWORDS | {
    f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")
}
HEAD = """\
The English of the pages. The Chinese stands in the code; docs/translate.md says how both are kept together.
"""
UNSAID = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid|Project-Id)'
)

Found = tuple[str | tuple[str, ...], str | None]  # a message with its plural, and its context


def messages_in_python(source: str) -> Iterator[Found]:
    """What gettext's functions are called with, and the units of measures and of what narrows them."""
    for _line, message, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield message, context
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("measure", "only"):
            units = [k.value.value for k in node.keywords if k.arg == "unit" and k.value.value]
            yield from (((unit, unit), "unit") for unit in units)


def messages_in_template(source: str) -> Iterator[Found]:
    """What stands in translate, blocktranslate and _("…")."""
    from django.utils.translation.template import templatize

    # Indented lines would be read as Python's blocks, which a page does not have.
    code = "\n".join(line.lstrip() for line in templatize(source).splitlines())
    for _line, message, _comments, context in extract("python", BytesIO(code.encode()), KEYWORDS):
        yield message, context


def sources() -> Iterator[tuple[Path, Iterator[Found]]]:
    """Every file of the house with its messages; tests, migrations and the gallery's samples speak for themselves."""
    for file in sorted(HOUSE.rglob("*.py")):
        if not {"tests", "migrations"} & set(file.parts):
            yield file, messages_in_python(file.read_text(encoding="utf-8"))
    for file in sorted(HOUSE.rglob("templates/**/*.html")):
        yield file, messages_in_template(file.read_text(encoding="utf-8"))


def collected(known: Catalog) -> Catalog:
    """All messages with the translations that are known; what no file says any more is dropped."""
    made = Catalog(locale="en", project="Zhengyou", charset="utf-8", header_comment=f"# {HEAD}#", fuzzy=False)
    for file, found in sources():
        for message, context in found:
            made.add(message, locations=[(file.relative_to(ROOT).as_posix(), 0)], context=context)
    for entry in made:
        old = known.get(entry.id, entry.context) if entry.id else None
        if old is not None and bool(old.pluralizable) == bool(entry.pluralizable):
            entry.string = old.string
    return made


def written(catalogue: Catalog) -> str:
    """The catalogue as a file that changes only where messages do: sorted, without line numbers and dates."""
    file = BytesIO()
    write_po(file, catalogue, width=110, sort_output=True, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not UNSAID.match(line))


def known_messages() -> Catalog:
    """The catalogue as it was written last."""
    if not CATALOGUE.exists():
        return Catalog(locale="en")
    with CATALOGUE.open("rb") as file:
        return read_po(file)


def untranslated(catalogue: Catalog) -> list[str]:
    """The messages without English."""
    return [
        entry.id[0] if isinstance(entry.id, tuple) else entry.id
        for entry in catalogue
        if entry.id and not all(entry.string if isinstance(entry.string, tuple) else [entry.string])
    ]


def main() -> int:
    """Write the catalogue, or say whether it is current; either way name what has no English."""
    made = collected(known_messages())
    text, missing = written(made), untranslated(made)
    stale = not CATALOGUE.exists() or CATALOGUE.read_text(encoding="utf-8") != text
    for message in missing:
        print(f"no English: {message!r}")
    if "--check" in sys.argv:
        print("The catalogue is stale; run: make messages" if stale else f"{len(made)} messages.")
        return 1 if stale or missing else 0
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(text, encoding="utf-8")
    print(f"{len(made)} messages, {len(missing)} without English: {CATALOGUE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
