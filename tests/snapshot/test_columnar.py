"""What is committed is read in columns, as it is everywhere else: on PostgreSQL through its own reader."""

from datetime import date

import pytest
from django.db import connection

from tests.snapshot.test_refresh import content, refreshed_is_whole, studied
from zhengyou.core.engines import Snapshot, reading

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
DAY = date(2010, 6, 1)


def test_a_committed_city_is_copied_and_kept_up(town, on, tmp_path):
    on(DAY)
    studied(town, town.east_secretary, town.east)
    town.snapshot = Snapshot(tmp_path / "snapshot")
    with reading.reader() as source:
        assert isinstance(source, reading._Columnar) == (connection.vendor == "postgresql")

    town.snapshot.refresh()
    first = content(town.snapshot)
    studied(town, town.west_secretary, town.west, how="absent")

    refreshed_is_whole(town, tmp_path)
    assert len(content(town.snapshot)["all_missed"]) == len(first["all_missed"]) + 2
