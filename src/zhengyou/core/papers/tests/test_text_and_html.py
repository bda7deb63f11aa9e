"""The same paper as plain text and as a page."""

import re
from datetime import date

import pytest

from zhengyou.core.papers import Attachments, Column, Note, Sheet, Signature, Table, to_html, to_text
from zhengyou.core.papers.tests import specimens


def test_the_circular_reads_from_mark_to_colophon():
    told = to_text(specimens.circular())
    order = [
        "加急",
        "青创先办〔2010〕18号",
        "关于全市",
        "各乡镇党委",
        "一、总体情况",
        "附件：1.",
        "2010年9月14日",
        "（此件公开发布）",
        "抄送：",
        "印发",
    ]

    assert sorted(order, key=told.index) == order
    assert "城关镇 | 12 | 380 | 380 | 380/380（100.0%）" in told


@pytest.mark.parametrize("make", [to_text, to_html])
@pytest.mark.parametrize(
    "table", [Table(["乡镇", "件数"], []), Sheet("台账", [Column("乡镇"), Column("件数", kind="number")], [])]
)
def test_a_table_without_rows_says_none(make, table):
    assert "无" in make(["标题", table])


def test_what_people_wrote_is_shown_and_never_runs():
    bad = "<script>alert(1)</script>&\"'"
    page = to_html(
        [bad, bad, Table([bad], [[bad]], caption=bad), Signature(bad, date(2010, 1, 5)), Note(bad)]
    )

    assert "<script" not in page and page.count("&lt;script&gt;") == 7


def test_elements_are_closed_in_order():
    open_: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+\d?)[^>]*>", to_html(specimens.circular())):
        if closing:
            assert open_.pop() == name
        elif name not in ("br", "hr"):
            open_.append(name)
    assert open_ == []


def test_a_head_of_two_levels_spans_its_columns():
    page = to_html(specimens.ledger(2))

    assert '<th scope="colgroup" colspan="2">查出</th>' in page
    assert '<th scope="col" rowspan="2">问题</th>' in page
    assert page.count("<tfoot>") == 1


def test_one_attachment_has_no_number_and_several_have():
    assert "附件：名单\n" in to_text(["标题", Attachments(["名单"])])
    assert "附件：1.名单\n　　　　　2.安排" in to_text(["标题", Attachments(["名单", "安排"])])
