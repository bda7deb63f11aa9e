"""An office imports on pages: upload, which column is which, what would happen, one click; strangers see nothing."""

import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from zhengyou.core.models import Deed
from zhengyou.rooms.orgs.imports import keeping
from zhengyou.rooms.orgs.models import ColumnMapping, Membership, Person
from zhengyou.rooms.orgs.pages import importing_work

GOOD, OTHER = "990101195810165602", "990101196804015127"
HEADS = ("姓名", "民族", "身份证号", "所在党支部", "联系方式一栏")


def sheet(rows, heads=HEADS, title="花名册"):
    book = Workbook()
    tab = book.active
    tab.title = title
    tab.append(list(heads))
    for row in rows:
        tab.append(row)
    file = io.BytesIO()
    book.save(file)
    return SimpleUploadedFile("roster.xlsx", file.getvalue())


PEOPLE = [
    ["钱 进", "汉", GOOD, "东街村党支部", "10018689916"],
    ["冯有才", "汉", OTHER[:-1] + "1", "东街村党支部", ""],
]


@pytest.fixture
def upload(client, town):
    """Somebody uploads a file; the address of its page of columns."""

    def send(user, file):
        client.force_login(user)
        answer = client.post("/organisations/import/", {"file": file})
        assert answer.status_code == 302, answer.content.decode()
        return answer["Location"]

    return send


def chosen(page):
    """The fields of a page of columns as they stand, so that confirming changes nothing."""
    found = {}
    for name, inside in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        marked = re.search(r'value="([^"]*)" selected', inside)
        found[name] = marked[1] if marked else ""
    for name, value in re.findall(r'<input type="text" name="([^"]+)" value="([^"]*)"', page):
        found[name] = value
    return found


def confirmed(client, address, **changed):
    found = chosen(client.get(address).content.decode())
    answer = client.post(address, found | changed)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


@pytest.mark.django_db
@pytest.mark.database
def test_from_upload_to_entry_with_a_column_named_by_hand(client, town, upload, visit):
    address = upload(town.office, sheet(PEOPLE))
    page = visit(town.office, address).content.decode()
    assert "民族" in page and "按规定不登记" in page and GOOD not in page
    state = confirmed(client, address, column_0_4="people.phone")

    tried = visit(town.office, state).content.decode()
    assert "只是试，还没有写入" in tried and "校验码" in tried and OTHER[:-1] not in tried
    assert not Person.objects.filter(name="钱进").exists()

    client.post(state + "enter/")
    entered = visit(town.office, state).content.decode()
    assert "好的行都写入了" in entered
    person = Person.objects.get(name="钱进")
    assert person.phone_masked.startswith("1001") and person.memberships.get().organisation == town.east
    assert [d.did for d in Deed.objects.order_by("number")] == ["remember_columns", "import_roster"]


@pytest.mark.django_db
def test_the_same_headings_are_known_the_next_time(client, town, upload):
    confirmed(client, upload(town.office, sheet(PEOPLE)), column_0_4="people.phone")
    again = client.get(upload(town.office, sheet(PEOPLE[:1])))

    assert "这样的表头以前确认过" in again.content.decode()
    assert chosen(again.content.decode())["column_0_4"] == "people.phone"
    assert ColumnMapping.objects.count() == 1


@pytest.mark.django_db
def test_refused_rows_come_back_marked_and_enter_once_they_are_corrected(client, town, upload):
    state = confirmed(client, upload(town.office, sheet(PEOPLE)), column_0_4="people.phone")
    client.post(state + "enter/")

    book = load_workbook(io.BytesIO(b"".join(client.get(state + "refused.xlsx"))))
    tab = book.active
    assert [c.value for c in tab[1]] == ["姓名", "身份证号", "所在党支部", "联系方式一栏", "不收的原因"]
    assert tab.max_row == 2 and "校验码" in tab["E2"].value and "校验码" in tab["B2"].comment.text
    assert tab["B2"].fill.start_color.rgb == "FFFFD9D2" and tab["B2"].value == OTHER[:-1] + "1"

    tab["B2"] = OTHER
    file = io.BytesIO()
    book.save(file)
    again = confirmed(client, upload(town.office, SimpleUploadedFile("corrected.xlsx", file.getvalue())))
    assert "表中没有的人员" not in client.get(again).content.decode()
    client.post(again + "enter/")

    assert Person.objects.get(name="冯有才").memberships.get().organisation == town.east


@pytest.mark.django_db
def test_who_is_gone_leaves_only_when_it_is_said(client, town, upload, on):
    on(date(2010, 6, 1))
    state = confirmed(client, upload(town.office, sheet(PEOPLE[:1])))
    page = client.get(state).content.decode()
    assert "表中没有的人员" in page and "李华" in page
    client.post(state + "enter/")
    assert Membership.objects.filter(organisation=town.east, until=None).count() == 7

    state = confirmed(client, upload(town.office, sheet(PEOPLE[:1])))
    client.post(state + "enter/", {"end_gone": "on"})
    assert list(
        Membership.objects.filter(until=None, organisation=town.east).values_list("person__name", flat=True)
    ) == ["钱进"]
    assert Membership.objects.get(person=town.li).until == date(2010, 6, 1)


@pytest.mark.django_db
def test_a_sheet_of_one_branch_needs_no_column_for_it(client, town, upload):
    file = sheet([["钱进", GOOD]], heads=("姓名", "身份证号"), title="东街村党支部党员花名册")
    address = upload(town.office, file)
    assert chosen(client.get(address).content.decode())["fixed_0"] == "东街村党支部"
    client.post(confirmed(client, address) + "enter/")

    assert Person.objects.get(name="钱进").memberships.get().organisation == town.east


