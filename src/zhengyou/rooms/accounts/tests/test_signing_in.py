"""Signing in: who guesses is slowed down, who holds the account is not."""

from datetime import timedelta

import pytest
from django.test import Client

from zhengyou.rooms.accounts.models import WrongPassword

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SIGN_IN = "/accounts/sign-in/"
RIGHT = "red-star-town"


@pytest.fixture(autouse=True)
def password(town, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, for many guesses
    for user in (town.office, town.east_secretary):
        user.set_password(RIGHT)
        user.save()


def attempt(client, username="office", password="wrong", place="203.0.113.7", **headers):
    return client.post(
        SIGN_IN, {"username": username, "password": password}, REMOTE_ADDR=place, headers=headers
    )


def later(seconds):
    """Let time pass, for what is remembered."""
    for wrong in WrongPassword.objects.all():
        wrong.at -= timedelta(seconds=seconds)
        wrong.save()


def guess(times, username="office", place="203.0.113.7", **headers):
    """Guess on and on as fast as the waits allow; the last answer."""
    enemy = Client()
    for _ in range(times):
        answer = attempt(enemy, username, place=place, **headers)
        if answer.status_code == 429:
            later(int(answer["Retry-After"]))
            answer = attempt(enemy, username, place=place, **headers)
            assert answer.status_code == 422
    return answer


def test_the_right_password_opens_and_nothing_is_remembered(client):
    answer = attempt(client, password=RIGHT)

    assert answer.status_code == 302 and not WrongPassword.objects.exists()


def test_a_few_typing_errors_cost_nothing(client):
    for _ in range(5):
        answer = attempt(client)
        assert answer.status_code == 422 and "账号或密码不对" in answer.content.decode()

    assert attempt(client, password=RIGHT).status_code == 302


def test_then_each_wrong_password_doubles_the_wait_up_to_five_minutes():
    guess(6)
    waits = []
    for _ in range(12):
        answer = attempt(Client())
        waits.append(int(answer["Retry-After"]))
        later(waits[-1])
        assert attempt(Client()).status_code == 422

    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]


def test_too_soon_is_told_in_words_without_looking_at_the_password(client):
    guess(6)
    answer = attempt(client, password=RIGHT)

    assert answer.status_code == 429 and "请等2秒再试" in answer.content.decode()
    assert 'value="office"' in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_pressing_again_while_waiting_makes_the_wait_no_longer(client):
    guess(8)
    waits = [int(attempt(client)["Retry-After"]) for _ in range(20)]

    assert max(waits) <= 8


def test_an_empty_field_is_no_try(client):
    for _ in range(20):
        assert attempt(client, password="").status_code == 422

    assert not WrongPassword.objects.exists()


def test_somebody_elsewhere_cannot_lock_the_account():
    guess(40, place="198.51.100.9")

    assert attempt(Client(), password=RIGHT, place="203.0.113.7").status_code == 302


def test_who_signed_in_here_before_does_not_wait_for_a_neighbour_behind_the_same_address(client):
    attempt(client, password=RIGHT)
    client.post("/accounts/sign-out/")
    guess(40)

    assert attempt(Client(), password=RIGHT).status_code == 429
    assert attempt(client).status_code == 422
    assert attempt(client, password=RIGHT).status_code == 302


def test_a_known_browser_is_slowed_down_for_its_own_guesses(client):
    attempt(client, password=RIGHT)
    client.post("/accounts/sign-out/")
    for _ in range(6):
        attempt(client)

    assert attempt(client, password=RIGHT).status_code == 429
    later(2)
    assert attempt(client, password=RIGHT).status_code == 302


def test_a_known_browser_is_known_for_its_own_accounts_only(client):
    attempt(client, "office", RIGHT)
    client.post("/accounts/sign-out/")
    guess(40, "east")

    assert attempt(client, "east", RIGHT).status_code == 429


def test_a_machine_in_an_office_is_known_for_everybody_who_signed_in_there(client):
    for username in ("office", "east"):
        attempt(client, username, RIGHT)
        client.post("/accounts/sign-out/")
    guess(40, "office")

    assert attempt(client, "office", RIGHT).status_code == 302


def test_a_forged_mark_of_a_browser_is_worth_nothing(client):
    guess(40)
    client.cookies["known_here"] = "device.office:forged:signature"

    assert attempt(client, password=RIGHT).status_code == 429


def test_trying_one_password_at_many_accounts_slows_the_place_down():
    for n in range(31):
        assert attempt(Client(), f"somebody{n}").status_code == 422

    assert attempt(Client(), "another").status_code == 429
    assert attempt(Client(), "another", place="198.51.100.9").status_code == 422


def test_an_account_that_does_not_exist_is_answered_alike():
    real, none = guess(6, "office"), guess(6, "nobody", place="198.51.100.9")

    assert real.status_code == none.status_code
    assert attempt(Client(), "nobody", place="198.51.100.9")["Retry-After"] == "2"


def test_nobody_passes_for_another_place_by_claiming_it():
    guess(6, **{"X-Forwarded-For": "192.0.2.1"})

    assert attempt(Client(), **{"X-Forwarded-For": "192.0.2.2"}).status_code == 429


def test_a_server_on_the_same_machine_says_whom_it_speaks_for():
    local = {"place": "127.0.0.1"}
    guess(6, **local, **{"X-Forwarded-For": "192.0.2.2, 192.0.2.1"})

    assert attempt(Client(), **local, **{"X-Forwarded-For": "192.0.2.9, 192.0.2.1"}).status_code == 429
    assert attempt(Client(), **local, **{"X-Forwarded-For": "192.0.2.1, 192.0.2.2"}).status_code == 422


def test_one_household_has_one_ipv6_network():
    guess(6, place="2001:db8:1:2::1")

    assert attempt(Client(), place="2001:db8:1:2:ffff::9").status_code == 429
    assert attempt(Client(), place="2001:db8:1:3::1").status_code == 422


def test_what_is_kept_names_nobody_and_is_gone_after_an_hour(client):
    guess(3)
    kept = WrongPassword.objects.first()
    assert "office" not in kept.account and "203" not in kept.place

    later(3601)
    attempt(client, "east")
    assert WrongPassword.objects.count() == 1


def test_a_part_of_a_page_is_told_that_its_reader_was_signed_out(client):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/trail/"}
    answer = client.get("/trail/", headers=headers, follow=True)

    assert answer.status_code == 401
    assert "重新登录" in answer.content.decode() and "next=%2Ftrail%2F" in answer.content.decode()
