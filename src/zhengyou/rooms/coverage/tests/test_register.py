"""A register of units read and taken in: whatever the file, nothing is half-entered and nothing enters twice."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhengyou.core.errors import Refused
from zhengyou.rooms.coverage.actions import DryRun, cover_unit, import_units
from zhengyou.rooms.coverage.imports import read_units
from zhengyou.rooms.coverage.models import Headcount, Unit
from zhengyou.rooms.coverage.tests.registers import HEAD, ROWS, csv_file, workbook
from zhengyou.rooms.orgs.actions import merge_organisations

pytestmark = [pytest.mark.database, pytest.mark.django_db]
JUNE = date(2010, 6, 1)


@pytest.fixture
def june(town, on):
    on(JUNE)
    return town


def taken(town, content=None, by=None, under=None, **given):
    register = read_units(content or workbook(), "名册.xlsx")
    return import_units(by or town.office, under or town.city, register=register, **given)


def numbers(report):
    return report.new, report.changed, report.moved, report.unchanged, report.refused


# ── reading ───────────────────────────────────────────────────────────────────


def test_titles_totals_and_signatures_are_no_units():
    found = read_units(workbook(), "名册.xlsx")

    assert [u.name for u in found.units] == [row[1] for row in ROWS]
    assert found.units[0].numbers == {"workers": 120, "members": 8, "youth": 20, "women": 60}
    assert found.units[1].workers is None and found.refused == [] and found.warnings == []
    assert found.units[0].row == 4  # as the spreadsheet numbers it


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_files_of_either_charset_say_the_same(charset, delimiter):
    found = read_units(csv_file(charset, delimiter), "名册.csv").units

    assert [(u.name, u.category, u.members) for u in found] == [
        ("长青塑料厂", "enterprise", 8), ("东街村", "village", 6), ("便民商店", "enterprise", 0),
        ("河东果业合作社", "social", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ([1, "", "村", "红星镇", 1], "单位名称", "不能为空"),
        ([1, "某厂", "飞船", "红星镇", 1], "单位类别", "没有“飞船”这种类别"),
        ([1, "某厂", "村", "红星镇", "很多"], "从业人数", "只写整数"),
        ([1, "某厂", "村", "红星镇", -3], "从业人数", "只写整数"),
        ([1, "某厂", "村", "红星镇", 5, 6], "党员数", "比从业人数5还多"),
        ([1, "某厂", "村", "红星镇", 3_000_000], "从业人数", "多写了几位"),
    ],
)
def test_a_bad_row_is_refused_with_its_place_and_the_reason(row, column, reason):
    found = read_units(workbook([9, "好单位", "村", "红星镇", 7], row), "名册.xlsx")

    assert [u.name for u in found.units] == ["好单位"]
    [remark] = found.refused
    assert (remark.row, remark.column) == (5, column) and reason in remark.reason


def test_columns_nobody_should_hold_are_left_out_and_registers_of_people_refused():
    head = [*HEAD, "少数民族职工", "法人代表"]
    found = read_units(workbook([*ROWS[0], 3, "某某"], head=head), "名册.xlsx")
    assert [(w.column, w.reason) for w in found.warnings] == [
        ("少数民族职工", "这一列不应登记，没有导入"), ("法人代表", "这一列用不上，没有导入"),
    ]  # fmt: skip
    with pytest.raises(Refused, match="不登记个人和住户"):
        read_units(workbook(head=["单位名称", "姓名", "身份证号"]), "名册.xlsx")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"\x00\x01not a workbook", "名册.xlsx", "打不开"),
        (b"\xff\xff\xff", "名册.csv", "没有找到"),
        ("甲,乙\n1,2".encode(), "名册.csv", "没有找到"),
        (workbook(head=["姓氏", "二", "三"]), "名册.xlsx", "没有找到"),
    ],
)
def test_what_is_no_register_is_refused_in_words(content, name, words):
    with pytest.raises(Refused, match=words):
        read_units(content, name)


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.integers(-9, 10**7), st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["合计", "村", "12人", "单位名称", "  ", "\u3000红星镇"]),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=9), max_size=8), st.sampled_from(["utf-8", "gb18030"]))
@settings(max_examples=150)
def test_whatever_stands_in_a_file_it_is_read_or_refused(rows, charset):
    lines = [",".join(HEAD), *(",".join("" if c is None else str(c) for c in row) for row in rows)]
    try:
        found = read_units("\n".join(lines).encode(charset, "replace"), "名册.csv")
    except Refused:
        return
    assert all(u.name and all(n is None or n >= 0 for n in u.numbers.values()) for u in found.units)


# ── taking in ─────────────────────────────────────────────────────────────────


def test_units_stand_where_the_register_says(june):
    assert numbers(taken(june)) == (4, 0, 0, 0, 0)

    where = dict(Unit.objects.values_list("name", "organisation__short_name"))
    assert where["长青塑料厂"] == "红星镇" and where["河东果业合作社"] == "河东镇"


def test_the_same_file_twice_changes_nothing(june):
    taken(june)
    before = list(Headcount.objects.values())

    assert numbers(taken(june)) == (0, 0, 0, 4, 0)
    assert list(Headcount.objects.values()) == before


def test_a_dry_run_tells_the_same_and_keeps_nothing(june):
    with pytest.raises(DryRun) as tried:
        taken(june, dry_run=True)

    assert numbers(tried.value.report) == (4, 0, 0, 0, 0)
    assert not Unit.objects.exists() and not Headcount.objects.exists()


def test_other_numbers_count_from_their_day_on(june, on):
    taken(june)
    on(date(2010, 9, 1))
    grown = [[1, "长青塑料厂", "非公企业", "红星镇", 150, 9, 20, 60]]
    report = taken(june, workbook(*grown))

    assert numbers(report) == (0, 1, 0, 0, 0) and report.not_named == 3
    told = Headcount.objects.filter(unit__name="长青塑料厂").order_by("since")
    assert [(h.workers, h.since, h.until) for h in told] == [
        (120, JUNE, date(2010, 9, 1)), (150, date(2010, 9, 1), None),
    ]  # fmt: skip
    assert numbers(taken(june, workbook([1, "长青塑料厂", "非公企业", "红星镇", 151, 9, 20, 60]))) == (
        0,
        1,
        0,
        0,
        0,
    )
    assert Headcount.objects.get(unit__name="长青塑料厂", until=None).workers == 151
    assert Headcount.objects.filter(unit__name="长青塑料厂").count() == 2  # corrected on the same day


def test_a_unit_of_the_same_code_moves_with_what_covers_it(june, on):
    head = [*HEAD, "统一社会信用代码"]
    code = "91330000MA00000001"
    taken(june, workbook([*ROWS[0], code], head=head))
    cover = cover_unit(june.office, Unit.objects.get(), line="party", covered_by=june.east, how="attached")
    on(date(2010, 7, 1))
    moved = [1, "长青塑料厂", "非公企业", "河东镇", 120, 8, 20, 60, code]
    assert numbers(taken(june, workbook(moved, head=head))) == (0, 1, 1, 0, 0)

    cover.refresh_from_db()
    assert Unit.objects.get().organisation == june.other_committee == cover.organisation
    assert [h.organisation.short_name for h in Headcount.objects.order_by("since")] == ["红星镇", "河东镇"]


def test_units_of_an_organisation_that_is_no_more_go_where_the_next_register_says(june, on):
    taken(june, workbook([1, "夜校", "社会组织", "河东村", 30, 3, 5, 12]))
    on(date(2010, 7, 1))
    merge_organisations(june.office, june.east, merged=[june.river])
    assert numbers(taken(june, workbook([1, "夜校", "社会组织", "东街村", 30, 3, 5, 12]))) == (0, 1, 1, 0, 0)

    assert Unit.objects.get().organisation == june.east
    told = Headcount.objects.order_by("since").values_list("organisation", "until")
    assert list(told) == [(june.river.pk, date(2010, 7, 1)), (june.east.pk, None)]


def test_a_place_that_is_not_there_and_a_unit_twice_are_refused(june):
    rows = [*ROWS[:1], [2, "甲厂", "企业", "河西镇", 3], [3, "长青塑料厂", "企业", "红星镇", 9]]
    report = taken(june, workbook(*rows))

    assert numbers(report) == (1, 0, 0, 0, 2)
    assert [r.reason for r in report.register.refused] == [
        "没有这个组织或地区，请写全称、简称或编码", "和第4行是同一个单位",
    ]  # fmt: skip


def test_an_office_takes_in_units_below_itself_only(june):
    report = taken(june, workbook(*ROWS), under=june.committee)

    assert report.new == 3 and report.refused == 1  # 河东镇 is not below 红星镇
    with pytest.raises(PermissionDenied):
        taken(june, by=june.east_secretary, under=june.east)


LINES = st.lists(
    st.tuples(
        st.sampled_from(["甲厂", "乙厂", "丙厂"]),
        st.sampled_from(["", "红星镇", "河东镇", "河西镇"]),
        st.sampled_from(["", "91330000MA00000001", "91330000MA00000002"]),
        st.sampled_from([None, 2, 30, "许多"]),
    ),
    min_size=1,
    max_size=5,
)
CODED = ["单位名称", "所在", "统一社会信用代码", "从业人数"]


@pytest.mark.django_db(transaction=True)
@given(st.lists(LINES, min_size=1, max_size=3))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_registers_account_for_every_row_and_enter_nothing_twice(june, files):
    for model in (Headcount, Unit):
        model.objects.all().delete()
    for lines in files:
        content = workbook(*[list(line) for line in lines], head=CODED)
        report = taken(june, content)
        assert report.new + report.changed + report.unchanged + report.refused == len(lines)
        if not report.refused:  # a name that was taken may be free once the others have entered
            assert taken(june, content).unchanged == len(lines)

    open_counts = Headcount.objects.filter(until=None)
    assert open_counts.count() == Unit.objects.count()
    assert all(h.organisation_id == h.unit.organisation_id for h in open_counts.select_related("unit"))
