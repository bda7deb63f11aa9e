"""副本 — the numbered tree and the facts as Parquet, for an engine that reads from many machines at once.

One folder a relation, named as queries name it: ``organisation``, ``f_attendance``. A fact that has a day is
cut by its year (``year=2010``).
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.db import connection
from sqlglot import exp, select

from zhengyou.core.engines.composing import ORG_COLUMNS
from zhengyou.core.engines.live import Live
from zhengyou.core.errors import Refused
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Organisation

BATCH = 100_000  # rows that are held in memory at once
NO_YEAR = "__HIVE_DEFAULT_PARTITION__"  # what Hive, Spark and DuckDB read as nothing
_ORG_TYPES = dict.fromkeys(ORG_COLUMNS, "text") | dict.fromkeys(("id", "parent_id", "first", "last"), "int")
_ARROW = {"int": pa.int64(), "text": pa.string(), "date": pa.date32(), "bool": pa.bool_()}


def relations() -> dict[str, dict[str, str]]:
    """The columns of every relation of a copy, without the year that a folder stands for."""
    return {"organisation": _ORG_TYPES} | {f"f_{name}": t.columns for name, t in FACT_TABLES.items()}


def write_parquet(folder: Path) -> None:
    """Write a copy beside the last one and put it in its place at once: readers see one or the other.

    ``folder`` is a link to the newest copy. The one before stays until the next is written, for queries
    that are still reading it.
    """
    if folder.is_dir() and not folder.is_symlink():
        raise Refused(f"{folder}已经是一个文件夹，副本不能放在这里；请换一个还没有的名字。")
    copies = folder.with_name(f".{folder.name}")
    last = folder.resolve().name if folder.is_symlink() else ""
    name = uuid4().hex
    fresh = copies / f"{name}.new"
    fresh.mkdir(parents=True)
    try:
        for relation, types in relations().items():
            _write(fresh / relation, types, _rows(_query(relation)))
        fresh.rename(copies / name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _point(folder, copies / name)
    for old in copies.iterdir():
        if old.name not in (name, last) and not old.name.endswith(".new"):
            shutil.rmtree(old, ignore_errors=True)


def _point(folder: Path, copy: Path) -> None:
    link = copy.with_suffix(".new")
    link.symlink_to(copy.relative_to(folder.parent), target_is_directory=True)
    os.replace(link, folder)


def _query(relation: str) -> exp.Select:
    """What yields a relation on the installation's own database."""
    if relation != "organisation":
        return FACT_TABLES[relation.removeprefix("f_")].sql
    # No path reaches ZZZZ: its end would need a fifth character.
    everything = Organisation(path="", path_end="ZZZZ")
    return Live()._whole(select(*_ORG_TYPES).from_("org"), everything)


def _rows(query: exp.Select) -> Iterator[list[tuple[Any, ...]]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(query.sql(Live().dialect))
        while rows := cursor.fetchmany(BATCH):
            yield rows


def _write(folder: Path, types: dict[str, str], batches: Iterable[list[tuple[Any, ...]]]) -> None:
    """One file a folder; years are told apart batch by batch, so that no fact has to fit into memory."""
    schema = pa.schema([(c, _ARROW[t]) for c, t in types.items()])
    folder.mkdir()
    writers: dict[str, pq.ParquetWriter] = {}
    try:
        for rows in batches:
            for part, table in _parts(_table(schema, types, rows)):
                if part not in writers:
                    (folder / part).mkdir(exist_ok=True)
                    writers[part] = pq.ParquetWriter(folder / part / "rows.parquet", schema)
                writers[part].write_table(table)
    finally:
        for writer in writers.values():
            writer.close()


def _parts(table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """A table cut by the year of its day; whole where it has none."""
    if "on_day" not in table.column_names:
        yield "", table
        return
    years = pc.year(table["on_day"]).fill_null(0)
    for year in years.unique().to_pylist():
        yield f"year={year or NO_YEAR}", table.filter(pc.equal(years, year))


def _table(schema: pa.Schema, types: dict[str, str], rows: list[tuple[Any, ...]]) -> pa.Table:
    columns = zip(types.values(), zip(*rows, strict=True), strict=True)
    return pa.table([pa.array([_typed(t, v) for v in values], _ARROW[t]) for t, values in columns], schema)


def _typed(kind: str, value: Any) -> Any:
    """A value of SQLite, which knows neither dates nor booleans, as its column says."""
    if value is None:
        return None
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value[:10])
    if kind == "bool":
        return bool(value)
    return int(value) if kind == "int" else value
