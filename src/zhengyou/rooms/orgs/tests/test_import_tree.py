"""The organisation table: new ones in their place, whoever stands elsewhere told of, nothing outside one's reach."""

from datetime import date

import pytest

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed, Organisation
from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.orgs.actions import DryRun, import_roster, importing_organisations
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.imports.rows import OrganisationRow, PersonRow, Roster
from zhengyou.rooms.orgs.models import Membership, Person

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def branch(row, name, parent, kind="branch", category="village", area=None):
    return OrganisationRow("组织", row, name, parent, kind, category, "", None, area, "")


def member(row, name, where, identity="", post=None):
    return PersonRow("花名册", row, name, where, "", None, None, identity, "", "", post, "", None)


def take_in(*rows, by=OPERATOR, under=None, **options):
    people = [r for r in rows if isinstance(r, PersonRow)]
    roster = Roster([r for r in rows if isinstance(r, OrganisationRow)], people)
    return import_roster(by, under, roster=roster, **options)


def reasons(report):
    return {r.row: r.reason for r in report.roster.refused}


def test_new_ones_stand_where_the_tree_puts_them(town):
    take_in(
        branch(2, "南街村党支部", "南街镇党委"), branch(1, "南街镇党委", "中共红星市委员会", "committee"),
        branch(3, "北街村党支部", "红星镇党委"),
    )  # fmt: skip

    for o in Organisation.objects.exclude(parent=None):
        assert o.path.startswith(o.parent.path) and len(o.path) == len(o.parent.path) + 4
        assert o.code.startswith(o.parent.code + ".")
    assert Organisation.objects.get(name="北街村党支部").path > town.west.path
    assert Organisation.objects.get(name="南街村党支部").short_name == "南街村"


def test_whoever_stands_below_another_parent_is_told_as_moved_and_moves_by_its_own_deed(town, monkeypatch):
    moved = []
    monkeypatch.setattr(
        importing_organisations, "carry_out_move", lambda by, o, parent: moved.append((o.name, parent.name))
    )
    row = branch(1, "东街村党支部", "河东镇党委")
    with pytest.raises(DryRun) as tried:
        take_in(row, dry_run=True)
    report = tried.value.report

    assert report.as_dict()["moved"] == {"organisations": 1, "people": 0}
    assert [(line.name, line.where, line.what) for line in report.lists["organisations_moved"]] == [
        ("东街村党支部", "河东镇党委", "原隶属红星镇党委")
    ]
    assert moved == [("东街村党支部", "河东镇党委")] and report.organisations.changed == 1


def test_a_move_that_is_refused_refuses_its_row(town, monkeypatch):
    def refuse(by, organisation, parent):
        raise Refused("先办撤并")

    monkeypatch.setattr(importing_organisations, "carry_out_move", refuse)
    report = take_in(branch(1, "东街村党支部", "河东镇党委"))

    assert reasons(report) == {1: "现在隶属红星镇党委；先办撤并"}
    assert (report.organisations.changed, report.organisations.unchanged, report.organisations.refused) == (
        0, 0, 1,
    )  # fmt: skip


def test_a_name_that_many_bear_is_another_one_elsewhere(town):
    take_in(branch(1, "第一党支部", "红星镇党委"))
    report = take_in(branch(1, "第一党支部", "河东镇党委"))

    assert (report.organisations.new, report.moved_organisations) == (1, 0)
    assert Organisation.objects.filter(name="第一党支部").count() == 2
    ambiguous = take_in(member(1, "钱进", "第一党支部"))
    assert "有几个组织叫这个名称" in reasons(ambiguous)[1]


def test_a_closed_organisation_takes_nobody(town):
    town.east.closed_on = date(2010, 1, 1)
    town.east.save()
    report = take_in(branch(1, "东街村党支部", "红星镇党委"), member(2, "钱进", "东街村党支部"))

    assert "撤销" in reasons(report)[1] and "撤销" in reasons(report)[2]


def test_an_office_stays_below_its_own_organisation(town):
    town.office.grants.update(organisation=town.committee)
    report = take_in(
        branch(1, "南街村党支部", "红星镇党委"),
        branch(2, "北河村党支部", "河东镇党委"),
        branch(3, "红星镇党委", "中共红星市委员会", "committee", "government"),
        branch(4, "孤村党支部", ""),
        by=town.office,
        under=town.committee,
    )

    assert report.organisations.new == 1 and report.organisations.unchanged == 1
    assert "只能导入所辖的组织" in reasons(report)[2] and "请写上级组织" in reasons(report)[4]
    assert not Organisation.objects.filter(name__in=["北河村党支部", "孤村党支部"]).exists()


