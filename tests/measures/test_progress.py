"""Progress agrees with a recount in plain Python over the facts, live and on the snapshot."""

from datetime import date
from fractions import Fraction

import pytest

from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.campaigns.queries import people_lacking, progress_rows
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list, record_make_up
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.orgs.models import Membership


@pytest.fixture
def studied(town, on):
    """Eleven meetings of four hours in the east: some come always, some make up, one never comes."""
    Requirement.objects.create(
        organisation=town.city, campaign=town.campaign, stage=town.first, code="make_up", name="补课完成",
        asks="缺一次补一次", rule="lessons_made_up", grain="fact", due_on=date(2010, 6, 30),
    )  # fmt: skip
    for n in range(11):
        on(date(2010, 5, 12 + n))
        meeting = call_meeting(
            town.east_secretary, town.east, kind="study", title=f"第{n + 1}次", held_on=date(2010, 5, 12 + n),
            minutes=180, campaign=town.campaign,
        )  # fmt: skip
        hows = {p.pk: "present" for p in (town.zhang, town.li, town.wang)}
        hows[town.liu.pk] = "present" if n < 8 else "leave"
        hows[town.chen.pk] = "present" if n < 5 else "leave"
        record_list(town.east_secretary, meeting, hows=hows)
        close_list(town.east_secretary, meeting)
    on(date(2010, 6, 20))
    for missed in Attendance.objects.filter(person__in=[town.liu, town.chen], how="leave"):
        record_make_up(town.east_secretary, missed, on_day=date(2010, 6, 20))
    return town


def recount(town) -> dict[tuple[str, str], tuple[int, int]]:
    """Due and met by plain counting: 40 hours of 45 minutes, two thirds of them together; misses made up."""
    found: dict[tuple[str, str], list[int]] = {}
    for home in Membership.objects.select_related("organisation"):
        mine = Attendance.objects.filter(person=home.person).select_related("meeting")
        hours = sum(
            Fraction(a.meeting.minutes, 45) for a in mine if a.how in ("present", "at_home", "made_up")
        )
        together = sum(Fraction(a.meeting.minutes, 45) for a in mine if a.how == "present")
        met = hours >= 40 and together >= hours * Fraction(2, 3)
        _up(found, home.organisation, "study", 1, int(met))
    for missed in Attendance.objects.filter(how__in=("leave", "absent")):
        made_up = Attendance.objects.filter(makes_up=missed).exists()
        _up(found, missed.organisation, "make_up", 1, int(made_up))
    for o in Organisation.objects.all():
        for code in ("study", "make_up"):
            found.setdefault((o.code, code), [0, 0])
    return {key: (due, met) for key, (due, met) in found.items()}


def _up(found, organisation, code, due, met):
    while organisation is not None:
        row = found.setdefault((organisation.code, code), [0, 0])
        row[0] += due
        row[1] += met
        organisation = organisation.parent


@pytest.mark.database
@pytest.mark.django_db
@pytest.mark.parametrize("engine", ["live", "snapshot"])
def test_progress_agrees_with_a_recount(studied, tmp_path, engine):
    source = Live()
    if engine == "snapshot":
        source = Snapshot(tmp_path / "snapshot")
        source.refresh()

    rows = progress_rows(studied.campaign, studied.city, source)

    assert {(r["organisation"], r["requirement"]): (r["due"], r["met"]) for r in rows} == recount(studied)
    assert {"organisation": "1.1.1", "requirement": "study", "due": 6, "met": 4} in rows


@pytest.mark.database
@pytest.mark.django_db
def test_everybody_is_told_what_is_lacking_in_words(studied):
    requirement = Requirement.objects.get(code="study")

    told = people_lacking(requirement, studied.east)

    assert told == {
        studied.chen.pk: ["集中学习占比要求66.67%，现为45.45%"],
        studied.yang.pk: ["学时要求40学时，现有0学时，差40学时", "集中学习占比要求66.67%，尚无"],
    }
