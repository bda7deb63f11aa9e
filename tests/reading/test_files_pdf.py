"""PDF files: printed lines read as the paragraphs that were written, and what cannot be read said in words."""

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.papers.libreoffice import Office
from tests.reading.small_pdf import bomb_pdf, broken, locked_pdf, scanned_pdf, text_pdf
from zhengyou.reading import Unreadable, draft, read_file

PLAN = "各车间要在2015年6月底前制定培训计划，明确培训内容、培训方式和考核办法，并将培训计划报公司工会备案。"
HOURS = "每名职工的培训时间不少于40个学时，其中集中培训的时间要占三分之二以上。"
RULES = "一是建立培训考勤制度。二是督导组每月通报一次进展情况，对培训时间达不到要求的，督促补课，直到合格。"
ASKED = [
    "各车间要在2015年6月底前制定培训计划，明确培训内容、培训方式和考核办法",
    "将培训计划报公司工会备案",
    "每名职工的培训时间不少于40个学时",
    "集中培训的时间要占三分之二以上",
    "建立培训考勤制度",
    "督导组每月通报一次进展情况",
    "对培训时间达不到要求的，督促补课，直到合格",
]


def opened(tmp_path, data):
    (tmp_path / "n.pdf").write_bytes(data)
    return read_file(tmp_path / "n.pdf")


def test_lines_are_the_paragraphs_that_were_written_without_heads_and_numbers(tmp_path):
    lines = [
        *["　　　　　　　关于开展技能练兵的通知", "各车间："],
        *["　　一、主要任务", *broken(PLAN), *broken(HOURS)],
        *["　　二、有关要求", *broken(RULES)],
    ]
    first, second = lines[:6], lines[6:]

    notice = opened(tmp_path, text_pdf(first, second, before=["某某市总工会文件"]))

    assert notice.text.split() == [
        *["关于开展技能练兵的通知", "各车间：", "一、主要任务", PLAN, HOURS, "二、有关要求", RULES]
    ]
    found = draft(notice)
    assert [item.text for item in found.of("requirement")] == ASKED
    assert [heading.path[0] for heading in found.headings if heading.level == 1] == [
        "一、主要任务",
        "二、有关要求",
    ]


@pytest.mark.parametrize("number", ["- {} -", "第{}页 共2页", "{}/2", "— {} —", "{}"])
def test_page_numbers_of_every_form_are_left_out(tmp_path, number):
    notice = opened(tmp_path, text_pdf(broken(PLAN), broken(HOURS), after=number))

    assert notice.text.split() == [PLAN, HOURS]


def test_where_nothing_is_indented_a_mark_begins_a_paragraph(tmp_path):
    heads = [
        "一、各支部要制定计划并按时上报支部组织生活安排表情况",
        "二、各支部每月召开一次党员大会讨论支部重点工作的事项",
    ]
    lines = [line for head in heads for line in broken(head + "，" + PLAN, indent=0)]

    assert opened(tmp_path, text_pdf(lines)).text.split() == [f"{head}，{PLAN}" for head in heads]


def test_a_series_goes_on_where_a_line_happens_to_begin_with_its_mark(tmp_path):
    text = "各部门要落实下列两项要求并按月对照检查和及时整改：" + RULES

    assert broken(text)[1].startswith("一是")
    assert opened(tmp_path, text_pdf([*broken(text), *broken(PLAN)])).text.split() == [text, PLAN]


def test_radicals_are_the_letters_they_look_like(tmp_path):
    assert opened(tmp_path, text_pdf(["　　⼀、⼯作任务和时间安排"])).text == "一、工作任务和时间安排\n"


def test_the_blank_behind_an_article_stays(tmp_path):
    text = "第一条　各车间应当在每年3月底前制定培训计划，由公司工会组织实施。"

    assert opened(tmp_path, text_pdf(broken(text))).text == text + "\n"


def test_a_scan_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(Unreadable, match=r"这份PDF里没有文字.*扫描件.*\.docx"):
        opened(tmp_path, scanned_pdf())


def test_a_locked_pdf_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(Unreadable, match="加了密码"):
        opened(tmp_path, locked_pdf())


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\n" + b"x" * 500, b"no pdf at all"])
def test_a_damaged_pdf_is_refused_in_words(tmp_path, data):
    with pytest.raises(Unreadable, match="不是完好的PDF"):
        opened(tmp_path, data)


def test_a_pdf_cut_off_in_the_middle_is_read_or_refused(tmp_path):
    whole = text_pdf(broken(PLAN), broken(HOURS))

    for length in range(200, len(whole), 400):
        try:
            assert opened(tmp_path, whole[:length]).text
        except Unreadable:
            continue


def test_a_small_file_that_unfolds_into_gigabytes_is_refused(tmp_path):
    data = bomb_pdf()

    assert len(data) < 100_000
    with pytest.raises(Unreadable, match="拆成几份"):
        opened(tmp_path, data)


def test_too_many_pages_are_refused(tmp_path):
    with pytest.raises(Unreadable, match="拆成几份"):
        opened(tmp_path, text_pdf(*[["各支部要上报材料。"]] * 501))


def printed_notice():
    """A notice as an office writes it: a title over two lines, a running head, a page number, a table over rows."""
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "某某市总工会文件"
    foot = paper.sections[0].footer.paragraphs[0]
    for kind in ("begin", "PAGE", "end"):
        inside = (
            f"<w:instrText {nsdecls('w')}>PAGE</w:instrText>"
            if kind == "PAGE"
            else f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
        )
        foot.add_run()._r.append(parse_xml(inside))
    title = paper.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("关于在全市机关企事业单位和城乡基层工会组织中深入开展技能练兵的通知").font.size = Pt(22)
    for text in ("一、主要任务", *[PLAN, HOURS] * 8, "二、有关要求", RULES):
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.add_run(text).font.size = Pt(16)
    table = paper.add_table(rows=3, cols=4)
    table.style = "Table Grid"
    rows = (
        ("重点任务", "牵头单位", "责任单位", "完成时限"),
        ("制定安全隐患清单，明确隐患等级和整改措施", "安全科", "各车间", "2015年5月底前"),
        ("开展一次应急演练", "", "二车间", "2015年9月10日前"),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 1).merge(table.cell(2, 1)).text = "安全科"
    return paper


@pytest.mark.papers
def test_what_an_office_prints_is_read_as_the_word_file_it_came_from(tmp_path):
    paper = printed_notice()
    paper.save(tmp_path / "n.docx")
    pdf = Office(tmp_path).printed((tmp_path / "n.docx").read_bytes(), "n.docx")

    printed, typed = (draft(read_file(path)) for path in (pdf, tmp_path / "n.docx"))

    assert printed.title == typed.title
    assert [heading.path for heading in printed.headings] == [heading.path for heading in typed.headings]
    assert [(one.kind, one.text, one.who, one.deadline) for one in printed.items] == [
        (one.kind, one.text, one.who, one.deadline) for one in typed.items
    ]
    in_table = [one for one in printed.items if one.text.startswith(("制定安全", "开展一次"))]
    assert [(one.who, one.deadline.end) for one in in_table] == [
        ("安全科", "2015-05-31"),
        ("安全科", "2015-09-10"),
    ]
