"""Every list leaves as a workbook and as CSV: whole, named, without what only its author may read."""

import csv
from datetime import date
from io import BytesIO, StringIO
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from zhengyou.rooms.meetings.actions import ask_leave, grant_leave, record_make_up
from zhengyou.rooms.meetings.queries import owed_by
from zhengyou.rooms.study.actions import register_work

pytestmark = pytest.mark.django_db
JUNE = date(2010, 6, 30)


@pytest.fixture
def lists(june, studied, on):
    """A lecture that two missed, one of them on leave and made up; a note whose title looks like a formula."""
    on(date(2010, 6, 1))
    leave = ask_leave(
        june.member, june.east, person=june.li, reason="duty", since=date(2010, 6, 1), until=JUNE
    )
    grant_leave(june.east_secretary, leave)
    on(JUNE)
    june.meeting = studied(date(2010, 6, 10), 2, [june.wang], kind="lecture", speaker="某书记", topic="宗旨")
    june.meeting.attendances.filter(person=june.li).update(how="leave", reason="duty")
    record_make_up(june.east_secretary, owed_by(june.east).get(person=june.li), on_day=JUNE, how="recording")
    register_work(
        june.east_secretary, june.east, person=june.li, kind="note", title="=1+1", written_on=date(2010, 6, 2),
        characters=None, text="村口的路",
    )  # fmt: skip
    return june


def rows_of(visit, user, address, ending):
    answer = visit(user, f"{address}?format={ending}")
    name = unquote(answer["Content-Disposition"].partition("UTF-8''")[2])
    if ending == "csv":
        text = answer.content.decode("utf-8-sig")
        return name, list(csv.reader(StringIO(text)))
    sheet = load_workbook(BytesIO(answer.content)).active
    return name, [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def addresses(town):
    return {
        "/meetings/": ("红星市委会议台账", ["学习", "党课"]),
        "/meetings/owed/": ("东街村应补课人员", ["王芳", "缺席"]),
        f"/meetings/{town.meeting.pk}/record/": ("出勤台账", ["李华", "看录像并谈话"]),
        "/study/lectures/": ("党课登记", ["某书记", "宗旨"]),
        "/study/works/": ("东街村笔记登记", ["李华", "读书笔记"]),
    }


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_every_list_leaves_whole(lists, visit, ending):
    for address, (named, held) in addresses(lists).items():
        named = named.replace("红星市委", "东街村")
        name, rows = rows_of(visit, lists.east_secretary, address, ending)
        told = "".join(str(cell) for row in rows for cell in row)

        assert named in name and name.endswith(f"20100630.{ending}"), name
        assert all(words in told for words in held), (address, told)
        assert "村口" not in told
        assert rows


def test_who_owes_what_holds_one_line_for_each_miss_and_nothing_made_up(lists, visit):
    _name, rows = rows_of(visit, lists.east_secretary, "/meetings/owed/", "csv")

    assert [row[0] for row in rows] == ["姓名", "王芳"]


def test_an_attendance_ledger_holds_everybody_due_and_reasons_by_their_short_list(lists, visit):
    _name, rows = rows_of(visit, lists.office, f"/meetings/{lists.meeting.pk}/record/", "csv")

    assert len(rows) == 7
    assert ["李华", "东街村", "请假", "公务", "看录像并谈话", "2010-06-30"] in rows
    assert ["王芳", "东街村", "缺席", "", "", ""] in rows


def test_no_spreadsheet_takes_a_title_for_a_formula(lists, visit):
    _name, rows = rows_of(visit, lists.east_secretary, "/study/works/", "csv")

    assert rows[1][2] == "\t=1+1"


def test_a_stranger_gets_no_file_and_nobody_another_ending(lists, visit):
    for address in addresses(lists):
        visit(lists.stranger, f"{address}?format=csv", status=404)
        visit(lists.east_secretary, f"{address}?format=exe", status=404)
