"""Files in the shapes that offices send: what a user sees read out of each."""

import io
import shutil
import subprocess
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zhengyou.reading import Unreadable, draft, read_file
from zhengyou.reading.files import office

BODY = (
    "关于开展技能练兵的通知",
    "一、主要任务",
    "各车间要在2015年6月底前制定培训计划。",
    "二、有关要求",
    "每名职工的培训时间不少于40个学时。",
    "2015年3月2日",
)
PLAN, HOURS = "各车间要在2015年6月底前制定培训计划", "每名职工的培训时间不少于40个学时"


def asked(path):
    return [item for item in draft(read_file(path)).items if item.kind == "requirement"]


def both_are_read(path):
    found = {item.text: item for item in asked(path)}
    assert list(found) == [PLAN, HOURS]
    assert found[PLAN].deadline.end == "2015-06-30" and found[PLAN].who == "各车间"
    assert found[HOURS].quantity[0].value == 40 and found[HOURS].coverage == "每名职工"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_in_the_encodings_of_offices(tmp_path, encoding):
    (tmp_path / "n.txt").write_bytes("\r\n".join(BODY).encode(encoding))

    both_are_read(tmp_path / "n.txt")


def test_big5_in_traditional_script(tmp_path):
    text = "關於加強學習的通知\n各支部要在2015年6月底前製定學習計劃。每名黨員的學習時間不少於40個學時。\n"
    (tmp_path / "n.txt").write_bytes(text.encode("big5"))

    found = asked(tmp_path / "n.txt")

    assert [item.text for item in found] == [
        "各支部要在2015年6月底前製定學習計劃",
        "每名黨員的學習時間不少於40個學時",
    ]
    assert found[0].deadline.text == "2015年6月底前" and found[1].who == "每名黨員"


def numbered(paper, levels):
    """A list that Word numbers by itself: 一、 and below it (一)."""
    root = paper.part.numbering_part.element
    forms = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{forms}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))

    def mark(paragraph, level):
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )

    return mark


def test_numbers_that_word_generates_are_headings(tmp_path):
    paper = docx.Document()
    mark = numbered(
        paper, [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "(%2)"), ("decimal", "%3.")]
    )
    for level, words in [
        (None, "培训工作方案"),
        (0, "主要任务"),
        (1, "集中培训"),
        (None, "每名职工的培训时间不少于40个学时。"),
        (1, "岗位练兵"),
        (0, "有关要求"),
        (1, "加强督导"),
        (None, "督导组每月通报一次进展情况。"),
    ]:
        paragraph = paper.add_paragraph(words)
        if level is not None:
            mark(paragraph, level)
    paper.save(tmp_path / "n.docx")

    read = draft(read_file(tmp_path / "n.docx"))

    assert [heading.path for heading in read.headings] == [
        ("一、主要任务",),
        ("一、主要任务", "(一)集中培训"),
        ("一、主要任务", "(二)岗位练兵"),
        ("二、有关要求",),
        ("二、有关要求", "(一)加强督导"),
    ]
    assert read.of("requirement")[1].parent == ("二、有关要求", "(一)加强督导")


def test_tracked_changes_are_read_as_accepted(tmp_path):
    paper = docx.Document()
    paragraph = paper.add_paragraph("每名职工的培训时间不少于")
    for kind, words in (("del", "20"), ("ins", "40")):
        text = "delText" if kind == "del" else "t"
        paragraph._p.append(
            parse_xml(
                f'<w:{kind} {nsdecls("w")} w:id="1" w:author="a"><w:r><w:{text}>{words}</w:{text}></w:r></w:{kind}>'
            )
        )
    paragraph.add_run("个学时。")
    paper.save(tmp_path / "n.docx")

    assert [item.text for item in asked(tmp_path / "n.docx")] == [HOURS]