def test_an_office_cannot_take_somebody_from_outside(town):
    identity = "990101195810165602"
    take_in(member(1, "褚立", "河东村党支部", identity))
    report = take_in(member(1, "褚立", "东街村党支部", identity), by=town.office, under=town.committee)

    assert "请先办理组织关系转接" in reasons(report)[1]
    assert Person.objects.get(name="褚立").memberships.get().organisation == town.river


def test_a_table_without_a_column_of_posts_ends_none(town):
    take_in(member(1, "钱进", "东街村党支部", post=("委员",)))
    take_in(member(1, "钱进", "东街村党支部"))
    assert Person.objects.get(name="钱进").posts.get().until is None

    report = take_in(member(1, "钱进", "东街村党支部", post=()))
    assert Person.objects.get(name="钱进").posts.get().until is not None
    assert report.lists["people_changed"][0].what == "不再任委员"


def test_a_number_found_later_is_added_to_whom_it_belongs(town):
    take_in(member(1, "钱进", "东街村党支部"))
    report = take_in(member(1, "钱进", "东街村党支部", "990101195810165602"))

    assert (report.people.new, report.people.changed) == (0, 1)
    assert Person.objects.get(name="钱进").identity_masked == "9901**********5602"


@pytest.mark.parametrize("at", ["_rewrite", "_pour_people", "enter"])
def test_a_crash_in_the_middle_leaves_nothing(town, monkeypatch, at):
    from zhengyou.rooms.orgs.actions import importing_people

    before = (Organisation.objects.count(), Person.objects.count(), Membership.objects.count())
    monkeypatch.setattr(
        "zhengyou.rooms.orgs.actions.importing_people.in_parts", lambda rows: [rows[:1], rows[1:]]
    )
    whole, calls = getattr(importing_people._Part, at), []

    def crash(self, *given):
        calls.append(self)
        if len(calls) == 2:
            raise ZeroDivisionError
        return whole(self, *given)

    monkeypatch.setattr(importing_people._Part, at, crash)
    with pytest.raises(ZeroDivisionError):
        take_in(
            branch(1, "南街村党支部", "红星镇党委"),
            member(2, "钱进", "南街村党支部"),
            member(3, "冯才", "东街村党支部"),
        )

    assert len(calls) == 2
    assert (Organisation.objects.count(), Person.objects.count(), Membership.objects.count()) == before
    assert not Deed.objects.exists()


def test_a_table_moves_an_organisation_and_what_it_was_stays(town, on):
    on(date(2010, 6, 1))
    report = take_in(
        branch(1, "东街村党支部", "河东镇党委", category="community"),
        branch(2, "新组", "东街村党支部", "group"),
    )

    east = Organisation.objects.get(pk=town.east.pk)
    assert east.parent == town.other_committee and east.path.startswith(town.other_committee.path)
    assert east.category == "community" and Organisation.objects.get(name="新组").path.startswith(east.path)
    assert (report.moved_organisations, report.organisations.changed, report.organisations.new) == (1, 1, 1)
    assert east.range_on(date(2010, 5, 31))[0] == town.east.path
    before = east.former.get()
    assert (before.parent, before.category) == (town.committee, "village")

    again = take_in(
        branch(1, "东街村党支部", "河东镇党委", category="community"),
        branch(2, "新组", "东街村党支部", "group"),
    )
    assert (again.organisations.unchanged, again.moved_organisations) == (2, 0)


def test_an_office_does_not_move_what_is_above_or_itself(town):
    town.office.grants.update(organisation=town.committee)
    report = take_in(
        branch(1, "红星镇党委", "东街村党支部", "committee", "government"),
        by=town.office,
        under=town.committee,
    )

    assert reasons(report)[1].startswith("现在隶属中共红星市委员会；")
    assert Organisation.objects.get(pk=town.committee.pk).parent == town.city


def test_rows_may_name_their_parents_by_the_codes_of_the_table(tmp_path):
    lines = [
        "编码,组织名称,上级编码,组织类型", "11,甲县委员会,1,党委", "12,乙县委员会,1,党委", "1,某市委员会,,党委",
        "111,城关镇委员会,11,党委", "121,城关镇委员会,12,党委", "1111,第一党支部,111,党支部", "1211,第一党支部,121,党支部",
        "13,孤县委员会,99,党委", "111,重码镇委员会,11,党委",
    ]  # fmt: skip
    file = tmp_path / "tree.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    first = import_roster(OPERATOR, None, roster=read_roster(file))
    again = import_roster(OPERATOR, None, roster=read_roster(file))

    assert (first.organisations.new, again.organisations.unchanged, again.organisations.new) == (7, 7, 0)
    assert set(reasons(first)) == {9, 10} == set(reasons(again)) and again.moved_organisations == 0
    above = {
        (o.name, o.parent.name, o.parent.parent.name) for o in Organisation.objects.filter(kind="branch")
    }
    assert above == {("第一党支部", "城关镇委员会", county) for county in ("甲县委员会", "乙县委员会")}
