"""Accounts on slips: told once, used once, given anew only by whoever stands above."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.core.permissions import grants_of
from zhengyou.rooms.accounts.actions import (
    choose_password,
    grant_role,
    issue_slip,
    issue_slips,
    renew_slip,
    withdraw_role,
)
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.accounts.queries import secretaries_counted, secretaries_without
from zhengyou.rooms.orgs.models import Post

pytestmark = pytest.mark.django_db
OWN = "three-quiet-rivers"


@pytest.fixture(autouse=True)
def quick(settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]


@pytest.fixture
def no_account(town):
    """The secretaries of east and west have none yet."""
    for user in (town.east_secretary, town.west_secretary):
        user.grants.all().delete()
        person = user.person
        person.account = None
        person.save()
        user.delete()
    return town


@pytest.mark.database
def test_secretaries_get_accounts_in_one_go_as_secretaries_and_members(no_account):
    town = no_account
    made = issue_slips(town.office, town.city, holders=secretaries_without(town.office))

    assert [u.username for u in made] == ["s1.1.1", "s1.1.2"]
    assert {g.role for g in grants_of(made[0])} == {"secretary", "member"}
    assert made[0].person == town.zhang and made[0].one_time
    assert all(u.check_password(u.slip) for u in made) and made[0].slip != made[1].slip
    assert secretaries_without(town.office) == [] and secretaries_counted(town.office) == (3, 3)
    kept = " ".join(Deed.objects.values_list("details", flat=True))
    assert not any(u.slip in kept or u.slip in u.password for u in made)


def test_who_leads_two_branches_gets_one_account(no_account):
    town = no_account
    Post.objects.create(person=town.zhang, organisation=town.west, title="书记", since="2010-01-01")

    assert [h.person for h in secretaries_without(town.office)].count(town.zhang) == 1


def test_an_office_opens_nothing_beside_it_and_makes_no_administrator(town):
    below = issue_slip(town.administrator, town.committee, username="town", role="office", name="镇")
    with pytest.raises(PermissionDenied):
        issue_slip(below, town.river, username="x", role="office")
    with pytest.raises(PermissionDenied):
        issue_slip(below, town.east, username="x", role="administrator")
    with pytest.raises(PermissionDenied):
        grant_role(below, town.committee, user=below, role="administrator")
    assert not User.objects.filter(username="x").exists()
    assert issue_slip(town.administrator, town.city, username="x", role="administrator").one_time


def test_nobody_comes_to_a_higher_account_by_renewing_it(town):
    below = issue_slip(town.administrator, town.committee, username="town", role="office")
    both = issue_slip(town.administrator, town.city, username="both", role="office")
    grant_role(town.administrator, town.east, user=both, role="secretary")
    chief = issue_slip(town.administrator, town.east, username="chief", role="administrator")

    for higher in (both, chief):
        with pytest.raises(Refused, match="管不到"):
            renew_slip(below, town.east, user=higher)
    with pytest.raises(PermissionDenied):
        renew_slip(below, town.city, user=both)
    first = renew_slip(below, town.east, user=town.east_secretary).slip
    assert town.east_secretary.check_password(first)


def test_an_own_password_is_its_owners_to_choose(town):
    with pytest.raises(PermissionDenied):
        choose_password(town.administrator, town.office, password=OWN)
    with pytest.raises(Refused, match="密码不合要求"):
        choose_password(town.office, town.office, password="1234567890")


def test_a_slip_opens_nothing_but_the_choice_of_an_own_password(no_account, client):
    town = no_account
    client.force_login(town.office)
    page = client.post("/accounts/issue-batch/").content.decode()
    names, passwords = (re.findall(rf'sign">({form})<', page) for form in (r"s[\d.]+", r"[a-z2-9-]{14}"))
    assert names == ["s1.1.1", "s1.1.2"] and len(passwords) == 2

    sent = {"username": names[0], "password": passwords[0]}
    hers = Client()
    assert hers.post("/accounts/sign-in/", sent)["Location"] == "/accounts/choose-password/"
    assert hers.get("/organisations/").status_code == 302, "not signed in yet"
    wrong = hers.post("/accounts/choose-password/", {"password": OWN, "again": "other words here"})
    assert wrong.status_code == 422 and "两遍不一样" in wrong.content.decode()
    assert (
        hers.post("/accounts/choose-password/", {"password": passwords[0], "again": passwords[0]}).status_code
        == 422
    )
    assert hers.post("/accounts/choose-password/", {"password": OWN, "again": OWN})["Location"] == "/"
    assert hers.get("/organisations/").status_code == 200

    again = Client()
    assert again.post("/accounts/sign-in/", sent).status_code == 422, "used once"
    assert again.post("/accounts/sign-in/", sent | {"password": OWN})["Location"] == "/"


def test_a_newer_slip_ends_what_was_begun_with_the_older(town, client):
    first = renew_slip(town.office, town.east, user=town.east_secretary).slip
    client.post("/accounts/sign-in/", {"username": "east", "password": first})
    renew_slip(town.office, town.east, user=town.east_secretary)

    answer = client.post("/accounts/choose-password/", {"password": OWN, "again": OWN})
    assert answer["Location"] == "/accounts/sign-in/"


def test_the_page_lists_who_can_sign_in_and_gives_slips_anew(town, visit, client):
    page = visit(town.office, "/accounts/").content.decode()
    assert "3位支部书记，3位能登录" in page and "东街村 书记" in page

    slip = client.post(f"/accounts/{town.west_secretary.pk}/renew/")
    assert (
        slip["Cache-Control"].startswith("max-age=0, no-cache, no-store")
        and "西街社区党支部" in slip.content.decode()
    )
    visit(town.east_secretary, "/accounts/", status=404)
    client.force_login(town.east_secretary)
    for address in (f"/accounts/{town.office.pk}/renew/", "/accounts/issue/", "/accounts/issue-batch/"):
        assert client.post(address).status_code == 404


def test_a_single_account_is_opened_for_a_leader(town, client):
    client.force_login(town.office)
    sent = {"name": "分管领导", "username": "fenguan", "role": "leader", "place": town.committee.pk}
    assert "fenguan" in client.post("/accounts/issue/", sent).content.decode()
    taken = client.post("/accounts/issue/", sent)
    assert taken.status_code == 422 and "已有人使用" in taken.content.decode()
    assert client.post("/accounts/issue/", sent | {"role": "administrator"}).status_code == 422


def test_an_own_password_is_changed_with_the_old_one(town, client):
    town.office.set_password(OWN)
    town.office.save()
    client.force_login(town.office)
    sent = {"old": "wrong", "password": "four-quiet-rivers", "again": "four-quiet-rivers"}

    assert client.post("/accounts/password/", sent).status_code == 422
    assert client.post("/accounts/password/", sent | {"old": OWN}).status_code == 302
    assert client.get("/accounts/password/").status_code == 200, "still signed in"


def test_who_lost_every_role_is_no_longer_in_the_list(town, visit):
    withdraw_role(town.administrator, town.leader.grants.get())

    assert ">leader<" not in visit(town.office, "/accounts/").content.decode()
