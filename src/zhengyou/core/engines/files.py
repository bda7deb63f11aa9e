"""快照文件 — the DuckDB files of a snapshot: a base sorted by the tree, and what replaced parts of it.

base       organisation, former (what organisations were before), and fact_<name> for every fact
changes    gone (fact, org_id: whose rows of the base no longer count; no org_id: all of them), fact_<name>,
           and organisation and former where the tree changed
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from sqlglot import exp, select

from zhengyou.core.engines.changes import Changes
from zhengyou.core.engines.composing import ORG_COLUMNS
from zhengyou.core.engines.live import FORMER
from zhengyou.core.engines.reading import Reader, as_typed
from zhengyou.core.facts import FACT_TABLES

STATE_TYPES = dict.fromkeys(ORG_COLUMNS, "text") | {
    "id": "int", "parent_id": "int", "founded_on": "date", "closed_on": "date",
}  # fmt: skip
ORG_TYPES = STATE_TYPES | {"unchanged_since": "date"}
FORMER_TYPES = STATE_TYPES | {"since": "date", "until": "date"}
NUMBERED = ORG_TYPES | {"first": "int", "last": "int"}
MUCH = 5  # when every fifth row of the base was replaced, both are written into a new base
MEMORY = "4GB"  # of a copy; DuckDB would take four fifths of the machine's
AT_ONCE = 5_000  # organisations whose rows are asked in one query


def write_base(source: Reader, file: Path) -> None:
    """Copy everything, sorted so that what lies together in the tree lies together in the file."""
    with _made_anew(file) as db:
        _write_tree(db, source)
        for name, table in FACT_TABLES.items():
            _copy(db, f"fact_{name}", source.stream(table.sql, table.columns), table.columns)


def write_changes(source: Reader, file: Path, old: Path | None, base: Path, changes: Changes) -> bool:
    """Write what replaces parts of the base by now; whether that is so much that both should be merged."""
    file.unlink(missing_ok=True)
    if old:
        shutil.copy(old, file)
    with duckdb.connect(str(file)) as db:
        db.execute("create table if not exists gone (fact varchar, org_id bigint)")
        db.execute(f"attach '{base}' as base (read_only)")
        if changes.tree:
            db.execute("drop table if exists organisation")
            db.execute("drop table if exists former")
            _write_tree(db, source)
        for name, places in changes.facts.items():
            _replace(db, source, name, places)
        much = _rows(db, "") * MUCH > _rows(db, "base.")
    return much


def merge_files(base: Path, changes: Path, file: Path) -> None:
    """Write base and changes into one new base, without asking the database again."""
    with _made_anew(file) as db:
        _attach(db, base, changes)
        db.execute("create table main.organisation as select * from seen.organisation order by first")
        db.execute("create table main.former as select * from seen.former order by path, since")
        for name in FACT_TABLES:
            db.execute(
                f"create table main.fact_{name} as select f.* from seen.all_{name} as f "  # noqa: S608
                f"left join main.organisation as o on o.id = f.org_id order by {_order(name)}"
            )


def open_files(base: Path, changes: Path | None) -> duckdb.DuckDBPyConnection:
    """Open a snapshot for reading: ``seen.organisation`` and ``seen.all_<fact>`` as they are with the changes."""
    db = duckdb.connect(":memory:")
    _attach(db, base, changes)
    return db


def _attach(db: duckdb.DuckDBPyConnection, base: Path, changes: Path | None) -> None:
    db.execute(f"attach '{base}' as base (read_only)")
    if changes:
        db.execute(f"attach '{changes}' as changes (read_only)")
    db.execute("create schema seen")
    newer = _tables(db, "changes") if changes else set()
    tree = "changes" if "organisation" in newer else "base"
    for table in ("organisation", "former"):
        db.execute(f"create view seen.{table} as select * from {tree}.{table}")  # noqa: S608
    for name in FACT_TABLES:
        db.execute(f"create view seen.all_{name} as {_seen(db, name, newer)}")


def _seen(db: duckdb.DuckDBPyConnection, name: str, newer: set[str]) -> str:
    table = f"fact_{name}"
    if table not in newer:
        return f"select * from base.{table}"  # noqa: S608
    if db.execute("select 1 from changes.gone where fact = ? and org_id is null", [name]).fetchone():
        return f"select * from changes.{table}"  # noqa: S608
    return (
        f"select * from base.{table} where org_id not in "  # noqa: S608
        f"(select org_id from changes.gone where fact = '{name}') union all select * from changes.{table}"
    )


def _tables(db: duckdb.DuckDBPyConnection, catalog: str) -> set[str]:
    found = db.execute("select table_name from duckdb_tables() where database_name = ?", [catalog])
    return {row[0] for row in found.fetchall()}


def _made_anew(file: Path) -> Any:
    file.unlink(missing_ok=True)
    db = duckdb.connect(str(file))
    # What does not fit is sorted on the disk: a copy needs no more memory however much there is.
    db.execute(f"set memory_limit = '{MEMORY}'")
    db.execute(f"set temp_directory = '{file.with_suffix('.sorting')}'")
    return db


def _write_tree(db: duckdb.DuckDBPyConnection, source: Reader) -> None:
    """Every organisation with its pre-order number and its last descendant's, and what each was before."""
    former = FORMER.copy().order_by("f.path", "f.since")
    with _incoming(db, source.stream(former, FORMER_TYPES), FORMER_TYPES) as rows:
        db.execute(f"create table former as {rows}")
    nodes = select(*ORG_TYPES).from_("core_organisation").order_by("path")
    # Openings are counted in the order of paths: at its own opening an organisation reads its number, at its
    # closing that of its last descendant.
    with _incoming(db, source.stream(nodes, ORG_TYPES), ORG_TYPES) as rows:
        db.execute(
            f"""create table organisation as
            with nodes as materialized ({rows}),
            events as (select id, path as spot, 1 as opens from nodes union all select id, path_end, 0 from nodes),
            counted as (select id, opens, sum(opens) over (order by spot, opens rows unbounded preceding) as n from events)
            select n.*, cast(s.n as bigint) as first, cast(e.n as bigint) as last from nodes as n
            join counted as s on s.id = n.id and s.opens = 1 join counted as e on e.id = n.id and e.opens = 0
            order by s.n"""  # noqa: S608
        )


