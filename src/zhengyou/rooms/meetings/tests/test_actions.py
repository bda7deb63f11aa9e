"""The organiser keeps one list; who missed makes it up once."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.rooms.meetings.actions import (
    call_meeting,
    close_list,
    correct_attendance,
    record_attendance,
    record_list,
    record_make_up,
)
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.meetings.queries import owed_by

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HELD = date(2010, 6, 1)


@pytest.fixture
def meeting(town):
    return call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=HELD, minutes=180
    )


def test_nobody_is_on_the_list_before_the_day(town, meeting, on):
    on(date(2010, 5, 31))

    with pytest.raises(Refused, match="还不能点名"):
        record_attendance(town.east_secretary, meeting, person=town.li, how="present")


def test_a_second_tick_replaces_the_first_until_the_list_is_closed(town, meeting, on):
    on(HELD)
    record_attendance(town.east_secretary, meeting, person=town.li, how="absent")
    record_attendance(town.east_secretary, meeting, person=town.li, how="present")

    assert [a.how for a in meeting.attendances.all()] == ["present"]

    close_list(town.east_secretary, meeting)
    with pytest.raises(Refused, match="更正"):
        record_attendance(town.east_secretary, meeting, person=town.li, how="absent")


def test_whoever_is_not_on_the_closed_list_was_absent_and_owes_it(town, meeting, on):
    on(HELD)
    record_list(
        town.east_secretary,
        meeting,
        hows={town.zhang.pk: "present", town.li.pk: "leave", town.wang.pk: "at_home"},
    )
    close_list(town.east_secretary, meeting)

    assert {a.person.name for a in owed_by(town.east)} == {"李华", "刘洋", "陈静", "杨帆"}


def test_a_miss_is_made_up_once(town, meeting, on):
    on(HELD)
    record_list(town.east_secretary, meeting, hows={town.li.pk: "leave"})
    missed = Attendance.objects.get()
    on(date(2010, 6, 8))

    record_make_up(town.east_secretary, missed, on_day=date(2010, 6, 8))

    with pytest.raises(Refused, match="不能重复登记"):
        record_make_up(town.east_secretary, Attendance.objects.get(pk=missed.pk), on_day=date(2010, 6, 8))
    assert not owed_by(town.east).exists()


def test_who_was_there_has_nothing_to_make_up(town, meeting, on):
    on(HELD)
    there = record_attendance(town.east_secretary, meeting, person=town.li, how="present")

    with pytest.raises(Refused, match="没有缺"):
        record_make_up(town.east_secretary, there, on_day=HELD)


def test_somebody_of_another_branch_is_not_on_the_list(town, meeting, on):
    on(HELD)

    with pytest.raises(Refused, match="不在名单上"):
        record_attendance(town.east_secretary, meeting, person=town.zhao, how="present")
    with pytest.raises(Refused, match="1人"):
        record_list(town.east_secretary, meeting, hows={town.zhao.pk: "present"})


def test_another_branch_may_not_keep_the_list(town, meeting, on):
    on(HELD)

    with pytest.raises(PermissionDenied):
        record_list(town.west_secretary, meeting, hows={town.li.pk: "present"})
    with pytest.raises(PermissionDenied):
        record_list(town.office, meeting, hows={town.li.pk: "present"})


def test_a_closed_list_is_corrected_openly(town, meeting, on):
    on(HELD)
    entry = record_attendance(town.east_secretary, meeting, person=town.li, how="absent")
    close_list(town.east_secretary, meeting)

    with pytest.raises(Refused, match="为什么"):
        correct_attendance(town.east_secretary, entry, how="present", why=" ")
    correct_attendance(town.east_secretary, entry, how="present", why="记错了人")

    assert Attendance.objects.get(pk=entry.pk).how == "present"


def test_leave_has_a_reason_from_a_short_list_only(town, meeting, on):
    on(HELD)

    with pytest.raises(Refused, match="只有请假"):
        record_attendance(town.east_secretary, meeting, person=town.li, how="present", reason="duty")
