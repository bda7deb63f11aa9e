"""Rows sent back: as they were written, wrong cells marked, never a formula."""

import io
from datetime import date, datetime

from openpyxl import load_workbook

from zhengyou.core.papers import MarkedTable, to_marked_xlsx


def book_of(*tables):
    return load_workbook(io.BytesIO(to_marked_xlsx(tables)))


def test_a_wrong_cell_is_marked_and_the_reason_stands_beside_its_row():
    rows = [["张三", "123", date(1978, 5, 1), 3.5], ["=1+1", 99.0, datetime(1978, 5, 1, 12), None]]
    table = MarkedTable("花名册", ["姓名", "号码", "日期", "数"], rows, {(0, 1): "太短"}, {0: "号码：太短"})
    tab = book_of(table)["花名册"]

    assert [c.value for c in tab[1]] == ["姓名", "号码", "日期", "数", "原因"]
    assert [c.value for c in tab[2]] == ["张三", "123", datetime(1978, 5, 1), 3.5, "号码：太短"]
    assert tab["B2"].fill.start_color.rgb == "FFFFD9D2" and tab["B2"].comment.text == "太短"
    assert tab["A2"].comment is None and tab["A2"].fill.start_color.rgb != "FFFFD9D2"
    assert tab["A3"].value == "=1+1" and tab["A3"].data_type == "s" and tab["B3"].value == 99


def test_names_of_sheets_are_such_as_a_spreadsheet_takes():
    names = ["党员[1]/名册", "党员[1]/名册", "", "长" * 40, "长" * 40]
    book = book_of(*(MarkedTable(name, ["a"], [], {}) for name in names))

    assert len(book.sheetnames) == len({n.lower() for n in book.sheetnames}) == 5
    assert all(len(n) <= 31 and "/" not in n for n in book.sheetnames)


def test_numbers_that_a_spreadsheet_would_ruin_stay_words():
    tab = book_of(MarkedTable("a", ["号"], [[9.90101195810165e17], [990101195810165602], [True]], {}))["a"]

    assert [tab.cell(n, 1).value for n in (2, 3, 4)] == ["990101195810165000", "990101195810165602", "True"]
