"""The public's vote on units nominated: by token, counted at once, folded when few, beside the decision and never it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.rooms.honours.actions import decide_honour, hold_public_vote
from zhengyou.rooms.honours.models import HonourBatch, PublicVote
from zhengyou.rooms.honours.queries import vote_of, voted_on
from zhengyou.rooms.honours.tests.conftest import posted, ready, ready_person
from zhengyou.rooms.ratings.actions import close_round
from zhengyou.rooms.ratings.models import Ballot
from zhengyou.rooms.ratings.tests.test_actions import box, fill

pytestmark = [pytest.mark.django_db]
LAST = date(2010, 6, 8)


@pytest.fixture
def voted(honours, on):
    """East and west nominated, passed on and posted; six of the east's public voted, two of the west's."""
    town, h = honours.town, honours
    HonourBatch.objects.filter(pk=h.batch.pk).update(nominate_by=LAST)
    h.batch.seats.create(number=2)
    h.east, h.west = ready(h), ready(h, town.west, town.west_secretary)
    for one in (h.east, h.west):
        posted(h, one)
    h.vote = hold_public_vote(town.office, h.batch, closes_on=LAST, questions=["它做得怎么样"])
    fill(
        town,
        box(h.vote.round, town.east, "public"),
        ["good"],
        ["good"],
        ["good"],
        ["good"],
        ["fair"],
        ["poor"],
    )
    fill(town, box(h.vote.round, town.west, "public"), ["poor"], ["poor"])
    return h


def decided(h, nomination, **details):
    given = {"nomination": nomination, "given": True, "meeting": "市委常委会"} | details
    return decide_honour(h.town.leader, h.batch, **given)


@pytest.mark.database
def test_nothing_is_known_before_it_is_counted_and_nothing_is_decided(voted, on):
    assert voted_on(voted.vote, [voted.east, voted.west]) == {voted.east.pk: None, voted.west.pk: None}
    assert not Ballot.objects.filter(answers__isnull=False).exists()
    on(date(2010, 6, 10))
    with pytest.raises(Refused, match="群众评选还没有开箱计票.*再决定"):
        decided(voted, voted.east)


@pytest.mark.database
def test_the_votes_stand_beside_the_decision_and_few_are_not_told(voted, on):
    on(date(2010, 6, 10))
    close_round(voted.town.office, voted.vote.round)
    found = voted_on(vote_of(voted.batch), [voted.east, voted.west])
    assert (found[voted.east.pk].votes, found[voted.east.pk].well, found[voted.east.pk].answers) == (6, 4, 6)
    assert found[voted.west.pk] is None  # two votes tell who voted
    decided(voted, voted.west)  # people decide: what few said badly, or many said well, binds nobody
    decided(voted, voted.east, given=False, words="名额留给西街")


@pytest.mark.database
def test_a_vote_is_on_units_and_held_once_by_the_giver(honours):
    town = honours.town
    ready_person(honours)
    with pytest.raises(Refused, match="个人不拿票数比高低"):
        hold_public_vote(town.office, honours.people, closes_on=LAST)
    with pytest.raises(Refused, match="还没有可以评选的"):
        hold_public_vote(town.office, honours.batch, closes_on=LAST)
    ready(honours)
    for by in (town.leader, town.east_secretary, honours.town_office):
        with pytest.raises(PermissionDenied):
            hold_public_vote(by, honours.batch, closes_on=LAST)
    hold_public_vote(town.office, honours.batch, closes_on=LAST)
    with pytest.raises(Refused, match="一批只开一次"):
        hold_public_vote(town.office, honours.batch, closes_on=LAST)


def test_the_office_opens_it_and_the_leader_sees_it_beside_the_names(honours, visit, client, on):
    town, made = honours.town, ready(honours)
    address = f"/honours/batches/{honours.batch.pk}/"
    assert f"{address}vote/" in visit(town.office, address).content.decode()
    told = {"question": "为群众办事办得怎么样", "closes_on": "2010-06-08"}
    assert client.post(f"{address}vote/", told).status_code == 302
    vote = PublicVote.objects.get()
    assert (vote.round.questions, vote.round.access, vote.round.groups) == (
        ["为群众办事办得怎么样"], "code", ["public"],
    )  # fmt: skip
    assert f"/ratings/{vote.round_id}/" in visit(town.office, address).content.decode()
    posted(honours, made)
    fill(town, box(vote.round, town.east, "public"), *[["good"]] * 5)
    on(date(2010, 6, 10))
    assert "已截止，等开箱" in visit(town.leader, f"{address}decide/").content.decode()
    close_round(town.office, vote.round)
    page = visit(town.leader, f"{address}decide/").content.decode()
    assert "不代替决定" in page and "答“好”和“较好”的" in page and ">5<" in page
    visit(town.leader, f"{address}vote/", status=404)
    visit(town.east_secretary, f"{address}vote/", status=404)
