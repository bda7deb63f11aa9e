"""快照 — columnar copies of the facts, for questions about whole trees."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from django.conf import settings
from django.db import connection
from sqlglot import exp, select

from zhengyou.core import clock
from zhengyou.core.engines.composing import ORG_COLUMNS, in_subtree, put_before
from zhengyou.core.engines.live import Live
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Organisation


@dataclass(frozen=True)
class Snapshot:
    """快照 — columnar copies of the facts in one DuckDB file, replaced whole when it is refreshed."""

    file: Path

    @classmethod
    def here(cls) -> "Snapshot":
        """The snapshot of this installation."""
        return cls(Path(settings.ZHENGYOU_HOME) / "snapshot.duckdb")

    @property
    def taken_at(self) -> datetime | None:
        """When it was taken, by the installation's clock; nothing where there is none."""
        if not self.file.exists():
            return None
        with duckdb.connect(str(self.file), read_only=True) as db:
            found = db.execute("select taken_at from meta").fetchone()
        return datetime.fromisoformat(found[0]) if found else None

    def rows(self, query: exp.Select, under: Organisation) -> list[dict[str, Any]]:
        """Run a query on the snapshot; see :class:`Engine`.

        The numbers of a subtree are consecutive, so the whole tree's numbering serves any part of it.
        """
        org = in_subtree(select("*").from_("organisation"), under)
        with duckdb.connect(str(self.file), read_only=True) as db:
            found = db.execute(put_before(query, [("org", org)]).sql("duckdb"))
            names = [c[0] for c in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def refresh(self) -> None:
        """Take it anew beside the old one and put it in its place at once: readers see one or the other."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(f".{os.getpid()}.new")
        fresh.unlink(missing_ok=True)
        try:
            with duckdb.connect(str(fresh)) as db:
                _copy(db, "organisation", _ORG_TYPES, _numbered())
                for name, table in FACT_TABLES.items():
                    _copy(db, f"f_{name}", table.columns, _live_rows(table.sql))
                db.execute("create table meta as select ? as taken_at", [clock.now().isoformat()])
            os.replace(fresh, self.file)
        finally:
            fresh.unlink(missing_ok=True)


_ORG_TYPES = dict.fromkeys(ORG_COLUMNS, "text") | {
    "id": "int",
    "parent_id": "int",
    "first": "int",
    "last": "int",
}
_ARROW = {"int": pa.int64(), "text": pa.string(), "date": pa.date32(), "bool": pa.bool_()}


def _live_rows(query: exp.Select) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query.sql(Live().dialect))
        return list(cursor.fetchall())


def _numbered() -> Iterator[tuple[Any, ...]]:
    """Every organisation with its pre-order number and its last descendant's."""
    nodes = list(Organisation.objects.order_by("path").values_list(*ORG_COLUMNS))
    last: dict[int, int] = {}
    open_nodes: list[tuple[str, int]] = []  # (path_end, id) of the nodes that the walk is inside
    for n, node in enumerate(nodes, start=1):
        while open_nodes and open_nodes[-1][0] <= node[7]:
            last[open_nodes.pop()[1]] = n - 1
        open_nodes.append((node[8], node[0]))
    for _, node_id in open_nodes:
        last[node_id] = len(nodes)
    for n, node in enumerate(nodes, start=1):
        yield (*node, n, last[node[0]])


def _typed(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value[:10])
    if kind == "bool":
        return bool(value)
    return int(value) if kind == "int" else value


def _copy(db: duckdb.DuckDBPyConnection, name: str, types: dict[str, str], rows: Any) -> None:
    columns = list(zip(*rows, strict=True)) or [()] * len(types)
    arrays = {
        c: pa.array([_typed(t, v) for v in values], type=_ARROW[t])
        for (c, t), values in zip(types.items(), columns, strict=True)
    }
    db.register("_incoming", pa.table(arrays))
    db.execute(f"create table {name} as select * from _incoming")  # noqa: S608 — a name from the registry
    db.unregister("_incoming")
