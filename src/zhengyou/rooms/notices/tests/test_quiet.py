"""Nobody is reminded at night or on a day of rest."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.workdays import is_workday
from zhengyou.rooms.notices.queries import may_go_out

HERE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("told", "may"),
    [
        ("2026-03-02T07:59", False),
        ("2026-03-02T08:00", True),
        ("2026-03-02T17:59", True),
        ("2026-03-02T18:00", False),
        ("2026-03-01T10:00", False),  # a Sunday
        ("2026-10-01T10:00", False),  # National Day
        ("2026-10-10T10:00", True),  # a Saturday that is worked instead
    ],
)
def test_office_hours_of_working_days(told, may):
    assert may_go_out(datetime.fromisoformat(told).replace(tzinfo=HERE)) is may


@given(st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)))
def test_whatever_the_zone_it_is_said_in(moment):
    here = moment.astimezone(HERE)

    assert may_go_out(moment) == (8 <= here.hour < 18 and is_workday(here.date()))
