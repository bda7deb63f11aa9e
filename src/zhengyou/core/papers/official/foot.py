"""版记 — what lies at the foot of the last page: copies, printer, day of printing.

The block is anchored to the lower edge of the type area of the page where the text ends. The
standard wants it on an even page; when the text ends on an odd one it is left there, for a
document does not know how many pages a reader's fonts will make of it.
"""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph

from zhengyou.core.papers.blocks import Colophon, Tailpiece
from zhengyou.core.papers.official.faces import COLOPHON, RULE, narrow, paragraph, run
from zhengyou.core.papers.official.oxml import element, put
from zhengyou.core.papers.official.page import TYPE_AREA
from zhengyou.core.papers.text import copies_line
from zhengyou.core.papers.values import date_zh
from zhengyou.core.papers.widths import airy

THICK, THIN = 20, 14  # twips: 0.35 mm and 0.25 mm
CHARACTER = 14.0
APART = 2  # characters between printer and day
Row = list[tuple[str, str]]  # each line of a row: what is done, and who it is done to


def write_colophon(paper: Document, block: Colophon) -> None:
    """版记 — 主送 moved here and 抄送 in one row, the printer and the day in the next."""
    units: Row = []
    if block.addressee:
        units.append(("主送：", f"{block.addressee.rstrip('。')}。"))
    if block.copies:
        units.append(("抄送：", copies_line(block)))
    _write_foot(paper, units, block.printed_by, f"{date_zh(block.printed_on)}印发")


def write_tailpiece(paper: Document, block: Tailpiece) -> None:
    """报尾 — who a bulletin goes to, and how many were printed."""
    _write_foot(paper, [(f"{verb}：", units) for verb, units in block.to], "", f"共印{block.copies}份")


def _write_foot(paper: Document, units: Row, left: str, right: str) -> None:
    """Lines of text between rules, in one frame at the bottom of the type area."""
    lines = [_rule(paper, THICK)]
    for verb, names in units:
        lines.append(_indented(paragraph(paper, COLOPHON), hanging=len(verb)))
        run(lines[-1], verb + names)
    if units:
        lines.append(_rule(paper, THIN))
    lines.append(_printed(paper, left, right))
    lines.append(_rule(paper, THICK))
    for line in lines:
        _anchor(line)
    paragraph(paper, RULE)  # a frame belongs to the paragraph after it, which takes no room itself


def _printed(paper: Document, left: str, right: str) -> Paragraph:
    """Printer and day at the two ends of a line; a long name is set narrow, so that they do not meet."""
    line = _indented(paragraph(paper, COLOPHON), hanging=0)
    line.paragraph_format.tab_stops.add_tab_stop(Pt(TYPE_AREA.pt - CHARACTER), WD_TAB_ALIGNMENT.RIGHT)
    room = TYPE_AREA.pt / CHARACTER - 2 - APART - airy(right)
    narrow(run(line, left), room / max(airy(left), 1))
    run(line, f"\t{right}")
    return line


def _rule(paper: Document, weight: int) -> Paragraph:
    """A black line of text as low as a rule.

    A border would be indented with its text, and LibreOffice 7 floats neither a frame whose
    paragraphs have different borders nor a table as wide as the text.
    """
    line = paragraph(paper, RULE)
    line.paragraph_format.line_spacing = Twips(weight)
    put(line._p.get_or_add_pPr(), element("w:shd", val="clear", color="auto", fill="000000"))
    return line


def _indented(line: Paragraph, hanging: int) -> Paragraph:
    """One character in at both ends; further lines begin after the colon."""
    line.paragraph_format.left_indent = Pt(CHARACTER * (1 + hanging))
    line.paragraph_format.first_line_indent = Pt(-CHARACTER * hanging)
    if hanging:  # the other line ends at a tab stop there
        line.paragraph_format.right_indent = Pt(CHARACTER)
    return line


def _anchor(line: Paragraph) -> None:
    """Neighbours with the same frame share one; it grows upwards from the bottom of the type area."""
    frame = element(
        "w:framePr", w=TYPE_AREA.twips, hSpace=0, wrap="around", vAnchor="margin", hAnchor="margin"
    )
    put(line._p.get_or_add_pPr(), frame)
    for side, place in (("xAlign", "left"), ("yAlign", "bottom")):
        frame.set(qn(f"w:{side}"), place)
