"""What a round may ask, and whom."""

from datetime import date

import pytest

from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.models import Round
from zhengyou.rooms.ratings.queries import criteria_sets_of
from zhengyou.rooms.ratings.tests.test_actions import opened

SETS = [
    {
        "code": "five_goods",
        "name": "五个好",
        "for": "organisation",
        "items": ["领导班子好", {"what": "群众反映好", "points": 20}],
    },
    {"code": "five_leads", "name": "五带头", "for": "person", "items": ["带头学习提高"]},
]


@pytest.fixture
def town(town, on):
    on(date(2010, 5, 10))
    town.campaign.pack = {"criteria_sets": SETS}
    town.campaign.save()
    return town


def test_a_round_asks_what_the_packs_criteria_ask_and_what_is_written_beside_them(town):
    round = opened(town, criteria_set="five_goods", questions=["承诺兑现了没有"])
    assert round.questions == ["领导班子好", "群众反映好", "承诺兑现了没有"]
    assert opened(town, criteria_set="five_goods", questions=[]).criteria_set == "five_goods"


@pytest.mark.parametrize("code", ["five_leads", "unheard_of"])
def test_criteria_for_people_or_of_another_pack_are_refused(town, code):
    with pytest.raises(Refused, match="没有这套组织的标准"):
        opened(town, criteria_set=code)


@pytest.mark.parametrize("groups", [["below"], ["public", "below"], ["public", "self"]])
def test_an_open_link_is_for_the_public_alone(town, groups):
    with pytest.raises(Refused, match="只能单独用于群众评议"):
        opened(town, access="link", groups=groups)


def test_a_question_asked_twice_is_refused(town):
    with pytest.raises(Refused, match="写了两遍"):
        opened(town, questions=["作风", "作风"])


def test_the_page_offers_the_packs_criteria(town, visit, client):
    assert [s[0] for s in criteria_sets_of(town.campaign)] == ["five_goods"]
    html = visit(town.office, "/ratings/new/").content.decode()
    assert "五个好 · 2" in html and "五带头" not in html
    given = {
        "name": "测评", "which": "branches", "groups": ["public"], "access": "code", "questions": "",
        "opens_on": "2010-05-10", "closes_on": "2010-06-30",
    }  # fmt: skip
    refused = client.post("/ratings/new/", given | {"criteria_set": ""})
    assert refused.status_code == 422 and "至少写一个问题" in refused.content.decode()
    assert client.post("/ratings/new/", given | {"criteria_set": "five_goods"}).status_code == 302
    assert Round.objects.get().questions == ["领导班子好", "群众反映好"]
