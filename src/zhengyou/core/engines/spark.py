"""Spark — figures worked out by a cluster over the Parquet copy, when a tree outgrows one machine."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlglot import exp

from zhengyou.core import clock
from zhengyou.core.engines.composing import Columns, Engine, facts_used, over_copies, text_of
from zhengyou.core.engines.parquet import relations
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TYPES = {"int": "bigint", "text": "string", "date": "date", "bool": "boolean"}


@dataclass(frozen=True)
class Spark(Engine):
    """Spark — the Parquet copy in a folder, asked through a session or the address of a cluster.

    Every machine of the cluster must see the folder under the same name.
    """

    folder: Path
    at: "SparkSession | str" = "local[*]"

    def columns(self, query: exp.Select, under: Organisation, on: date | None = None) -> Columns:
        """Run a query on the cluster; see :class:`Engine`."""
        if not self.folder.exists():
            raise Refused(f"{self.folder}里还没有供Spark读的副本；请先用write_parquet写一份。")
        whole = under.parent_id is None
        then = on if on is not None and on < clock.today() else None

        def compose() -> str:
            return over_copies(bounded_by_year(query), "", whole=whole, past=then is not None).sql("spark")

        text = text_of(query, f"spark {whole} {then is not None}", compose, under.range_on(then), then)
        facts = {name for _, name in facts_used(query)} | {"membership"}
        answer = self._session_for(facts).sql(text)
        found = list(zip(*answer.collect(), strict=True))
        return (
            dict(zip(answer.columns, map(list, found), strict=True))
            if found
            else {n: [] for n in answer.columns}
        )

    @cached_property
    def _session(self) -> "SparkSession":
        return start_session(self.at) if isinstance(self.at, str) else self.at

    def _session_for(self, facts: set[str]) -> "SparkSession":
        """A session in which the names of a query mean one copy, whoever else asks or writes meanwhile."""
        copy, columns = self.folder.resolve(), relations()
        session = self._session.newSession()
        # A sum that outgrows its type has to fail, not to come back as another number.
        session.conf.set("spark.sql.ansi.enabled", "true")
        for name in ("organisation", "former", *(f"all_{fact}" for fact in facts)):
            rows = session.read.schema(spark_schema(columns[name])).parquet(str(copy / name))
            rows.createOrReplaceTempView(name)
        return session


def start_session(master: str) -> "SparkSession":
    """A session of the cluster at an address; ``Refused`` in words where Spark or Java is missing."""
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise Refused("用Spark计算要先安装pyspark：pip install 'zhengyou[spark]'。") from missing
    builder = SparkSession.builder.master(master).appName("zhengyou").config("spark.ui.enabled", "false")
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError as failed:
        if failed.getCondition() != "JAVA_GATEWAY_EXITED":
            raise
        raise Refused(
            "用Spark计算要有Java 17或更新的版本：请安装default-jre-headless，或用JAVA_HOME指明Java在哪里。"
        ) from failed


def spark_schema(columns: dict[str, str]) -> str:
    """The columns as Spark writes them, so that a folder without files has them too."""
    typed = {c: TYPES[t] for c, t in columns.items()} | ({"year": "int"} if "on_day" in columns else {})
    return ", ".join(f"`{c}` {t}" for c, t in typed.items())


def bounded_by_year(query: exp.Select) -> exp.Select:
    """Beside each bound of a fact's day the same bound of its year, so that whole folders are left unread."""
    found = query.copy()
    for bound in list(found.find_all(exp.LTE, exp.GTE)):
        if bound.this.name == "on_day" and isinstance(bound.expression, exp.Literal):
            year = exp.Literal.number(int(bound.expression.name[:4]))
            bound.replace(exp.and_(bound.copy(), type(bound)(this=exp.column("year"), expression=year)))
    return found
