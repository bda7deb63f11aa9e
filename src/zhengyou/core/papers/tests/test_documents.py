"""Documents that Word and WPS open without complaint: every property at its place in the schema."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from zhengyou.core.papers import Colophon, Para, Signature, Title, to_docx
from zhengyou.core.papers.official.oxml import ORDERS, local
from zhengyou.core.papers.tests import specimens
from zhengyou.core.papers.tests.specimens import DAY

PAPERS = {
    "circular": specimens.circular,
    "ledger": lambda: specimens.ledger(12),
    "request": specimens.request,
    "long names": specimens.long_names,
    "bulletin": specimens.bulletin,
}
STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
)
STYLE += " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"


def parts(document: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(document)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"word/(document|styles|footer\d*)\.xml", name)
        }


def out_of_order(node: etree._Element, order: str) -> bool:
    known = order.split()
    places = [known.index(local(child)) for child in node if not local(child).endswith("Reference")]
    return places != sorted(set(places))  # a section may name a footer for each kind of page


@pytest.mark.parametrize("name", PAPERS)
def test_properties_stand_in_the_order_of_the_schema_and_each_once(name):
    found = parts(to_docx(PAPERS[name]()))

    assert {"word/document.xml", "word/styles.xml"} < set(found)
    for part, root in found.items():
        for node in root.iter():
            order = {**ORDERS, "style": STYLE}.get(local(node)) if isinstance(node.tag, str) else None
            assert not (order and out_of_order(node, order)), (part, etree.tostring(node)[:300])


def test_a_property_in_the_wrong_order_is_found():
    node = etree.fromstring('<w:pPr xmlns:w="w"><w:jc/><w:spacing/></w:pPr>')

    assert out_of_order(node, ORDERS["pPr"])


@pytest.mark.parametrize("name", PAPERS)
def test_every_style_that_is_used_exists(name):
    found = parts(to_docx(PAPERS[name]()))
    defined = {
        style.get(style.nsmap["w"].join("{}") + "styleId")
        for style in found["word/styles.xml"].iter("{*}style")
    }
    used = {
        node.get(node.nsmap["w"].join("{}") + "val")
        for root in found.values()
        for node in root.iter("{*}pStyle", "{*}basedOn", "{*}rStyle", "{*}tblStyle")
    }

    assert used <= defined


def test_the_fonts_are_named_and_nothing_comes_from_a_theme():
    styles = etree.tostring(parts(to_docx(specimens.circular()))["word/styles.xml"], encoding="unicode")

    for font in ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "Times New Roman"):
        assert f'"{font}"' in styles
    assert "asciiTheme" not in styles and "eastAsiaTheme" not in styles


def test_the_properties_of_the_file_say_title_and_issuer_and_nothing_of_a_library():
    about = docx.Document(BytesIO(to_docx(specimens.circular()))).core_properties

    assert about.title == "关于全市基层党组织和党员学习达标情况的通报"
    assert about.author == specimens.OFFICE
    assert "python" not in f"{about.comments}{about.keywords}{about.subject}".lower()


def test_page_and_margins_are_those_of_the_standard():
    section = docx.Document(BytesIO(to_docx(specimens.circular()))).sections[0]
    edges = (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)

    assert [round(edge.mm) for edge in edges] == [37, 28, 35, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_head_of_a_table_is_repeated_and_its_rows_are_not_parted():
    table = docx.Document(BytesIO(to_docx(specimens.ledger(12)))).tables[0]
    rows = table._tbl.tr_lst

    assert [row.trPr is not None and row.trPr.find("{*}tblHeader") is not None for row in rows[:3]] == [
        True,
        True,
        False,
    ]
    assert all(row.trPr.find("{*}cantSplit") is not None for row in rows)


def test_what_would_break_a_document_is_left_out_of_it():
    paper = docx.Document(BytesIO(to_docx(["标\x00题", "正\x0b文\u202e颠倒", "<w:p>&amp;"])))

    assert [line.text for line in paper.paragraphs if line.text] == ["标题", "正文颠倒", "<w:p>&amp;"]


def test_the_colophon_goes_last_wherever_it_was_written():
    blocks = [Title("通知"), Colophon("办公室", DAY), Para("正文。"), Signature("办公室", DAY)]
    lines = [line.text for line in docx.Document(BytesIO(to_docx(blocks))).paragraphs if line.text]

    assert lines == ["通知", "正文。", "办公室", "2010年9月14日", "办公室\t2010年9月14日印发"]
