"""版头 — what stands above the red line on the first page."""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from zhengyou.core.papers.blocks import Letterhead, Masthead
from zhengyou.core.papers.official.faces import (
    BODY_LINE,
    GRADE,
    KAI,
    LETTERMARK,
    NUMBER,
    PLAIN,
    Face,
    narrow,
    paragraph,
    run,
)
from zhengyou.core.papers.official.oxml import borders, element, put
from zhengyou.core.papers.official.page import TYPE_AREA
from zhengyou.core.papers.settle import lines_of_title
from zhengyou.core.papers.values import date_zh, ems
from zhengyou.core.papers.widths import airy

MARK_TOP = Mm(35)  # from the top of the type area to the upper edge of the red mark
LARGEST, LARGE = 54.0, 36.0  # points
NARROWEST = 0.6  # a long name is set narrow, as offices do, before it is set small
LONGEST = 28  # characters; a longer name takes two lines
SIGNER = Face("ZySigner", "签发人", KAI)
CHARACTER = TYPE_AREA.pt / 28
ROOM = TYPE_AREA.pt - 2  # a whole line must not break for want of a hair


def mark_size(name: str) -> tuple[float, int]:
    """标志字号 — the size in points and the width in percent that put a name on one line."""
    characters = max(ems(name), 1)
    if ROOM / characters >= LARGE:
        return min(LARGEST, _half(ROOM / characters)), 100
    size = min(LARGE, _half(ROOM / (characters * NARROWEST)))
    return size, int(100 * ROOM / (characters * size))


def _half(size: float) -> float:
    return int(size * 2) / 2  # Word counts sizes in half points


def write_letterhead(paper: Document, block: Letterhead) -> None:
    """版头 — three lines for number of copy, secrecy and urgency; the mark; the number; the red line."""
    upper = [block.copy_number, block.secrecy, block.urgency]
    if not block.secrecy:
        upper = [line for line in upper if line]
    for at in range(3):
        line = upper[at] if at < len(upper) else ""
        paragraph(paper, PLAIN if line == block.copy_number else GRADE, line)
    write_mark(paper, block.mark, room_above=Length(MARK_TOP - 3 * Pt(BODY_LINE)))
    for _ in range(2):
        paragraph(paper, PLAIN)
    last = _write_signers(paper, block) if block.signers else paragraph(paper, NUMBER, block.number)
    draw_red_line(last)
    for _ in range(2):
        paragraph(paper, PLAIN)


def write_mark(paper: Document, name: str, room_above: Length) -> None:
    """发文机关标志 — red, on one line where it can be; its ink begins ``room_above`` lower down."""
    lines = lines_of_title(name, LONGEST)
    size, width = min(mark_size(line) for line in lines)
    pitch = size * 1.25
    ink = 0.8 * pitch - 0.84 * size  # the base line lies at 0.8 of a line, the ink reaches 0.84 above it
    for at, text in enumerate(lines):
        line = paragraph(paper, LETTERMARK)
        line.paragraph_format.line_spacing = Pt(pitch)
        if at == 0:
            line.paragraph_format.space_before = Length(max(0, room_above - Pt(ink)))
        words = run(line, text)
        words.font.size = Pt(size)
        put(words._r.get_or_add_rPr(), element("w:w", val=width))


def _write_signers(paper: Document, block: Letterhead) -> Paragraph:
    """签发人 — on the right, two names a line; the number stands on the line of the last."""
    pairs = [block.signers[at : at + 2] for at in range(0, len(block.signers), 2)]
    reach = 4 + (7 if len(block.signers) > 1 else 3) + 1  # 签发人：, the names, one character to the edge
    for at, names in enumerate(pairs):
        line = paragraph(paper, PLAIN)
        put(line._p.get_or_add_pPr(), element("w:ind", firstLineChars=100, firstLine=316))
        for stop in (28 - reach, 32 - reach):
            line.paragraph_format.tab_stops.add_tab_stop(Pt(stop * CHARACTER), WD_TAB_ALIGNMENT.LEFT)
        run(line, block.number if at == len(pairs) - 1 else "")
        run(line, "\t签发人：" if at == 0 else "\t\t")
        run(line, "　".join(_three_wide(name) for name in names), SIGNER)
    return line


def _three_wide(name: str) -> str:
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def draw_red_line(line: Paragraph) -> None:
    """版头分隔线 — red, as wide as the type area, 4 mm below the number."""
    put(line._p.get_or_add_pPr(), borders("w:pBdr", {"bottom": (12, 7)}, "FF0000"))


def write_masthead(paper: Document, block: Masthead) -> None:
    """报头 — the name of a bulletin, its issue, and its editor and day on one line."""
    write_mark(paper, block.name, room_above=Length(Mm(10)))
    paragraph(paper, NUMBER, block.issue)
    line, day = paragraph(paper, PLAIN), date_zh(block.issued_on)
    narrow(run(line, block.editor), (28 - 4 - airy(day)) / max(airy(block.editor), 1))
    run(line, f"\t{day}")
    put(line._p.get_or_add_pPr(), element("w:ind", firstLineChars=100, firstLine=316))
    line.paragraph_format.tab_stops.add_tab_stop(Pt(27 * CHARACTER), WD_TAB_ALIGNMENT.RIGHT)
    draw_red_line(line)
    paragraph(paper, PLAIN)
