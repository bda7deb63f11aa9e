"""The Parquet copy: cut by year, put in its place at once, and read by Spark or refused in words."""

import shutil
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest
from sqlglot import select

from tests.conformance.county import WINDOWS
from zhengyou.core.engines import Spark, parquet, write_parquet
from zhengyou.core.engines.spark import bounded_by_year, start_session
from zhengyou.core.errors import Refused
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window, facts_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(county, snapshot, tmp_path):
    write_parquet(tmp_path / "facts", snapshot)
    return tmp_path / "facts"


def copies(folder: Path) -> set[str]:
    return {copy.name for copy in folder.with_name(f".{folder.name}").iterdir()}


def read(folder: Path, relation: str) -> list[dict]:
    """A relation as any reader of Hive's folders finds it."""
    files = f"{folder / relation}/**/*.parquet"
    with duckdb.connect() as db:
        return (
            db.sql("from read_parquet(?, hive_partitioning = true)", params=[files])
            .to_arrow_table()
            .to_pylist()
        )


@pytest.mark.database
@pytest.mark.parametrize("fact", FACT_TABLES)
def test_a_copy_holds_every_fact(folder, sqlite, county, fact):
    copied = read(folder, f"all_{fact}")
    there = sqlite.rows(select(*FACT_TABLES[fact].columns).from_(f"w_{fact}"), county.root)

    assert sorted(plain(row) for row in copied) == sorted(plain(row) for row in there)
    assert {row["year"] == row["on_day"].year for row in copied if "on_day" in row} <= {True}


def plain(row: dict) -> list[str]:
    """A row without its year, as any database could say it."""
    values = {c: v for c, v in sorted(row.items()) if c != "year"}
    return [str(int(v)) if isinstance(v, bool) else str(v) for v in values.values()]


def test_only_facts_of_a_day_are_cut_by_year(folder):
    inside = {f.name: sorted(f.iterdir())[0].name for f in folder.iterdir()}

    assert inside.keys() == {"organisation", "former", *(f"all_{fact}" for fact in FACT_TABLES)}
    cut = {name for name, first in inside.items() if first.startswith("year=")}
    assert cut == {f"all_{name}" for name, fact in FACT_TABLES.items() if fact.day}


def test_a_reader_keeps_its_copy_while_the_next_takes_its_place(folder, snapshot):
    first = folder.resolve()
    write_parquet(folder, snapshot)
    second = folder.resolve()

    assert second != first and copies(folder) == {first.name, second.name}

    write_parquet(folder, snapshot)

    assert copies(folder) == {second.name, folder.resolve().name}


def test_a_copy_that_breaks_off_leaves_the_last_in_its_place(folder, snapshot, monkeypatch):
    first = folder.resolve()
    monkeypatch.setattr(parquet, "relations", lambda: {"organisation": {"nothing": "int"}})

    with pytest.raises(duckdb.Error):
        write_parquet(folder, snapshot)

    assert folder.resolve() == first and copies(folder) == {first.name}


def test_a_copy_never_takes_the_place_of_a_folder_of_somebody_else(county, tmp_path):
    with pytest.raises(Refused, match="已经是一个文件夹"):
        write_parquet(tmp_path)


def test_a_day_without_a_date_is_kept(tmp_path):
    with duckdb.connect() as db:
        db.execute("create schema seen")
        db.execute(
            "create table seen.x as select * from (values (1, date '2010-01-01'), (2, null)) as t(id, on_day)"
        )
        parquet._write(db, "x", {"id": "int", "on_day": "date"}, tmp_path / "x")

    assert {(r["id"], r["on_day"], r["year"]) for r in read(tmp_path, "x")} == {
        (1, date(2010, 1, 1), 2010),
        (2, None, None),
    }


def test_whole_years_are_left_unread():
    asked = bounded_by_year(facts_in("work", Window(date(2010, 9, 20), date(2009, 7, 1)))).sql("spark")

    assert "on_day <= '2010-09-20' AND year <= 2010" in asked
    assert "on_day >= '2009-07-01' AND year >= 2009" in asked


def test_spark_without_a_copy_is_refused(county, tmp_path):
    with pytest.raises(Refused, match="还没有供Spark读的副本"):
        Spark(tmp_path / "none").rows(select("id").from_("org"), county.root)


def test_spark_that_is_not_installed_is_refused(monkeypatch):
    for module in ("pyspark", "pyspark.errors", "pyspark.sql"):
        monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(Refused, match="先安装pyspark"):
        start_session("local[1]")


def test_spark_without_java_is_refused(monkeypatch):
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    def exits(builder):
        raise PySparkRuntimeError(errorClass="JAVA_GATEWAY_EXITED", messageParameters={})

    monkeypatch.setattr(SparkSession.Builder, "getOrCreate", exits)

    with pytest.raises(Refused, match="Java 17"):
        start_session("local[1]")


@pytest.mark.spark
def test_a_fact_that_never_happened_is_nought_on_spark(folder, cluster, county):
    shutil.rmtree(folder / "all_work")
    (folder / "all_work").mkdir()

    found = figures_by_org(Spark(folder, cluster), ["works"], county.root, WINDOWS["whole"])

    assert {f["works"].value for f in found.values()} == {0}