@pytest.mark.django_db
def test_what_a_sheet_lacks_is_said_beside_what_was_chosen(client, town, upload):
    address = upload(town.office, sheet(PEOPLE))
    page = client.post(address, chosen(client.get(address).content.decode()) | {"column_0_0": ""})

    assert page.status_code == 422 and "还缺：姓名" in page.content.decode()


@pytest.mark.django_db
def test_an_office_imports_only_what_is_below_it(client, town, upload):
    town.office.grants.update(organisation=town.committee)
    rows = [*PEOPLE[:1], ["褚立", "", OTHER, "河东村党支部", ""]]
    state = confirmed(client, upload(town.office, sheet(rows)))

    assert "红星镇党委及下级中没有这个党支部" in client.get(state).content.decode()
    client.post(state + "enter/")
    assert not Person.objects.filter(name="褚立").exists() and Person.objects.filter(name="钱进").exists()


@pytest.mark.django_db
def test_nobody_else_reaches_an_upload(client, town, upload, visit):
    address = upload(town.office, sheet(PEOPLE))
    state = confirmed(client, address)

    for other in (town.administrator, town.east_secretary, town.member, town.stranger):
        visit(other, address, status=404)
        visit(other, state, status=404)
        visit(other, state + "refused.xlsx", status=404)
    for other in (town.east_secretary, town.member, town.stranger, town.leader):
        visit(other, "/organisations/import/", status=404)


@pytest.mark.django_db
def test_what_is_kept_is_sealed_and_goes_after_a_day_or_when_it_has_entered(
    client, town, upload, monkeypatch
):
    state = confirmed(client, upload(town.office, sheet(PEOPLE)))
    place = keeping.kept_for(town.office.pk, state.split("/")[3]).place
    kept = b"".join(f.read_bytes() for f in place.iterdir())
    assert GOOD.encode() not in kept and "钱进".encode() not in kept and b"PK\x03\x04" not in kept
    assert (place.stat().st_mode | (place / "file").stat().st_mode) & 0o077 == 0

    client.post(state + "enter/")
    assert not (place / "file").exists()
    later = keeping.time.time() + keeping.KEPT_FOR + 1
    monkeypatch.setattr(keeping.time, "time", lambda: later)
    assert client.get(state).status_code == 404
    assert not place.exists()


@pytest.mark.django_db
def test_work_that_stopped_is_said_to_have_stopped(client, town, upload, monkeypatch):
    state = confirmed(client, upload(town.office, sheet(PEOPLE)))
    kept = keeping.kept_for(town.office.pk, state.split("/")[3])
    kept.stage("entering", step="enter", done=1, total=2)
    page = client.get(state).content.decode()
    assert "正在写入" in page and "1/2行" in page
    assert client.get(state + "progress/").status_code == 200

    later = keeping.time.time() + keeping.SILENT_FOR + 1
    monkeypatch.setattr(keeping.time, "time", lambda: later)
    assert "中途停了，一行也没有写入" in client.get(state).content.decode()
    client.post(state + "enter/")
    assert "好的行都写入了" in client.get(state).content.decode()


@pytest.mark.django_db
def test_a_trial_that_stopped_is_tried_again_before_anything_enters(client, town, upload):
    state = confirmed(client, upload(town.office, sheet(PEOPLE)))
    keeping.kept_for(town.office.pk, state.split("/")[3]).stage("failed", was="trying")
    client.post(state + "enter/")

    assert "只是试，还没有写入" in client.get(state).content.decode()
    assert not Person.objects.filter(name="钱进").exists()


@pytest.mark.django_db
def test_a_crash_is_said_and_nothing_is_written(client, town, upload, monkeypatch):
    state = confirmed(client, upload(town.office, sheet(PEOPLE)))

    def crash(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("zhengyou.rooms.orgs.actions.importing.count_gone", crash)
    client.post(state + "enter/")

    assert "出了意外，一行也没有写入" in client.get(state).content.decode()
    assert not Person.objects.filter(name="钱进").exists()
    assert not Deed.objects.filter(did="import_roster").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("roster.xlsx", b"PK\x03\x04nothing", "打不开"),
        ("a.csv", b"a,b\n1,2\n", ""),
        ("a.csv", b"\n", "没有找到"),
    ],
)
def test_a_file_that_is_none_is_refused_beside_the_field(client, town, name, content, said):
    client.force_login(town.office)
    answer = client.post("/organisations/import/", {"file": SimpleUploadedFile(name, content)})

    assert (
        (answer.status_code == 422 and said in answer.content.decode()) if said else answer.status_code == 302
    )


@pytest.mark.django_db
def test_a_large_file_is_worked_on_in_the_background(client, town, upload, monkeypatch):
    begun = []
    with monkeypatch.context() as no_thread:
        no_thread.setattr(importing_work, "AT_ONCE", 0)
        no_thread.setattr(
            importing_work.threading, "Thread", lambda **given: begun.append(given) or _Started()
        )
        state = confirmed(client, upload(town.office, sheet(PEOPLE)))

    assert "正在读表" in client.get(state).content.decode()
    assert len(begun) == 1
    importing_work.work(*begun[0]["args"][:2], dry_run=True)
    assert client.get(state + "progress/")["HX-Redirect"] == state
    assert "只是试" in client.get(state).content.decode()


class _Started:
    def start(self):
        pass
