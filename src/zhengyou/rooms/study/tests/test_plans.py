"""A plan holds from the level that draws it up down to every branch; study alone counts as it grants."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.study.actions import add_topic, draw_up_study_plan, list_reading, record_reading
from zhengyou.rooms.study.queries import due_to_read, plans_over, texts_for, topics_for

pytestmark = [pytest.mark.django_db, pytest.mark.database]
START, JUNE = date(2010, 5, 10), date(2010, 6, 30)


def draw_up(by, where, **details):
    return draw_up_study_plan(
        by, where, **({"name": "学习计划", "starts_on": START, "ends_on": JUNE} | details)
    )


@pytest.fixture
def plan(june):
    return draw_up(june.office, june.city)


def test_a_plan_holds_below_without_another_paper(june, plan):
    reading = list_reading(june.office, plan, title="党章", due_on=date(2010, 5, 31))

    assert list(plans_over(june.east)) == list(plans_over(june.river)) == [plan]
    assert due_to_read(june.east, reading).count() == 6
    assert texts_for(june.li, june.east) == [(reading, False)]


def test_a_branchs_own_plan_stands_beside_and_binds_nobody_else(june, plan):
    own = draw_up(june.east_secretary, june.east)

    assert list(plans_over(june.east)) == [plan, own]
    assert list(plans_over(june.west)) == [plan]
    with pytest.raises(PermissionDenied):
        draw_up(june.east_secretary, june.west)
    with pytest.raises(Refused, match="已经有"):
        draw_up(june.east_secretary, june.east)


def test_four_topics_for_all_and_one_of_ones_own(june, plan):
    for title in ("党章", "宗旨", "形势", "作风"):
        add_topic(june.office, june.city, plan=plan, title=title)
    add_topic(june.east_secretary, june.east, plan=plan, title="我们的村")

    assert [t.title for t in topics_for(june.east, plan)] == ["党章", "宗旨", "形势", "作风", "我们的村"]
    assert topics_for(june.west, plan).count() == 4
    with pytest.raises(Refused, match="自选1个专题"):
        add_topic(june.east_secretary, june.east, plan=plan, title="再来一个")
    with pytest.raises(Refused, match="已经列入"):
        add_topic(june.west_secretary, june.west, plan=plan, title="党章")


def test_nobody_adds_to_the_plan_of_others(june, plan):
    beside = draw_up(june.west_secretary, june.west)

    with pytest.raises(Refused, match="不是东街村的学习计划"):
        add_topic(june.east_secretary, june.east, plan=beside, title="党章")
    with pytest.raises(PermissionDenied):
        list_reading(june.east_secretary, plan, title="党章", due_on=JUNE)


def hours(town):
    found = figures_by_org(
        Live(), ["study_hours", "collective_hours", "sessions_attended"], town.east, Window(JUNE)
    )
    return {name: figure.value for name, figure in found[town.east.pk].items()}


def test_study_alone_counts_as_far_as_the_plan_grants_it_and_once(june, plan):
    granted = list_reading(june.office, plan, title="党章", due_on=JUNE, minutes=90)
    free = list_reading(june.office, plan, title="摘编", due_on=JUNE)

    for _ in range(2):
        record_reading(june.east_secretary, june.east, reading=granted, people=[june.li])
        record_reading(june.east_secretary, june.east, reading=free, people=[june.li])

    assert hours(june) == {"study_hours": 2, "collective_hours": 0, "sessions_attended": 0}


def test_a_text_has_its_day_within_the_plan_and_no_endless_hours(june, plan):
    with pytest.raises(Refused, match="之间"):
        list_reading(june.office, plan, title="党章", due_on=date(2010, 7, 1))
    with pytest.raises(Refused, match="最多计8小时"):
        list_reading(june.office, plan, title="党章", due_on=JUNE, minutes=481)
    list_reading(june.office, plan, title="党章", due_on=JUNE)
    with pytest.raises(Refused, match="已经列入"):
        list_reading(june.office, plan, title="党章", due_on=JUNE)
