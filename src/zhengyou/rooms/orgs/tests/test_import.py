"""A workbook of the shape that offices keep goes in whole, comes back in words, and changes nothing twice."""

import json
from datetime import date, datetime
from pathlib import Path
from unittest import mock

import pytest
from openpyxl import Workbook, load_workbook

from zhengyou.core import pouring
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.sheets import files
from zhengyou.rooms.orgs.actions import DryRun, import_roster
from zhengyou.rooms.orgs.imports import cells, read_roster
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import secretary_of

GOOD, OTHER = "990101195810165602", "990101196804015127"


def workbook(
    tmp_path, people, heads=("姓名", "民族", "出生年月", "身份证号", "所在党支部", "党内职务", "手机号码")
):
    book = Workbook()
    tree = book.active
    tree.title = "组织"
    tree.append(["某市基层党组织一览表"])
    tree.append(["序号", "组织名称", "上级组织", "组织类型", "所属领域", "阵地", None])
    tree.append([None, None, None, None, None, "面积(㎡)", "产权"])
    tree.append([1, "东街村党支部", "中共某市委员会", "党支部", "村", 60, "自有"])
    tree.append([2, "中共某市委员会", None, "党委", "机关", None, None])
    tree.append(["合计", "共2个", None, None, None, None, None])
    roster = book.create_sheet("花名册")
    roster.append(["党员花名册"])
    roster.append(list(heads))
    for row in people:
        roster.append(row)
    roster.append(["合计", f"{len(people)}人"])
    file = tmp_path / "roster.xlsx"
    book.save(file)
    return file


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize("worth", [1, pouring.WORTH])
def test_good_rows_enter_and_the_same_file_again_changes_nothing(tmp_path, monkeypatch, worth):
    monkeypatch.setattr(pouring, "WORTH", worth)
    people = [
        ["张 三", "汉", "1958.10", GOOD, "东街村党支部", "书记", "10018689916"],
        ["李四", "汉", datetime(1968, 4, 1), OTHER, "东街村党支部", None, None],
    ]
    file = workbook(tmp_path, people)

    first = import_roster(OPERATOR, None, roster=read_roster(file)).as_dict()
    again = import_roster(OPERATOR, None, roster=read_roster(file)).as_dict()

    assert first["organisations"]["new"] == 2 and first["people"]["new"] == 2
    assert (again["people"], again["organisations"]) == (
        {"new": 0, "changed": 0, "unchanged": 2, "refused": 0},
        {"new": 0, "changed": 0, "unchanged": 2, "refused": 0},
    )
    branch = Organisation.objects.get(kind="branch")
    assert branch.short_name == "东街村" and branch.code == "1.1"
    assert secretary_of(branch).name == "张三"


@pytest.mark.django_db
def test_a_bad_row_is_refused_with_its_place_and_the_others_enter(tmp_path):
    people = [
        ["张三", "", "1958.10", GOOD[:-1] + "3", "东街村党支部", "", ""],
        ["李四", "", "1968年13月", "", "东街村党支部", "", ""],
        ["王五", "", "", "", "西街村党支部", "", ""],
        ["赵六", "", "1968-04-01", OTHER, "东街村党支部", "", ""],
    ]

    report = import_roster(OPERATOR, None, roster=read_roster(workbook(tmp_path, people))).as_dict()

    assert [(r["row"], r["column"]) for r in report["refused"]] == [
        (3, "身份证号"),
        (4, "出生年月"),
        (5, "所在党支部"),
    ]
    assert "校验码" in report["refused"][0]["reason"]
    assert GOOD[:-1] not in str(report)
    assert [p.name for p in Person.objects.all()] == ["赵六"]
    assert [w["column"] for w in report["warnings"]] == ["民族"]


@pytest.mark.django_db
def test_somebody_who_moved_keeps_the_past_where_it_was(tmp_path, on):
    on(date(2010, 5, 1))
    import_roster(
        OPERATOR,
        None,
        roster=read_roster(workbook(tmp_path, [["张三", "", "", GOOD, "东街村党支部", "", ""]])),
    )
    on(date(2010, 8, 1))
    report = import_roster(
        OPERATOR,
        None,
        roster=read_roster(workbook(tmp_path, [["张三", "", "", GOOD, "中共某市委员会", "", ""]])),
    )

    assert report.people.changed == 1
    old, new = Membership.objects.order_by("pk")
    assert (old.organisation.name, old.until) == ("东街村党支部", date(2010, 8, 1))
    assert (new.organisation.name, new.until) == ("中共某市委员会", None)


