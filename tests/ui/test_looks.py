"""Large text: chosen with one click, remembered on this machine, offered to everybody and forced on nobody."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
LOOK = "/look/"
SIGN_IN = "/accounts/sign-in/"


@pytest.fixture(autouse=True)
def somebody(django_user_model):
    """An installation that nobody has set up yet leads everywhere to its setting up."""
    return django_user_model.objects.create(username="somebody")


def test_the_choice_leads_back_and_is_remembered(client):
    assert "data-size" not in client.get(SIGN_IN).content.decode()
    answer = client.post(LOOK, {"size": "largest", "next": SIGN_IN + "?next=/mine/"})
    assert answer["Location"] == SIGN_IN + "?next=/mine/"
    kept = answer.cookies["size"]
    assert int(kept["max-age"]) > 300 * 24 * 3600 and kept["httponly"]

    page = client.get(SIGN_IN).content.decode()
    assert 'data-size="largest"' in page and ">标准字</button>" in page


def offered(page):
    return re.findall(r'name="theme" value="(\w+)"', page)


def test_one_goes_back_to_normal_text_and_the_cookie_is_gone(client):
    client.post(LOOK, {"size": "large", "next": SIGN_IN})
    client.post(LOOK, {"size": "standard", "next": SIGN_IN})
    assert "data-size" not in client.get(SIGN_IN).content.decode()
    assert client.cookies["size"].value == ""


def test_light_or_dark_is_remembered_too(client):
    client.post(LOOK, {"theme": "dark", "next": SIGN_IN})
    page = client.get(SIGN_IN).content.decode()
    assert 'data-theme="dark"' in page and "data-size" not in page
    assert (
        '<meta name="color-scheme" content="dark">' in page
    )  # what the browser paints before the stylesheet is there
    assert offered(page) == ["light", "device"]


def test_one_leaves_it_to_the_device_again(client):
    assert offered(client.get(SIGN_IN).content.decode()) == ["dark", "light"]  # the stylesheet hides one
    client.post(LOOK, {"theme": "light", "next": SIGN_IN})
    assert offered(client.get(SIGN_IN).content.decode()) == ["dark", "device"]
    client.post(LOOK, {"theme": "device", "next": SIGN_IN})
    page = client.get(SIGN_IN).content.decode()
    assert client.cookies["theme"].value == "" and "data-theme" not in page
    assert '<meta name="color-scheme" content="light dark">' in page


@pytest.mark.parametrize("said", ["x", "<b>", "3"])
def test_what_is_no_choice_changes_nothing(client, said):
    client.cookies["size"] = said
    assert "data-size" not in client.get(SIGN_IN).content.decode()


def test_it_leads_to_no_other_site_and_needs_a_post(client):
    answer = client.post(LOOK, {"size": "large", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
    assert client.get(LOOK).status_code == 405


def test_the_public_may_choose_without_an_account_and_is_given_no_other_cookie(town):
    strict = Client(enforce_csrf_checks=True)
    assert not strict.get("/open/").cookies
    assert strict.post(LOOK, {"size": "large", "next": "/open/"}).status_code == 302
    page = strict.get("/open/")
    assert 'data-size="large"' in page.content.decode() and set(strict.cookies) == {"size"}
    assert "Cookie" in page["Vary"]


def test_an_answer_to_a_form_does_not_offer_to_throw_it_away(client):
    assert LOOK in client.get(SIGN_IN).content.decode()
    assert LOOK not in client.post(SIGN_IN, {"username": "nobody"}).content.decode()
