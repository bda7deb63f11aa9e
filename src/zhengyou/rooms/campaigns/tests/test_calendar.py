"""A calendar that programs subscribe to: what is in it, for whom, and when its address ends."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from zhengyou.core.calendars import Entry, feed
from zhengyou.rooms.meetings.actions import call_meeting

JUNE = date(2010, 6, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def june(town, on):
    on(JUNE)
    call_meeting(
        town.east_secretary, town.east, kind="study", title="第三次集中学习", held_on=date(2010, 6, 8), minutes=90,
        place="村委会", starts_at=time(19, 30),
    )  # fmt: skip
    return town


def addresses(visit, user):
    return re.findall(r'value="(http[^"]+\.ics)"', visit(user, "/calendar/").content.decode())


def read(client, address):
    client.logout()
    answer = client.get(address)
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/calendar")
    return {str(e["summary"]): e for e in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_a_secretary_subscribes_to_meetings_stages_and_due_days_of_the_branch(june, visit, client):
    own, branch = addresses(visit, june.east_secretary)
    found = read(client, branch)

    met = found["第三次集中学习"]
    # Half past seven in the evening in Shanghai, an hour and a half.
    assert met["dtstart"].dt == datetime(2010, 6, 8, 11, 30, tzinfo=UTC)
    assert met["duration"].dt == timedelta(minutes=90) and met["location"] == "村委会"
    assert {"截止：学习达标", "学习动员阶段结束"} <= set(found)
    assert found["截止：学习达标"]["dtstart"].dt == date(2010, 6, 30)
    assert found["截止：学习达标"]["transp"] == "TRANSPARENT"
    assert "学习动员阶段结束" not in read(client, own)


def test_a_member_sees_what_is_asked_of_everybody_and_no_branch(june, visit, client):
    [own] = addresses(visit, june.member)
    assert {"第三次集中学习", "截止：学习达标"} <= set(read(client, own))


def test_an_address_ends_with_the_password_and_with_what_the_account_may_see(june, visit, client):
    _, branch = addresses(visit, june.east_secretary)
    june.east_secretary.grants.filter(role="secretary").update(until=JUNE)
    client.logout()
    assert client.get(branch).status_code == 404

    [own] = addresses(visit, june.member)
    june.member.set_password("another-one-2010")
    june.member.save()
    client.logout()
    assert client.get(own).status_code == 404
    [new] = addresses(visit, june.member)
    assert new != own and read(client, new)


@pytest.mark.parametrize("token", ["x", "1.0.abc:sig", "1.0.0123456789abcdef:AAAA", "..:"])
def test_a_guessed_address_leads_nowhere(client, june, token):
    assert client.get(f"/calendar/{token}.ics").status_code == 404


def test_who_has_neither_organisation_nor_person_has_no_calendar(june, visit):
    visit(june.stranger, "/calendar/", status=404)


def test_the_same_facts_are_the_same_bytes_and_words_are_kept_whole():
    entries = [Entry("meeting-1", "学习；讨论,“三会”", JUNE, words="第一行\n第二行" + "长" * 200)]
    made = feed("日历", entries, "example.org")

    assert made == feed("日历", entries, "example.org")
    [event] = Calendar.from_ical(made).walk("VEVENT")
    assert (str(event["summary"]), str(event["description"])) == (entries[0].title, entries[0].words)
    assert str(event["uid"]) == "meeting-1@example.org"
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
