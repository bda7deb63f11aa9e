"""Whoever is excepted is asked nothing, on every engine alike; the others are asked as before."""

from datetime import date
from fractions import Fraction

import pytest

from tests.conformance.county import ASKED
from tests.conformance.test_figures import SPARK, every_engine
from zhengyou.core.figures import lacking_by_org, lacking_by_person, progress_by_org
from zhengyou.core.rollup import Asked, Window
from zhengyou.rooms.campaigns.models import Exemption, OrganisationExemption
from zhengyou.rooms.orgs.models import Membership, Post

pytestmark = [pytest.mark.database, pytest.mark.django_db]

ON = date(2010, 9, 20)
HOURS = {"study_hours": Fraction(4, 5)}


def study(number: int, posts: tuple[str, ...] = ()) -> Asked:
    return Asked(number, "enough_study", HOURS, "person", Window(ON, date(2010, 5, 10), ASKED), posts=posts)


def lasts(row) -> bool:
    return row.since <= ON and (row.until is None or row.until > ON)


def expected(county, number: int, posts: tuple[str, ...] = ()) -> set[int]:
    """Who is asked, by plain loops over the county's rows."""
    there = {
        o.pk for o in county.rows[type(county.root)] if county.on(o, ON).path.startswith(county.root.path)
    }
    standing = {
        o.pk for o in county.rows[type(county.root)]
        if (o.founded_on is None or o.founded_on <= ON) and (o.closed_on is None or o.closed_on > ON)
    }  # fmt: skip
    members = {
        m.person_id
        for m in county.rows[Membership]
        if m.line == "party" and lasts(m) and m.organisation_id in there & standing
    }
    excepted = {
        e.person_id
        for e in county.rows[Exemption]
        if e.campaign_id == ASKED and lasts(e) and e.requirement_id in (None, number)
    }
    holders = {p.person_id for p in county.rows[Post] if p.title in posts and lasts(p)}
    return members - excepted if not posts else (members - excepted) & holders


@every_engine
@pytest.mark.parametrize("number", [1, 2, 3])
def test_who_is_excepted_is_asked_nothing(engine, county, number):
    asked = study(number)

    assert set(lacking_by_person(engine, asked, county.root)) == expected(county, number)


def test_the_county_excepts_some_from_one_requirement_and_some_from_all(county):
    assert expected(county, 1) != expected(county, 3)
    held = [e for e in county.rows[Exemption] if e.campaign_id == ASKED and lasts(e)]
    assert {e.requirement_id for e in held} > {None, 1}


@every_engine
def test_only_the_holders_of_a_post_are_asked_where_it_names_one(engine, county):
    posts = tuple(p.title for p in county.rows[Post])
    found = set(lacking_by_person(engine, study(1, posts), county.root))

    assert found == expected(county, 1, posts)
    assert 0 < len(found) < len(expected(county, 1))


@pytest.mark.parametrize("engine", ["snapshot", SPARK], indirect=True)
@pytest.mark.parametrize("under", ["root", "middle", "leaf"])
def test_due_and_met_are_the_same_on_every_engine(engine, sqlite, county, under):
    asked, place = [study(n) for n in (1, 2, 3)], getattr(county, under)

    assert progress_by_org(engine, asked, place) == progress_by_org(sqlite, asked, place)


@every_engine
@pytest.mark.parametrize("number", [1, 2])
def test_organisations_that_are_excepted_are_asked_nothing_as_a_whole(engine, county, number):
    window = Window(ON, date(2010, 5, 10), ASKED)
    needs = {"organisation_pledges": Fraction(1)}
    asked = Asked(number, "branch_pledged", needs, "organisation", window, kinds=("branch",))
    standing = {
        o.pk for o in county.rows[type(county.root)]
        if (then := county.on(o, ON)).kind == "branch" and then.path.startswith(county.root.path)
        and (o.founded_on is None or o.founded_on <= ON) and (o.closed_on is None or o.closed_on > ON)
    }  # fmt: skip
    excepted = {
        e.organisation_id
        for e in county.rows[OrganisationExemption]
        if e.campaign_id == ASKED and lasts(e) and e.requirement_id in (None, number)
    }

    assert standing & excepted
    assert set(lacking_by_org(engine, asked, county.root)) == standing - excepted
