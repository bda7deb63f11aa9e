"""A database that threads may share and whose files can be read: PostgreSQL's own, a copy on disk of SQLite's."""

import copy
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

from django.db import connection, connections

LIVING = 1  # LP_NORMAL: a row that has storage, whether anybody still sees it or not


@contextmanager
def on_disk(folder: Path) -> Iterator[Callable[[], None]]:
    """Work on a database on disk; the function given makes another thread do so too."""
    if connection.vendor == "postgresql":
        yield lambda: None
        return
    file = folder / "copy.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(file) as copied:
        connection.connection.backup(copied)
    kept, settings = connections["default"], copy.deepcopy(connection.settings_dict)
    settings["NAME"] = str(file)

    def move() -> None:
        connections["default"] = type(kept)(settings, "default")

    move()
    try:
        yield move
    finally:
        connections["default"].close()
        connections["default"] = kept


def at_once(deeds: list[Callable[[], Any]], move: Callable[[], None]) -> list[Any]:
    """Do all deeds at the same moment, each in a thread with a connection of its own; results or errors."""
    found: list[Any] = [None] * len(deeds)
    together = Barrier(len(deeds))

    def run(n: int) -> None:
        move()
        connection.ensure_connection()
        together.wait()
        try:
            found[n] = deeds[n]()
        except Exception as error:  # noqa: BLE001 — a thread's error is a result to look at
            found[n] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(n,)) for n in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def files_of_sqlite() -> bytes:
    """Every byte of the database and of its journal."""
    file = Path(connection.settings_dict["NAME"])
    return b"".join(p.read_bytes() for p in file.parent.glob(file.name + "*"))


def rows_kept_by_postgresql(table: str) -> int:
    """How many rows have storage in a table's file, dead ones included: counted from its pages."""
    with connection.cursor() as cursor:
        cursor.execute("checkpoint")
        cursor.execute("select pg_read_binary_file(pg_relation_filepath(%s))", [table])
        whole = bytes(cursor.fetchone()[0])
    pages = (whole[n : n + 8192] for n in range(0, len(whole), 8192))
    return sum(_rows_of_page(page) for page in pages)


def _rows_of_page(page: bytes) -> int:
    lower = struct.unpack_from("<H", page, 12)[0]
    pointers = (struct.unpack_from("<I", page, n)[0] for n in range(24, lower, 4))
    return sum((pointer >> 15) & 3 == LIVING for pointer in pointers)
