"""What users of other attendance tools complain of does not happen here (mod_attendance #807, #746, #424, #543, #718)."""

from datetime import date

import pytest
from django.core.signing import Signer

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed
from zhengyou.core.rollup import Window
from zhengyou.rooms.meetings.actions import close_list, record_attendance, record_list, scan_card
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.meetings.queries import card_of, due_at

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HELD = date(2010, 6, 1)


def test_nobody_is_marked_at_a_meeting_that_is_still_to_come(june, call):
    meeting = call(held_on=date(2010, 6, 2))

    for try_it in (
        lambda: record_attendance(june.east_secretary, meeting, person=june.li, how="present"),
        lambda: record_list(june.east_secretary, meeting, hows={june.li.pk: "present"}),
        lambda: close_list(june.east_secretary, meeting),
        lambda: scan_card(june.east_secretary, meeting, card=card_of(june.li)),
    ):
        with pytest.raises(Refused, match="2010-06-02才开，还不能点名"):
            try_it()
    assert not Attendance.objects.exists()


def test_a_card_scanned_too_early_works_on_the_day(june, call, on):
    meeting = call(held_on=date(2010, 6, 2))
    with pytest.raises(Refused, match="还不能点名"):
        scan_card(june.east_secretary, meeting, card=card_of(june.li))

    on(date(2010, 6, 2))

    assert scan_card(june.east_secretary, meeting, card=card_of(june.li)).how == "present"


def test_a_card_held_up_twice_enters_nothing_the_second_time(june, call):
    meeting = call()
    scan_card(june.east_secretary, meeting, card=card_of(june.li))
    deeds = Deed.objects.count()

    with pytest.raises(Refused, match="李华已经记过“到”，没有重复登记"):
        scan_card(june.east_secretary, meeting, card=card_of(june.li))
    assert (Attendance.objects.count(), Deed.objects.count()) == (1, deeds)


def test_a_card_corrects_somebody_who_was_ticked_as_missing(june, call):
    meeting = call()
    record_attendance(june.east_secretary, meeting, person=june.li, how="absent")

    deeds = Deed.objects.count()
    assert scan_card(june.east_secretary, meeting, card=card_of(june.li)).how == "present"
    assert Deed.objects.count() == deeds + 1


@pytest.mark.parametrize("card", ["", "李华", "7", "7:AAAA", "for something else"])
def test_a_card_that_was_not_signed_here_is_no_card(june, call, card):
    card = Signer(salt="else").sign("7") if card == "for something else" else card
    with pytest.raises(Refused, match="不是本系统的党员卡，没有登记"):
        scan_card(june.east_secretary, call(), card=card)


def test_a_card_of_another_branch_is_no_success(june, call):
    with pytest.raises(Refused, match="不在这次会的名单上，没有登记"):
        scan_card(june.east_secretary, call(), card=card_of(june.zhao))
    assert not Attendance.objects.exists()


def test_success_is_shown_only_of_what_was_recorded(june, call, client):
    meeting = call()
    client.force_login(june.east_secretary)

    def scanned(card):
        return client.post(f"/meetings/{meeting.pk}/scan/", {"card": card}, follow=True)

    assert "李华：到" in scanned(card_of(june.li)).content.decode()
    for card, words in (
        (card_of(june.zhao), "没有登记"),
        (card_of(june.li), "没有重复登记"),
        ("x", "没有登记"),
    ):
        answer = scanned(card)
        assert answer.status_code == 422 and words in answer.content.decode()
        assert "：到" not in answer.content.decode()
    assert [a.person.name for a in Attendance.objects.all()] == ["李华"]


def test_a_member_marks_nobody_and_not_oneself_either(june, call, client):
    meeting = call()
    client.force_login(june.member)

    assert client.post(f"/meetings/{meeting.pk}/scan/", {"card": card_of(june.li)}).status_code == 404
    assert (
        client.post(f"/meetings/{meeting.pk}/{june.li.pk}/", {f"how-{june.li.pk}": "present"}).status_code
        == 404
    )
    assert not Attendance.objects.exists()


def test_a_share_is_of_meetings_that_were_held(june, call):
    meeting = call()
    call(title="下周再学", held_on=date(2010, 6, 9))
    record_list(june.east_secretary, meeting, hows={p.pk: "present" for p in list(due_at(meeting))[:3]})
    close_list(june.east_secretary, meeting)

    found = figures_by_org(Live(), ["turnout"], june.east, Window(date(2010, 6, 30)))[june.east.pk]["turnout"]

    assert (found.numerator, found.denominator) == (3, 6)
