"""One appraisal round of the demonstration's city by browser: scheme, ratings, checks, a dispute, honours, a circular.

Everybody signs in as themselves; who prepares something does not decide on it.
"""

from datetime import date

import pytest

from tests.browser.whole_round.honours import (
    an_honour_is_laid_down,
    it_is_nominated_checked_and_posted,
    somebody_objects,
    the_certificate_and_the_badge_are_taken_away,
    the_circular_is_signed,
    the_leader_decides,
    the_objection_is_answered,
)
from tests.browser.whole_round.qinghe import People, built
from tests.browser.whole_round.scores import (
    a_rating_is_opened,
    a_scheme_is_tried_and_issued,
    one_rates_without_script,
    the_boxes_are_opened,
    the_branch_and_the_team_give_points,
    the_fact_is_put_right,
    the_one_who_disputed_sees_it,
    the_score_is_followed_and_disputed,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(transactional_db, tmp_path, settings, monkeypatch):
    settings.ZHENGYOU_HOME = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    made = built(date(2010, 10, 10), monkeypatch)
    settings.TODAY = date(2010, 10, 11)
    return made


@pytest.fixture
def people(browser, live_server):
    everybody = People(browser, live_server.url)
    yield everybody
    everybody.leave()


def test_a_round_from_the_scheme_to_the_circular_and_the_certificate(people, city, settings):
    shown = city.branch("石桥村")
    secretary, town = shown.secretary.username, city.towns[shown.organisation.parent_id].username

    slips = a_rating_is_opened(people)
    scheme = a_scheme_is_tried_and_issued(people)
    here = f"{scheme}{shown.organisation.pk}/"
    one_rates_without_script(people, slips)
    the_branch_and_the_team_give_points(people, secretary, here)
    settings.TODAY = date(2010, 10, 18)
    the_boxes_are_opened(people, secretary, here)
    before = the_score_is_followed_and_disputed(people, secretary, here)
    after = the_fact_is_put_right(people, here)
    assert after == before + 10
    the_one_who_disputed_sees_it(people, secretary, here, before, after)

    batch = an_honour_is_laid_down(people)
    it_is_nominated_checked_and_posted(people, secretary, town, batch)
    receipt = somebody_objects(people)
    settings.TODAY = date(2010, 10, 23)
    the_objection_is_answered(people, batch, receipt)
    the_leader_decides(people, batch)
    the_circular_is_signed(people, secretary)
    the_certificate_and_the_badge_are_taken_away(people, batch)
    assert people.complaints == []
