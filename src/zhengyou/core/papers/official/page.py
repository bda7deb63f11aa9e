"""版面 — the page of GB/T 9704-2012: A4, a type area of 156 × 225 mm, 22 lines of 28 characters."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import _Footer
from docx.shared import Length, Mm, Pt, Twips

from zhengyou.core.papers.official.faces import PAGE_NUMBER, paragraph, typed
from zhengyou.core.papers.official.oxml import element, put

PAGE = (Mm(210), Mm(297))
MARGINS = {"top": Mm(37), "left": Mm(28), "bottom": Mm(35), "right": Mm(26)}
TYPE_AREA = Mm(156)
TYPE_AREA_HEIGHT = Mm(225)
LINES, CHARACTERS = 22, 28
LINE = Twips(579)  # 225 mm / 22
# The dash beside a page number lies 7 mm below the type area; the rest of the way down to the
# foot of its line is 0.38 of a character to the base line and a fifth of the line below that.
NUMBER_LINE = Pt(20)
FOOTER = Mm(35 - 7) - Pt(0.38 * 14) - NUMBER_LINE // 5


def lay_out(paper: Document) -> None:
    """版面 — set the margins, the line grid and the page numbers of a new document."""
    section = paper.sections[0]
    section.page_width, section.page_height = PAGE
    for side, width in MARGINS.items():
        setattr(section, f"{side}_margin", width)
    section.footer_distance = Length(FOOTER)
    section.header_distance = Mm(15)
    # A grid of lines only: with one of characters LibreOffice sets 14 of them to a line.
    put(section._sectPr, element("w:docGrid", type="lines", linePitch=LINE.twips))
    paper.settings.odd_and_even_pages_header_footer = True
    _number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    """The page number — 1 —, one character in from the outer edge."""
    line = paragraph(footer, PAGE_NUMBER, reuse=True)
    line.alignment = side
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(14)
    line.add_run("— ")
    field = line.add_run()._r
    for kind in ("begin", "", "end"):
        if kind:
            field.append(element("w:fldChar", fldCharType=kind))
        else:
            field.append(typed("w:instrText", " PAGE "))
    line.add_run(" —")
