"""A notice in, a draft out, each item in its exact place."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.reading import Unreadable, draft, outline_jsonl, read_file, to_jsonl, to_table, to_yaml
from zhengyou.reading.model import Notice

TEXT = """关于开展岗位练兵活动的通知

一、时间安排

（一）动员阶段（2010年5月10日—6月30日）。

二、主要任务

每名党员的学习时间不少于40个学时，其中集中学习的时间要占三分之二以上。支部书记每周批阅一次读书笔记。各支部于6月25日前将名单报办公室。

2010年4月28日
"""


def items(text):
    return draft(Notice(text, "n")).items


def test_a_requirement_says_who_how_much_how_often_and_by_when():
    found = {i.text: i for i in items(TEXT) if i.kind == "requirement"}

    study = found["每名党员的学习时间不少于40个学时"]
    assert (study.who, study.quantity[0].value, study.quantity[0].bound) == ("每名党员", 40, "at_least")
    share = found["集中学习的时间要占三分之二以上"]
    assert round(share.quantity[0].value, 2) == 66.67 and share.quantity[0].unit == "%"
    review = found["支部书记每周批阅一次读书笔记"]
    assert review.cadence.every == "weekly" and review.who == "支部书记"
    sent = next(i for i in found.values() if "报办公室" in i.text)
    assert sent.deadline.end == "2010-06-25"


def test_stages_come_with_whole_days():
    stage = draft(Notice(TEXT, "n")).stages()[0]

    assert (stage.name, stage.starts_on, stage.ends_on) == ("动员", "2010-05-10", "2010-06-30")


def test_an_item_knows_the_headings_above_it():
    study = next(i for i in items(TEXT) if "40个学时" in i.text)

    assert study.parent == ("二、主要任务",)


@given(
    st.text(
        alphabet="一二三、（）(1.要必须每名党员不少于40个学时，。；\n“”建立制度2010年5月底前 阶段",
        max_size=120,
    )
)
def test_every_item_lies_in_its_place_whatever_the_text(text):
    for item in items(text):
        assert text[item.start : item.end] == item.text


def test_traditional_script_is_read_in_its_own_characters(tmp_path):
    file = tmp_path / "n.txt"
    file.write_text("每名黨員的學習時間不少於40個學時。", encoding="utf-8")

    found = draft(read_file(file)).items[0]

    assert found.text == "每名黨員的學習時間不少於40個學時" and found.who == "每名黨員"
    assert found.quantity[0].value == 40 and found.quantity[0].bound == "at_least"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
def test_encodings_are_told_apart(tmp_path, encoding):
    file = tmp_path / "n.txt"
    file.write_bytes(TEXT.encode(encoding))

    assert any("40个学时" in i.text for i in draft(read_file(file)).items)


def test_word_and_web_pages_are_read(tmp_path):
    import docx

    paper = docx.Document()
    paper.add_paragraph("每名党员的学习时间不少于40个学时。")
    paper.save(tmp_path / "n.docx")
    page = "<html><body><nav>首页 登录</nav><article><h1>通知</h1><p>每名党员的学习时间不少于40个学时。</p></article></body></html>"
    (tmp_path / "n.html").write_text(page, encoding="utf-8")

    for name in ("n.docx", "n.html"):
        assert [i.text for i in draft(read_file(tmp_path / name)).items] == [
            "每名党员的学习时间不少于40个学时"
        ], name


@pytest.mark.parametrize(
    ("name", "content"), [("n.pages", b"x"), ("n.txt", b"  \n"), ("n.docx", b"not a zip")]
)
def test_what_cannot_be_read_is_said_in_words(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(Unreadable, match=name):
        read_file(tmp_path / name)


def test_the_four_forms_say_the_same():
    found = draft(Notice(TEXT, "n"))

    rows = [json.loads(line) for line in to_jsonl(found).splitlines()]
    assert len(rows) == len(found.items)
    assert set(rows[0]) == {
        "doc",
        "start",
        "end",
        "text",
        "kind",
        "who",
        "quantity",
        "cadence",
        "deadline",
        "coverage",
        "parent",
    }
    assert [json.loads(line)["text"] for line in outline_jsonl(found).splitlines()] == [
        h.text for h in found.headings
    ]
    assert "40个学时" in to_yaml(found) and "40个学时" in to_table(found)


def test_what_stands_around_a_circular_asks_nothing():
    read = items(
        "加急\n关于学习情况的通报\n各乡镇党委：\n一、总体情况\n全市应参学党员14630名，占96.4%。\n"
        "城关镇\t380/380（100.0%）\t100.0%\n二、主要做法\n各支部每月上党课1次，建立学习台账。\n"
        "三、要求\n各乡镇党委要于9月30日前完成补课。\n2010年9月14日\n（此件公开发布）\n"
        "抄送：市委常委，各单位要组织学习的部门。\n市委办公室\t2010年9月14日印发\n"
    )

    assert [(one.kind, one.text) for one in read] == [
        ("figure", "全市应参学党员14630名，占96.4%"),
        ("requirement", "各乡镇党委要于9月30日前完成补课"),
    ]


def test_reading_needs_no_django():
    code = "import sys, zhengyou.reading.cli; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_folder_is_read_in_the_order_of_names_and_what_fails_is_said(tmp_path):
    from click.testing import CliRunner

    from zhengyou.reading.cli import draft as command

    for number in range(12):
        (tmp_path / f"n{number:02}.txt").write_text(f"各支部要上报{number + 2}份材料。", encoding="utf-8")
    (tmp_path / "n05.txt").write_text(" ", encoding="utf-8")
    (tmp_path / "notes.xyz").write_text("no notice", encoding="utf-8")

    done = CliRunner().invoke(command, [str(tmp_path), "--format", "jsonl"])

    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == [
        f"n{number:02}" for number in range(12) if number != 5
    ]
    assert done.exit_code == 1 and "n05.txt: 没有文字" in done.stderr