@pytest.mark.django_db
def test_a_dry_run_tells_everything_and_keeps_nothing(tmp_path):
    file = workbook(tmp_path, [["张三", "", "", GOOD, "东街村党支部", "", ""]])

    with pytest.raises(DryRun) as stopped:
        import_roster(OPERATOR, None, roster=read_roster(file), dry_run=True)

    assert stopped.value.report.people.new == 1
    assert not Person.objects.exists() and not Organisation.objects.exists()


@pytest.mark.django_db
def test_numbers_are_sealed_at_rest(tmp_path):
    import_roster(
        OPERATOR,
        None,
        roster=read_roster(workbook(tmp_path, [["张三", "", "", GOOD, "东街村党支部", "", "10018689916"]])),
    )
    person = Person.objects.get()

    kept = " ".join(str(v) for v in Person.objects.values_list().get())
    assert GOOD not in kept and "10018689916" not in kept
    assert person.identity_masked == "9901**********5602"


def test_a_file_that_is_no_workbook_is_refused_in_words(tmp_path):
    file = tmp_path / "roster.xlsx"
    file.write_text("姓名")

    with pytest.raises(Refused, match="打不开"):
        read_roster(file)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1978-05-01", date(1978, 5, 1)),
        ("1978年5月", date(1978, 5, 1)),
        ("1978.5", date(1978, 5, 1)),
        (1978.05, date(1978, 5, 1)),
        (1978.1, date(1978, 10, 1)),
        ("19780501", date(1978, 5, 1)),
        (28611, date(1978, 5, 1)),
        ("", None),
    ],
)
def test_dates_are_read_however_people_write_them(written, meant):
    assert cells.day(written) == meant


@pytest.mark.parametrize("ruined", [3.7e17, "3.7E+17", "12345", "990101195802305602"])
def test_a_ruined_identity_number_is_refused(ruined):
    with pytest.raises(cells.Unreadable):
        cells.identity(ruined)


def test_an_old_workbook_is_read_with_its_merged_cells():
    roster = read_roster(Path(__file__).parent / "old.xls")

    assert [(p.name, p.organisation, p.born_on) for p in roster.people] == [
        ("张三", "东街村党支部", date(1958, 10, 16)),
        ("李四", "东街村党支部", date(1968, 4, 1)),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_text_files_are_read_in_every_encoding_that_offices_save(tmp_path, encoding, mark):
    lines = ["东街村党员名册", "姓名,身份证号,所在党支部", f"𠮷小平,'{GOOD},东街村党支部", "", "合计,1人,"]
    file = tmp_path / "roster.csv"
    file.write_bytes("\r\n".join(lines).replace(",", mark).encode(encoding))

    roster = read_roster(file)
    assert [(p.row, p.name, p.identity) for p in roster.people] == [(3, "𠮷小平", GOOD)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("张　三", "张三"),
        ("阿依古丽 . 买买提", "阿依古丽·买买提"),
        ("John  Smith", "John Smith"),
        ("𬍛 𠮷", "𬍛𠮷"),
    ],
)
def test_names_are_written_one_way(written, meant):
    assert cells.name(written) == meant


def test_a_file_too_large_is_refused_saying_how_large_one_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 3 * 1024 * 1024)
    file = tmp_path / "roster.csv"
    file.write_bytes(b"x" * (4 * 1024 * 1024))

    with pytest.raises(Refused, match="有4MB，一次最多3MB"):
        read_roster(file)


def test_a_broken_old_workbook_is_refused_saying_so(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_bytes(b"\xd0\xcf\x11\xe0" + b"\x00" * 1000)

    with pytest.raises(Refused, match="打不开"):
        read_roster(file)


@pytest.mark.django_db
def test_the_command_line_prints_one_object_and_writes_the_refused_rows(tmp_path):
    from click.testing import CliRunner

    from zhengyou.cli.orgs import roster as command

    people = [
        ["张三", "汉", "", GOOD, "东街村党支部", "", ""],
        ["李四", "汉", "", "123", "东街村党支部", "", ""],
    ]
    file, back = workbook(tmp_path, people), tmp_path / "back.xlsx"
    with mock.patch("zhengyou.cli.ground.prepare"):
        done = CliRunner().invoke(
            command,
            [str(file), "--dry-run", "--format", "json", "--refused", str(back)],
            catch_exceptions=False,
        )
    told = json.loads(done.output)

    assert told["people"] == {"new": 1, "changed": 0, "unchanged": 0, "refused": 1}
    assert told["organisations"] == {"new": 2, "changed": 0, "unchanged": 0, "refused": 0}
    assert told["refused"] == [
        {
            "sheet": "花名册",
            "row": 4,
            "column": "身份证号",
            "value": "123",
            "reason": "身份证号应为18位，现为3位",
        }
    ]
    assert {w["column"] for w in told["warnings"]} == {"民族"} and not Person.objects.exists()
    assert [c.value for c in load_workbook(back).active[2]][:1] == ["李四"]
