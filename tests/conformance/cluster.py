"""A Spark cluster of two workers on this machine, each a process of its own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyspark.find_spark_home import _find_spark_home
from pyspark.sql import SparkSession

# For two minutes it does not pay to compile well.
BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.driver.extraJavaOptions": BRIEF,
    "spark.executor.extraJavaOptions": BRIEF,
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
    # No job begins before both workers are there.
    "spark.scheduler.minRegisteredResourcesRatio": "1.0",
    "spark.scheduler.maxRegisteredResourcesWaitingTime": "60s",
}


@contextmanager
def two_workers(folder: Path) -> Iterator[SparkSession]:
    """A session whose jobs run on two workers, stopped and cleared away at the end."""
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("zhengyou-tests")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.config("spark.sql.warehouse.dir", str(folder)).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.range(4).count()
    assert executors(session) == 2
    work = (
        Path(os.environ.get("SPARK_HOME") or _find_spark_home()) / "work" / session.sparkContext.applicationId
    )
    try:
        yield session
    finally:
        session.stop()
        shutil.rmtree(work, ignore_errors=True)


def executors(session: SparkSession) -> int:
    """How many processes work for the session, its own left out."""
    return len(session.sparkContext._jsc.sc().statusTracker().getExecutorInfos()) - 1
