"""引擎 — where figures are worked out: live on the installation's database, or on its columnar snapshot.

Both answer the same composed query; they differ in where ``org`` and the facts ``f_…`` come from.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa
from django.conf import settings
from django.db import connection
from sqlglot import exp, parse_one, select

from zhengyou.core import clock
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Organisation

ORG_COLUMNS = ("id", "code", "name", "short_name", "kind", "category", "parent_id", "path", "path_end")


class Engine(Protocol):
    """Whatever can answer a composed query for a subtree."""

    def rows(self, query: exp.Select, under: Organisation) -> list[dict[str, Any]]:
        """Run a query over ``org`` and ``f_…`` narrowed to a subtree."""
        ...


def _columns(prefix: str = "") -> list[str]:
    return [f"{prefix}{c}" for c in ORG_COLUMNS]


def _subtree(nodes: exp.Select, under: Organisation) -> exp.Select:
    path = exp.column("path")
    return nodes.where(path >= exp.Literal.string(under.path)).where(
        path < exp.Literal.string(under.path_end)
    )


class Live:
    """实时 — the installation's own database, SQLite or PostgreSQL, narrowed to a subtree."""

    @property
    def dialect(self) -> str:
        """The dialect of the connected database."""
        return {"sqlite": "sqlite", "postgresql": "postgres"}[connection.vendor]

    def rows(self, query: exp.Select, under: Organisation) -> list[dict[str, Any]]:
        """Run a query now; see :class:`Engine`."""
        with connection.cursor() as cursor:
            cursor.execute(self._whole(query, under).sql(self.dialect))
            names = [c[0] for c in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _whole(self, query: exp.Select, under: Organisation) -> exp.Select:
        """Put the numbered tree and the facts used before the query.

        A node opens at its path and closes at ``path_end``. Openings are counted in that order: at its
        own opening a node reads its number, at its closing its last descendant's.
        """
        nodes = _subtree(select(*_columns()).from_("core_organisation"), under)
        events = parse_one(
            "select id, path as at, 1 as opens from nodes union all select id, path_end, 0 as opens from nodes"
        )
        counted = parse_one(
            "select id, opens, sum(opens) over (order by at, opens rows unbounded preceding) as n from events"
        )
        numbered = (
            select(*_columns("o."), "s.n as first", "e.n as last")
            .from_("nodes as o")
            .join("counted as s", on="s.id = o.id and s.opens = 1")
            .join("counted as e", on="e.id = o.id and e.opens = 0")
        )
        parts: list[tuple[str, exp.Expr]] = [("nodes", nodes), ("events", events), ("counted", counted)]
        parts += [("org", numbered)]
        parts += [(f"f_{name}", FACT_TABLES[name].sql.copy()) for name in _used(query)]
        return _before(query, parts)


def _used(query: exp.Select) -> list[str]:
    return sorted({t.name[2:] for t in query.find_all(exp.Table) if t.name.startswith("f_")})


def _before(query: exp.Select, parts: Sequence[tuple[str, exp.Expr]]) -> exp.Select:
    """A copy of the query whose own steps come after the given ones."""
    copied = query.copy()
    kept = copied.args.pop("with_", None) or copied.args.pop("with", None)
    for name, part in parts:
        copied = copied.with_(name, part)
    for step in kept.expressions if kept else []:
        copied = copied.with_(step.alias, step.this)
    return copied


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
        org = _subtree(select("*").from_("organisation"), under)
        with duckdb.connect(str(self.file), read_only=True) as db:
            found = db.execute(_before(query, [("org", org)]).sql("duckdb"))
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
