"""Rating on the web: codes in, ballots out, results after the boxes were opened."""

import re
from datetime import date

import pytest
from django.contrib.sessions.models import Session

from tests.fixtures import check_manners
from zhengyou.core.models import Deed
from zhengyou.rooms.ratings.actions import close_round, issue_tokens
from zhengyou.rooms.ratings.models import Ballot, Round, Token
from zhengyou.rooms.ratings.tests.test_actions import box, fill, opened


@pytest.fixture
def first_day(town, on):
    on(date(2010, 5, 10))
    return town


@pytest.fixture
def public_box(first_day):
    return box(opened(first_day), first_day.east, "public")


def code_for(town, at):
    return issue_tokens(town.office, at, number=1)[0]


GOOD = {"q0": "good", "q1": "fair", "cast": "1"}


def test_everybody_with_a_code_rates_once(first_day, public_box, visit, client):
    code = code_for(first_day, public_box)
    visit(None, "/open/rate/")

    form = client.post("/open/rate/", {"code": code})
    assert "东街村党支部" in form.content.decode() and "承诺的事办得怎么样" in form.content.decode()
    done = client.post("/open/rate/", {"code": code} | GOOD)
    assert done.status_code == 200 and "已投进票箱" in done.content.decode()
    check_manners(done.content.decode())

    again = client.post("/open/rate/", {"code": code} | GOOD)
    assert again.status_code == 422 and "已经用过" in again.content.decode()
    assert Ballot.objects.count() == 1


def test_a_ballot_with_a_gap_comes_back_with_what_was_chosen(first_day, public_box, client):
    code = code_for(first_day, public_box)
    page = client.post("/open/rate/", {"code": code, "q0": "fair", "cast": "1"})
    html = page.content.decode()
    assert page.status_code == 422 and "这一题还没有选" in html
    assert re.search(r'name="q0" value="fair" checked', html)
    assert Ballot.objects.count() == 0 and Token.objects.count() == 1


def test_rating_leaves_nothing_on_the_voters_machine_and_nothing_with_other_sites(
    first_day, public_box, client
):
    code = code_for(first_day, public_box)
    pages = [
        client.get("/open/rate/"),
        client.post("/open/rate/", {"code": code}),
        client.post("/open/rate/", {"code": code} | GOOD),
    ]
    assert not client.cookies
    for page in pages:
        assert page["Referrer-Policy"] == "no-referrer"
        assert "no-store" in page["Cache-Control"]
        assert code not in page.request["QUERY_STRING"] + page.request["PATH_INFO"]


def test_who_is_signed_in_while_rating_leaves_no_trace(first_day, public_box, client):
    code = code_for(first_day, public_box)
    client.force_login(first_day.member)
    kept = list(Session.objects.values_list("session_key", "session_data", "expire_date"))
    deeds = Deed.objects.count()

    client.post("/open/rate/", {"code": code})
    client.post("/open/rate/", {"code": code} | GOOD)

    assert Ballot.objects.count() == 1
    assert list(Session.objects.values_list("session_key", "session_data", "expire_date")) == kept
    assert Deed.objects.count() == deeds
    seen = first_day.member.last_login
    first_day.member.refresh_from_db()
    assert first_day.member.last_login == seen


def test_too_early_or_too_late_the_code_is_not_used_up(first_day, on, client):
    at = box(opened(first_day, opens_on=date(2010, 6, 1)), first_day.east, "public")
    code = code_for(first_day, at)
    page = client.post("/open/rate/", {"code": code})
    assert page.status_code == 422 and "今天不收" in page.content.decode()
    on(date(2010, 6, 1))
    assert client.post("/open/rate/", {"code": code}).status_code == 200


