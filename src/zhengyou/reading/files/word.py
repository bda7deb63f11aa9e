"""Word 文档 — paragraphs, tables and text boxes of a .docx in the order of its body, tracked changes accepted, numbering spelt out."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from zhengyou.reading.files.errors import Unreadable
from zhengyou.reading.numerals import chinese

_LARGEST_INSIDE = 60_000_000
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRITTEN = (qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"))
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# Struck out, moved away, or a text box, which is read on its own.
_LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:tabs"), _FALLBACK}

_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "chineseLegalSimplified",
}


def read(data: bytes) -> str:
    """Word 文档 — one line a paragraph, one line a table row with its cells apart by tabs."""
    _weigh(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise Unreadable("不是完好的 docx 文件 (not a sound .docx)") from error
    numbering = _Numbering(document)
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend(_rows(block))
        elif not _is_deleted(block._p):
            lines.append(numbering.mark(block) + _words(block._p))
            lines.extend(_boxes(block._p))
    return "\n".join(lines) + "\n"


def _weigh(data: bytes) -> None:
    """A small file may unfold into gigabytes: its parts say beforehand how large they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            texts = [part.file_size for part in package.infolist() if part.filename.endswith(".xml")]
    except zipfile.BadZipFile as error:
        raise Unreadable("不是完好的 docx 文件 (not a sound .docx)") from error
    if sum(texts) > _LARGEST_INSIDE:
        raise Unreadable("文件太大,请拆成几份再读 (too large inside)")


def _words(paragraph: Any) -> str:
    """The words as they stand when every change is accepted: what was put in stays, what was struck out goes."""
    pieces = []
    for node in paragraph.iter(*_WRITTEN):
        if not any(parent.tag in _LEFT_OUT for parent in _up_to(node, paragraph)):
            pieces.append(_SIGNS.get(node.tag) or node.text or "")
    return "".join(pieces)


def _up_to(node: Any, top: Any) -> Iterator[Any]:
    while (node := node.getparent()) is not None and node is not top:
        yield node


def _is_deleted(paragraph: Any) -> bool:
    """Struck out to the last sign: the paragraph itself is gone."""
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}")
    return mark is not None and not _words(paragraph).strip()


def _boxes(paragraph: Any) -> list[str]:
    """文本框 — text boxes anchored in the paragraph; Word keeps each twice, the second for old readers."""
    lines: list[str] = []
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(parent.tag == _FALLBACK for parent in _up_to(box, paragraph)):
            lines.extend(words for inner in box.iter(qn("w:p")) if (words := _words(inner)).strip())
    return lines


def _rows(table: Table) -> list[str]:
    """A merged cell comes back once for each place it covers: it is written once, and its other rows stay empty."""
    lines = []
    above: set[Any] = set()
    for row in table.rows:
        cells: list[str] = []
        here: set[Any] = set()
        for cell in row.cells:
            key = cell._tc  # the element, not its id: an id is given again once the element is let go
            if key in here:
                continue
            here.add(key)
            words = "".join(_words(part).strip() for part in cell._tc.iter(qn("w:p")))
            cells.append("" if key in above else words)
        above = here
        if any(cells):
            lines.append("\t".join(cells))
    return lines


class _Numbering:
    """自动编号 — Word keeps 一、(一)1. out of the text; it is counted here and put back."""

    def __init__(self, document: Document) -> None:
        self.formats: dict[tuple[str, int], tuple[str, str]] = {}
        self.counts: dict[tuple[str, int], int] = defaultdict(int)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstracts = {node.get(qn("w:abstractNumId")): node for node in root.findall(qn("w:abstractNum"))}
        for number in root.findall(qn("w:num")):
            reference = number.find(qn("w:abstractNumId"))
            abstract = abstracts.get(reference.get(qn("w:val"))) if reference is not None else None
            for level in abstract.findall(qn("w:lvl")) if abstract is not None else ():
                self._learn(number.get(qn("w:numId")), level)

    def _learn(self, number: str, level: Any) -> None:
        form, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
        if form is not None and text is not None:
            key = (number, int(level.get(qn("w:ilvl"))))
            self.formats[key] = (form.get(qn("w:val")), text.get(qn("w:val")) or "")

    def mark(self, paragraph: Paragraph) -> str:
        """自动编号 — the mark in front of a paragraph, or nothing."""
        place = self._place(paragraph)
        if place is None or place not in self.formats:
            return ""
        number, level = place
        self.counts[place] += 1
        for deeper in range(level + 1, 10):
            self.counts[number, deeper] = 0
        text = self.formats[place][1]
        for depth in range(level + 1):
            form = self.formats.get((number, depth), ("decimal", ""))[0]
            text = text.replace(f"%{depth + 1}", _spelt(max(1, self.counts[number, depth]), form))
        return "" if self.formats[place][0] in ("bullet", "none") else text

    def _place(self, paragraph: Paragraph) -> tuple[str, int] | None:
        properties = paragraph._p.pPr
        found: Any = properties.numPr if properties is not None else None
        if found is None and paragraph.style is not None:
            style = paragraph.style.element.find(qn("w:pPr"))
            found = style.find(qn("w:numPr")) if style is not None else None
        if found is None or found.numId is None:
            return None
        level = found.ilvl.val if found.ilvl is not None else 0
        return str(found.numId.val), level


def _spelt(number: int, form: str) -> str:
    if form in _CHINESE:
        return chinese(number)
    if form == "decimalEnclosedCircle" and number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)
