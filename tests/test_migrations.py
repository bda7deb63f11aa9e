"""Tests make their tables straight from the models; an office gets there migration by migration. Both arrive at one place."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.utils import ConnectionHandler

from zhengyou.settings.database import database_of

pytestmark = [pytest.mark.database, pytest.mark.django_db]
OTHER = "zy_migrated"


def described(cursor: CursorWrapper) -> dict[str, object]:
    """Every table of ours: its columns with what they hold, and what the database holds it to, whatever the order."""
    of = cursor.db.introspection
    ours = tuple(f"{app.label}_" for app in apps.get_app_configs() if app.name.startswith("zhengyou."))
    found: dict[str, object] = {}
    for table in filter(lambda name: name.startswith(ours), of.table_names(cursor)):
        columns = {c.name: c[1:] for c in of.get_table_description(cursor, table)}
        held = [
            (
                tuple(c["columns"] or ()),
                *(str(c[k]) for k in ("primary_key", "unique", "foreign_key", "check")),
            )
            for c in of.get_constraints(cursor, table).values()
        ]
        found[table] = columns, sorted(held)
    return found


@contextmanager
def empty_database(home: Path) -> Iterator[str]:
    """Where a second, empty database is; nothing for a file in the home."""
    if connection.vendor == "sqlite":
        yield ""
        return
    import psycopg

    address = os.environ["ZHENGYOU_DATABASE"]
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"create database {OTHER}")
        try:
            yield urlunsplit(urlsplit(address)._replace(path=f"/{OTHER}"))
        finally:
            server.execute(f"drop database {OTHER} with (force)")


def test_migrations_lead_to_the_tables_of_the_models(tmp_path):
    with empty_database(tmp_path) as address:
        run = f"{sys.executable} -m django migrate --verbosity 0 --settings zhengyou.settings".split()
        own = {"ZHENGYOU_HOME": str(tmp_path), "ZHENGYOU_DATABASE": address}
        subprocess.run(run, check=True, env=os.environ | own)

        other = ConnectionHandler({"default": database_of(address, tmp_path)})["default"]
        with other.cursor() as migrated, connection.cursor() as made:
            found, expected = described(migrated), described(made)
        other.close()

    assert found == expected
