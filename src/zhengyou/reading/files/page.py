"""网页 — the article of an .html page; menus, related stories and footers are left out."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from charset_normalizer import from_bytes
from lxml import etree, html

from zhengyou.reading.files import plain_text
from zhengyou.reading.files.errors import Unreadable
from zhengyou.reading.furniture import ends_notice, is_furniture
from zhengyou.reading.script import plain
from zhengyou.reading.words import words

_WORDS = words("furniture")
_TAGS = frozenset(_WORDS["tags"])
_BLOCKS = frozenset(_WORDS["blocks"])
_CELL = "\x1f"
_LONGEST_CELL = 400
_NAMES = re.compile("|".join(_WORDS["names"]), re.IGNORECASE)


def read(data: bytes) -> str:
    """网页 — the paragraphs of the part of the page that holds the most running text."""
    try:
        root = html.document_fromstring(_decoded(data))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("没有网页内容 (no page in it)") from error
    _strip(root)
    article = _article(root)
    lines = [line for line in _lines(article) if not is_furniture(plain(line))]
    for place, line in enumerate(lines):
        if place and ends_notice(plain(line)):
            lines = lines[:place]
            break
    return "\n".join(lines) + "\n" if lines else ""


def _decoded(data: bytes) -> str:
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    if name in ("gb2312", "gbk"):
        name = "gb18030"
    for encoding in (name, "utf-8"):
        try:
            text = data.decode(encoding) if encoding else ""
        except (UnicodeDecodeError, LookupError):
            continue
        if text:
            return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    best = from_bytes(data).best()
    return plain_text.read(data) if best is None or not best.encoding.startswith("utf") else str(best)


def _strip(root: Any) -> None:
    """A container named like furniture goes, unless it wraps nearly the whole page."""
    whole = len(root.text_content())
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            continue
        named = f"{node.get('class') or ''} {node.get('id') or ''}"
        furniture = node.tag in _TAGS or (_NAMES.search(named) and len(node.text_content()) * 2 < whole)
        if furniture and node.tag not in ("html", "body") and node.getparent() is not None:
            node.drop_tree()


def _article(root: Any) -> Any:
    """The smallest part that holds most of the running text: sentences, not links."""
    best = root.body if root.body is not None else root
    need = _weight(best) * 0.8
    while True:
        inner = [child for child in best if isinstance(child.tag, str) and _weight(child) >= need > 0]
        if not inner or inner[0].tag in ("p", "table", "tr", "td"):
            return best
        best = inner[0]


def _weight(node: Any) -> int:
    linked = sum(len(link.text_content()) for link in node.iter("a"))
    return len(node.text_content().strip()) - linked


def _lines(node: Any) -> list[str]:
    pieces: list[str] = []
    _walk(node, pieces)
    lines = (_squeezed(line) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _squeezed(line: str) -> str:
    """Blanks become one; the cells of a table row stay apart by tabs."""
    cells = [re.sub(r"[ \t\r\f\v\xa0]+", " ", cell).strip() for cell in line.split(_CELL)]
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return "\t".join(cells).strip() if any(cells) else ""


def _walk(node: Any, pieces: list[str]) -> None:
    if not isinstance(node.tag, str):
        return
    block = node.tag in _BLOCKS and not _in_a_cell(node)
    if block:
        pieces.append("\n")
    if node.tag == "br" and not _in_a_cell(node):
        pieces.append("\n")
    pieces.append(_inline(node.text))
    for child in node:
        _walk(child, pieces)
        pieces.append(_inline(child.tail))
    if node.tag in ("td", "th"):
        pieces.append(_CELL)
    if block:
        pieces.append("\n")


def _in_a_cell(node: Any) -> bool:
    """Paragraphs of one cell are one cell; a page laid out by tables has cells that are no cells."""
    cell = next((parent for parent in node.iterancestors("td", "th")), None)
    return cell is not None and len(cell.text_content()) <= _LONGEST_CELL and _is_of_data(cell)


def _is_of_data(cell: Any) -> bool:
    """A table of data has two rows at least that have two cells at least."""
    table = next((parent for parent in cell.iterancestors("table")), None)
    rows = table.iter("tr") if table is not None else ()
    wide = (row for row in rows if sum(child.tag in ("td", "th") for child in row) >= 2)
    return sum(1 for _ in islice(wide, 2)) == 2


def _inline(text: str | None) -> str:
    """A line break in the source of a page is no line break of the text, and Chinese needs no blank for it."""
    return re.sub(r"\s*\n\s*", "", text) if text else ""
