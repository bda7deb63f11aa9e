"""Whatever is in a spreadsheet: refused in words or entered whole, never half, and the same twice over."""

import csv
import io
from datetime import date, datetime
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.papers import to_marked_xlsx
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.sheets import sheets_in
from zhengyou.rooms.orgs.actions import import_roster
from zhengyou.rooms.orgs.imports import headings
from zhengyou.rooms.orgs.imports.marked import refused_rows
from zhengyou.rooms.orgs.imports.rows import Roster, read_tables
from zhengyou.rooms.orgs.imports.sheets import table_in
from zhengyou.rooms.orgs.models import Membership, Person, Place, Post

GOOD = ("990101195810165602", "990101196804015127", "990101197810010016")
PLACES = ("中共某市委员会", "东街村党支部", "西街村党支部", "某镇党委", "第一党支部")
HEADS = [text for columns in headings.COLUMNS.values() for texts in columns.values() for text in texts[:2]]
USUAL = st.sampled_from([
    "张三", "李 四", "王五", "阿依古丽·买买提", "𠮷", *PLACES, *GOOD, "党支部", "党委", "村", "机关", "男", "女", "是", "否", "书记",
    "委员、书记", "1978.5", "1978年5月", "19780501", "合计", "小计", "填表人：张三", "3.7E+17", "60", "单独建", "大专", "", " ",
])  # fmt: skip
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)), st.datetimes(datetime(1900, 3, 1), datetime(2200, 1, 1)),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
)  # fmt: skip
CELL = st.one_of(USUAL, USUAL, USUAL, ODD)
HEAD = st.one_of(
    st.sampled_from(HEADS), st.sampled_from(HEADS), st.sampled_from(["民族", "备注", "序号", ""]), USUAL
)
ROSTER = st.just(
    ["姓名", "身份证号", "所在党支部", "出生年月", "入党时间", "党内职务", "手机号码", "是否流动党员", "性别"]
)
TREE = st.just(["组织名称", "上级组织", "组织类型", "所属领域", "成立时间", "面积(㎡)", "产权"])


@st.composite
def sheet(draw):
    """A few titles, headings of one row or two, rows of anything."""
    heads = draw(st.one_of(ROSTER, TREE, st.lists(HEAD, min_size=1, max_size=10)))
    heads = draw(st.permutations(heads))
    rows = [[draw(USUAL)] for _ in range(draw(st.integers(0, 2)))] + [heads]
    width = len(heads) + draw(st.integers(-1, 1))
    for _ in range(draw(st.integers(0, 6))):
        rows.append([draw(_of(head)) for head in heads][: max(width, 0)])
    return rows


def _of(head):
    """Cells that mostly fit their heading, so that many rows get as far as being entered."""
    fitting = {
        "姓名": st.sampled_from(["张三", "李四", "王五", "赵六"]),
        "身份证号": st.sampled_from([*GOOD, "", GOOD[0]]),
        "所在党支部": st.sampled_from(PLACES),
        "组织名称": st.sampled_from(PLACES),
        "上级组织": st.sampled_from(["", *PLACES]),
        "组织类型": st.sampled_from(["党支部", "党委"]),
        "党内职务": st.sampled_from(["", "书记", "委员", "书记、委员"]),
    }.get(head)
    return st.one_of(fitting, fitting, fitting, CELL) if fitting is not None else CELL


BOOKS = st.lists(sheet(), min_size=1, max_size=3)
STEADY = settings(max_examples=60, suppress_health_check=list(HealthCheck))


def as_xlsx(sheets):
    book = Workbook()
    book.remove(book.active)
    for at, rows in enumerate(sheets):
        tab = book.create_sheet(f"表{at}")
        for n, row in enumerate(rows, 1):
            for m, value in enumerate(row, 1):
                cell = tab.cell(n, m)
                cell.value = value if not isinstance(value, int) or abs(value) < 10**15 else float(value)
                if isinstance(value, str):
                    cell.data_type = "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(rows, encoding):
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode(encoding, "replace")


def tables(name, content):
    return [table for sheet in sheets_in(name, content) if (table := table_in(sheet)) and not table.lacking]


def entered(name, content):
    """Enter a file as it reads itself; what the report says, or nothing where it was refused."""
    found = tables(name, content)
    report = import_roster(OPERATOR, None, roster=read_tables(Roster(), found))
    to_marked_xlsx(refused_rows(found, report.roster.refused))
    return report.as_dict()


def everything():
    return [
        sorted(map(str, m.objects.values_list())) for m in (Organisation, Person, Membership, Post, Place)
    ]


def check_twice(name, content):
    """Entered twice: nothing broken, the second time nothing changed; all of it undone again."""
    with transaction.atomic():
        first = entered(name, content)
        held = everything()
        again = entered(name, content)
        assert everything() == held
        for of in ("organisations", "people"):
            assert (again[of]["new"], again[of]["changed"]) == (0, 0), (first, again)
            assert again[of]["refused"] == first[of]["refused"], (first, again)
            assert again[of]["unchanged"] == first[of]["new"] + first[of]["changed"] + first[of]["unchanged"]
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.database
@STEADY
@given(BOOKS)
def test_any_workbook_is_entered_whole_and_changes_nothing_twice(sheets):
    check_twice("roster.xlsx", as_xlsx(sheets))


@pytest.mark.django_db
@STEADY
@given(sheet(), st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
def test_any_text_file_is_entered_whole_and_changes_nothing_twice(rows, encoding):
    check_twice("roster.csv", as_csv(rows, encoding))


@settings(max_examples=150)
@given(st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a"]), st.binary(max_size=400))
@example("a.xlsx", b"PK\x03\x04" + b"\x00" * 60)
@example("a.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 600)
@example("a.csv", b'"' + b"a," * 300)
def test_any_bytes_are_read_or_refused_in_words(name, content):
    try:
        for table in tables(name, content):
            list(table.rows())
    except Refused as refused:
        assert name in str(refused)


# Made once: a workbook holds the time at which it was made.
WHOLE = {
    "a.xlsx": as_xlsx([[["姓名", "所在党支部"], ["张三", "东街村党支部"]]]),
    "a.xls": (Path(__file__).parent / "old.xls").read_bytes(),
}


@settings(max_examples=150)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_workbook_with_some_bytes_changed_is_read_or_refused_in_words(name, data):
    whole = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_tables(Roster(), tables(name, bytes(whole)))
    except Refused as refused:
        assert name in str(refused)
