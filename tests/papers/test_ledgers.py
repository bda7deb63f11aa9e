"""Ledgers printed: figures shown, heads repeated, nothing lost."""

import pytest

from tests.papers.page import MM

pytestmark = pytest.mark.papers


@pytest.mark.parametrize("paper", ["workbook", "real_ledger"])
def test_a_ledger_lies_across_a_page(request, paper):
    for sheet in request.getfixturevalue(paper):
        assert (round(sheet.width), round(sheet.height)) == (297, 210)


@pytest.mark.parametrize("paper", ["workbook", "real_ledger"])
def test_every_figure_is_shown(request, paper):
    """A spreadsheet writes ### where a column is too narrow for a number or a day."""
    assert not any("#" in line.text for sheet in request.getfixturevalue(paper) for line in sheet.lines)


@pytest.mark.parametrize("paper", ["workbook", "real_ledger"])
def test_words_are_large_enough_to_read(request, paper):
    for sheet in request.getfixturevalue(paper):
        assert min(line.size for line in sheet.lines) >= 7


def test_every_row_is_printed_once_and_the_head_on_every_page(workbook):
    rows = [row for sheet in workbook for table in sheet.page.find_tables() for row in table.extract()]
    numbers = [int(row[0]) for row in rows if row[0] and row[0].isdigit()]

    assert numbers == list(range(1, 301))
    assert sum(row[0] == "序号" for row in rows) == len(workbook)
    assert rows[-1][0] == "合计"


def test_shares_are_printed_as_both_counts_and_a_percentage(workbook):
    rows = workbook[0].page.find_tables()[0].extract()

    assert [row for row in rows if row[0] == "1"][0][8:10] == ["3/3", "100.0%"]
    assert workbook[-1].page.find_tables()[0].extract()[-1][8:10] == ["1497/1797", "83.3%"]


def test_days_are_printed_as_offices_write_them(workbook):
    assert workbook[0].page.find_tables()[0].extract()[2][3] == "2010年6月1日"


def test_long_words_make_a_row_higher_instead_of_being_cut_off(workbook):
    page = workbook[0]
    rows = page.page.find_tables()[0].rows
    heights = [(row.bbox[3] - row.bbox[1]) * MM for row in rows[2:6]]
    long, short = heights[0], heights[1]

    assert long > 1.5 * short
    assert "全，需要逐一核对" in page.page.find_tables()[0].extract()[2][2]


def test_the_pages_are_counted_at_their_foot(workbook):
    last = len(workbook)

    assert [sheet.lines[-1].text for sheet in workbook] == [
        f"第 {n} 页，共 {last} 页" for n in range(1, last + 1)
    ]


def test_the_real_ledger_names_every_branch(real_ledger):
    said = "\n".join(line.text for sheet in real_ledger for line in sheet.lines)

    assert "创先争优活动要求进展台账（尚需补齐）" in said
    assert "创先争优活动要求进展台账（各支部进展）" in said
    for town in ("柳河镇", "青石镇", "白塔镇", "南湾镇", "云岭镇", "桃溪镇"):
        assert f"{town}石桥村党支部" in said
