"""读取 — facts out of the installation's database as Arrow batches, all as of one moment.

A file or a server is read through ADBC, some millions of rows a second and never more than a batch in
memory. Inside a transaction, or where the database lives in memory, only Django's own connection sees the
rows, so that one is used.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from typing import Any, Protocol

import pyarrow as pa
from django.db import connection
from sqlglot import exp

from zhengyou.core.engines.live import Live
from zhengyou.core.models import TrailHead

BATCH = 65_536  # rows
ARROW = {"int": pa.int64(), "text": pa.string(), "date": pa.date32(), "bool": pa.bool_()}
# ADBC tells the types of SQLite's columns from the first rows; a column of nothing would be taken for numbers.
NO_TEXT = "\x01"


class Reader(Protocol):
    """Whatever reads rows as of one moment."""

    def head(self) -> tuple[int, str]:
        """Number and digest of the newest entry of the trail as of that moment."""
        ...

    def stream(self, query: exp.Select, types: dict[str, str]) -> pa.RecordBatchReader:
        """The rows of a query, one column of ``types`` after the other, until the next is asked for.

        Columns may still need a cast, see :func:`as_typed`.
        """
        ...


def reader() -> AbstractContextManager[Reader]:
    """A reader of the installation's database."""
    name = str(connection.settings_dict["NAME"])
    if connection.in_atomic_block or ":memory:" in name or "mode=memory" in name:
        return _plain()
    return _columnar()


@contextmanager
def _plain() -> Iterator[Reader]:
    yield _Plain()


class _Plain:
    """Through Django's own connection."""

    def head(self) -> tuple[int, str]:
        found = TrailHead.objects.filter(pk=1).first()
        return (found.number, found.digest) if found else (0, "")

    def stream(self, query: exp.Select, types: dict[str, str]) -> pa.RecordBatchReader:
        schema = pa.schema([(name, ARROW[kind]) for name, kind in types.items()])
        # All at once: whoever takes the batches does so on a thread of its own, which has no such connection.
        return pa.RecordBatchReader.from_batches(schema, list(self._batches(query, types, schema)))

    def _batches(
        self, query: exp.Select, types: dict[str, str], schema: pa.Schema
    ) -> Iterator[pa.RecordBatch]:
        with connection.cursor() as cursor:
            cursor.execute(query.sql(Live().dialect))
            while rows := cursor.fetchmany(BATCH):
                columns = zip(*rows, strict=True)
                yield pa.record_batch(
                    [
                        pa.array([typed(kind, value) for value in column], type=ARROW[kind])
                        for kind, column in zip(types.values(), columns, strict=True)
                    ],
                    schema=schema,
                )


def typed(kind: str, value: Any) -> Any:
    """A value of a database that knows no dates or truths, as what it is."""
    if value is None:
        return None
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value[:10])
    if kind == "bool":
        return bool(value)
    return int(value) if kind == "int" else value


@contextmanager
def _columnar() -> Iterator[Reader]:
    opened = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    with opened as connected, closing(_Columnar(connected)) as found:
        yield found


def _sqlite() -> Any:
    from adbc_driver_sqlite import dbapi

    return dbapi.connect(str(connection.settings_dict["NAME"]))


def _postgresql() -> Any:
    from adbc_driver_postgresql import dbapi

    given = connection.settings_dict
    parts = {
        "dbname": given["NAME"],
        "user": given["USER"],
        "password": given["PASSWORD"],
        "host": given["HOST"],
        "port": given["PORT"],
    }
    words = " ".join(f"{name}='{_escaped(str(value))}'" for name, value in parts.items() if value)
    opened = dbapi.connect(words)
    with opened.cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read read only")
    return opened


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")


class _Columnar:
    """Through ADBC, inside one transaction that sees one moment."""

    def __init__(self, connected: Any) -> None:
        self._connected = connected
        self._cursor: Any = None  # kept: what it streams ends when it is gone

    def close(self) -> None:
        if self._cursor is not None:
            self._cursor.close()

    def head(self) -> tuple[int, str]:
        with self._connected.cursor() as cursor:
            cursor.execute("select number, digest from core_trailhead where id = 1")
            found = cursor.fetchone()
        return (int(found[0]), str(found[1])) if found else (0, "")

    def stream(self, query: exp.Select, types: dict[str, str]) -> pa.RecordBatchReader:
        self.close()
        self._cursor = self._connected.cursor()
        self._cursor.adbc_statement.set_options(**self._options())
        self._cursor.execute(self._text(query, types))
        return self._cursor.fetch_record_batch()

    def _options(self) -> dict[str, str]:
        return {"adbc.sqlite.query.batch_rows": str(BATCH)} if connection.vendor == "sqlite" else {}

    def _text(self, query: exp.Select, types: dict[str, str]) -> str:
        if connection.vendor != "sqlite":
            return query.sql("postgres")
        columns = [_kept(name, kind) for name, kind in types.items()]
        return exp.select(*columns).from_(query.copy().subquery("r")).sql("sqlite")


def _kept(name: str, kind: str) -> exp.Expr:
    """A column that SQLite's reader cannot mistake; see :func:`as_typed` for the way back."""
    column = exp.column(name)
    if kind in ("int", "bool"):
        return column
    return exp.alias_(exp.func("coalesce", column, exp.Literal.string(NO_TEXT)), name)


def as_typed(read: pa.Schema, types: dict[str, str]) -> Iterable[exp.Expr]:
    """The columns of what was read as they are kept: dates as dates, truths as truths, nothing as nothing."""
    for name, kind in types.items():
        column: exp.Expr = exp.column(name)
        if kind in ("text", "date") and not pa.types.is_date(read.field(name).type):
            column = exp.func(
                "nullif", exp.cast(column, exp.DataType.Type.VARCHAR), exp.Literal.string(NO_TEXT)
            )
        kept = {"int": "bigint", "text": "varchar", "date": "date", "bool": "boolean"}[kind]
        yield exp.alias_(exp.cast(column, kept), name)
