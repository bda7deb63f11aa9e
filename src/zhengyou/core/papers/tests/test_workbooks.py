"""Ledgers opened again: what was written is there, as what it is, and nothing else is."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from zhengyou.core.papers import Column, Heading, Share, Sheet, Table, to_xlsx
from zhengyou.core.papers.tests import specimens

NUMBER = Column("件数", kind="number")


def opened(*blocks, values=False):
    return load_workbook(BytesIO(to_xlsx(blocks)), data_only=values)


def rows_of(tab):
    return [list(row) for row in tab.iter_rows(values_only=True)]


def cells_of(sheet: Sheet):
    """The rows below the head of a ledger that has one column and no numbers of rows."""
    return [row[0] for row in rows_of(opened(sheet).active)[3:]]


def single(cell, kind="text"):
    return cells_of(Sheet("台账", [Column("栏", kind=kind)], [[cell]], numbered=False))[0]


def test_every_row_and_column_is_there():
    tab = load_workbook(BytesIO(to_xlsx(specimens.ledger(300)))).active

    rows = rows_of(tab)
    assert tab.title == "整改台账" and rows[0][0] == "青禾市创先争优活动整改台账"
    assert "共300条" in rows[1][0] and "2010年9月14日" in rows[1][0]
    assert len(rows) == 2 + 2 + 300 + 1
    assert [row[0] for row in rows[4:-1]] == list(range(1, 301))
    assert len(rows[4]) == 1 + 8 + 2, "a share takes two columns"


def test_a_table_each_has_a_sheet_and_words_have_one_too():
    book = opened(
        "整改台账",
        Sheet("查出", [NUMBER], [[1]]),
        Table(["乡镇"], [["城关镇"]], caption="名单"),
        Heading(1, "说明"),
        "由日常记录汇总。",
    )

    assert book.sheetnames == ["查出", "名单", "正文"]
    assert book["查出"]["A1"].value == "整改台账（查出）"
    assert [row[0] for row in rows_of(book["正文"]) if row[0]] == ["　　一、说明", "　　由日常记录汇总。"]


@pytest.mark.parametrize(
    "name", ["整改[台账]:甲/乙*丙?丁\\戊", "'引号'", "很长" * 40, "history", "", " "], ids=str
)
def test_any_name_becomes_a_name_that_spreadsheets_allow(name):
    book = opened("总台账", Sheet(name, [NUMBER], [[1]]), Sheet(name, [NUMBER], [[2]]))

    assert len({title.lower() for title in book.sheetnames}) == 2
    for title in book.sheetnames:
        assert 0 < len(title) <= 31 and not set("[]:*?/\\") & set(title)
        assert not title.startswith("'") and title.lower() != "history"


@pytest.mark.parametrize(
    "words",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("http://example.invalid")',
        "{=1+1}",
        "http://example.invalid",
    ],
)
def test_words_never_become_a_formula_or_a_link(words):
    book = opened("=1+1", Sheet("=1+1", [Column(words, group=words)], [[words]], caption=words))
    tab = book.active

    found = [cell for row in tab.iter_rows() for cell in row if cell.value is not None]
    assert words in [cell.value for cell in found]
    assert {cell.data_type for cell in found} <= {"s", "n"}, "only words and numbers"
    assert not any(cell.hyperlink for cell in found)


def test_numbers_days_and_words_keep_what_they_are():
    assert single(6) == 6 and single(Decimal("40.5")) == 40.5 and single(0) == 0
    assert single(date(2010, 9, 14)) == datetime(2010, 9, 14)
    assert single("0012") == "0012", "a number with zeros before it is a word"
    assert single(None) is None and single(True) == "是"


def test_numbers_that_a_spreadsheet_would_change_stay_words():
    assert single(110101199001011234) == "110101199001011234"
    assert single(Decimal("0.12345678901234567890")) == "0.12345678901234567890"


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(1900, 2, 28), date(1644, 1, 1)])
def test_days_before_spreadsheets_begin_are_written_out(day):
    assert single(day, "date") == f"{day.year}年{day.month}月{day.day}日"


def test_the_first_day_that_all_spreadsheets_agree_on_is_a_day():
    assert single(date(1900, 3, 1), "date") == datetime(1900, 3, 1)


def test_a_text_longer_than_a_cell_says_that_something_was_left_out():
    exactly, longer = single("学" * 32767), single("学" * 32768)

    assert len(exactly) == 32767 and exactly.endswith("学")
    assert len(longer) <= 32767 and longer.endswith("……（以下略）")


def test_a_share_shows_both_counts_and_a_percentage():
    rows = rows_of(
        opened(
            Sheet("台账", [Column("达标率", kind="share")], [[Share(37, 60)], [Share(0, 0)], [None]])
        ).active
    )

    assert rows[2] == ["序号", "达标率", None] and rows[3] == [None, "分子/分母", "百分比"]
    assert rows[4] == [1, "37/60", pytest.approx(37 / 60)]
    assert rows[5] == [2, "0/0", "—"]
    assert rows[6][0] == 3 and not rows[6][1] and not rows[6][2]


def test_the_total_adds_up_its_columns_itself_and_shows_the_sum_at_once():
    sheet = Sheet("台账", [Column("单位"), NUMBER, Column("办结率", kind="share")],
                  [["甲", 3, Share(1, 3)], ["乙", None, None], ["丙", 5, Share(5, 5)]], total=True)  # fmt: skip
    formulas, values = opened(sheet).active, opened(sheet, values=True).active

    assert [cell.value for cell in formulas[8]] == ["合计", None, "=SUBTOTAL(109,C5:C7)", "6/8", 0.75]
    assert [cell.value for cell in values[8]] == ["合计", None, 8, "6/8", 0.75]
    assert [values.cell(row, 3).value for row in (5, 6, 7)] == [3, None, 5], "the sum covers exactly these"


def test_a_total_that_the_writer_worked_out_stays_as_it_is():
    sheet = Sheet("台账", [Column("单位"), NUMBER], [["甲", 3]], total=["平均", 3])

    assert [cell.value for cell in opened(sheet).active[5]] == ["合计", "平均", 3]


def test_a_ledger_without_rows_says_none_and_adds_up_nothing():
    rows = rows_of(opened(Sheet("台账", [Column("单位"), NUMBER], [], total=True)).active)

    assert rows[3][0] == "无" and "共0条" in rows[1][0]
    assert rows[4] == ["合计", None, 0]


def test_a_column_is_as_wide_as_its_longest_figure_whatever_the_writer_says():
    tab = opened(Sheet("台账", [Column("件数", 2, "number")], [[123456789012]], numbered=False)).active

    assert tab.column_dimensions["A"].width >= 13


def test_the_head_stays_in_sight_and_on_every_page():
    tab = load_workbook(BytesIO(to_xlsx(specimens.ledger(5)))).active

    assert tab.freeze_panes == "C5"
    assert tab.print_title_rows == "$3:$4"
    assert tab.auto_filter.ref == "A4:K9"
    assert tab.page_setup.orientation == "landscape" and tab.page_setup.fitToHeight == 0


def test_a_very_wide_ledger_is_printed_on_larger_paper():
    wide = Sheet("台账", [Column(f"栏{n}", 12) for n in range(12)], [])

    assert opened(wide).active.page_setup.paperSize == 8
    assert opened(Sheet("台账", [NUMBER], [])).active.page_setup.paperSize == 9
