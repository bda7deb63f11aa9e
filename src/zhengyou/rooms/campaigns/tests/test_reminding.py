"""One list a day says what is missing, of whom, by when; only who holds something due is told."""

from datetime import date

import pytest

from zhengyou.rooms.campaigns.actions import grant_exemption
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import reminders_of_organisation, reminders_of_person


@pytest.mark.django_db
@pytest.mark.database
def test_nothing_is_said_until_a_week_before(town, on):
    on(date(2010, 6, 22))
    assert reminders_of_organisation(town.east_secretary, town.east) == []

    on(date(2010, 6, 23))
    [reminder] = reminders_of_organisation(town.east_secretary, town.east)
    assert (reminder.requirement.code, reminder.due_on, reminder.lacking) == ("study", date(2010, 6, 30), 6)
    assert set(reminder.people) == {
        p.pk for p in (town.zhang, town.li, town.wang, town.liu, town.chen, town.yang)
    }
    assert "差40学时" in reminder.people[town.li.pk]


@pytest.mark.django_db
def test_what_is_overdue_stays_until_it_is_done_or_the_campaign_ends(town, on):
    on(date(2010, 8, 1))
    assert len(reminders_of_person(town.member, town.east, town.li.pk)) == 1

    on(date(2011, 1, 21))
    assert reminders_of_person(town.member, town.east, town.li.pk) == []


@pytest.mark.django_db
def test_who_is_excepted_is_not_reminded(town, on):
    on(date(2010, 6, 25))
    grant_exemption(town.east_secretary, town.east, campaign=town.campaign, person=town.li, reason="at_home")

    assert reminders_of_person(town.member, town.east, town.li.pk) == []
    [reminder] = reminders_of_organisation(town.east_secretary, town.east)
    assert town.li.pk not in reminder.people


@pytest.mark.django_db
def test_all_campaigns_make_one_list_the_first_due_first(town, on):
    on(date(2010, 6, 25))
    other = Campaign.objects.create(
        organisation=town.committee, code="other", name="另一项", starts_on=date(2010, 6, 1), ends_on=date(2010, 7, 31),
        issued_on=date(2010, 6, 1),
    )  # fmt: skip
    other.requirements.create(
        organisation=town.committee, code="pledged", name="承诺", asks="承诺", rule="member_pledged", grain="person",
        needs={"pledges_published": "1"}, kinds=["branch"], due_on=date(2010, 6, 28),
    )  # fmt: skip

    found = reminders_of_person(town.member, town.east, town.li.pk)
    assert [(r.campaign.code, r.requirement.code) for r in found] == [
        ("other", "pledged"),
        ("striving", "study"),
    ]


@pytest.mark.django_db
def test_a_secretary_and_a_member_see_their_own_lists(town, on, visit):
    on(date(2010, 6, 25))
    secretary = visit(town.east_secretary, "/reminders/").content.decode()
    member = visit(town.member, "/reminders/").content.decode()

    assert "学习达标还差6人" in secretary and "李华" in secretary
    assert "差40学时" in member and "王芳" not in member and "还差6人" not in member
    visit(town.stranger, "/reminders/", status=404)
