"""A county laid down in the tests' database, and once more in a SQLite beside it."""

from datetime import date
from unittest import mock

from django.core.management.color import no_style
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper
from sqlglot import exp

from tests.conformance.county import County
from zhengyou.core.engines import Columns, Engine, Live
from zhengyou.core.engines import live as live_engine
from zhengyou.core.models import Organisation


def lay_down(county: County) -> None:
    """Enter the county for good, so that readers with a connection of their own see it."""
    for model, rows in county.rows.items():
        model._default_manager.bulk_create(rows, batch_size=500)


def clear_away(county: County) -> None:
    """Take it out again, and let numbers begin where they began."""
    for model in reversed(county.rows):
        model._default_manager.all()._raw_delete("default")
    numbered = [{"table": m._meta.db_table, "column": m._meta.pk.column} for m in county.rows]
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_by_name_sql(no_style(), numbered):
            cursor.execute(sql)


def sqlite_beside(county: County) -> DatabaseWrapper:
    """The same rows in a SQLite of their own, whatever database the tests run on."""
    db = DatabaseWrapper({**connection.settings_dict, "NAME": ":memory:", "OPTIONS": {}}, "beside")
    with db.schema_editor(atomic=False) as editor:
        for model in county.rows:
            editor.create_model(model)
    db.disable_constraint_checking()  # the accounts that rows could name are not here
    for model, rows in county.rows.items():
        fields = model._meta.concrete_fields
        names = ", ".join(f'"{f.column}"' for f in fields)
        marks = ", ".join(["%s"] * len(fields))
        values = [[f.get_db_prep_save(getattr(r, f.attname), connection=db) for f in fields] for r in rows]
        with db.cursor() as cursor:
            cursor.executemany(f'insert into "{model._meta.db_table}" ({names}) values ({marks})', values)
    return db


class LiveOn(Live):
    """The live engine on a database that is not the installation's."""

    def __init__(self, db: DatabaseWrapper) -> None:
        self.db = db

    def columns(self, query: exp.Select, under: Organisation, on: date | None = None) -> Columns:
        with mock.patch.object(live_engine, "connection", self.db):
            return super().columns(query, under, on)


class Kept(Engine):
    """An engine that works out the same question once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.answers: dict[tuple[str, int, date | None], Columns] = {}

    def columns(self, query: exp.Select, under: Organisation, on: date | None = None) -> Columns:
        asked = (query.sql(), under.pk, on)
        if asked not in self.answers:
            self.answers[asked] = self.engine.columns(query, under, on)
        return self.answers[asked]
