"""Groups: only whom a grant lets see, each organisation one group of a level, two to three focus units."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.town import account
from zhengyou.core.errors import Refused
from zhengyou.core.models import Role
from zhengyou.rooms.supervision.actions import (
    assign_group,
    choose_focus,
    end_assignment,
    form_group,
    give_up_focus,
    join_group,
    leave_group,
    list_check,
    start_visit,
)
from zhengyou.rooms.supervision.queries import (
    assigned_to,
    assignments_of,
    focus_of,
    groups_for,
    groups_of,
    groups_seen_by,
    members_on,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_an_organisation_has_the_group_of_the_one_above_it(sent):
    town = sent.town

    assert groups_for(town.east) == [sent.first] and groups_for(town.river) == [sent.second]
    assert groups_for(town.city) == []
    assert set(assigned_to([sent.first])) == {town.committee, town.east, town.west}
    assert groups_of(town.supervisor) == [sent.first] and groups_of(town.office) == []


def test_two_groups_of_one_sender_do_not_go_to_one_place(sent):
    town = sent.town
    with pytest.raises(Refused, match=r"红星镇.*已由“第一督导组”督导"):
        assign_group(town.office, sent.second, organisation=town.east)

    [held] = assignments_of(sent.first)
    end_assignment(town.office, held)
    assign_group(town.office, sent.second, organisation=town.east)
    assert groups_for(town.east) == [sent.second]
    assert groups_for(town.west) == []


def test_a_group_of_a_higher_level_may_go_where_one_of_a_lower_goes(sent):
    town = sent.town
    office = account("town office", Role.OFFICE, town.committee)
    lower = form_group(office, town.committee, campaign=town.campaign, name="镇督导组")
    assign_group(office, lower, organisation=town.east)

    assert groups_for(town.east) == [sent.first, lower]
    with pytest.raises(Refused, match="不在红星镇党委以下"):
        assign_group(office, lower, organisation=town.river)


def test_only_whom_a_grant_lets_see_goes_out(sent):
    town = sent.town
    with pytest.raises(Refused, match=r"没有在红星镇党委督导的授权"):
        join_group(town.office, sent.first, user=town.leader)
    elsewhere = account("elsewhere", Role.SUPERVISOR, town.other_committee)
    with pytest.raises(Refused, match="没有在红星镇党委督导的授权"):
        join_group(town.office, sent.first, user=elsewhere)
    join_group(town.office, sent.second, user=elsewhere)
    [held] = assignments_of(sent.first)
    end_assignment(town.office, held)
    with pytest.raises(Refused, match=r"elsewhere没有在红星镇党委督导的授权"):
        assign_group(town.office, sent.second, organisation=town.committee)


def test_who_has_left_goes_out_no_more(sent, on):
    town = sent.town
    member = next(m for m in members_on(sent.first) if m.user == sent.other)
    on(date(2010, 6, 10))
    leave_group(town.office, member)

    assert groups_of(sent.other) == []
    assert [m.user for m in members_on(sent.first, date(2010, 6, 9))] == [town.supervisor, sent.other]
    with pytest.raises(Refused, match="不是“第一督导组”的成员"):
        start_visit(sent.other, town.east, group=sent.first, how="talk")


def test_a_group_chooses_two_to_three_units_of_its_own(sent):
    town = sent.town
    for where in (town.east, town.west, town.committee):
        choose_focus(town.supervisor, where, group=sent.first, why="基础较好")
    with pytest.raises(Refused, match="不归“第一督导组”督导"):
        choose_focus(town.supervisor, town.river, group=sent.first, why="基础较好")
    give_up_focus(town.supervisor, focus_of(sent.first)[0])
    assert [f.organisation for f in focus_of(sent.first)] == [town.east, town.west]
    choose_focus(town.supervisor, town.committee, group=sent.first, why="工作扎实")
    with pytest.raises(Refused, match="已是“第一督导组”的重点单位"):
        choose_focus(town.supervisor, town.east, group=sent.first, why="基础较好")


def test_a_fourth_focus_unit_is_refused(sent):
    town = sent.town
    sent.first.focus_most = 2
    sent.first.save()
    choose_focus(town.supervisor, town.east, group=sent.first, why="基础较好")
    choose_focus(town.supervisor, town.west, group=sent.first, why="基础较好")

    with pytest.raises(Refused, match="至多2个"):
        choose_focus(town.supervisor, town.committee, group=sent.first, why="基础较好")


def test_the_check_list_comes_from_the_pack(sent):
    town = sent.town
    town.campaign.pack = {
        "supervision": {"checks": ["党课上了没有", {"what": "边学边改了没有"}], "focus_most": 5},
        "stages": [{"name": "学习动员", "look_back": ["别的"]}],
    }
    town.campaign.save()
    third = form_group(town.office, town.city, campaign=town.campaign, name="第三督导组")

    assert [line.words for line in third.checks.all()] == ["党课上了没有", "边学边改了没有"]
    assert third.focus_most == 5


def test_without_one_of_its_own_the_look_backs_questions_are_looked_at(sent):
    town = sent.town
    look_back = [{"requirement": "study"}, {"meeting": True}, {"words": "群众意见答复了吗"}]
    town.campaign.pack = {"stages": [{"name": "学习动员", "look_back": look_back}]}
    town.campaign.save()
    third = form_group(town.office, town.city, campaign=town.campaign, name="第三督导组")

    assert [line.words for line in third.checks.all()] == ["群众意见答复了吗"]


def test_a_check_list_asks_for_no_photographs(sent):
    town = sent.town
    with pytest.raises(Refused, match="照片"):
        list_check(town.supervisor, sent.first, words="学习现场要拍照上传照片")
    list_check(town.supervisor, sent.first, words="大讨论开展得怎样")
    assert sent.first.checks.count() == 3
    with pytest.raises(Refused, match="不是“第一督导组”的成员"):
        list_check(sent.river_supervisor, sent.first, words="别的")


def test_who_may_form_groups_and_see_them(sent):
    town = sent.town
    for nobody in (town.supervisor, town.east_secretary, town.leader, town.stranger):
        with pytest.raises(PermissionDenied):
            form_group(nobody, town.city, campaign=town.campaign, name="自封督导组")
    assert groups_seen_by(town.office).count() == 2
    assert not groups_seen_by(town.stranger).exists()


def test_a_group_ends_with_its_campaign(sent, on):
    town = sent.town
    with pytest.raises(Refused, match="2011-01-20结束"):
        form_group(
            town.office, town.city, campaign=town.campaign, name="第三督导组", ends_on=date(2011, 3, 1)
        )
    on(date(2011, 1, 21))
    assert groups_for(town.east) == []
    with pytest.raises(Refused, match="不是“第一督导组”的成员"):
        start_visit(town.supervisor, town.east, group=sent.first, how="talk")
