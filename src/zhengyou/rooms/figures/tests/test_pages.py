"""Every figure opens to what it is made of; who says that it is wrong is answered."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from zhengyou.rooms.figures.models import Doubt
from zhengyou.rooms.meetings.actions import call_meeting, close_list, correct_attendance, record_list
from zhengyou.rooms.meetings.models import Attendance

pytestmark = pytest.mark.django_db
DAY = date(2010, 6, 1)


@pytest.fixture
def studied(town, on):
    """One study meeting of two class hours in the east: four came, one on leave, one absent."""
    on(DAY)
    meeting = call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=DAY, minutes=90
    )
    hows = {p.pk: "present" for p in (town.zhang, town.li, town.wang, town.liu)} | {town.chen.pk: "leave"}
    record_list(town.east_secretary, meeting, hows=hows)
    close_list(town.east_secretary, meeting)
    return town


def words(page):
    return page.content.decode()


def address(measure, o, tail=""):
    return f"/figures/{measure}/{o.pk}/{tail}"


def test_a_table_of_figures_leads_down_the_tree_and_into_each_number(studied, visit):
    page = words(visit(studied.office, "/figures/"))

    assert "红星镇" in page and address("study_hours", studied.committee) in page
    assert "8" in page and "8/8" in page


def test_a_figure_says_what_it_means_how_it_was_worked_out_and_how_old_it_is(studied, visit):
    page = words(visit(studied.office, address("collective_share", studied.committee)))

    assert "集中学习学时除以全部学时" in page
    assert "集中学习学时 ÷ 学时：8 ÷ 8 = 100.00%" in page
    assert "从不对比率求平均" in page and "刚刚算出" in page
    assert address("collective_share", studied.east) in page


def test_the_rows_beneath_are_those_that_count(studied, visit):
    page = words(visit(studied.east_secretary, address("study_hours", studied.east, "facts/")))

    assert "4条" in page and page.count("到会") == 4 and "请假" not in page
    assert "张明" in page and "陈静" not in page


def test_who_may_not_read_the_roster_sees_rows_without_names(studied, visit):
    page = words(visit(studied.leader, address("study_hours", studied.east, "facts/")))

    assert "不显示姓名" in page and "张明" not in page


def test_a_share_opens_to_the_rows_of_its_parts(studied, visit):
    page = words(
        visit(studied.office, address("collective_share", studied.east, "facts/?part=collective_hours"))
    )

    assert "集中学习学时" in page and "4条" in page


def test_a_doubt_goes_to_who_enters_the_facts_and_the_correction_is_seen(studied, visit, client):
    visit(studied.office, address("study_hours", studied.east))
    client.post(address("study_hours", studied.east, "doubt/"), {"words": "刘洋那天没来，是杨帆代签的。"})
    said = Doubt.objects.get()
    assert (said.shown, said.measure) == ("8", "study_hours")

    page = words(visit(studied.east_secretary, "/figures/"))
    assert "有人说这些数不对" in page and "刘洋那天没来" in page
    wrong = Attendance.objects.get(person=studied.liu)
    correct_attendance(studied.east_secretary, wrong, how="absent", why="代签")
    cleared = {"holds": "yes", "words": "查了纸质名单，刘洋没来，已更正。"}
    assert client.post(f"/figures/doubts/{said.pk}/", cleared).status_code == 302

    page = words(visit(studied.office, address("study_hours", studied.east)))
    assert "确实有误，已改正" in page and "已更正" in page and '<p class="zy-n">6' in page


def test_a_doubt_without_words_comes_back(studied, visit, client):
    visit(studied.office, address("study_hours", studied.east))
    back = client.post(address("study_hours", studied.east, "doubt/"), {"words": " "})

    assert back.status_code == 422 and not Doubt.objects.exists()


def test_a_stranger_and_a_neighbour_learn_nothing(studied, visit, client):
    visit(studied.stranger, "/figures/", status=404)
    visit(studied.stranger, address("study_hours", studied.east), status=404)
    visit(studied.river_secretary, address("study_hours", studied.east), status=404)
    visit(studied.river_secretary, address("study_hours", studied.east, "facts/"), status=404)
    answer = client.get(f"/api/figures/?measure=study_hours&under={studied.east.code}")
    assert answer.status_code == 400 and "不对您开放" in answer.json()["error"]
    visit(studied.office, address("no_such_measure", studied.east), status=404)


def test_programs_get_the_same_rows_in_every_format(studied, visit):
    base = "/api/figures/?measure=study_hours,collective_share&under=1.1&level=1"
    rows = json.loads(visit(studied.office, base).content)

    assert [(r["organisation"], r["measure"], r["value"], r["denominator"]) for r in rows] == [
        ("1.1.1", "study_hours", 8, None),
        ("1.1.1", "collective_share", 1, 8),
        ("1.1.2", "study_hours", 0, None),
        ("1.1.2", "collective_share", None, 0),
    ]
    table = list(
        csv.DictReader(StringIO(visit(studied.office, base + "&format=csv").content.decode("utf-8-sig")))
    )
    assert [r["value"] for r in table] == ["8", "1", "0", ""]
    parquet = pq.read_table(BytesIO(visit(studied.office, base + "&format=parquet").content)).to_pylist()
    assert [r["value"] for r in parquet] == [8.0, 1.0, 0.0, None]
    book = CalamineWorkbook.from_filelike(BytesIO(visit(studied.office, base + "&format=xlsx").content))
    cells = book.get_sheet_by_index(0).to_python()
    assert ["东街村党支部" in map(str, row) for row in cells].count(True) == 2


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("measure=nothing", "没有指标 nothing"),
        ("", "请写明看哪个指标"),
        ("measure=study_hours&since=2010-6-1", "2010-06-30 这样的日期"),
        ("measure=study_hours&since=2010-07-01&until=2010-06-01", "前后颠倒"),
        ("measure=study_hours&by=week", "by只有month"),
        ("measure=study_hours&festival=圣诞-30", "看不懂“圣诞-30”"),
        ("measure=study_hours&level=one", "level是往下第几级"),
        ("measure=study_hours&only=<x", "<0.85"),
        ("measure=study_hours&kind=church", "kind不认得“church”"),
        ("measure=study_hours&colour=red", "不认得colour"),
        ("measure=study_hours&format=doc", "format只有"),
    ],
)
def test_a_question_that_cannot_be_understood_is_answered_in_words(studied, visit, client, said, answered):
    visit(studied.office, "/figures/")
    answer = client.get(f"/api/figures/?{said}")

    assert answer.status_code == 400 and answered in answer.json()["error"]
