"""What several organisations do together, and what a plan from above asks, is in a refreshed snapshot as it is live."""

from datetime import date

import pytest

from zhengyou.core import clock
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.meetings.actions import call_meeting, close_list, join_meeting, record_list
from zhengyou.rooms.study.actions import draw_up_study_plan, list_reading, record_reading

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
DAY, LAST = date(2010, 6, 1), date(2010, 6, 30)
NAMES = ["study_hours", "sessions_due", "sessions_missed", "readings_due", "readings_missing"]


@pytest.fixture
def snapshot(town, tmp_path):
    made = Snapshot(tmp_path / "facts")
    made.refresh()
    return made


def same(snapshot, town):
    """After a refresh that reads only what deeds have changed."""
    snapshot.refresh()
    found = figures_by_org(snapshot, NAMES, town.city, Window(LAST))

    assert dict(found) == dict(figures_by_org(Live(), NAMES, town.city, Window(LAST)))
    return {name: figure.value for name, figure in found[town.west.pk].items()}


def test_rows_of_each_that_meets_are_read_anew(town, snapshot):
    with clock.played_at(DAY):
        meeting = call_meeting(
            town.office, town.city, kind="study", title="学习", held_on=DAY, minutes=90, partners=[town.east]
        )
        snapshot.refresh()
        joint = call_meeting(
            town.east_secretary, town.east, kind="joint", title="联席", held_on=DAY, minutes=90
        )
        join_meeting(town.west_secretary, town.west, meeting=joint)
        record_list(town.office, meeting, hows={town.li.pk: "present"})
        same(snapshot, town)
        close_list(town.office, meeting)
        close_list(town.east_secretary, joint)
        same(snapshot, town)


def test_what_the_city_lists_is_due_in_the_west(town, snapshot):
    with clock.played_at(DAY):
        plan = draw_up_study_plan(town.office, town.city, name="计划", starts_on=DAY, ends_on=LAST)
        reading = list_reading(town.office, plan, title="党章", due_on=DAY, minutes=45)
        assert same(snapshot, town)["readings_due"] == 2

        record_reading(town.west_secretary, town.west, reading=reading, people=[town.zhao])

        found = same(snapshot, town)
        assert (found["readings_missing"], found["study_hours"]) == (1, 1)
