"""A meeting of three thousand is one page that stays quick: queries bounded, bytes stated."""

import gzip
from datetime import date

import pytest

from zhengyou.core import clock
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list
from zhengyou.rooms.orgs.models import Membership, Person

pytestmark = pytest.mark.django_db
HELD = date(2010, 6, 1)
PEOPLE = 3000


@pytest.fixture
def crowd(town, on):
    on(HELD)
    people = Person.objects.bulk_create(Person(name=f"党员{n:04}") for n in range(PEOPLE - 6))
    Membership.objects.bulk_create(
        Membership(person=p, organisation=town.east, since=date(2000, 7, 1)) for p in people
    )
    town.meeting = call_meeting(
        town.east_secretary, town.east, kind="study", title="全市党员大会", held_on=HELD, minutes=90
    )
    town.crowd = people
    return town


def test_the_list_is_one_page_of_few_queries(crowd, client, django_assert_max_num_queries):
    client.force_login(crowd.east_secretary)
    with django_assert_max_num_queries(25):
        page = client.get(f"/meetings/{crowd.meeting.pk}/")

    assert page.content.count(b'<li id="door-') == PEOPLE
    # What travels: 30 bytes for each person. Stated, so that a heavier line is noticed.
    assert len(page.content) < 3_200_000 and len(gzip.compress(page.content, 6)) < 95_000


def test_one_tap_is_as_cheap_as_in_a_small_branch(crowd, client, django_assert_max_num_queries):
    client.force_login(crowd.east_secretary)
    person = crowd.crowd[1500]
    with django_assert_max_num_queries(30):
        answer = client.post(
            f"/meetings/{crowd.meeting.pk}/{person.pk}/",
            {f"how-{person.pk}": "present"},
            headers={"HX-Request": "true"},
        )

    assert "1" in answer.content.decode() and len(answer.content) < 3000


def test_a_paper_list_and_its_closing_need_few_queries(crowd, django_assert_max_num_queries):
    hows = {p.pk: "present" for p in crowd.crowd[:2900]}
    with django_assert_max_num_queries(45):
        record_list(crowd.east_secretary, crowd.meeting, hows=hows)
    with clock.played_at(HELD), django_assert_max_num_queries(30):
        close_list(crowd.east_secretary, crowd.meeting)

    assert crowd.meeting.attendances.filter(how="absent").count() == PEOPLE - 2900
