"""Who belongs where, from day to day; what is held about people, and who holds which office."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.town import organisation
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed, Grant, Role
from zhengyou.core.rollup import Window
from zhengyou.core.secrets import unseal
from zhengyou.rooms.orgs.actions import (
    admit_member,
    answer_correction,
    appoint_post,
    ask_correction,
    correct_person,
    end_membership,
    export_people,
    mark_mobile,
    relieve_post,
    see_identity,
    take_own_data,
)
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import (
    home_of,
    members_of,
    membership_seen_by,
    memberships_of,
    offices_of,
    people_open_to,
)

pytestmark = pytest.mark.database
NUMBER, OTHER = "990101195810165602", "990101196804015127"
MAY = date(2010, 5, 20)


@pytest.fixture
def may(town, on):
    on(MAY)
    town.union = organisation(town.committee, "1.1.9", "红星镇总工会", "镇总工会", "union", "other")
    return town


def held(town, person):
    return Membership.objects.get(person=person, until=None, line="party")


def test_somebody_new_is_entered_and_counts_from_that_day(may):
    made = admit_member(
        may.east_secretary,
        may.east,
        name="单明",
        identity=NUMBER,
        phone="10018689916",
        since=date(2010, 5, 1),
    )

    person = made.person
    assert (person.born_on, person.sex) == (date(1958, 10, 16), "女")
    assert unseal(person.identity_sealed) == NUMBER and NUMBER not in person.identity_masked
    assert person in members_of(may.east)
    person.refresh_from_db()
    heard = (person.sound, person.initials, sorted(s.text for s in person.sounds.all()))
    assert heard == ("shanming", "sm", ["danming", "dm"])
    assert NUMBER not in Deed.objects.get(did="admit_member").details


def test_party_and_union_stand_side_by_side_but_not_two_of_a_kind(may):
    admit_member(may.office, may.union, person=may.li, line="union")
    assert {m.line for m in memberships_of(may.li)} == {"party", "union"}
    with pytest.raises(Refused, match="转出"):
        admit_member(may.west_secretary, may.west, person=may.li)
    with pytest.raises(Refused, match="不登记"):
        admit_member(may.office, may.union, person=may.wang)
    with pytest.raises(Refused, match="不登记"):
        admit_member(may.east_secretary, may.east, person=may.wang, line="union")


def test_a_number_that_is_known_is_the_same_person(may):
    first = admit_member(may.east_secretary, may.east, name="张三", identity=NUMBER)
    second = admit_member(may.office, may.union, name="张 三", identity=NUMBER, line="union")
    assert first.person == second.person and Person.objects.filter(name="张三").count() == 1


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"name": ""}, "姓名"),
        ({"name": "张三", "identity": "990101195810165603"}, "校验码"),
        ({"name": "张三", "since": date(2010, 5, 21)}, "今天以后"),
        ({"name": "张三", "line": "choir"}, "哪一类"),
    ],
)
def test_what_cannot_be_is_refused_with_a_remedy(may, told, words):
    with pytest.raises(Refused, match=words):
        admit_member(may.east_secretary, may.east, **told)


def test_a_secretary_enters_nobody_elsewhere(may):
    with pytest.raises(PermissionDenied):
        admit_member(may.west_secretary, may.east, name="张三")
    with pytest.raises(PermissionDenied):
        end_membership(may.west_secretary, held(may, may.li), why="died")
    with pytest.raises(PermissionDenied):
        admit_member(may.member, may.east, name="张三")


def test_a_membership_ends_with_its_posts_and_what_the_account_could_do(may):
    appoint_post(may.east_secretary, may.east, person=may.li, title="宣传委员", since=date(2010, 1, 1))
    elsewhere = appoint_post(may.office, may.union, person=may.li, title="主席")

    end_membership(may.east_secretary, held(may, may.li), why="left", on_day=date(2010, 5, 10))

    assert may.li not in members_of(may.east) and home_of(may.li) is None
    assert [(p.title, p.until) for p in offices_of(may.li)] == [
        ("主席", None),
        ("宣传委员", date(2010, 5, 10)),
    ]
    assert elsewhere.until is None
    assert not Grant.objects.filter(user=may.member, role=Role.MEMBER, until=None).exists()


def test_the_day_of_an_end_lies_between_its_beginning_and_today(may):
    for day in (date(1999, 1, 1), date(2010, 5, 21)):
        with pytest.raises(Refused, match="之间"):
            end_membership(may.east_secretary, held(may, may.li), why="died", on_day=day)
    with pytest.raises(Refused, match="为什么"):
        end_membership(may.east_secretary, held(may, may.li), why="bored")


def test_coming_back_leaves_no_two_memberships_on_one_day(may):
    end_membership(may.east_secretary, held(may, may.li), why="mistaken", on_day=date(2010, 5, 10))
    with pytest.raises(Refused, match="到2010-05-10为止"):
        admit_member(may.east_secretary, may.east, person=may.li, since=date(2010, 5, 9))
    admit_member(may.west_secretary, may.west, person=may.li, since=date(2010, 5, 10))
    assert home_of(may.li) == may.west


def test_what_is_held_is_put_right_and_looked_up_by_the_new_name(may):
    correct_person(
        may.east_secretary, may.east, person=may.li, name="李骅", education="大学本科", identity=OTHER
    )
    may.li.refresh_from_db()
    assert (may.li.name, may.li.education, may.li.sex) == ("李骅", "大学本科", "女")
    assert (may.li.sound, may.li.initials) == ("lihua", "lh")
    deed = Deed.objects.get(did="correct_person")
    assert OTHER not in deed.details + deed.words
    with pytest.raises(Refused, match="没有改动"):
        correct_person(may.east_secretary, may.east, person=may.li, name="李骅", identity=OTHER)
    with pytest.raises(Refused, match="另一个人"):
        correct_person(may.east_secretary, may.east, person=may.wang, identity=OTHER)
    with pytest.raises(Refused, match="所在组织"):
        correct_person(may.west_secretary, may.west, person=may.li, name="李某")


def test_a_whole_number_is_seen_only_by_the_organisation_of_the_person(may):
    correct_person(may.east_secretary, may.east, person=may.li, identity=OTHER)
    assert see_identity(may.east_secretary, may.east, person=may.li) == OTHER
    with pytest.raises(PermissionDenied):
        see_identity(may.west_secretary, may.east, person=may.li)
    with pytest.raises(Refused, match="所在组织"):
        see_identity(may.west_secretary, may.west, person=may.li)


@pytest.mark.parametrize("away", ["广东省东莞市", "唐山市路南区", "新疆乌鲁木齐县", "国外", "东莞"])
def test_where_somebody_mobile_went_is_told_down_to_the_county(may, away):
    found = mark_mobile(may.east_secretary, held(may, may.li), mobile=True, away=away)
    assert (found.mobile, found.away) == (True, away)
    assert mark_mobile(may.east_secretary, found, mobile=False).away == ""


@pytest.mark.parametrize("away", ["东莞市长安镇", "义乌市稠江街道", "朝阳区幸福路12号", "朝阳区幸福小区", ""])
def test_addresses_below_the_county_are_not_kept(may, away):
    with pytest.raises(Refused, match="县"):
        mark_mobile(may.east_secretary, held(may, may.li), mobile=True, away=away)


def test_one_person_holds_offices_in_several_organisations(may):
    """M19: the party secretary who is also the chair of the union."""
    chair = appoint_post(may.office, may.union, person=may.zhang, title="主席", since=date(2010, 5, 1))
    assert [(p.organisation, p.title, p.leading) for p in offices_of(may.zhang)] == [
        (may.union, "主席", True),
        (may.east, "书记", True),
    ]
    with pytest.raises(Refused, match="已经担任"):
        appoint_post(may.office, may.union, person=may.zhang, title="主席")
    with pytest.raises(PermissionDenied):
        appoint_post(may.east_secretary, may.union, person=may.zhang, title="副主席")

    relieve_post(may.office, chair)

    assert [p.title for p in offices_of(may.zhang) if p.until is None] == ["书记"]
    with pytest.raises(Refused, match="已经免去"):
        relieve_post(may.office, chair)


def test_a_member_asks_for_a_correction_and_is_answered(may):
    asked = ask_correction(may.member, may.li, words="学历写成大专了，应为本科")
    assert asked.organisation == may.east
    with pytest.raises(PermissionDenied):
        ask_correction(may.member, may.wang, words="改一改")
    with pytest.raises(PermissionDenied):
        answer_correction(may.west_secretary, asked, words="", corrected=True)
    with pytest.raises(Refused, match="为什么"):
        answer_correction(may.east_secretary, asked, words="", corrected=False)
    answer_correction(may.east_secretary, asked, words="已改", corrected=True)
    with pytest.raises(Refused, match="已经答复"):
        answer_correction(may.east_secretary, asked, words="", corrected=True)


def test_everything_that_points_at_a_person_is_what_the_person_takes_away(may):
    correct_person(may.east_secretary, may.east, person=may.li, identity=OTHER)
    ask_correction(may.member, may.li, words="学历应为本科")

    found = take_own_data(may.member, may.li)

    assert found["人员"]["姓名"] == "李华" and found["人员"]["身份证号"] == OTHER
    assert found["组织关系"][0]["组织"] == "东街村党支部" and found["组织关系"][0]["类别"] == "党员"
    assert found["更正申请"][0]["要改什么"] == "学历应为本科"
    assert found["账号"]["用户名"] == "li" and any("申请更正" in words for words in found["操作"])
    with pytest.raises(PermissionDenied):
        take_own_data(may.member, may.wang)
    assert OTHER not in Deed.objects.get(did="take_own_data").details


def test_nothing_that_points_at_a_person_is_left_out():
    from django.apps import apps

    from zhengyou.rooms.orgs.queries.own import _pointing_at

    pointing = {
        f"{m._meta.label}.{f.name}"
        for m in apps.get_models()
        for f in m._meta.concrete_fields
        if f.related_model is Person
    }
    told = {f"{f.model._meta.label}.{f.name}" for f in _pointing_at(Person)}
    assert pointing - told == {"orgs.PersonSound.person"}


def test_a_list_with_whole_numbers_goes_no_further_than_one_may_see_them(may):
    correct_person(may.east_secretary, may.east, person=may.li, identity=OTHER)
    rows = export_people(may.office, may.city)
    assert len(rows) == 9 and {r.identity for r in rows if r.person == "李华"} == {OTHER}
    assert [r.post for r in rows if r.person == "张明"] == ["书记"]
    with pytest.raises(PermissionDenied):
        export_people(may.east_secretary, may.city)
    with pytest.raises(PermissionDenied):
        export_people(may.supervisor, may.city)


def test_whose_page_opens_for_whom(may):
    assert may.li in people_open_to(may.east_secretary) and may.li in people_open_to(may.supervisor)
    assert may.li in people_open_to(may.member)
    assert may.wang not in people_open_to(may.member) and may.li not in people_open_to(may.west_secretary)
    end_membership(may.east_secretary, held(may, may.li), why="mistaken", on_day=date(2010, 5, 10))
    assert may.li in people_open_to(may.east_secretary)
    admit_member(may.west_secretary, may.west, person=may.li)
    assert may.li not in people_open_to(may.east_secretary) and may.li in people_open_to(may.west_secretary)
    assert membership_seen_by(may.west_secretary).filter(person=may.li).count() == 1


@pytest.mark.parametrize("engine", ["live", "snapshot"])
def test_whoever_comes_back_was_away_on_the_days_before(may, on, tmp_path, engine):
    for day, mobile in ((10, True), (15, False), (18, True)):
        on(date(2010, 5, day))
        mark_mobile(may.east_secretary, held(may, may.li), mobile=mobile, away="上海市" if mobile else "")
    on(MAY)
    end_membership(may.east_secretary, held(may, may.li), why="left", on_day=MAY)

    asked = Live()
    if engine == "snapshot":
        asked = Snapshot(tmp_path / "snapshot")
        asked.refresh()
    windows = [Window(date(2010, 5, day)) for day in (9, 10, 14, 15, 17, 18, 19, 20)]
    told = [figures_by_org(asked, ["mobile_members"], may.city, w)[may.city.pk] for w in windows]
    assert [int(row["mobile_members"].value) for row in told] == [0, 1, 1, 0, 0, 1, 1, 0]
