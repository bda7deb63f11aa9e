"""Ten files as offices send them, each with everything that is read out of it."""

import io
import os
import subprocess
import zipfile

import docx
import opencc
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.reading.small_pdf import broken, text_pdf
from zhengyou.reading import Unreadable, draft, read_file
from zhengyou.reading.files import office

LINES = (
    "关于开展“质量标兵”创建活动的实施方案",
    "一、工作步骤",
    "（一）动员部署阶段（2016年4月5日—4月30日）。各车间要召开动员会，4月28日前将创建计划报厂办公室。",
    "（二）组织实施阶段（2016年5月—10月）。每名党员联系不少于2个班组，每月走访一次，填写《联系手册》。",
    "二、评选标准",
    "1．产品合格率达到98%以上；",
    "2．全年无安全责任事故。",
    "三、工作要求",
    "厂党委每季度通报一次进展情况，对连续两次排名末位的车间，由厂领导约谈车间主任。推行“质量追溯”制度。",
    "2016年4月1日",
)
# Kind, words, who, quantities, cadence, last day, headings above.
ITEMS = [
    ("stage", "动员部署阶段（2016年4月5日—4月30日）", None, [], None, "2016-04-30", 2),
    ("requirement", "各车间要召开动员会", "各车间", [], None, None, 2),
    ("requirement", "4月28日前将创建计划报厂办公室", "各车间", [], None, "2016-04-28", 2),
    ("stage", "组织实施阶段（2016年5月—10月）", None, [], None, "2016-10", 2),
    ("requirement", "每名党员联系不少于2个班组", "每名党员", [(2, "个", "at_least")], None, None, 2),
    ("requirement", "每月走访一次", "每名党员", [(1, "次", "exactly")], "monthly", None, 2),
    ("requirement", "填写《联系手册》", "每名党员", [], None, None, 2),
    ("criterion", "产品合格率达到98%以上", None, [(98, "%", "at_least")], None, None, 2),
    ("criterion", "全年无安全责任事故", None, [], None, None, 2),
    ("requirement", "厂党委每季度通报一次进展情况", "厂党委", [(1, "次", "exactly")], "quarterly", None, 1),
    (
        "requirement",
        "对连续两次排名末位的车间，由厂领导约谈车间主任",
        "厂领导",
        [(2, "次", "exactly")],
        None,
        None,
        1,
    ),
    ("requirement", "推行“质量追溯”制度", None, [], None, None, 1),
    ("mechanism", "“质量追溯”制度", None, [], None, None, 1),
]


def told(path):
    return [
        (
            item.kind,
            item.text,
            item.who,
            [(number.value, number.unit, number.bound) for number in item.quantity],
            item.cadence.every if item.cadence else None,
            item.deadline.end if item.deadline else None,
            len(item.parent),
        )
        for item in draft(read_file(path)).items
    ]


def asked(path):
    return [item for item in draft(read_file(path)).items if item.kind == "requirement"]


def test_text_pasted_with_the_line_of_the_site_above_its_title(tmp_path):
    pasted = ["来源：厂办　发布时间：2016-04-01", *LINES, "责任编辑：某某", "相关阅读", "各支部要上报总结。"]
    (tmp_path / "n.txt").write_text("\n".join(pasted), encoding="utf-8")

    assert told(tmp_path / "n.txt") == ITEMS


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16-le", "utf-16-be"])
def test_text_of_offices(tmp_path, encoding):
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    (tmp_path / "n.txt").write_bytes((mark + "\r\n".join(LINES)).encode(encoding))

    assert told(tmp_path / "n.txt") == ITEMS


def test_text_of_an_office_in_hong_kong(tmp_path):
    lines = [opencc.OpenCC("s2hk").convert(line) for line in LINES]
    (tmp_path / "n.txt").write_bytes("\r\n".join(lines).encode("big5hkscs"))

    back = opencc.OpenCC("hk2s").convert
    found = draft(read_file(tmp_path / "n.txt")).items

    # Big5 has no curly quotation marks of this kind: they come back as they are written there.
    assert [(one.kind, back(one.text)) for one in found] == [item[:2] for item in ITEMS]
    assert [back(one.who or "") for one in found] == [item[2] or "" for item in ITEMS]


def numbered(paper, forms):
    """Headings that Word counts by itself, the number in the style, as templates have it."""
    root = paper.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(forms)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="88">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="88"><w:abstractNumId w:val="88"/></w:num>'))
    for level in range(len(forms)):
        style = paper.styles[f"Heading {level + 1}"].element
        style.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="88"/></w:numPr>')
        )


