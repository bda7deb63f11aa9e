"""批量写入 — a great many new rows of one table at once, in the database's own quickest way.

``bulk_create`` makes an object, a statement and a conversion for each row; here rows are plain tuples that go to
SQLite through one prepared statement and to PostgreSQL through ``COPY``. Constraints hold as ever, and whoever
calls it is inside a transaction.
"""

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from itertools import chain
from typing import Any, TypeVar

from django.db import connection

from zhengyou.core.behind import behind

Row = Sequence[Any]
T = TypeVar("T")
PART = 5_000
ROOMY = -64_000  # kilobytes of pages
PARAMETERS = 32_000  # SQLite takes 32,766 in one statement
WORTH = 10_000  # rows from which on it pays to put indexes off


def in_parts(whole: Sequence[T], size: int = PART) -> Iterator[Sequence[T]]:
    """A long list in parts, each short enough for one query or one statement."""
    for at in range(0, len(whole), size):
        yield whole[at : at + size]


@contextmanager
def undisturbed() -> Iterator[None]:
    """While a great many rows are read: Python's collector would walk through all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def a_great_many() -> Iterator[None]:
    """While a great many rows are written: with SQLite's own two megabytes it drops pages that it needs again at once."""
    if connection.vendor != "sqlite":
        with undisturbed():
            yield
        return
    before = _cache(ROOMY)
    try:
        with undisturbed():
            yield
    finally:
        _cache(before)


@contextmanager
def sorted_afterwards(models: Iterable[Any], rows: int) -> Iterator[None]:
    """While more rows are written than a table holds: SQLite sorts its indexes once instead of placing row by row.

    Indexes that hold rows apart stay, and so nothing that has to be single enters twice; whoever looks something up
    meanwhile finds it more slowly. Part of the transaction: undone, the indexes are as they were.
    """
    put_off = [statement for model in models for statement in _indexes_of(model, rows)]
    with connection.cursor() as cursor:
        for name, _ in put_off:
            cursor.execute(f"drop index {connection.ops.quote_name(name)}")
    yield
    with connection.cursor() as cursor:
        for _, statement in put_off:
            cursor.execute(statement)


def _indexes_of(model: Any, rows: int) -> list[tuple[str, str]]:
    """Names and statements of a table's plain indexes, if that table is SQLite's and holds fewer rows."""
    held_more = connection.vendor != "sqlite" or model.objects.all()[rows : rows + 1].exists()
    if held_more or rows < WORTH:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select name, sql from sqlite_master where type = 'index' and tbl_name = %s and sql is not null",
            [model._meta.db_table],
        )
        return [(name, sql) for name, sql in cursor.fetchall() if not sql.upper().startswith("CREATE UNIQUE")]


def _cache(size: int) -> int:
    """Let SQLite hold so many pages (below zero: kilobytes); what it held before."""
    with connection.cursor() as cursor:
        before = int(cursor.execute("pragma cache_size").fetchone()[0])
        cursor.execute(f"pragma cache_size = {size}")
    return before


def next_keys(model: Any, count: int, after: int = 0) -> range | list[int]:
    """Keys for so many new rows, which nobody else gets and which no row ever had.

    ``after`` is the last key that this transaction was given before; it spares SQLite the question.
    """
    table, key = model._meta.db_table, model._meta.pk.column
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "select nextval(pg_get_serial_sequence(%s, %s)) from generate_series(1, %s)",
                [f'"{table}"', key, count],
            )
            return [row[0] for row in cursor.fetchall()]
    if not after:
        with connection.cursor() as cursor:
            cursor.execute("select seq from sqlite_sequence where name = %s", [table])
            after = (cursor.fetchone() or [0])[0]
    return range(after + 1, after + 1 + count)


