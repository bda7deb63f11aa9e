"""字体字号 — the faces of GB/T 9704-2012 as named styles, so that an office can go on editing.

Only the names of fonts stand in a document; the fonts themselves are the reader's.
"""

from dataclasses import dataclass
from typing import Any, Protocol, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from zhengyou.core.papers.official.oxml import element, put

FANG, KAI, HEI, SONG, MARK = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
LATIN = "Times New Roman"
RED = RGBColor(0xFF, 0, 0)
BOTH, LEFT = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
SQUEEZE = -5  # twips: 28 characters of 16 pt fit into 156 mm when each is 0.25 pt narrower
BODY_LINE = 28.95  # points: 225 mm / 22


@dataclass(frozen=True)
class Face:
    """字体字号 — a named style: a font, a size in points, and how its lines lie."""

    key: str
    name: str
    font: str = FANG
    size: float = 16
    align: WD_ALIGN_PARAGRAPH = LEFT
    indent: int = 0  # of the first line, in hundredths of a character
    line: float = BODY_LINE
    red: bool = False
    keep: bool = False  # with the next paragraph
    outline: int | None = None
    latin: str = LATIN


BODY = Face("ZyBody", "公文正文", align=BOTH, indent=200)
PLAIN = Face("ZyPlain", "公文顶格")
GRADE = Face("ZyGrade", "密级和紧急程度", HEI)
LETTERMARK = Face("ZyMark", "发文机关标志", MARK, 54, CENTRE, red=True)
NUMBER = Face("ZyNumber", "发文字号", align=CENTRE)
TITLE = Face("ZyTitle", "公文标题", MARK, 22, CENTRE, line=34, keep=True)
HEADINGS = {
    1: Face("ZyHeading1", "公文一级标题", HEI, align=BOTH, indent=200, keep=True, outline=0),
    2: Face("ZyHeading2", "公文二级标题", KAI, align=BOTH, indent=200, keep=True, outline=1),
    3: Face("ZyHeading3", "公文三级标题", align=BOTH, indent=200, outline=2),
    4: Face("ZyHeading4", "公文四级标题", align=BOTH, indent=200, outline=3),
}
SIGNED = Face("ZySigned", "署名和日期")
APPENDIX = Face("ZyAppendix", "附件标记", HEI, keep=True)
CAPTION = Face("ZyCaption", "表题", HEI, 14, CENTRE, line=26, keep=True)
REMARK = Face("ZyRemark", "表注", size=12, line=20, keep=True)
CELL_HEAD = Face("ZyCellHead", "表头", HEI, 12, CENTRE, line=20)
CELL = Face("ZyCell", "表文", size=12, line=20)
FIGURE = Face("ZyFigure", "表数", size=12, align=RIGHT, line=20)
RULE = Face("ZyRule", "版记线", size=1, line=1)
COLOPHON = Face("ZyColophon", "版记", size=14, line=24)
PAGE_NUMBER = Face("ZyPageNumber", "页码", SONG, 14, line=20, latin=SONG)
FACES = (BODY, PLAIN, GRADE, LETTERMARK, NUMBER, TITLE, *HEADINGS.values(), SIGNED, APPENDIX, CAPTION, REMARK)
FACES += (CELL_HEAD, CELL, FIGURE, RULE, COLOPHON, PAGE_NUMBER)
TEMPLATE_STYLES = {
    "Normal",
    "Header",
    "Header Char",
    "Footer",
    "Footer Char",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
}


class Place(Protocol):
    """处所 — a document, a cell or a footer: wherever a paragraph can be set."""

    @property
    def paragraphs(self) -> list[Paragraph]: ...

    def add_paragraph(self, text: str = "", style: Any = None) -> Paragraph: ...


def set_faces(paper: Document) -> None:
    """字体字号 — give a new document these styles and no others."""
    for style in list(paper.styles):
        if style.name not in TEMPLATE_STYLES:
            paper.styles.element.remove(style.element)
    normal = cast(ParagraphStyle, paper.styles["Normal"])
    _forget_theme(paper)
    _shape(normal, PLAIN)
    for face in FACES:
        style = cast(ParagraphStyle, paper.styles.add_style(face.name, WD_STYLE_TYPE.PARAGRAPH))
        style.element.set(qn("w:styleId"), face.key)
        style.base_style = normal
        style.quick_style = True
        _shape(style, face)


def _forget_theme(paper: Document) -> None:
    """Theme fonts would win over the named ones."""
    fonts = paper.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    fonts.getparent().replace(fonts, _fonts(FANG, LATIN))


def _fonts(asian: str, latin: str) -> Any:
    # The hint sets Chinese quotation marks and dashes in the Chinese face.
    return element("w:rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=asian, cs=latin)


def _shape(style: ParagraphStyle, face: Face) -> None:
    lines = style.paragraph_format
    lines.alignment = face.align
    lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(face.line)
    lines.space_before = lines.space_after = Pt(0)
    lines.widow_control = False
    lines.keep_with_next = True if face.keep else None
    properties = style.element.get_or_add_pPr()
    # Punctuation stays inside the type area, digits are not spaced out, and exact lines are not snapped to a
    # grid of lines, which would move a large line out of its place. (LibreOffice reads the first the wrong
    # way round and does not know the second: there, marks hang out at the right and digits stand apart.)
    for tag in ("w:overflowPunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"):
        put(properties, element(tag, val=0))
    if face.indent:  # in characters for Word, in twips for others
        put(properties, element("w:ind", firstLineChars=face.indent, firstLine=round(face.indent * 3.159)))
    if face.outline is not None:
        put(properties, element("w:outlineLvl", val=face.outline))
    style.font.size, style.font.bold = Pt(face.size), False
    if face.red:
        style.font.color.rgb = RED
    shape = style.element.get_or_add_rPr()
    put(shape, _fonts(face.font, face.latin))
    put(shape, element("w:spacing", val=SQUEEZE if face.size == 16 else 0))
    put(shape, element("w:lang", val="en-US", eastAsia="zh-CN"))


def paragraph(place: Place, face: Face, text: str = "", *, reuse: bool = False) -> Paragraph:
    """段落 — set a text in a face; ``reuse`` takes the empty paragraph a cell or footer begins with."""
    line = place.paragraphs[0] if reuse else place.add_paragraph()
    line.style = face.name
    if text:
        run(line, text)
    return line


def run(line: Paragraph, text: str, face: Face | None = None) -> Run:
    """字串 — go on in a paragraph, in another face if one is named."""
    words = line.add_run(text)
    shape = words._r.get_or_add_rPr()
    put(shape, _fonts(face.font, face.latin) if face else element("w:rFonts", hint="eastAsia"))
    return words


def narrow(words: Run, part: float) -> None:
    """缩放 — set words to a part of their width, where they would not fit; never less than half of it."""
    if part < 1:
        put(words._r.get_or_add_rPr(), element("w:w", val=max(int(100 * part), 50)))


def typed(tag: str, text: str) -> Any:
    """文字元素 — an element that holds text."""
    made = element(tag)
    made.text = text
    return made
