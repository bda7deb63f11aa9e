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
    narrow,
    paragraph,
    run,
)
from zhengyou.core.papers.official.oxml import element, local, put
from zhengyou.core.papers.official.page import CHARACTERS, TYPE_AREA
from zhengyou.core.papers.settle import lines_of_title
from zhengyou.core.papers.text import appendix_mark, attachment_lines, bracketed, salutation
from zhengyou.core.papers.values import date_zh, ems

CHARACTER = TYPE_AREA.pt / CHARACTERS
NAME_ROOM = 26.0  # characters; a longer name is set narrow rather than broken
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
    """署名 — the issuer, the day below it, and the room above them that a seal needs."""
    keep_with_text(paper)
    day = date_zh(block.on)
    width = min(ems(block.org), NAME_ROOM)
    starts = (beneath_a_seal if block.sealed else without_a_seal)(width, ems(day))
    lines = [paragraph(paper, PLAIN) for _ in range(2 if block.sealed else 1)]
    for text, start in zip((block.org, day), starts, strict=True):
        lines.append(paragraph(paper, SIGNED))
        lines[-1].paragraph_format.left_indent = Pt(start * CHARACTER)
        narrow(run(lines[-1], text), width / ems(text) if text == block.org else 1)
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def keep_with_text(paper: Document) -> None:
    """署名随正文 — a signature does not stand on a page without text: the last paragraph goes there with it.

    Not the first one, which has to show on the first page; a writer then tightens the lines.
    """
    lines: list[Paragraph] = []
    for node in reversed(paper.element.body):
        if local(node) == "tbl":
            return
        if local(node) == "p":
            lines.append(Paragraph(node, paper))
            if not _is_plain(lines[-1]):
                break
    before = lines[-1]._p.getprevious() if lines else None
    if before is None or local(before) != "p" or _is_plain(Paragraph(before, paper)):
        return  # after a table, an addressee or the blank line of a title
    for line in lines:
        line.paragraph_format.keep_with_next = True


def _is_plain(line: Paragraph) -> bool:
    return line.style is not None and line.style.name == PLAIN.name


def without_a_seal(name: float, day: float) -> tuple[float, float]:
    """不加盖印章 — where name and day begin: the name ends two characters from the edge, the day begins two
    characters right of it; a day longer than the name ends there instead, and the name moves to the left.
    """
    name_at = CHARACTERS - 2 - name
    if day > name:
        name_at = CHARACTERS - 2 - day - 2
    name_at = max(name_at, 0)
    return name_at, name_at + 2


def beneath_a_seal(name: float, day: float) -> tuple[float, float]:
    """加盖印章 — where name and day begin: the day ends four characters from the edge, the name is centred
    above it; a name too long for that ends one character from the edge, and the day is centred below it.
    """
    centre = min(CHARACTERS - 4 - day / 2, CHARACTERS - 1 - name / 2)
    return max(centre - name / 2, 0), max(centre - day / 2, 0)


def write_note(paper: Document, block: Note) -> None:
    """附注 — two characters in, in round brackets."""
    paragraph(paper, BODY, bracketed(block))


def write_appendix(paper: Document, block: Appendix) -> None:
    """附件 — on a new page: the mark on its first line, the title on its third."""
    paragraph(paper, APPENDIX, appendix_mark(block)).paragraph_format.page_break_before = True
    paragraph(paper, PLAIN)
    write_title(paper, Title(block.title))
