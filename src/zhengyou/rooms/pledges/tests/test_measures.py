"""Promises added up the tree, and judged by rules."""

from datetime import date
from fractions import Fraction

import pytest

from zhengyou.core.engines import Live
from zhengyou.core.figures import figures_by_org, lacking_by_org, lacking_by_person, progress_by_org
from zhengyou.core.rollup import Asked, Window
from zhengyou.rooms.pledges.actions import fulfil_step, publish_pledge, review_pledge, withdraw_pledge
from zhengyou.rooms.pledges.tests.test_actions import road

pytestmark = pytest.mark.database


def figures(town, names, until, since=None):
    found = figures_by_org(Live(), names, town.city, Window(until, since, town.campaign.pk))
    return {i: [found[o.pk][n].value for n in names] for i, o in (("city", town.city), ("east", town.east))}


def asked(rule, grain, until=date(2010, 9, 20), **needs):
    return Asked(1, rule, {k: Fraction(v) for k, v in needs.items()}, grain, Window(until))


def test_promises_add_up_the_tree_and_a_person_counts_once(town, on):
    on(date(2010, 7, 12))
    for person in (None, town.li, town.li, town.wang):
        publish_pledge(town.east_secretary, road(town, person=person))
    road(town)  # a draft counts nowhere

    names = ["pledges_published", "organisation_pledges", "members_pledged"]
    assert figures(town, names, date(2010, 7, 31)) == {"city": [4, 1, 2], "east": [4, 1, 2]}
    assert figures(town, names, date(2010, 7, 11))["city"] == [0, 0, 0]


def test_only_steps_whose_day_has_come_are_due(town, on):
    on(date(2010, 7, 12))
    pledge = publish_pledge(town.east_secretary, road(town))
    on(date(2010, 9, 1))
    fulfil_step(town.east_secretary, pledge.steps.first(), words="做到了", on_day=date(2010, 8, 2))

    names = ["steps_due", "steps_kept", "steps_in_time", "pledges_kept"]
    assert figures(town, names, date(2010, 7, 29))["east"] == [0, 0, 0, None]
    assert figures(town, names, date(2010, 8, 5))["east"] == [1, 1, 0, 1]
    assert figures(town, names, date(2010, 9, 1))["city"] == [2, 1, 0, Fraction(1, 2)]


def test_withdrawing_does_not_undo_what_was_due(town, on):
    on(date(2010, 7, 12))
    pledge = publish_pledge(town.east_secretary, road(town))
    on(date(2010, 8, 10))
    withdraw_pledge(town.east_secretary, pledge, why="上级统一修了")

    names = ["pledges_published", "steps_due", "steps_kept"]
    assert figures(town, names, date(2010, 12, 31))["city"] == [0, 1, 0]


def test_a_promise_judged_twice_is_one_promise_and_the_latest_word_counts(town, on):
    on(date(2010, 7, 12))
    pledge = publish_pledge(town.east_secretary, road(town))
    on(date(2010, 9, 1))
    review_pledge(town.leader, pledge, source="above", verdict="kept")
    names = ["pledges_reviewed", "pledges_judged_kept"]
    assert figures(town, names, date(2010, 9, 1))["city"] == [1, 1]

    review_pledge(town.east_secretary, pledge, source="public", votes={"kept": 2, "not_kept": 8})

    assert figures(town, names, date(2010, 9, 1))["city"] == [1, 0]


def test_every_member_is_asked_to_promise(town, on):
    on(date(2010, 7, 12))
    publish_pledge(town.east_secretary, road(town, person=town.li))
    ask = asked("member_pledged", "person", pledges_published=1)
    progress = progress_by_org(Live(), [ask], town.city)
    assert (progress[town.city.pk][1].due, progress[town.city.pk][1].met) == (9, 1)
    lacking = lacking_by_person(Live(), ask, town.east)
    assert lacking[town.li.pk] == []
    assert lacking[town.wang.pk] == ["公开承诺数要求1项，现有0项，差1项"]


def test_a_branch_is_asked_to_promise_itself(town, on):
    on(date(2010, 7, 12))
    publish_pledge(town.east_secretary, road(town, person=town.li))
    ask = asked("branch_pledged", "organisation", organisation_pledges=1)
    assert lacking_by_org(Live(), ask, town.east)[town.east.pk] == ["组织承诺数要求1项，现有0项，差1项"]


def test_every_step_whose_day_has_come_is_asked_for(town, on):
    on(date(2010, 7, 12))
    publish_pledge(town.east_secretary, road(town))
    progress = progress_by_org(Live(), [asked("steps_fulfilled", "fact", date(2010, 8, 5))], town.city)
    assert (progress[town.east.pk][1].due, progress[town.east.pk][1].lacking) == (1, 1)
