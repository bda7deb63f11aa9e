"""主体 — title, addressee, text, headings, attachments and signature."""

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from zhengyou.core.papers.blocks import (
    Addressee,
    Appendix,
    Attachments,
    Heading,
    Note,
    Para,
    Signature,
    Title,
)
from zhengyou.core.papers.official.faces import (
    APPENDIX,
    BODY,
    HEADINGS,
    PLAIN,
    SIGNED,
    TITLE,
    paragraph,
    run,
)
from zhengyou.core.papers.official.oxml import element, put
from zhengyou.core.papers.official.page import CHARACTERS, TYPE_AREA
from zhengyou.core.papers.settle import lines_of_title
from zhengyou.core.papers.text import appendix_mark, attachment_lines, bracketed, salutation
from zhengyou.core.papers.values import date_zh, ems

CHARACTER = TYPE_AREA.pt / CHARACTERS
TITLE_ROOM = int(TYPE_AREA.pt / TITLE.size)


def write_title(paper: Document, block: Title) -> None:
    """标题 — its lines, and the blank line below it."""
    for line in lines_of_title(block.text, TITLE_ROOM):
        paragraph(paper, TITLE, line)
    paragraph(paper, PLAIN)


def write_addressee(paper: Document, block: Addressee) -> None:
    """主送机关 — flush left."""
    paragraph(paper, PLAIN, salutation(block))


def write_para(paper: Document, block: Para) -> None:
    """正文 — two characters in."""
    paragraph(paper, BODY, block.text)


def write_heading(paper: Document, block: Heading) -> None:
    """层次标题 — in the face of its level; what goes on after it is set in the face of the text."""
    line = paragraph(paper, HEADINGS[block.level], block.text)
    if block.then:
        run(line, block.then, BODY)
        line.paragraph_format.keep_with_next = False


def write_attachments(paper: Document, block: Attachments) -> None:
    """附件说明 — one blank line below the text; a long name goes on below its own first character."""
    paragraph(paper, PLAIN)
    for at, name in enumerate(attachment_lines(block)):
        number = 0.0 if len(block.names) == 1 else ems(name.partition(".")[0] + ".")
        line = paragraph(paper, PLAIN, name if at else f"附件：{name}")
        start = 5.0 if at else 2.0
        _hang(line, start=start, rest=5.0 + number)


def _hang(line: Paragraph, start: float, rest: float) -> None:
    """Begin ``start`` characters in, go on ``rest`` characters in."""
    left, hanging = round(rest * CHARACTER * 20), round((rest - start) * CHARACTER * 20)
    put(line._p.get_or_add_pPr(), element("w:ind", left=left, hanging=hanging))


def write_signature(paper: Document, block: Signature) -> None:
    """署名 — without a seal: one blank line down, the date two characters right of the name's first.

    The name ends two characters from the edge. A date longer than the name ends there instead,
    and the name moves to the left.
    """
    day = date_zh(block.on)
    name_width, day_width = ems(block.org), ems(day)
    name_at = CHARACTERS - 2 - name_width
    if day_width > name_width:
        name_at = CHARACTERS - 2 - day_width - 2
    name_at = max(name_at, 0)
    lines = [paragraph(paper, PLAIN), paragraph(paper, SIGNED, block.org), paragraph(paper, SIGNED, day)]
    for line, start in zip(lines[1:], (name_at, name_at + 2), strict=True):
        line.paragraph_format.left_indent = Pt(start * CHARACTER)
    for line in lines[:2]:
        line.paragraph_format.keep_with_next = True


def write_note(paper: Document, block: Note) -> None:
    """附注 — two characters in, in round brackets."""
    paragraph(paper, BODY, bracketed(block))


def write_appendix(paper: Document, block: Appendix) -> None:
    """附件 — on a new page: the mark on its first line, the title on its third."""
    paragraph(paper, APPENDIX, appendix_mark(block)).paragraph_format.page_break_before = True
    paragraph(paper, PLAIN)
    write_title(paper, Title(block.title))
