"""Chinese until somebody chooses: what chooses, what remembers, and what the public's machine is told."""

import re

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
SWITCH = "/i18n/setlang/"
SIGN_IN = "/accounts/sign-in/"


def lang_of(page):
    return re.search(r'<html lang="([^"]*)"', page.content.decode()).group(1)


def test_the_pages_are_chinese_whatever_the_browser_speaks(client):
    page = client.get(SIGN_IN, headers={"accept-language": "en-US,en;q=0.9"})
    assert lang_of(page) == "zh-Hans" and page["Content-Language"] == "zh-hans"
    assert "登录" in page.content.decode()


def test_the_switch_leads_back_in_english_and_is_remembered(client):
    answer = client.post(SWITCH, {"language": "en", "next": SIGN_IN + "?next=/mine/"})
    assert (answer.status_code, answer["Location"]) == (302, SIGN_IN + "?next=/mine/")
    kept = answer.cookies["language"]
    assert kept.value == "en" and int(kept["max-age"]) > 300 * 24 * 3600

    page = client.get(SIGN_IN)
    assert lang_of(page) == "en" and page["Content-Language"] == "en"
    assert "Sign in" in page.content.decode() and "登录" not in page.content.decode()


def test_one_switches_back(client):
    client.post(SWITCH, {"language": "en", "next": SIGN_IN})
    client.post(SWITCH, {"language": "zh-hans", "next": SIGN_IN})
    assert lang_of(client.get(SIGN_IN)) == "zh-Hans"


def test_the_choice_outlives_signing_in_and_out(client, town):
    client.post(SWITCH, {"language": "en", "next": "/"})
    client.force_login(town.east_secretary)
    assert lang_of(client.get("/campaigns/striving/week/")) == "en"
    client.post("/accounts/sign-out/")
    assert lang_of(client.get(SIGN_IN)) == "en"


def test_an_unknown_language_is_no_language(client):
    client.cookies["language"] = "xx"
    assert lang_of(client.get(SIGN_IN)) == "zh-Hans"
    client.post(SWITCH, {"language": "fr", "next": SIGN_IN})
    assert lang_of(client.get(SIGN_IN)) == "zh-Hans"


def test_the_switch_leads_to_no_other_site(client):
    answer = client.post(SWITCH, {"language": "en", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_the_switch_works_where_forms_are_checked(town):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(SWITCH, {"language": "en", "next": "/open/"}).status_code == 302
    assert lang_of(strict.get("/open/")) == "en"


@pytest.mark.parametrize("address", ["/open/", "/open/?q=东", "/open/1.1.1/", "/open/rate/"])
def test_the_public_is_offered_english_and_given_no_cookie(address, client, town):
    page = client.get(address)
    html = page.content.decode()
    assert not client.cookies and "csrf" not in html
    assert f'action="{SWITCH}"' in html and ">English</button>" in html

    client.post(SWITCH, {"language": "en", "next": address})
    assert lang_of(client.get(address)) == "en"
    assert set(client.cookies) == {"language"}


def test_an_answer_to_a_form_does_not_offer_to_throw_it_away(client):
    assert SWITCH in client.get(SIGN_IN).content.decode()
    assert SWITCH not in client.post(SIGN_IN, {"username": "nobody"}).content.decode()


def test_a_request_leaves_no_language_behind(client):
    client.cookies["language"] = "en"
    client.get(SIGN_IN)
    other = Client().get("/nowhere/", follow=True)
    assert lang_of(other) == "zh-Hans"


def test_a_page_kept_by_a_proxy_is_kept_for_each_choice(client, town):
    assert "Cookie" in client.get("/open/")["Vary"]


def test_a_crash_is_told_in_the_language_of_the_page(client, town, monkeypatch):
    monkeypatch.setattr("zhengyou.rooms.pledges.pages.public.organisations_called", None)
    client.raise_request_exception = False
    client.cookies["language"] = "en"
    page = client.get("/open/")
    assert (
        page.status_code == 500 and lang_of(page) == "en" and "Something went wrong" in page.content.decode()
    )
