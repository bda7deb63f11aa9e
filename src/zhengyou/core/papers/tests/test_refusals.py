"""A writer's mistake is refused by its place, whatever is made of the paper."""

import pytest

from zhengyou.core.papers import Column, Heading, Sheet, Table, paper, to_docx, to_html, to_text, to_xlsx

EVERY = pytest.mark.parametrize("make", [to_docx, to_html, to_text, to_xlsx])
COLUMNS = [Column("单位"), Column("件数", kind="number")]


@EVERY
@pytest.mark.parametrize(
    ("block", "place"),
    [
        (Sheet("整改台账", COLUMNS, [["甲", 1], ["乙"]]), "'整改台账', row 2: 1 cells for 2 columns"),
        (
            Table(["单位", "件数"], [["甲", 1], ["乙", 2, 3]], caption="名单"),
            "'名单', row 2: 3 cells for 2 columns",
        ),
        (Sheet("整改台账", COLUMNS, [["甲", float("nan")]]), "'整改台账', row 1, column '件数'"),
        (Sheet("整改台账", COLUMNS, [["甲", 1]], total=["甲"]), "'整改台账', total: 1 cells for 2 columns"),
        (
            Table(["单位"], [["甲"]], caption="名单", numbers=[1]),
            "'名单': numbers names a column that is not there",
        ),
        (Table(["单位"], [["甲"]], caption="名单", widths=[1, 2]), "'名单': 2 widths for 1 columns"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_by_table_and_row(make, block, place):
    with pytest.raises(ValueError, match=place):
        make(["标题", block])


@EVERY
def test_a_cell_that_is_no_cell_is_refused_by_row_and_column(make):
    with pytest.raises(TypeError, match=r"'整改台账', row 2, column '单位'.*乙"):
        make([Sheet("整改台账", COLUMNS, [["甲", 1], [["乙"], 2]])])


@EVERY
def test_what_is_no_part_of_a_paper_is_refused_by_its_number(make):
    with pytest.raises(TypeError, match="Part 2 is no part of a paper: 17"):
        make(["标题", 17])


@EVERY
def test_a_heading_of_a_fifth_level_is_refused(make):
    with pytest.raises(ValueError, match="Part 2: a heading has level 1 to 4, not 5: 太深"):
        make(["标题", Heading(5, "太深")])


def test_a_paper_is_registered_with_its_kind_and_a_docstring():
    def silent():
        yield "标题"

    with pytest.raises(ValueError, match="not 'poem'"):
        paper(kind="poem")
    with pytest.raises(ValueError, match="silent has no docstring"):
        paper(kind="notice")(silent)
