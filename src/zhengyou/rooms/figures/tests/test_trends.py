"""A figure month by month: the same numbers in the line, the table and the picture; nothing is no nought."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from zhengyou.core.rollup import Window
from zhengyou.rooms.figures.queries.trends import MOST_MONTHS, months_of
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(DAYS, DAYS)
def test_months_lie_end_to_end_and_end_with_the_window(one, other):
    since, until = min(one, other), max(one, other)
    months = months_of(Window(until, since))

    assert 1 <= len(months) <= MOST_MONTHS and months[-1].until == until
    assert all(m.since.replace(day=1) == m.until.replace(day=1) for m in months)
    assert all((b.since - a.until).days == 1 for a, b in zip(months, months[1:], strict=False))
    assert months[0].since == since or len(months) == MOST_MONTHS


def test_without_a_beginning_there_are_twelve_months():
    months = months_of(Window(date(2010, 9, 14)))
    assert len(months) == 12 and months[0].since == date(2009, 10, 1)


@pytest.fixture
def studied(town, on):
    """Two class hours for four members in June, nothing in July, one hour for one member in August."""
    hows = {p.pk: "present" for p in (town.zhang, town.li, town.wang, town.liu)}
    for day, minutes, who in ((date(2010, 6, 1), 90, hows), (date(2010, 8, 3), 45, {town.li.pk: "present"})):
        on(day)
        meeting = call_meeting(
            town.east_secretary, town.east, kind="study", title="学习党章", held_on=day, minutes=minutes
        )
        record_list(town.east_secretary, meeting, hows=hows if who is hows else who)
        close_list(town.east_secretary, meeting)
    on(date(2010, 8, 20))
    return town


def address(measure, o, tail=""):
    return f"/figures/{measure}/{o.pk}/trend/{tail}"


@pytest.mark.django_db
def test_line_table_and_chart_say_the_same(studied, visit):
    page = visit(studied.east_secretary, address("study_hours", studied.east)).content.decode()

    said = dict(
        re.findall(
            r"<th scope=\"row\"[^>]*>(2010年\d+月)(?:<small>.*?</small>)?</th><td[^>]*><a [^>]*>([\d,.—]+)",
            page,
        )
    )
    assert said == {"2010年5月": "0", "2010年6月": "8", "2010年7月": "0", "2010年8月": "1"}
    assert 'aria-label="2010年5月0学时，2010年6月8学时，2010年7月0学时，2010年8月1学时"' in page
    assert '"values": [0.0, 8.0, 0.0, 1.0]' in page
    assert page.index("<tbody>") < page.index("trends.js")
    assert 'href="/figures/study_hours/' in page and "since=2010-06-01&amp;until=2010-06-30" in page


@pytest.mark.django_db
def test_a_share_without_a_whole_is_a_gap(studied, visit):
    page = visit(studied.east_secretary, address("collective_share", studied.east)).content.decode()

    assert '"values": [null, 100.0, null, 100.0]' in page and "单位：%" in page
    assert 'aria-label="2010年6月100%，2010年8月100%"' in page
    assert "8/8" in page and "100.0%" in page


@pytest.mark.django_db
def test_the_picture_leaves_as_a_file_that_says_everything(studied, visit):
    answer = visit(studied.east_secretary, address("study_hours", studied.east, "picture/"))
    assert answer["Content-Type"] == "image/svg+xml" and ".svg" in answer["Content-Disposition"]
    drawn = etree.fromstring(answer.content)
    words = [t.text for t in drawn.iter("{*}text")]
    assert words[0] == "东街村党支部 · 学时" and words[1] == "学时"
    assert {"2010年6月", "8", "2010年8月"} <= set(words) and "数据截至2010年8月20日" in words[-1]


@pytest.mark.django_db
def test_who_may_not_open_the_figure_may_not_see_its_months(studied, visit):
    for tail in ("", "picture/"):
        visit(studied.stranger, address("study_hours", studied.east, tail), status=404)
        visit(studied.river_secretary, address("study_hours", studied.east, tail), status=404)
    visit(studied.office, address("no_such_measure", studied.east), status=404)


@pytest.mark.django_db
def test_a_month_costs_the_same_number_of_queries_whatever_the_tree(
    studied, visit, django_assert_max_num_queries
):
    with django_assert_max_num_queries(45):
        visit(studied.office, address("study_hours", studied.committee))
