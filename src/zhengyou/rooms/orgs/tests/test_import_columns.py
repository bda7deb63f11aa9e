"""Whole columns are judged as their cells are: what passes at once would have passed cell by cell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.sheets import Sheet
from zhengyou.rooms.orgs.imports import columns, sheets
from zhengyou.rooms.orgs.imports.rows import AS_THEY_ARE, PERSON

GOOD = ("990101195810165602", "990101196804015127")
CELL = st.one_of(
    st.sampled_from([*GOOD, "张三", "李 四", "计", "合计", "阿依古丽·买买提", "13800000000", "1380000000０", "", "甲" * 41]),
    st.none(), st.integers(), st.floats(), st.dates(), st.text(max_size=20),
)  # fmt: skip


@given(st.sampled_from(sorted(AS_THEY_ARE)), st.lists(CELL, min_size=1, max_size=4))
def test_a_column_that_stands_as_it_is_reads_as_it_stands(key, column):
    read, _ = PERSON[key]

    if AS_THEY_ARE[key](column):
        assert [read(cell) for cell in column] == column


@pytest.mark.parametrize(
    ("key", "column", "as_it_is"),
    [
        ("person", ["张三", "李四"], True),
        ("person", ["张三", "李 四"], False),
        ("person", ["张三", 4.0], False),
        ("person", ["甲" * 41], False),
        ("identity", list(GOOD), True),
        ("identity", [GOOD[0], GOOD[1][:-1] + "8"], False),
        ("identity", [GOOD[0], ""], False),
        ("phone", ["13800000000"], True),
        ("phone", ["1380000000０"], False),
        ("phone", ["13800000000", None], False),
    ],
)
def test_only_clean_columns_stand_as_they_are(key, column, as_it_is):
    assert AS_THEY_ARE[key](column) is as_it_is


def test_months_are_compared_and_days_are_not():
    told = [date(1978, 5, 1), date(1980, 12, 1)]

    assert columns.same_months(told, [date(1978, 5, 31), date(1980, 12, 24)])
    assert not columns.same_months(told, [date(1978, 5, 31), date(1981, 12, 24)])
    assert not columns.same_months([None, told[1]], [date(1978, 5, 31), date(1980, 12, 24)])


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4))
def test_rows_that_are_all_data_are_data_one_by_one(rows):
    head = ["姓名", "所在党支部", "身份证号"]
    table = sheets.table_in(Sheet("表", lambda: iter([head, ["张三", "东街村党支部", GOOD[0]]])))
    likely = {"姓名", "所在党支部"}

    if sheets._all_data(rows, [0, 1], likely):
        assert all(table._is_whole(row, [0, 1], likely) for row in rows)