@contextmanager
def _incoming(
    db: duckdb.DuckDBPyConnection, read: pa.RecordBatchReader, types: dict[str, str]
) -> Iterator[str]:
    """A query for what is being read, its columns as they are kept; good while the batches come."""
    db.register("_incoming", read)
    yield exp.select(*as_typed(read.schema, types)).from_("_incoming").sql("duckdb")
    db.unregister("_incoming")


def _copy(
    db: duckdb.DuckDBPyConnection, table: str, read: pa.RecordBatchReader, types: dict[str, str]
) -> None:
    """Taken as it comes, then sorted: both steps can lay aside what does not fit into memory."""
    with _incoming(db, read, types) as rows:
        db.execute(f"create temp table staged as {rows}")
    db.execute(
        f"""create table {table} as select f.* from staged as f
        left join organisation as o on o.id = f.org_id order by {_order(table.removeprefix("fact_"))}"""  # noqa: S608
    )
    db.execute("drop table staged")


def _order(fact: str) -> str:
    columns = FACT_TABLES[fact].columns
    return ", ".join(["o.first", *(f"f.{c}" for c in ("person_id", "id") if c in columns)])


def _replace(db: duckdb.DuckDBPyConnection, source: Reader, name: str, places: set[int] | None) -> None:
    """Let the rows of some organisations, or of all, come from here instead of from the base."""
    table, fact = f"fact_{name}", FACT_TABLES[name]
    if table not in _tables_here(db):
        db.execute(f"create table {table} as select * from base.{table} limit 0")  # noqa: S608
    if places is None:
        db.execute(f"delete from {table}")  # noqa: S608
        db.execute("delete from gone where fact = ?", [name])
        db.execute("insert into gone values (?, null)", [name])
        _insert(db, table, source.stream(fact.sql, fact.columns), fact.columns)
        return
    db.register("_places", pa.table({"org_id": pa.array(sorted(places), pa.int64())}))
    db.execute(f"delete from {table} where org_id in (select org_id from _places)")  # noqa: S608
    db.execute(
        "insert into gone select ?, org_id from _places "
        "where org_id not in (select org_id from gone where fact = ? and org_id is not null)",
        [name, name],
    )
    db.unregister("_places")
    for some in _batched(sorted(places), AT_ONCE):
        wanted = exp.column("org_id").isin(*some)
        rows = select("*").from_(fact.sql.copy().subquery("q")).where(wanted)
        _insert(db, table, source.stream(rows, fact.columns), fact.columns)


def _insert(
    db: duckdb.DuckDBPyConnection, table: str, read: pa.RecordBatchReader, types: dict[str, str]
) -> None:
    with _incoming(db, read, types) as rows:
        db.execute(f"insert into {table} {rows}")  # noqa: S608


def _batched(things: Iterable[int], size: int) -> Iterator[list[int]]:
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def _tables_here(db: duckdb.DuckDBPyConnection) -> set[str]:
    found = db.execute("select table_name from duckdb_tables() where database_name = current_database()")
    return {row[0] for row in found.fetchall()}


def _rows(db: duckdb.DuckDBPyConnection, catalog: str) -> int:
    tables = _tables(db, "base") if catalog else _tables_here(db)
    counts = [
        db.execute(f"select count(*) from {catalog}{table}").fetchone()  # noqa: S608
        for table in sorted(tables)
        if table.startswith("fact_")
    ]
    return sum(row[0] for row in counts if row)
