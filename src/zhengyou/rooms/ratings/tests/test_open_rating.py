"""What everybody meets at the box: codes that are not taken, in words; open links; receipts."""

import re
from datetime import date

import pytest

from tests.fixtures import check_manners
from zhengyou.rooms.ratings.actions import close_round, issue_tokens
from zhengyou.rooms.ratings.models import Ballot, Token, receipt_written
from zhengyou.rooms.ratings.models.codes import ALPHABET, fresh_code
from zhengyou.rooms.ratings.pages import guessing
from zhengyou.rooms.ratings.queries import receipts_of, results_in, results_of
from zhengyou.rooms.ratings.tests.test_actions import box, opened

GOOD = {"q0": "good", "q1": "fair", "cast": "1"}
RATE = "/open/rate/"


@pytest.fixture
def town(town, on, monkeypatch):
    on(date(2010, 5, 10))
    monkeypatch.setattr(guessing, "_wrong", guessing.deque())
    return town


@pytest.fixture
def at(town):
    return box(opened(town), town.east, "public")


def words(page, status=422):
    html = page.content.decode()
    assert page.status_code == status
    check_manners(html)
    return html


def rated(client, code, **more):
    """The receipt that was shown."""
    html = words(client.post(RATE, {"code": code} | GOOD | more), 200)
    return re.search(r"\d{4}-\d{4}-\d{4}", html)[0]


def test_a_code_replayed_or_forwarded_is_refused_and_says_what_to_do(town, at, client):
    (code,) = issue_tokens(town.office, at, number=1)
    rated(client, code)

    html = words(client.post(RATE, {"code": code} | GOOD))

    assert "先用的人算" in html and "那张票算上了" in html and "换一张纸条" in html
    assert Ballot.objects.count() == 1


def test_a_guessed_code_and_a_mistyped_one_are_told_apart(town, at, client):
    (code,) = issue_tokens(town.office, at, number=1)
    last = next(s for s in ALPHABET if s != code[-1])

    assert "码输错了" in words(client.post(RATE, {"code": code[:-1] + last}))
    assert "没有这个评议码" in words(client.post(RATE, {"code": fresh_code()}))
    assert Token.objects.count() == 1


def test_an_expired_code_says_the_days_and_after_the_opening_that_it_ended(town, at, client, on):
    (code,) = issue_tokens(town.office, at, number=1)
    on(date(2010, 7, 1))
    assert "2010年5月10日到2010年6月30日，今天不收" in words(client.post(RATE, {"code": code} | GOOD))

    close_round(town.office, at.subject.round)

    assert "过期作废" in words(client.post(RATE, {"code": code} | GOOD))
    assert not Ballot.objects.exists()


def test_a_code_of_one_round_on_the_ballot_of_another_is_not_used_up(town, at, client):
    other = box(opened(town, name="下半年测评"), town.west, "public")
    (code,) = issue_tokens(town.office, other, number=1)

    html = words(client.post(RATE, {"code": code, "box": at.pk} | GOOD))

    assert "评的是“西街社区”" in html and "没有用掉" in html
    assert rated(client, code, box=other.pk) and not at.ballots.exists()


def test_guessing_stops_everybody_for_a_minute_and_keeps_nobodys_address(town, at, client, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(guessing, "monotonic", lambda: now[0])
    monkeypatch.setattr(guessing, "allowed", lambda live: guessing.AT_LEAST)
    (code,) = issue_tokens(town.office, at, number=1)
    for _ in range(guessing.AT_LEAST + 1):
        words(client.post(RATE, {"code": fresh_code()}))

    assert "像是有人在乱试" in words(client.post(RATE, {"code": code} | GOOD), 429)
    assert all(isinstance(moment, float) for moment in guessing._wrong), "moments and nothing else"
    now[0] += 61
    assert rated(client, code)


def test_more_wrong_codes_are_borne_where_fewer_are_out():
    assert guessing.allowed(2_000) > 9_000, "a hall that mistypes is not stopped"
    assert guessing.allowed(1_000_000) == guessing.AT_LEAST
    assert guessing.allowed(0) >= guessing.allowed(1)


def test_two_who_share_a_browser_see_nothing_of_each_other(town, at, client):
    first, second = issue_tokens(town.office, at, number=2)
    receipt = rated(client, first)

    pages = [client.get(RATE), client.post(RATE, {"code": second})]

    for page in pages:
        html = page.content.decode()
        assert first not in html and receipt not in html and "checked" not in html
        assert "no-store" in page["Cache-Control"] and not page.cookies
    assert rated(client, second) != receipt


def test_a_receipt_is_found_in_the_list_once_the_boxes_are_open(town, at, client, on, visit):
    receipts = [rated(client, code) for code in issue_tokens(town.office, at, number=3)]
    url, round = "/open/receipts/", at.subject.round
    early = words(client.post(url, {"receipt": receipts[0]}), 200)
    assert "还没有开箱" in early and receipts[1] not in early, "who looks on does not see who comes when"
    visit(town.office, f"/ratings/{round.pk}/receipts/", status=404)

    on(date(2010, 7, 1))
    close_round(town.office, round)

    late = words(client.post(url, {"receipt": receipts[0].replace("-", " ")}), 200)
    assert "已经计入" in late and all(r in late for r in receipts)
    assert receipts_of(round) == sorted(receipts)
    assert "没有这个回执" in words(client.post(url, {"receipt": "1000 0000 0001"}))
    paper = visit(town.office, f"/ratings/{round.pk}/receipts/").content.decode()
    assert all(r in paper for r in receipts)
    visit(town.west_secretary, f"/ratings/{round.pk}/receipts/", status=404)


def test_a_receipt_is_written_so_that_it_can_be_read_out():
    assert receipt_written(123456789012) == "1234-5678-9012"


def test_an_open_link_takes_votes_without_codes_and_is_marked(town, client, visit, on):
    round = opened(town, groups=["public"], access="link", subjects=[town.east])
    subject = round.subjects.get()
    url = f"/open/rate/{subject.boxes.get().pk}/"
    assert "只作参考" in visit(None, url).content.decode()
    for _ in range(6):
        assert "已投进票箱" in words(client.post(url, GOOD), 200)
    posters = visit(town.office, f"/ratings/{round.pk}/posters/").content.decode()
    assert url in posters and "<svg" in posters
    visit(town.office, f"/ratings/{round.pk}/")

    on(date(2010, 7, 1))
    assert "今天不收" in words(client.post(url, GOOD), 200)
    close_round(town.office, round)

    html = visit(town.east_secretary, f"/ratings/results/{subject.pk}/").content.decode()
    assert "公开链接，不发码" in html
    assert results_of(subject).whole.votes == 6
    assert results_in(round) == {}, "nothing that reckons ever gets them"


def test_a_box_of_codes_has_no_link(at, visit):
    visit(None, f"/open/rate/{at.pk}/", status=404)


def test_slips_say_where_they_were_handed_out(town, at, client):
    client.force_login(town.office)
    asked = {"group": "public", "number": 1, "occasion": "5月20日党员大会"}
    html = client.post(f"/ratings/{at.subject.round_id}/slips/", asked).content.decode()
    assert html.count("5月20日党员大会") == 2
    assert set(at.issues.values_list("occasion", flat=True)) == {"5月20日党员大会"}
