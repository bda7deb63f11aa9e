"""One county for all tests of engines, and every engine over its facts."""

import pytest
from django.db import connection

from tests.conformance.county import County
from tests.conformance.databases import Kept, LiveOn, clear_away, lay_down, sqlite_beside
from zhengyou.core.engines import Live, Snapshot, Spark, write_parquet


@pytest.fixture(scope="package")
def county(django_db_setup, django_db_blocker):
    made = County()
    with django_db_blocker.unblock():
        lay_down(made)
    yield made
    with django_db_blocker.unblock():
        clear_away(made)


@pytest.fixture(scope="package")
def sqlite(county, django_db_blocker):
    """What every other engine is held to: live on SQLite, beside the tests' database if that is another."""
    if connection.vendor == "sqlite":
        return Kept(Live())
    with django_db_blocker.unblock():
        return Kept(LiveOn(sqlite_beside(county)))


@pytest.fixture(scope="package")
def live(county):
    return Live()


@pytest.fixture(scope="package")
def snapshot(county, django_db_blocker, tmp_path_factory):
    made = Snapshot(tmp_path_factory.mktemp("snapshot") / "facts")
    with django_db_blocker.unblock():
        made.refresh()
    return made


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    from tests.conformance.cluster import two_workers

    with two_workers(tmp_path_factory.mktemp("spark")) as session:
        yield session


@pytest.fixture(scope="package")
def spark(county, cluster, snapshot, tmp_path_factory):
    folder = tmp_path_factory.mktemp("parquet") / "facts"
    write_parquet(folder, snapshot)
    return Kept(Spark(folder, cluster))


@pytest.fixture
def engine(request):
    """The engine that a test names."""
    return request.getfixturevalue(request.param)