def pour(
    model: Any, fields: Sequence[str], rows: Iterable[Row], always: Mapping[str, Any] | None = None
) -> None:
    """Enter new rows by the names of their fields; ``always`` holds what is the same in all of them.

    Every other field holds the model's own default.
    """
    given = [model._meta.get_field(name) for name in fields]
    same = {model._meta.get_field(name): value for name, value in (always or {}).items()}
    blank = model()
    for field in model._meta.concrete_fields:
        if field not in given and field not in same and not field.primary_key:
            same[field] = field.get_db_prep_save(field.pre_save(blank, True), connection)
    columns, constant = [f.column for f in (*given, *same)], tuple(same.values())
    if connection.vendor == "postgresql":
        _copy(model._meta.db_table, columns, list(rows), constant)
    else:
        _insert(model._meta.db_table, columns, list(rows), constant)


def rewrite(model: Any, fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Change some fields of rows that are held: each row given as its values and, last, its key."""
    given = list(rows)
    if not given:
        return
    columns = [_column(model, name) for name in fields]
    mark = "%s" if connection.vendor == "postgresql" else "?"
    sets = ", ".join(f"{column} = {mark}" for column in columns)
    statement = f'update "{model._meta.db_table}" set {sets} where "{model._meta.pk.column}" = {mark}'  # noqa: S608

    def write(driver: Any) -> None:
        with closing(driver.cursor()) as own:
            own.executemany(statement, given)

    _by_the_driver(write)


def _by_the_driver(write: Callable[[Any], None]) -> None:
    """Let something write with the driver's own connection, beside where it may: Django's cursors look through every row."""
    with connection.wrap_database_errors:  # errors of the driver become Django's, as everywhere else
        connection.ensure_connection()
        behind(partial(write, connection.connection))


def _column(model: Any, name: str) -> str:
    return str(connection.ops.quote_name(model._meta.get_field(name).column))


def _copy(table: str, columns: list[str], rows: list[Row], constant: tuple[Any, ...]) -> None:
    """Many rows through one ``COPY``: while PostgreSQL takes them in, Python can do something else."""
    if not rows:
        return
    names = ", ".join(connection.ops.quote_name(c) for c in columns)

    def write(driver: Any) -> None:
        with closing(driver.cursor()) as own, own.copy(f'copy "{table}" ({names}) from stdin') as copy:
            for row in rows:
                copy.write_row((*row, *constant))

    _by_the_driver(write)


def _insert(table: str, columns: list[str], rows: list[Row], constant: tuple[Any, ...]) -> None:
    """Many rows in one statement each: while SQLite takes them, Python can do something else.

    What is the same in all rows is given once a statement, ahead of them (``?1``, ``?2``), so that the text of the
    statement stays the same and is prepared once.
    """
    if not rows:
        return
    width, known = len(rows[0]), len(constant)
    names = ", ".join(connection.ops.quote_name(c) for c in (*columns[width:], *columns[:width]))
    line = f"({', '.join([*(f'?{n}' for n in range(1, known + 1)), *'?' * width])})"
    into = f'insert into "{table}" ({names}) values '  # noqa: S608 — a model's own names

    def write(driver: Any) -> None:
        for some in in_parts(rows, max(1, (PARAMETERS - known) // width)):
            driver.execute(into + ",".join([line] * len(some)), [*constant, *chain.from_iterable(some)])

    _by_the_driver(write)


def held_by(model: Any, field: str, values: Sequence[str], told: Sequence[str]) -> list[Row]:
    """Rows whose field is one of a great many texts: one parameter for all of them, no condition of thousands."""
    columns, held = ", ".join(_column(model, name) for name in told), _column(model, field)
    postgresql = connection.vendor == "postgresql"
    among = "= any(%s)" if postgresql else "in (select value from json_each(%s))"
    with connection.cursor() as cursor:
        cursor.execute(
            f'select {columns} from "{model._meta.db_table}" where {held} {among}',  # noqa: S608 — own names
            [list(values) if postgresql else json.dumps(values)],
        )
        return list(cursor.fetchall())


def days_written() -> Callable[[date | None], Any]:
    """How the database here takes a date: as text on SQLite, as itself on PostgreSQL."""
    return (lambda day: day) if connection.vendor == "postgresql" else _as_text


@lru_cache(100_000)
def _as_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def moment_written(moment: datetime) -> Any:
    """A moment as the database takes it here: on SQLite text in UTC, as Django writes it."""
    return connection.ops.adapt_datetimefield_value(moment.astimezone(UTC))
