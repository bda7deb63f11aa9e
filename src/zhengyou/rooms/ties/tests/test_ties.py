"""Ties: entered once, read from both sides, counted once; what is missing is counted too."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from tests.town import organisation
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.orgs.actions import describe_organisation, found_organisation
from zhengyou.rooms.orgs.models import Post
from zhengyou.rooms.ties.actions import end_tie, make_tie
from zhengyou.rooms.ties.models import Tie
from zhengyou.rooms.ties.queries import lacking_pairings, ties_from, ties_in, ties_to, without_contact

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def june(town, on):
    on(date(2010, 6, 1))
    town.union = organisation(town.committee, "1.1.9", "红星镇总工会", "红星镇工会", "union", "other")
    town.league = organisation(town.committee, "1.1.10", "共青团红星镇委员会", "红星镇团委", "youth", "other")
    return town


def figures(where, *names, on=date(2010, 6, 1)):
    found = figures_by_org(Live(), list(names), where, Window(on))[where.pk]
    return [int(found[n].numerator) for n in names]


def test_a_pairing_is_read_from_both_sides_and_counted_once(june):
    tie = make_tie(june.office, june.east, kind="pairing", partner=june.river, purpose="合修一条水渠")

    assert list(ties_to(june.east)) == [tie] and list(ties_from(june.river)) == [tie]
    assert list(ties_to(june.river)) == [] and list(ties_from(june.east)) == []
    assert figures(june.city, "ties", "pairings") == [1, 1]
    with pytest.raises(Refused, match="已经登记过"):
        make_tie(june.office, june.river, kind="pairing", partner=june.east)


def test_a_leader_keeps_contact_with_units_and_the_rest_are_listed(june):
    Post.objects.create(person=june.sun, organisation=june.city, title="副书记", since=date(2009, 1, 1))
    make_tie(june.office, june.east, kind="contact", person=june.sun)
    make_tie(june.office, june.east, kind="contact", person=june.zhou)

    assert figures(june.city, "ties", "contact_points", "contacted_organisations") == [2, 1, 1]
    assert [t.organisation for t in ties_from(june.city)] == [june.east]
    assert june.east not in without_contact(june.office, june.city)
    assert june.west in without_contact(june.office, june.city)


def test_a_model_point_of_the_province_and_the_city_is_one(june):
    for level in ("city", "province"):
        make_tie(june.office, june.east, kind="model", partner=june.city, level=level)
    make_tie(june.office, june.west, kind="model", partner=june.city, level="city")

    assert figures(june.city, "model_points", "provincial_model_points") == [2, 1]


def test_a_tie_ends_and_the_past_stays(june, on):
    tie = make_tie(june.office, june.east, kind="first", person=june.zhou)
    with pytest.raises(Refused, match="第一书记还是周敏"):
        make_tie(june.office, june.east, kind="first", person=june.sun)
    on(date(2010, 7, 1))
    end_tie(june.east_secretary, tie)
    make_tie(june.office, june.east, kind="first", person=june.sun)

    assert figures(june.city, "first_secretaries") == [1]
    assert figures(june.city, "first_secretaries", on=date(2010, 7, 1)) == [1]
    assert [t.other for t in ties_to(june.east)] == ["孙立"]
    with pytest.raises(Refused, match="不用再解除"):
        end_tie(june.office, tie)


def test_missing_pairings_are_three_for_each_less_those_beside(june):
    # city, two committees, three branches
    assert figures(june.city, "pairings_due", "pairings_made", "missing_pairings") == [18, 0, 18]
    make_tie(june.office, june.committee, kind="beside", partner=june.union)
    tie = make_tie(june.office, june.committee, kind="beside", partner=june.league)

    assert figures(june.city, "missing_pairings", "ties") == [16, 0]
    assert figures(june.committee, "pairings_due", "missing_pairings") == [9, 7]
    assert june.committee in lacking_pairings(june.office, june.city)
    end_tie(june.office, tie, until=date(2010, 6, 1))
    assert figures(june.committee, "missing_pairings") == [8]


def test_one_mass_organisation_of_a_line_stands_beside_a_party_organisation(june):
    make_tie(june.office, june.committee, kind="beside", partner=june.union)
    other = organisation(june.city, "1.8", "红星市总工会", "市总工会", "union", "other")
    with pytest.raises(Refused, match="已配红星镇总工会"):
        make_tie(june.office, june.committee, kind="beside", partner=other)
    with pytest.raises(Refused, match="已配在红星镇党委旁边"):
        make_tie(june.office, june.city, kind="beside", partner=june.union)
    with pytest.raises(Refused, match="核对两边的组织类型"):
        make_tie(june.office, june.city, kind="beside", partner=june.west)
    with pytest.raises(IntegrityError), transaction.atomic():
        Tie.objects.create(
            organisation=june.committee, partner=other, kind="beside", line="union", since=date(2010, 6, 1)
        )


def test_what_became_a_party_organisation_owes_nothing_for_the_days_before(june, on):
    group = found_organisation(june.office, june.east, name="东街村第一党小组", kind="group")
    make_tie(june.office, group, kind="contact", person=june.zhou)
    before = figures(june.east, "pairings_due", "contacted_organisations")
    on(date(2010, 7, 1))
    told = {"kind": "branch", "category": "village", "establishment": "single"}
    describe_organisation(june.office, group, **told)

    assert before == figures(june.east, "pairings_due", "contacted_organisations") == [3, 0]
    assert figures(june.east, "pairings_due", "contacted_organisations", on=date(2010, 7, 1)) == [6, 1]
    assert figures(june.east, "ties", on=date(2010, 7, 1)) == [1]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "friend"}, "没有“friend”这种结对"),
        ({"kind": "pairing"}, "要写对方组织"),
        ({"kind": "contact"}, "要写是谁"),
        ({"kind": "pairing", "partner": "east"}, "不能和自己结对"),
        ({"kind": "pairing", "partner": "river", "level": "city"}, "只有示范点才写级别"),
        ({"kind": "pairing", "partner": "river", "until": date(2010, 6, 1)}, "前后颠倒"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(june, given, words):
    if "partner" in given:
        given = given | {"partner": getattr(june, given["partner"])}
    with pytest.raises(Refused, match=words):
        make_tie(june.office, june.east, **given)

    assert not Tie.objects.exists()


def test_only_ones_own_organisation_or_an_office_above_ties(june):
    with pytest.raises(PermissionDenied):
        make_tie(june.west_secretary, june.east, kind="pairing", partner=june.west)
    tie = make_tie(june.east_secretary, june.east, kind="pairing", partner=june.west)
    with pytest.raises(PermissionDenied):
        end_tie(june.west_secretary, tie)


def test_the_page_ties_by_name_and_shows_both_sides(june, client, visit):
    client.force_login(june.office)
    here = f"/ties/?org={june.east.pk}"
    client.post(here, {"kind": "pairing", "partner": "河东村", "purpose": "合修水渠"})
    client.post(here, {"kind": "contact", "person": "周敏"})
    html = visit(june.east_secretary, "/ties/").content.decode()
    assert "河东村党支部" in html and "合修水渠" in html and "周敏" in html
    assert "东街村党支部" in visit(june.river_secretary, "/ties/").content.decode()

    client.force_login(june.office)
    wrong = client.post(here, {"kind": "pairing", "partner": "河西村"})
    assert wrong.status_code == 422 and "没有叫“河西村”的组织" in wrong.content.decode()
    assert "河东村" in visit(june.office, f"/ties/below/?org={june.city.pk}&kind=pairing").content.decode()
    assert "工会、共青团、妇联" in visit(june.office, f"/ties/missing/?org={june.city.pk}").content.decode()

    tie = Tie.objects.get(kind="pairing")
    assert client.post(f"/ties/{tie.pk}/end/").status_code == 302
    assert [t.kind for t in ties_in(june.office, june.city)] == ["contact"]


def test_strangers_see_no_ties(june, visit):
    make_tie(june.office, june.east, kind="pairing", partner=june.river)
    visit(june.stranger, "/ties/", status=404)
    visit(june.west_secretary, f"/ties/?org={june.east.pk}", status=404)
    assert list(ties_in(june.west_secretary, june.city)) == []
    assert len(ties_in(june.east_secretary, june.city)) == 1
