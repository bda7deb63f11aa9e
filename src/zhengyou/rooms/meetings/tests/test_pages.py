"""The list at the door as its users meet it."""

from datetime import date

import pytest

from zhengyou.rooms.meetings.actions import call_meeting, close_list

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