def test_text_boxes_are_read_once(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("培训工作方案")
    box = f"<w:txbxContent><w:p><w:r><w:t>{HOURS}。</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    both = (
        f'<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paper.add_paragraph("各车间要制定培训计划。")._p.append(parse_xml(both))
    paper.save(tmp_path / "n.docx")

    assert [item.text for item in asked(tmp_path / "n.docx")] == ["各车间要制定培训计划", HOURS]


TABLE = (
    ("序号", "重点任务", "牵头单位", "责任单位", "完成时限"),
    ("1", "制定安全隐患清单", "安全科", "各车间", "2015年5月底前"),
    ("2", "开展一次应急演练", "安全科", "二车间", "2015年9月10日前"),
)


def the_table_is_read(path):
    found = {item.text: item for item in asked(path)}
    assert list(found) == ["制定安全隐患清单", "开展一次应急演练"]
    assert {item.who for item in found.values()} == {"安全科"}
    assert [item.deadline.end for item in found.values()] == ["2015-05-31", "2015-09-10"]


def test_a_word_table_says_who_and_by_when(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("重点任务分工表")
    table = paper.add_table(rows=3, cols=5)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 2).merge(table.cell(2, 2)).text = "安全科"
    paper.save(tmp_path / "n.docx")

    the_table_is_read(tmp_path / "n.docx")


def test_a_table_on_a_page_says_who_and_by_when(tmp_path):
    rows = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in TABLE)
    (tmp_path / "n.html").write_text(
        f"<body><h1>重点任务分工表</h1><table>{rows}</table></body>", encoding="utf-8"
    )

    the_table_is_read(tmp_path / "n.html")


def test_a_page_from_the_web_without_its_furniture(tmp_path):
    body = "".join(f"<p>　　{line}</p>" for line in BODY)
    page = (
        '<html><head><meta charset="gb2312"><title>x</title></head><body>'
        '<div class="nav"><a href="/">首页</a> <a href="/t">通知公告</a></div>'
        f'<div id="content"><p>发布时间：2015-03-05 浏览次数：12</p>{body}<p>责任编辑：某某</p></div>'
        "<div class='related'><h3>相关阅读</h3><p>各支部要在2016年底前上报总结。</p></div>"
        "<div class='footer'>版权所有 各单位不得转载</div></body></html>"
    )
    (tmp_path / "n.html").write_bytes(page.encode("gb18030"))

    both_are_read(tmp_path / "n.html")


def test_text_pasted_from_a_site_ends_where_the_notice_ends(tmp_path):
    pasted = "\n".join([*BODY, "相关阅读", "各支部要在2016年底前上报总结。"])
    (tmp_path / "n.txt").write_text(pasted, encoding="utf-8")

    both_are_read(tmp_path / "n.txt")


@pytest.mark.papers
def test_an_old_word_file_is_read_through_libreoffice(tmp_path):
    paper = docx.Document()
    for line in BODY:
        paper.add_paragraph(line)
    paper.save(tmp_path / "n.docx")
    profile = (tmp_path / "profile").as_uri()
    command = [office.program(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "n.docx"], check=True, capture_output=True)

    both_are_read(tmp_path / "n.doc")


@pytest.mark.parametrize("name", ["n.doc", "n.wps"])
def test_an_old_word_file_without_libreoffice_says_what_to_do(tmp_path, monkeypatch, name):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")

    with pytest.raises(Unreadable, match=r"LibreOffice.*另存为 \.docx"):
        read_file(tmp_path / name)


def test_an_ofd_says_what_to_do(tmp_path):
    (tmp_path / "n.ofd").write_bytes(b"PK")

    with pytest.raises(Unreadable, match=r"OFD,请用阅读软件另存为 PDF"):
        read_file(tmp_path / "n.ofd")


def test_files_too_large_are_refused_in_words(tmp_path):
    (tmp_path / "long.txt").write_bytes("各支部要上报材料。\n".encode() * 700_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 80_000_000)
    (tmp_path / "bomb.docx").write_bytes(packed.getvalue())

    for name in ("long.txt", "bomb.docx"):
        with pytest.raises(Unreadable, match="拆成几份"):
            read_file(tmp_path / name)


def test_word_parts_that_are_not_sound_are_refused(tmp_path):
    paper = docx.Document()
    paper.add_paragraph(HOURS)
    paper.save(tmp_path / "n.docx")
    with zipfile.ZipFile(tmp_path / "n.docx") as whole, zipfile.ZipFile(tmp_path / "m.docx", "w") as broken:
        for part in whole.namelist():
            broken.writestr(part, whole.read(part)[:200] if part == "word/document.xml" else whole.read(part))

    with pytest.raises(Unreadable, match="不是完好的"):
        read_file(tmp_path / "m.docx")