def test_a_plan_whose_headings_word_counts(tmp_path):
    paper = docx.Document()
    numbered(
        paper,
        [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3．")],
    )
    for line in LINES:
        level = next(
            (n for n, marks in enumerate(("一二三四、", "（", "12．"), start=1) if line[0] in marks), 0
        )
        if line[0] in "12" and not line.startswith(("1．", "2．")):
            level = 0
        words = line.split("、" if level == 1 else "）" if level == 2 else "．", 1)[-1] if level else line
        paper.add_paragraph(words, style=f"Heading {level}" if level else None)
    paper.save(tmp_path / "n.docx")

    assert told(tmp_path / "n.docx") == ITEMS


def test_a_division_of_work_as_a_table_in_word(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("2023年重点任务分工表")
    rows = (
        ("序号", "工作任务", "工作措施", "牵头单位", "责任单位", "完成时限"),
        ("1", "安全生产", "制定隐患排查清单；每季度开展一次应急演练。", "安监科", "各车间", "2023年5月底前"),
        ("2", "", "建立“一患一档”制度。", "", "技术科", "9月20日前"),
        ("3", "职工培训", "举办培训班不少于4期。", "工会", "人事科", "12月10日前"),
    )
    table = paper.add_table(rows=4, cols=6)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    for column in (1, 3):
        table.cell(1, column).merge(table.cell(2, column)).text = rows[1][column]
    table.cell(1, 2).text = "制定隐患排查清单；"
    table.cell(1, 2).add_paragraph("每季度开展一次应急演练。")
    paper.save(tmp_path / "n.docx")

    assert [(one.text, one.who, one.deadline.end) for one in asked(tmp_path / "n.docx")] == [
        ("制定隐患排查清单", "安监科", "2023-05-31"),
        ("每季度开展一次应急演练", "安监科", "2023-05-31"),
        ("建立“一患一档”制度", "安监科", "2023-09-20"),
        ("举办培训班不少于4期", "工会", "2023-12-10"),
    ]


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_a_draft_that_went_through_three_hands(tmp_path):
    """Words put in and struck out, a paragraph moved away, and a box with the day by which to answer."""
    paper = docx.Document()
    paper.add_paragraph("关于上报材料的通知")
    changed = paper.add_paragraph()
    by = f'{nsdecls("w")} w:id="1" w:author="a"'
    for part in (
        f"<w:r {nsdecls('w')}><w:t>各支部要于</w:t></w:r>",
        f"<w:del {by}><w:r><w:delText>6月10日</w:delText></w:r></w:del>",
        f"<w:ins {by}>{run('6月20日')}</w:ins>",
        f"<w:r {nsdecls('w')}><w:t>前上报总结</w:t></w:r>",
        f"<w:del {by}><w:r><w:delText>和照片</w:delText></w:r></w:del>",
        f"<w:r {nsdecls('w')}><w:t>，不超过2000字。</w:t></w:r>",
    ):
        changed._p.append(parse_xml(part))
    moved = paper.add_paragraph()
    moved._p.append(parse_xml(f"<w:moveFrom {by}>{run('各支部要建立微信群。')}</w:moveFrom>"))
    gone = paper.add_paragraph()
    gone._p.get_or_add_pPr().append(
        parse_xml(f"<w:rPr {nsdecls('w')}><w:del w:id='2' w:author='a'/></w:rPr>")
    )
    gone._p.append(parse_xml(f"<w:del {by}><w:r><w:delText>每日签到打卡。</w:delText></w:r></w:del>"))
    box = f"<w:txbxContent><w:p>{run('回执请于6月5日前传真至组织科。')}</w:p></w:txbxContent>"
    spaces = (
        f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    paper.add_paragraph("2019年5月30日")._p.append(
        parse_xml(
            f'<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx>'
            f"</mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    paper.save(tmp_path / "n.docx")

    assert [(one.text, one.deadline and one.deadline.end) for one in asked(tmp_path / "n.docx")] == [
        ("各支部要于6月20日前上报总结", "2019-06-20"),
        ("不超过2000字", None),
        ("回执请于6月5日前传真至组织科", "2019-06-05"),
    ]


def test_a_page_that_was_pasted_from_word_into_a_site(tmp_path):
    """Each word a span, blanks that do not break, paragraphs of Office, a menu and what others read."""

    def pasted(line):
        half = len(line) // 2
        pieces = "".join(f'<span lang="EN-US">{piece}</span>' for piece in (line[:half], line[half:]))
        return f'<p class="MsoNormal" style="text-indent:2em">&nbsp;&nbsp;{pieces}<o:p></o:p></p>\n'

    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>厂网</title></head>'
        '<body><ul class="topmenu"><li><a href="/">首页</a></li><li><a href="/a">各单位要上报材料</a></li></ul>'
        '<table width="100%"><tr><td><div class="crumb">当前位置：首页 &gt; 通知</div>'
        '<div class="text"><p>来源：厂办 发布时间：2016-04-01</p>'
        + "".join(map(pasted, LINES))
        + '</div><div class="share">分享到 微信</div></td></tr></table>'
        "<div id='hot'><h3>热门文章</h3><ul><li>各支部要在年底前上报总结</li></ul></div></body></html>"
    )
    (tmp_path / "n.html").write_text(page, encoding="utf-8")

    assert told(tmp_path / "n.html") == ITEMS


def test_traditional_script_made_by_a_machine_breaks_no_number_and_no_mark(tmp_path):
    """進步 for 提高, 乾部 for 幹部, 製定 for 制定: what converters and their word lists make of a text."""
    paper = docx.Document()
    lines = (
        "關於開展“三好一滿意”活動的實施方案",
        "一、目標任務",
        "（一）進步服務質量。門診病人均勻等待時間不超過30分鐘，病曆甲級率達到90%以上。",
        "（二）製定考覈辦法。各科室於3月20日前製定考覈細則，每名醫生每年撰寫論文不少於兩篇。",
        "二、組織領導",
        "黨員乾部要帶頭簽訂責任書，每週三下午集中學習1次，學習時間不少於四十學時。",
        "二〇一二年三月一日",
    )
    for line in lines:
        paper.add_paragraph(line)
    paper.save(tmp_path / "n.docx")

    read = draft(read_file(tmp_path / "n.docx"))

    assert [heading.path[-1] for heading in read.headings] == [
        *["一、目標任務", "（一）進步服務質量", "（二）製定考覈辦法", "二、組織領導"]
    ]
    assert [
        (one.text, one.who, [number.value for number in one.quantity]) for one in read.of("requirement")
    ] == [
        ("門診病人均勻等待時間不超過30分鐘", None, [30]),
        ("病曆甲級率達到90%以上", None, [90]),
        ("各科室於3月20日前製定考覈細則", "各科室", []),
        ("每名醫生每年撰寫論文不少於兩篇", "每名醫生", [2]),
        ("黨員乾部要帶頭簽訂責任書", "黨員乾部", []),
        ("每週三下午集中學習1次", "黨員乾部", [1]),
        ("學習時間不少於四十學時", "黨員乾部", [40]),
    ]
    assert read.of("requirement")[2].deadline.end == "2012-03-20"


def test_a_printed_notice(tmp_path):
    lines = [piece for line in LINES[1:] for piece in broken(line)]
    pages = [["　" * 4 + LINES[0], *lines[:12]], lines[12:]]
    (tmp_path / "n.pdf").write_bytes(text_pdf(*pages, before=["某某机械厂文件"]))

    assert told(tmp_path / "n.pdf") == ITEMS


@pytest.mark.papers
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_an_old_file_with_a_table(tmp_path, ending):
    paper = docx.Document()
    for line in LINES[:-1]:
        paper.add_paragraph(line)
    table = paper.add_table(rows=2, cols=3)
    rows = (("工作任务", "责任单位", "完成时限"), ("制定培训计划", "人事科", "2016年6月底前"))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    paper.add_paragraph(LINES[-1])
    paper.save(tmp_path / "n.docx")
    profile = (tmp_path / "profile").as_uri()
    command = [office.program(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "n.docx"], check=True, capture_output=True)

    found = told(tmp_path / f"n.{ending}")

    assert found[: len(ITEMS)] == ITEMS
    assert [(one[1], one[2], one[5]) for one in found[len(ITEMS) :]] == [
        ("制定培训计划", "人事科", "2016-06-30")
    ]


def test_a_file_of_twenty_megabytes_is_read_or_refused(tmp_path):
    """Pictures make a file large and are no text; a text as large is no notice."""
    paper = docx.Document()
    for line in LINES:
        paper.add_paragraph(line)
    whole = io.BytesIO()
    paper.save(whole)
    with zipfile.ZipFile(whole, "a", zipfile.ZIP_STORED) as package:
        package.writestr("word/media/picture.bin", os.urandom(20_000_000))
    (tmp_path / "pictures.docx").write_bytes(whole.getvalue())
    (tmp_path / "long.txt").write_bytes(("\n".join(LINES) + "\n").encode() * 34_000)

    assert (tmp_path / "long.txt").stat().st_size > 20_000_000
    assert told(tmp_path / "pictures.docx") == ITEMS
    with pytest.raises(Unreadable, match="拆成几份"):
        read_file(tmp_path / "long.txt")


def test_what_word_calls_a_document_without_any_words(tmp_path):
    paper = docx.Document()
    paper.element.body.append(parse_xml(f"<w:p {nsdecls('w')}/>"))
    assert paper.element.find(qn("w:body")) is not None
    paper.save(tmp_path / "n.docx")

    with pytest.raises(Unreadable, match="没有文字"):
        read_file(tmp_path / "n.docx")
