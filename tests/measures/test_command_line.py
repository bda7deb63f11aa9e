"""`zhengyou figures`: the same rows as /api/figures, for whoever sits at the machine."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from zhengyou.cli import main
from zhengyou.rooms.meetings.models import Attendance, Meeting

pytestmark = pytest.mark.django_db


def run(*words):
    return CliRunner().invoke(main, ["figures", *words])


@pytest.fixture
def studied(town, on):
    on(date(2010, 6, 30))
    for day, who, where in (
        (date(2010, 5, 20), town.zhang, town.east),
        (date(2010, 6, 20), town.li, town.east),
        (date(2010, 6, 20), town.zhao, town.west),
        (date(2009, 6, 20), town.zhao, town.west),
    ):
        meeting = Meeting.objects.create(
            organisation=where, kind="study", title="学习", held_on=day, minutes=90
        )
        Attendance.objects.create(organisation=where, meeting=meeting, person=who, how="present", on_day=day)
    return town


def test_one_row_for_every_organisation_with_numerator_and_denominator(studied):
    rows = json.loads(run("study_hours", "collective_share", "--under", "1.1", "--format", "json").output)

    assert rows[0] == {
        "organisation": "1.1", "name": "红星镇党委", "measure": "study_hours", "value": 8, "numerator": 8,
        "denominator": None, "unit": "学时",
    }  # fmt: skip
    assert [(r["organisation"], r["value"], r["denominator"]) for r in rows if r["measure"] == "collective_share"] == [
        ("1.1", 1, 8), ("1.1.1", 1, 4), ("1.1.2", 1, 4),
    ]  # fmt: skip


def test_months_beside_those_of_the_year_before(studied):
    out = run(
        "study_hours", "--under", "1", "--level", "0", "--since", "2010-05-01", "--by", "month",
        "--against", "last-year", "--format", "csv",
    ).output  # fmt: skip
    rows = list(csv.DictReader(StringIO(out.lstrip("\ufeff"))))

    assert [(r["since"], r["until"], r["value"], r["before"], r["growth"]) for r in rows] == [
        ("2010-05-01", "2010-05-31", "2", "0", ""),
        ("2010-06-01", "2010-06-30", "4", "2", "1"),
    ]


def test_by_category_and_above_a_bound(studied):
    rows = json.loads(run("study_hours", "--under", "1", "--group", "category", "--format", "json").output)
    assert {r["category"]: r["value"] for r in rows} == {"village": 4, "community": 4}

    listed = json.loads(run("study_hours", "--under", "1", "--only", ">4", "--format", "json").output)
    assert [r["organisation"] for r in listed] == ["1", "1.1"]


def test_a_file_is_written(studied, tmp_path):
    file = tmp_path / "f.parquet"
    done = run("people_studying", "--under", "1", "--level", "1", "--format", "parquet", "--out", str(file))

    assert done.exit_code == 0
    assert [r["value"] for r in pq.read_table(BytesIO(file.read_bytes())).to_pylist()] == [3.0, 0.0]


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        (("nothing", "--under", "1"), "没有指标 nothing"),
        (("study_hours", "--under", "9"), "没有编码为“9”的组织"),
        (("study_hours", "--under", "1", "--by", "month"), "请写明从哪天起"),
        (("study_hours", "--under", "1", "--by", "month", "--since", "1990-01-01"), "时段分得太细"),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(studied, words, answered):
    done = run(*words)

    assert done.exit_code == 1 and answered in done.output
