"""The list at the door as its users meet it."""

from datetime import date

import pytest

from zhengyou.rooms.meetings.actions import call_meeting, close_list
from zhengyou.rooms.meetings.models import Meeting

pytestmark = pytest.mark.django_db
HELD = date(2010, 6, 1)


@pytest.fixture
def meeting(town, on):
    on(HELD)
    return call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=HELD, minutes=180
    )


def test_everybody_due_is_on_the_list(town, visit, meeting):
    page = visit(town.east_secretary, f"/meetings/{meeting.pk}/")

    for name in ("张明", "李华", "王芳", "刘洋", "陈静", "杨帆"):
        assert name in page.content.decode()


def test_the_list_is_sent_as_one_form_without_script(town, client, meeting):
    client.force_login(town.east_secretary)

    client.post(f"/meetings/{meeting.pk}/", {f"how-{town.li.pk}": "present", f"how-{town.wang.pk}": "leave"})

    assert {a.person.name: a.how for a in meeting.attendances.all()} == {"李华": "present", "王芳": "leave"}


def test_one_tap_answers_with_the_line(town, client, meeting):
    client.force_login(town.east_secretary)

    answer = client.post(
        f"/meetings/{meeting.pk}/{town.li.pk}/",
        {f"how-{town.li.pk}": "present"},
        headers={"HX-Request": "true"},
    )

    assert answer.status_code == 200 and f'id="door-{town.li.pk}"' in answer.content.decode()
    assert meeting.attendances.get().how == "present"


def test_another_branch_does_not_even_know_the_list_exists(town, visit, meeting):
    visit(town.west_secretary, f"/meetings/{meeting.pk}/", status=404)
    visit(town.stranger, f"/meetings/{meeting.pk}/", status=404)


def test_the_office_above_sees_the_list_but_cannot_tick(town, visit, client, meeting):
    page = visit(town.office, f"/meetings/{meeting.pk}/")
    assert "结束点名" not in page.content.decode()

    assert client.post(f"/meetings/{meeting.pk}/", {f"how-{town.li.pk}": "present"}).status_code == 403


def test_a_refused_tick_says_why_and_keeps_nothing(town, client, meeting):
    close_list(town.east_secretary, meeting)
    client.force_login(town.east_secretary)

    answer = client.post(f"/meetings/{meeting.pk}/", {f"how-{town.li.pk}": "present"})

    assert answer.status_code == 422 and "点名已经结束" in answer.content.decode()


def test_queries_do_not_grow_with_the_list(town, client, meeting, django_assert_max_num_queries):
    client.force_login(town.east_secretary)

    with django_assert_max_num_queries(20):
        client.get(f"/meetings/{meeting.pk}/")


def test_what_is_owed_is_made_up_with_one_click(town, visit, client, meeting):
    close_list(town.east_secretary, meeting)
    page = visit(town.east_secretary, "/meetings/owed/").content.decode()
    assert "李华" in page

    missed = meeting.attendances.get(person=town.li)
    client.post(f"/meetings/owed/{missed.pk}/")

    assert missed.made_up_by.how == "made_up"


@pytest.mark.parametrize("where", ["", "card/", "leave/", "leave/mine/", "owed/"])
def test_strangers_find_nothing(town, visit, meeting, where):
    visit(town.stranger, f"/meetings/{where}", status=404)


def test_a_meeting_is_called_with_its_agenda(town, client, visit):
    client.force_login(town.east_secretary)
    said = {"title": "议路", "kind": "branch", "held_on": "2010-06-01", "minutes": "60", "agenda": "一、修路"}
    client.post("/meetings/", said)
    meeting = Meeting.objects.get()

    assert "一、修路" in visit(town.east_secretary, f"/meetings/{meeting.pk}/record/").content.decode()


def test_what_is_settled_is_written_down_and_done(town, client, visit, meeting):
    client.force_login(town.east_secretary)
    page = f"/meetings/{meeting.pk}/record/"
    client.post(page, {"record": "大家说了路", "guests": "3"})
    client.post(
        f"/meetings/{meeting.pk}/resolutions/", {"what": "修路", "owner": town.li.pk, "due_on": "2010-06-20"}
    )
    shown = visit(town.east_secretary, page).content.decode()
    assert "大家说了路" in shown and "列席3人" in shown and "修路" in shown and "李华" in shown

    client.post(f"/meetings/resolutions/{meeting.resolutions.get().pk}/")

    assert meeting.resolutions.get().done_on == HELD


def test_leave_is_asked_granted_and_shown_at_the_door(town, client, visit, meeting):
    visit(town.member, "/meetings/leave/mine/")
    client.post("/meetings/leave/mine/", {"since": "2010-06-01", "until": "2010-06-02", "reason": "duty"})
    assert "李华" in visit(town.east_secretary, "/meetings/leave/").content.decode()

    client.post(f"/meetings/leave/{town.li.leaves.get().pk}/grant/")

    assert "已准假（公务）" in visit(town.east_secretary, f"/meetings/{meeting.pk}/").content.decode()
    assert "已准假" in visit(town.member, "/meetings/leave/mine/").content.decode()


def test_a_miss_is_made_up_another_way_and_that_taken_back(town, client, visit, meeting):
    close_list(town.east_secretary, meeting)
    missed = meeting.attendances.get(person=town.li)
    visit(town.east_secretary, f"/meetings/owed/{missed.pk}/how/")
    client.post(f"/meetings/owed/{missed.pk}/how/", {"how": "recording", "on_day": "2010-06-01"})
    assert missed.made_up_by.how == "recording"
    assert "记错了，撤销" in visit(town.east_secretary, "/meetings/owed/").content.decode()

    client.post(f"/meetings/owed/{missed.made_up_by.pk}/withdraw/", {"why": "记错了人"})

    assert not meeting.attendances.filter(makes_up=missed).exists()


def test_a_member_has_a_card_with_a_code(town, visit):
    page = visit(town.member, "/meetings/card/").content.decode()

    assert "<svg" in page and "李华" in page


def test_a_neighbour_joins_a_joint_meeting_with_one_click(town, client, visit, on):
    on(HELD)
    joint = call_meeting(
        town.east_secretary, town.east, kind="joint", title="两支部联席", held_on=HELD, minutes=60
    )
    assert "两支部联席" in visit(town.west_secretary, "/meetings/").content.decode()

    client.post(f"/meetings/{joint.pk}/join/")

    page = visit(town.west_secretary, f"/meetings/{joint.pk}/").content.decode()
    assert "赵强" in page and "李华" not in page
