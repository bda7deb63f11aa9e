"""Word 文档 — paragraphs and tables of a .docx in the order of its body, simple numbering spelt out."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from zhengyou.reading.files.errors import Unreadable
from zhengyou.reading.numerals import chinese

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
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Unreadable("不是完好的 docx 文件 (not a sound .docx)") from error
    numbering = _Numbering(document)
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend(_rows(block))
        else:
            lines.append(numbering.mark(block) + block.text)
    return "\n".join(lines) + "\n"


def _rows(table: Table) -> list[str]:
    """A merged cell comes back once for each place it covers: it is written once."""
    lines = []
    above: set[int] = set()
    for row in table.rows:
        cells, here = [], set()
        for cell in row.cells:
            key = id(cell._tc)
            if key in here:
                continue
            here.add(key)
            words = "".join(part.strip() for part in cell.text.split("\n"))
            if key not in above and words:
                cells.append(words)
        above = here
        if cells:
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
