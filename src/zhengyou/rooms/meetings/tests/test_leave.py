"""Leave is asked, decided by somebody else, and closed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.meetings.actions import (
    ask_leave,
    close_leave,
    close_list,
    grant_leave,
    record_attendance,
    refuse_leave,
)
from zhengyou.rooms.meetings.models import Leave
from zhengyou.rooms.meetings.queries import leaves_seen_by, leaves_to_decide, owed_by

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HELD = date(2010, 6, 1)


@pytest.fixture
def asked(june):
    return ask_leave(
        june.member, june.east, person=june.li, reason="duty", since=HELD, until=date(2010, 6, 5)
    )


def hows(meeting):
    return {a.person.name: (a.how, a.reason) for a in meeting.attendances.all()}


def test_who_has_leave_is_on_leave_when_the_list_is_closed_and_owes_it_all_the_same(june, call, asked):
    meeting = call()
    grant_leave(june.east_secretary, asked)
    close_list(june.east_secretary, meeting)

    assert hows(meeting)["李华"] == ("leave", "duty")
    assert hows(meeting)["王芳"] == ("absent", "")
    assert "李华" in {a.person.name for a in owed_by(june.east)}


def test_who_has_leave_and_comes_all_the_same_was_there(june, call, asked):
    meeting = call()
    grant_leave(june.east_secretary, asked)
    record_attendance(june.east_secretary, meeting, person=june.li, how="present")
    close_list(june.east_secretary, meeting)

    assert hows(meeting)["李华"] == ("present", "")


def test_leave_that_was_not_granted_excuses_nobody(june, call, asked):
    meeting = call()
    refuse_leave(june.east_secretary, asked)
    close_list(june.east_secretary, meeting)

    assert hows(meeting)["李华"] == ("absent", "")


def test_who_is_back_is_due_again(june, call, asked, on):
    grant_leave(june.east_secretary, asked)
    on(date(2010, 6, 3))
    close_leave(june.member, asked)
    meeting = call(held_on=date(2010, 6, 3))
    close_list(june.east_secretary, meeting)

    assert hows(meeting)["李华"] == ("absent", "")
    with pytest.raises(Refused, match="已于2010-06-03销假"):
        close_leave(june.member, asked)


def test_nobody_decides_about_oneself_or_twice(june, asked):
    own = ask_leave(
        june.east_secretary, june.east, person=june.zhang, reason="private", since=HELD, until=HELD
    )

    with pytest.raises(Refused, match="由别人批"):
        grant_leave(june.east_secretary, own)
    grant_leave(june.office, own)
    with pytest.raises(Refused, match="已经答复过"):
        refuse_leave(june.office, own)
    assert list(leaves_to_decide(june.east_secretary)) == [asked]


def test_a_member_asks_for_oneself_only(june):
    with pytest.raises(PermissionDenied):
        ask_leave(june.member, june.east, person=june.wang, reason="duty", since=HELD, until=HELD)


def test_leave_is_asked_once_and_ends_after_it_begins(june, asked):
    with pytest.raises(Refused, match="已请过"):
        ask_leave(june.member, june.east, person=june.li, reason="other", since=HELD, until=HELD)
    with pytest.raises(Refused, match="在开始日期之前"):
        ask_leave(
            june.east_secretary, june.east, person=june.wang, reason="other",
            since=HELD, until=date(2010, 5, 1),
        )  # fmt: skip


def test_no_illness_is_written_down(june, asked):
    with pytest.raises(Refused, match="不写病情"):
        ask_leave(june.member, june.east, person=june.li, reason="高血压住院", since=HELD, until=HELD)
    texts = {f.name for f in Leave._meta.get_fields() if f.get_internal_type() in ("TextField", "CharField")}

    assert texts == {"reason"}
    assert "病" not in "".join(Deed.objects.values_list("words", flat=True))


def test_leave_is_seen_by_its_asker_and_by_who_decides_in_the_branch(june, asked):
    assert list(leaves_seen_by(june.member)) == [asked]
    assert list(leaves_seen_by(june.east_secretary)) == [asked]
    assert not leaves_seen_by(june.west_secretary).exists()
    assert not leaves_seen_by(june.supervisor).exists()
