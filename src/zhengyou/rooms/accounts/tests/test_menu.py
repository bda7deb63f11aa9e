"""What the menu offers to whom."""

import re

import pytest

pytestmark = pytest.mark.django_db


def entries(page):
    found = re.search(r'<nav class="zy-nav".*?</nav>', page.content.decode(), re.DOTALL)
    return re.findall(r'<a href="([^"]+)"', found.group()) if found else []


def tabs(page):
    found = re.search(r'<nav class="ph-foot ph-tabs".*?</nav>', page.content.decode(), re.DOTALL)
    return re.findall(r'<a href="([^"]+)"', found.group()) if found else []


def test_a_secretary_finds_the_branch_the_ratings_and_ones_own_things(town, visit):
    found = entries(visit(town.east_secretary, "/pledges/"))

    assert {"/pledges/", "/ratings/", "/gates/look-back/", "/mine/", "/pledges/mine/", "/ratings/draw/"} <= {
        *found
    }
    assert found.count("/ratings/") == 1


def test_a_member_goes_about_by_the_foot_of_the_telephone(town, visit):
    page = visit(town.member, "/mine/")

    assert tabs(page) == ["/mine/", "/pledges/mine/", "/study/mine/", "/ratings/draw/", "/about-me/"]
    assert 'href="/mine/" aria-current="page"' in page.content.decode()


def test_a_page_beneath_an_entry_leaves_its_place_in_the_menu_in_sight(town, visit):
    page = visit(town.east_secretary, "/pledges/new/").content.decode()

    assert 'href="/pledges/" aria-current="page"' in page
    assert page.count('aria-current="page"', page.index('class="zy-nav"'), page.index("<main")) == 1


def test_a_secretary_gets_back_to_the_desk_from_the_telephone(town, visit):
    assert tabs(visit(town.east_secretary, "/mine/"))[0] == "/campaigns/striving/week/"


def test_an_office_account_has_no_pages_of_its_own_person(town, visit):
    found = entries(visit(town.office, "/ratings/"))

    assert found.count("/ratings/") == 1 and "/mine/" not in found


@pytest.mark.parametrize("who", ["office", "leader", "supervisor", "administrator", "east_secretary"])
def test_no_entry_leads_nowhere(town, visit, who):
    user = getattr(town, who)

    for address in entries(visit(user, "/campaigns/drafts/")):
        visit(user, address)


def test_who_may_see_gaps_in_coverage_is_led_there(town, visit):
    for user in (town.leader, town.supervisor, town.office, town.east_secretary):
        assert "/coverage/" in entries(visit(user, "/campaigns/drafts/"))