def test_slips_carry_the_code_where_no_log_sees_it(first_day, visit, client):
    round = opened(first_day)
    visit(first_day.office, f"/ratings/{round.pk}/")
    page = client.post(f"/ratings/{round.pk}/slips/", {"group": "public", "number": 3})
    html = page.content.decode()

    codes = re.findall(r'<p class="code">(.{11})</p>', html)
    assert len(set(codes)) == 6, "three for each of the two organisations rated"
    assert html.count("<svg") >= 6 and "no-store" in page["Cache-Control"]
    assert Token.objects.count() == 6
    other = client.post("/open/rate/", {"code": codes[0]})
    assert other.status_code == 200
    refused = client.post(f"/ratings/{round.pk}/slips/", {"group": "public", "number": 2000})
    assert refused.status_code == 422 and Token.objects.count() == 6


def test_a_member_draws_a_code_and_sees_it_once(first_day, visit, client):
    round = opened(first_day)
    subject = round.subjects.get(organisation=first_day.east)
    assert "东街村党支部" in visit(first_day.member, "/ratings/draw/").content.decode()
    page = client.post("/ratings/draw/", {"subject": subject.pk})
    code = re.search(r'name="code" value="(.{11})"', page.content.decode())[1]
    assert client.post("/open/rate/", {"code": code}).status_code == 200
    assert client.post("/ratings/draw/", {"subject": subject.pk}).status_code == 404
    assert "眼下没有要您评的" in visit(first_day.member, "/ratings/draw/").content.decode()


def test_an_office_opens_a_round_and_its_boxes(first_day, visit, client, on):
    visit(first_day.office, "/ratings/new/")
    given = {
        "name": "二季度测评", "which": "branches", "groups": ["public", "self"], "questions": "办事\n作风\n", "access": "code",
        "opens_on": "2010-05-10", "closes_on": "2010-06-30",
    }  # fmt: skip
    assert client.post("/ratings/new/", given | {"closes_on": "2010-05-01"}).status_code == 422
    answer = client.post("/ratings/new/", given)
    round = Round.objects.get()
    assert answer["Location"] == f"/ratings/{round.pk}/"
    assert round.questions == ["办事", "作风"] and round.subjects.count() == 3
    visit(first_day.office, "/ratings/")
    early = client.post(f"/ratings/{round.pk}/close/")
    assert early.status_code == 422 and "截止日" in early.content.decode()

    on(date(2010, 7, 1))
    assert client.post(f"/ratings/{round.pk}/close/").status_code == 302
    visit(first_day.office, f"/ratings/{round.pk}/")


def test_an_organisation_answers_about_itself(first_day, visit, client):
    round = opened(first_day, groups=["public", "self"])
    subject = round.subjects.get(organisation=first_day.east)
    assert "等本组织自评" in visit(first_day.east_secretary, "/ratings/").content.decode()
    url = f"/ratings/own/{subject.pk}/"
    visit(first_day.east_secretary, url)
    assert client.post(url, {"q0": "good"}).status_code == 422
    assert client.post(url, {"q0": "good", "q1": "fair"}).status_code == 302
    assert subject.self_rating.answers == ["good", "fair"]
    visit(first_day.west_secretary, url, status=404)


def test_results_are_shown_after_opening_with_small_groups_folded(first_day, visit, on):
    round = opened(first_day, groups=["below", "peers", "public", "self"])
    subject = round.subjects.get(organisation=first_day.east)
    fill(first_day, box(round, first_day.east, "public"), *[["good", "good"]] * 9)
    fill(first_day, box(round, first_day.east, "below"), *[["fair", "good"]] * 6)
    fill(first_day, box(round, first_day.east, "peers"), *[["poor", "good"]] * 3)
    url = f"/ratings/results/{subject.pk}/"
    assert "还没有开箱" in visit(first_day.east_secretary, url).content.decode()

    on(date(2010, 7, 1))
    close_round(first_day.office, round)

    html = visit(first_day.east_secretary, url).content.decode()
    assert html.count("不单独公布") == 2 and "以上合并" in html and "共收回18票" in html
    visit(first_day.west_secretary, url, status=404)
    visit(first_day.member, url, status=404)


def test_a_page_of_boxes_needs_no_query_for_each(first_day, visit, django_assert_max_num_queries):
    round = opened(first_day, groups=["below", "peers", "above", "public"])
    with django_assert_max_num_queries(40):
        visit(first_day.office, f"/ratings/{round.pk}/")
