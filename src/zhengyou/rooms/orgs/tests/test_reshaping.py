"""Organisations renamed, moved, merged, split and closed: who may, what is refused, what becomes of people and figures."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhengyou.core import tree
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed, Former, Grant, Organisation, Role
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.rollup import Window
from zhengyou.rooms.orgs import actions
from zhengyou.rooms.orgs.models import Membership, Post, Succession
from zhengyou.rooms.orgs.queries import home_of, members_of

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DAY = date(2010, 8, 1)
BEFORE = date(2010, 7, 31)


@pytest.fixture(autouse=True)
def today(on):
    on(DAY)


def members(under, day):
    return {
        Organisation.objects.get(pk=pk).name: int(found["members"].value)
        for pk, found in figures_by_org(Live(), ["members"], under, Window(day)).items()
    }


def test_last_years_figures_stay_with_the_committee_that_had_the_branch(town):
    actions.move_organisation(town.office, town.east, to=town.other_committee)

    assert members(town.city, BEFORE)["红星镇党委"] == 8 and members(town.city, BEFORE)["河东镇党委"] == 1
    assert members(town.city, DAY)["红星镇党委"] == 2 and members(town.city, DAY)["河东镇党委"] == 7
    # Asked of the branch itself or of one committee, the answer is the same.
    town.east.refresh_from_db()
    assert members(town.east, BEFORE) == members(town.east, DAY) == {"东街村党支部": 6}
    assert set(members(town.other_committee, BEFORE)) == {"河东镇党委", "河东村党支部"}
    assert set(members(town.committee, BEFORE)) == {"红星镇党委", "东街村党支部", "西街社区党支部"}


def test_a_move_writes_what_moves_and_nothing_else(town):
    for n in range(40):
        actions.found_organisation(OPERATOR, town.east, name=f"第{n}党小组", kind="group", founded_on=BEFORE)
    with CaptureQueriesContext(
        connection,
    ) as few:
        actions.move_organisation(town.office, town.west, to=town.other_committee)
    with CaptureQueriesContext(connection) as many:
        actions.move_organisation(town.office, town.east, to=town.other_committee)

    assert len(many) <= len(few), "the number of statements does not grow with what moves"
    assert Former.objects.count() == 1 + 41
    assert {
        o.unchanged_since for o in Organisation.objects.filter(pk__in=[town.city.pk, town.committee.pk])
    } == {None}
    town.east.refresh_from_db()
    assert town.east.children.filter(path__startswith=town.east.path).count() == 40


def test_a_subtree_is_one_range_of_an_index(town):
    if connection.vendor == "postgresql":
        # Six rows are read through faster than looked up; what is asked here is whether they could be.
        connection.cursor().execute("set local enable_seqscan = off")
    plan = Organisation.objects.filter(town.committee.subtree).explain()

    told = {
        "sqlite": r"SEARCH core_organisation USING INDEX \S+ \(path>\? AND path<\?\)",
        "postgresql": r"Index Cond: \(\(\(path\)::text >= '\w+'::text\) AND \(\(path\)::text < '\w+'::text\)\)",
    }
    assert re.search(told[connection.vendor], plan), plan


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (lambda t: actions.move_organisation(t.office, t.committee, to=t.east), "不能划到自己下面"),
        (lambda t: actions.move_organisation(t.office, t.east, to=t.committee), "已经在“红星镇党委”之下"),
        (lambda t: actions.move_organisation(OPERATOR, t.city, to=t.east), "最上级组织"),
        (lambda t: actions.move_organisation(t.office, t.east, to=t.other_committee, on=date(2010, 9, 1)), "还没有到"),
        (lambda t: actions.close_organisation(t.office, t.east), "还有6人"),
        (lambda t: actions.close_organisation(t.office, t.committee), "还有2个组织"),
        (lambda t: actions.rename_organisation(t.office, t.east, name="西街社区党支部"), "已经有一个“西街社区党支部”"),
        (lambda t: actions.rename_organisation(t.office, t.east, name="东街村党支部", short_name="东街村"), "本来就是这样"),
        (lambda t: actions.merge_organisations(t.office, t.east, merged=[t.committee]), "请反过来合并"),
        (lambda t: actions.merge_organisations(t.office, t.east, merged=[]), "请选择"),
        (lambda t: actions.split_organisation(t.office, t.east, name="新支部", people=[t.zhao]), "现有的人员"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_words(town, deed, words):
    before = list(Organisation.objects.values_list("pk", "path", "name"))

    with pytest.raises(Refused, match=words):
        deed(town)

    assert list(Organisation.objects.values_list("pk", "path", "name")) == before
    assert not Former.objects.exists()


def test_a_second_change_cannot_come_before_the_first(town):
    actions.rename_organisation(town.office, town.east, name="东街社区党支部", on=date(2010, 7, 20))

    with pytest.raises(Refused, match="2010-07-20已经变动过"):
        actions.move_organisation(town.office, town.committee, to=town.other_committee, on=date(2010, 7, 10))
    assert Former.objects.get().name == "东街村党支部"


def test_only_whoever_stands_above_both_may_reshape(town):
    office_below = Grant.objects.create(user=town.stranger, role=Role.OFFICE, organisation=town.committee)

    with pytest.raises(Refused, match="不归您管理"):
        actions.move_organisation(town.stranger, town.east, to=town.other_committee)
    with pytest.raises(PermissionDenied):
        actions.rename_organisation(town.east_secretary, town.east, name="东街党支部")
    with pytest.raises(PermissionDenied):
        actions.rename_organisation(town.stranger, town.committee, name="别名")
    actions.rename_organisation(town.stranger, town.east, name="东街党支部")

    assert office_below.pk and Deed.objects.filter(did="rename_organisation").count() == 1


def test_a_merged_branch_is_closed_and_its_people_come_over(town):
    actions.merge_organisations(town.office, town.east, merged=[town.west])

    town.west.refresh_from_db()
    assert town.west.closed_on == DAY and home_of(town.zhao) == town.east
    assert members_of(town.east).count() == 8
    assert not Post.objects.filter(organisation=town.west, until=None).exists()
    assert not Grant.objects.filter(organisation=town.west, until=None).exists()
    assert Succession.objects.get().became == town.east
    assert (
        members(town.city, BEFORE)["西街社区党支部"] == 2 and members(town.city, DAY)["西街社区党支部"] == 0
    )
    with pytest.raises(Refused, match="已在2010-08-01撤销"):
        actions.rename_organisation(town.office, town.west, name="西街")


def test_what_lies_below_a_merged_organisation_comes_along(town):
    actions.merge_organisations(town.office, town.other_committee, merged=[town.committee])

    assert {o.name for o in town.other_committee.children.filter(closed_on=None)} == {
        "河东村党支部", "东街村党支部", "西街社区党支部",
    }  # fmt: skip
    assert members(town.city, BEFORE)["红星镇党委"] == 8 and members(town.city, DAY)["河东镇党委"] == 9


def test_a_branch_is_split_with_those_who_go(town):
    Post.objects.create(person=town.li, organisation=town.east, title="组织委员", since=date(2009, 1, 1))
    made = actions.split_organisation(town.office, town.east, name="东街二支部", people=[town.li, town.wang])

    assert made.parent == town.committee and made.kind == "branch" and made.founded_on == DAY
    assert members(town.city, DAY)["东街二支部"] == 2 and members(town.city, DAY)["东街村党支部"] == 4
    assert members(town.city, BEFORE)["东街村党支部"] == 6
    assert not Post.objects.filter(person=town.li, until=None).exists()
    assert not Membership.objects.filter(person=town.li, organisation=town.east, until=None).exists()


def test_an_old_name_and_kind_are_told_of_their_day(town):
    actions.describe_organisation(
        town.office, town.east, kind="general_branch", category="community", establishment="joint"
    )

    def branches(day):
        found = figures_by_org(Live(), ["branches"], town.city, Window(day))
        return int(found[town.city.pk]["branches"].value)

    assert (branches(BEFORE), branches(DAY)) == (3, 2)


def test_a_place_that_was_left_is_given_to_nobody_else(town):
    left = town.west.path
    actions.move_organisation(town.office, town.west, to=town.other_committee)
    made = actions.found_organisation(
        town.office, town.committee, name="北街党支部", kind="branch", founded_on=DAY
    )

    assert made.path not in {left, *Former.objects.values_list("path", flat=True)}


def test_what_was_founded_long_ago_but_entered_late_lies_where_its_parent_lay(town):
    actions.move_organisation(town.office, town.committee, to=town.other_committee)
    town.committee.refresh_from_db()
    made = actions.found_organisation(
        town.office, town.committee, name="南街党支部", kind="branch", founded_on=date(2000, 1, 1)
    )

    assert list(members(town.committee, BEFORE)) == [
        "红星镇党委",
        "东街村党支部",
        "西街社区党支部",
        "南街党支部",
    ]
    assert made.range_on(BEFORE) == (f"{'0000' * 2}0002", f"{'0000' * 2}0003")
    assert made.range_on(DAY)[0] == made.path != made.range_on(BEFORE)[0]


def test_no_tree_grows_deeper_than_its_paths_can_tell(town):
    deep = town.other_committee
    for n in range(tree.MOST_LEVELS - 3):
        deep = actions.found_organisation(
            OPERATOR, deep, name=f"第{n}层", kind="committee", founded_on=BEFORE
        )

    with pytest.raises(Refused, match="层级会超过30层"):
        actions.move_organisation(OPERATOR, town.committee, to=deep)


def roles_of(user):
    return {(g.role, g.organisation.name) for g in Grant.objects.filter(user=user, until=None)}


def test_what_accounts_may_do_comes_along_or_ends(town):
    made = actions.split_organisation(town.office, town.east, name="东街二支部", people=[town.li])
    assert roles_of(town.member) == {(Role.MEMBER, "东街二支部")}

    actions.merge_organisations(town.office, made, merged=[town.east])
    assert roles_of(town.member) == {(Role.MEMBER, "东街二支部")}
    # The secretary of a branch that is no more is secretary of nothing, and a member where the others are.
    assert roles_of(town.east_secretary) == {(Role.MEMBER, "东街二支部")}


def test_a_secretary_who_is_relieved_acts_as_one_no_longer(town):
    post = Post.objects.get(person=town.zhao, organisation=town.west, until=None)
    deputy = actions.appoint_post(town.office, town.west, person=town.zhao, title="组织委员")
    actions.relieve_post(town.office, deputy)
    assert (Role.SECRETARY, "西街社区党支部") in roles_of(town.west_secretary)

    actions.relieve_post(town.office, post)

    assert roles_of(town.west_secretary) == {(Role.MEMBER, "西街社区党支部")}
