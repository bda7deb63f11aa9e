"""Meetings of every kind; several organisations at one meeting; what was settled."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.meetings.actions import (
    close_list,
    join_meeting,
    record_list,
    record_resolution,
    settle_resolution,
    write_record,
)
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.meetings.queries import due_at, joint_nearby, list_of, meetings_seen_by, owed_by

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HELD = date(2010, 6, 1)
# 003, 001, 004: what the sources hold meetings for; 三会一课 are branch, committee, group and lecture.
KINDS = {
    "study", "lecture", "branch", "committee", "group", "joint", "transition", "deliberation", "open_day",
    "mobilisation", "make_up", "field_study",
}  # fmt: skip


def test_every_kind_of_the_sources_can_be_called(june, call):
    assert set(Meeting.Kind.values) == KINDS
    for kind in KINDS:
        assert call(kind=kind, title=kind).kind == kind


def test_a_committee_meets_with_those_who_hold_an_office(june, call):
    assert [p.name for p in due_at(call(kind="committee", title="支委会"))] == ["张明"]


@pytest.fixture
def joint(june, call):
    return call(by=june.east_secretary, kind="joint", title="两支部联席会议")


def test_two_branches_meet_once_and_each_keeps_its_own_hours(june, joint):
    join_meeting(june.west_secretary, june.west, meeting=joint)
    record_list(june.east_secretary, joint, hows={june.li.pk: "present", june.zhao.pk: "present"})
    close_list(june.east_secretary, joint)

    assert Meeting.objects.count() == 1
    assert {a.person.name: a.organisation.short_name for a in joint.attendances.filter(how="present")} == {
        "李华": "东街村", "赵强": "西街社区",
    }  # fmt: skip
    assert Attendance.objects.filter(meeting=joint).count() == 8


def test_each_branch_reads_in_its_own_trail_that_its_rows_changed(june, joint):
    join_meeting(june.west_secretary, june.west, meeting=joint)
    record_list(june.east_secretary, joint, hows={june.zhao.pk: "present"})

    assert Deed.objects.filter(organisation=june.west, did="record_list").exists()


def test_who_joins_sees_its_own_members_on_the_list_and_no_others(june, joint):
    assert not meetings_seen_by(june.west_secretary).exists()
    assert list(joint_nearby(june.west)) == [joint]
    join_meeting(june.west_secretary, june.west, meeting=joint)

    assert {p.name for p, _ in list_of(joint, june.west_secretary)} == {"赵强", "周敏"}
    assert len(list_of(joint, june.east_secretary)) == 8
    assert not joint_nearby(june.west).exists()


def test_nobody_calls_the_members_of_others_without_being_entitled_to(june, call):
    with pytest.raises(PermissionDenied):
        call(kind="joint", title="联席会议", partners=[june.west])
    called = call(
        by=june.office, where=june.city, kind="study", title="全市学习", partners=[june.east, june.west]
    )

    assert due_at(called).count() == 8


def test_what_the_west_misses_is_owed_in_the_west(june, call):
    called = call(by=june.office, where=june.city, title="全市学习", partners=[june.west])
    close_list(june.office, called)

    assert {a.person.name for a in owed_by(june.west)} == {"赵强", "周敏"}
    assert not owed_by(june.city).exists()


def test_a_meeting_that_is_not_joint_or_is_over_is_not_joined(june, call, joint):
    with pytest.raises(Refused, match="联席会议"):
        join_meeting(june.west_secretary, june.west, meeting=call())
    close_list(june.east_secretary, joint)
    with pytest.raises(Refused, match="已经结束"):
        join_meeting(june.west_secretary, june.west, meeting=joint)


def test_what_was_settled_has_an_owner_and_a_day(june, call, on):
    meeting = call(kind="branch", title="支部党员大会", agenda="一、修路")
    first = record_resolution(
        june.east_secretary, meeting, what="修好村口的路", owner=june.li, due_on=date(2010, 7, 1)
    )
    record_resolution(june.east_secretary, meeting, what="换路灯")

    with pytest.raises(Refused, match="应到人员"):
        record_resolution(june.east_secretary, meeting, what="换路灯", owner=june.zhao)
    with pytest.raises(Refused, match="早于会议"):
        record_resolution(june.east_secretary, meeting, what="换路灯", due_on=date(2010, 5, 1))
    on(date(2010, 6, 20))
    settle_resolution(june.east_secretary, first)

    assert [(r.number, r.what, r.done_on) for r in meeting.resolutions.all()] == [
        (1, "修好村口的路", date(2010, 6, 20)), (2, "换路灯", None),
    ]  # fmt: skip
    with pytest.raises(Refused, match="已于2010-06-20办结"):
        settle_resolution(june.east_secretary, first)


def test_nothing_is_written_down_of_a_meeting_that_is_still_to_come(june, call):
    meeting = call(held_on=date(2010, 6, 9))

    with pytest.raises(Refused, match="才开"):
        write_record(june.east_secretary, meeting, record="大家都说好")
    with pytest.raises(Refused, match="才开"):
        record_resolution(june.east_secretary, meeting, what="修路")


def test_guests_are_counted_and_not_named(june, call):
    meeting = write_record(june.east_secretary, call(kind="open_day", title="议政日"), record="…", guests=12)

    assert meeting.guests == 12
