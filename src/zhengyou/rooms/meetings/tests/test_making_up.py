"""A miss is made up once: at a class, at home, or by a recording and a talk."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.rooms.meetings.actions import (
    close_list,
    correct_attendance,
    record_attendance,
    record_list,
    record_make_up,
    withdraw_make_up,
)
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.meetings.queries import due_at, owed_by, ways_to_make_up

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HELD, LATER = date(2010, 6, 1), date(2010, 6, 8)


@pytest.fixture
def missed(june, call):
    """Everybody but 李华 and 王芳 came to a meeting on a topic."""
    meeting = call(topic="党章")
    others = [p for p in due_at(meeting) if p not in (june.li, june.wang)]
    record_list(june.east_secretary, meeting, hows={p.pk: "present" for p in others})
    close_list(june.east_secretary, meeting)
    return {a.person.name: a for a in owed_by(june.east)}


def make_up_class(call, **details):
    return call(kind="make_up", title="补课", held_on=LATER, minutes=60, **details)


def test_only_those_who_owe_it_are_due_at_a_make_up_class(june, call, missed):
    meeting = make_up_class(call, repeats=missed["李华"].meeting)

    assert {p.name for p in due_at(meeting)} == {"李华", "王芳"}


def test_whoever_came_to_the_class_has_made_it_up_and_the_others_still_owe_it(june, call, missed, on):
    meeting = make_up_class(call, topic="党章")
    on(LATER)
    record_attendance(june.east_secretary, meeting, person=june.li, how="present")
    close_list(june.east_secretary, meeting)

    assert [a.person.name for a in owed_by(june.east)] == ["王芳"]
    made = Attendance.objects.get(makes_up=missed["李华"])
    assert (made.how, made.on_day, made.at, made.meeting) == (
        "made_up", LATER, meeting, missed["李华"].meeting,
    )  # fmt: skip
    assert not Attendance.objects.filter(how="absent", meeting=meeting).exists()


def test_one_class_makes_up_one_miss(june, call, missed, on):
    second = call(title="再学党章", topic="党章", held_on=date(2010, 6, 3))
    meeting = make_up_class(call, topic="党章")
    on(LATER)
    close_list(june.east_secretary, second)
    record_attendance(june.east_secretary, meeting, person=june.li, how="present")
    close_list(june.east_secretary, meeting)

    assert [a.meeting.title for a in owed_by(june.east).filter(person=june.li)] == ["再学党章"]
    with pytest.raises(Refused, match="一次只补一课"):
        record_make_up(june.east_secretary, owed_by(june.east).get(person=june.li), on_day=LATER, at=meeting)


def test_a_class_on_another_topic_makes_nothing_up(june, call, missed, on):
    other = make_up_class(call, topic="国情")
    on(LATER)

    assert not due_at(other).exists()
    assert not ways_to_make_up(missed["李华"]).exists()
    with pytest.raises(Refused, match="不是补这一课的补课班"):
        record_make_up(june.east_secretary, missed["李华"], on_day=LATER, at=other)


def test_whoever_is_old_is_taught_at_home_and_whoever_travels_by_a_recording(june, missed, on):
    on(LATER)

    record_make_up(june.east_secretary, missed["李华"], on_day=LATER, how="at_home")
    record_make_up(june.east_secretary, missed["王芳"], on_day=LATER, how="recording")

    assert not owed_by(june.east).exists()
    assert {a.how for a in Attendance.objects.filter(makes_up__isnull=False)} == {"at_home", "recording"}


def test_a_make_up_needs_a_way_that_is_one(june, missed, on):
    on(LATER)

    with pytest.raises(Refused, match="送课上门"):
        record_make_up(june.east_secretary, missed["李华"], on_day=LATER, how="present")


def test_a_make_up_entered_by_mistake_is_owed_again(june, missed, on):
    on(LATER)
    made = record_make_up(june.east_secretary, missed["李华"], on_day=LATER)

    with pytest.raises(Refused, match="为什么"):
        withdraw_make_up(june.east_secretary, made, why=" ")
    withdraw_make_up(june.east_secretary, made, why="记成了另一个李华")

    assert "李华" in {a.person.name for a in owed_by(june.east)}
    assert record_make_up(june.east_secretary, Attendance.objects.get(pk=missed["李华"].pk), on_day=LATER)


def test_what_was_made_up_is_not_changed_behind_its_back(june, missed, on):
    on(LATER)
    made = record_make_up(june.east_secretary, missed["李华"], on_day=LATER)

    with pytest.raises(Refused, match="先撤销补课"):
        correct_attendance(
            june.east_secretary, Attendance.objects.get(pk=missed["李华"].pk), how="present", why="来了"
        )
    with pytest.raises(Refused, match="撤销补课"):
        correct_attendance(june.east_secretary, made, how="absent", why="没补")


def test_nothing_but_study_is_made_up(june, call, on):
    meeting = call(kind="branch", title="支部党员大会")
    close_list(june.east_secretary, meeting)

    assert not owed_by(june.east).exists()
    with pytest.raises(Refused, match="不用补"):
        record_make_up(june.east_secretary, meeting.attendances.first(), on_day=HELD)


def test_another_branch_makes_nothing_up_here(june, missed):
    with pytest.raises(PermissionDenied):
        record_make_up(june.west_secretary, missed["李华"], on_day=HELD)


def test_only_a_make_up_class_repeats_a_meeting(june, call, missed):
    with pytest.raises(Refused, match="只有补课"):
        call(title="再开一次", repeats=missed["李华"].meeting)
    with pytest.raises(Refused, match="以后|那以后"):
        call(kind="make_up", title="补课", repeats=missed["李华"].meeting, held_on=date(2010, 5, 20))


def test_what_was_made_up_while_the_list_was_open_is_not_ticked_over(june, call):
    """Otherwise it would count twice: as attended, and as made up."""
    meeting = call()
    missed = record_attendance(june.east_secretary, meeting, person=june.li, how="absent")
    record_make_up(june.east_secretary, missed, on_day=HELD, how="at_home")

    with pytest.raises(Refused, match="李华缺的这次课已经登记补课"):
        record_attendance(june.east_secretary, meeting, person=june.li, how="present")
    with pytest.raises(Refused, match="先撤销补课"):
        record_list(june.east_secretary, meeting, hows={june.li.pk: "present", june.wang.pk: "present"})
    assert [a.how for a in meeting.attendances.filter(makes_up=None)] == ["absent"]
