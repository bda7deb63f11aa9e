"""快照 — columnar copies of the facts for questions about whole trees, kept up by what changed.

A folder holds a manifest that names two DuckDB files: a base, sorted by the tree, and what replaced parts of
it since. A refresh writes a new file and lets the manifest name it at once, so that readers see the old state
or the new one and a crash leaves the old; when much was replaced, both are written into a new base.
"""

import fcntl
import hashlib
import json
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from django.conf import settings
from sqlglot import exp

from zhengyou.core import clock
from zhengyou.core.engines.changes import changes_since
from zhengyou.core.engines.composing import Columns, Engine, over_copies, text_of
from zhengyou.core.engines.files import (
    FORMER_TYPES,
    NUMBERED,
    merge_files,
    open_files,
    write_base,
    write_changes,
)
from zhengyou.core.engines.reading import reader
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Organisation

SHORT, KEPT = 2_000, 256  # rows of an answer that is kept, and how many answers
TRIES = 3  # a reader may name a file in the moment in which it is replaced


@dataclass(frozen=True)
class Manifest:
    """清单 — which files a snapshot is made of, and as of which entry of the trail."""

    taken_at: str
    deed: int
    digest: str
    base: str
    changes: str = ""
    facts: str = ""  # a digest of what the facts were declared to be

    @property
    def files(self) -> set[str]:
        """The files it names."""
        return {self.base, self.changes} - {""}


@dataclass(frozen=True)
class Snapshot(Engine):
    """快照 — see the module."""

    folder: Path

    @classmethod
    def here(cls) -> "Snapshot":
        """The snapshot of this installation."""
        return cls(Path(settings.ZHENGYOU_HOME) / "snapshot")

    @property
    def manifest(self) -> Manifest | None:
        """What it is made of now; nothing where none was taken, or only one of facts that were declared otherwise."""
        try:
            found: dict[str, Any] = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        return Manifest(**found) if found.get("facts") == facts_declared() else None

    @property
    def taken_at(self) -> datetime | None:
        """When it was taken, by the installation's clock; nothing where there is none."""
        found = self.manifest
        return datetime.fromisoformat(found.taken_at) if found else None

    def columns(self, query: exp.Select, under: Organisation, on: date | None = None) -> Columns:
        """Run a query on the snapshot; see :class:`Engine`.

        The numbers of a subtree are consecutive, so the whole tree's numbering serves any part of it.
        """
        opened, whole = self._opened(), under.parent_id is None
        then = on if on is not None and opened.changed_on and on < opened.changed_on else None

        def compose() -> str:
            return over_copies(query, "seen.", whole=whole, past=then is not None).sql("duckdb")

        bounds = opened.bounds(under.pk, then) or under.range_on(then)
        return opened.answer(text_of(query, f"duckdb {whole} {then is not None}", compose, bounds, then))

    def connected(self) -> duckdb.DuckDBPyConnection:
        """A cursor of this process on the files that the manifest names now: ``seen.organisation``, ``seen.all_<fact>``."""
        return self._opened().db.cursor()

    def _opened(self) -> "_Open":
        for n in range(TRIES):
            manifest = self.manifest
            if manifest is None:
                raise FileNotFoundError(f"还没有快照：{self.folder}；请先运行 zhengyou snapshot。")
            try:
                return _connections.opened(self.folder, manifest)
            except duckdb.IOException:
                if n == TRIES - 1:
                    raise
        raise AssertionError

    def refresh(self, *, whole: bool = False) -> None:
        """Bring it up to now: read anew what deeds may have changed, or everything where that is not known."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with _alone(self.folder), reader() as source:
            before, moment = self.manifest, clock.now().isoformat()
            number, digest = source.head()
            changes = None
            if before and not whole:
                changes = changes_since(before.deed, before.digest, number)
            if before is None or changes is None:
                base = _fresh_name("base", number, before)
                write_base(source, self.folder / base)
                self._publish(Manifest(moment, number, digest, base, facts=facts_declared()))
            elif changes:
                name = _fresh_name("changes", number, before)
                old = self.folder / before.changes if before.changes else None
                much = write_changes(source, self.folder / name, old, self.folder / before.base, changes)
                after = replace(before, taken_at=moment, deed=number, digest=digest, changes=name)
                self._publish(self._merged(after) if much else after)
            else:
                self._publish(replace(before, taken_at=moment, deed=number, digest=digest))

    def _merged(self, manifest: Manifest) -> Manifest:
        """The same state as one new base; made before anybody is told of it."""
        base = _fresh_name("base", manifest.deed, manifest)
        merge_files(self.folder / manifest.base, self.folder / manifest.changes, self.folder / base)
        return replace(manifest, base=base, changes="")

    def _publish(self, manifest: Manifest) -> None:
        """Let the manifest name the new files, durably and at once; then remove what no manifest names."""
        fresh = self.folder / "manifest.new"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(manifest), file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self.folder / "manifest.json")
        folder = os.open(self.folder, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
        for old in self.folder.iterdir():
            if old.name not in manifest.files | {"manifest.json", "lock"}:
                old.unlink(missing_ok=True)


def facts_declared() -> str:
    """A digest of all facts with their columns and queries: another version of the program may declare others."""
    told = "\n".join(f"{name}: {table.declared}" for name, table in sorted(FACT_TABLES.items()))
    told = f"{NUMBERED} {FORMER_TYPES}\n{told}"
    return hashlib.sha256(told.encode()).hexdigest()


def _fresh_name(what: str, number: int, before: Manifest | None) -> str:
    """A name that the manifest before does not use, whatever a crash left behind."""
    taken = before.files if before else set()
    return next(name for n in range(9) if (name := f"{what}-{number}-{n}.duckdb") not in taken)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one refresh run at a time; another waits and then finds little left to do."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class _Open:
    """The files of one manifest, open in this process, and what was answered from them: it stays true."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.files = manifest.files
        self.db = open_files(folder / manifest.base, folder / manifest.changes if manifest.changes else None)
        found = self.db.execute("select max(until) from seen.former").fetchone()
        self.changed_on: date | None = found[0] if found else None  # before it the tree was another one
        self._bounds: dict[tuple[int, date | None], tuple[str, str] | None] = {}
        self._answers: OrderedDict[str, Columns] = OrderedDict()
        self._lock = threading.Lock()

    def bounds(self, org_id: int, then: date | None) -> tuple[str, str] | None:
        """Where an organisation stands in the tree that was copied, which may not be that of today."""
        if (org_id, then) not in self._bounds:
            cursor = self.db.cursor()
            found = cursor.execute(
                "select path, path_end from seen.former where id = $1 and since <= $2 and until > $2",
                [org_id, then],
            ).fetchone()
            found = (
                found
                or cursor.execute(
                    "select path, path_end from seen.organisation where id = $1", [org_id]
                ).fetchone()
            )
            self._bounds[org_id, then] = found
        return self._bounds[org_id, then]

    def answer(self, text: str) -> Columns:
        """Columns by name; short answers are kept, the latest asked for longest."""
        with self._lock:
            if text in self._answers:
                self._answers.move_to_end(text)
                return self._answers[text]
        table: pa.Table = self.db.cursor().sql(text).to_arrow_table()
        found = {name: listed(table.column(name)) for name in table.column_names}
        if table.num_rows <= SHORT:
            with self._lock:
                self._answers[text] = found
                while len(self._answers) > KEPT:
                    self._answers.popitem(last=False)
        return found


def listed(column: pa.ChunkedArray) -> list[Any]:
    """The values of a column; whole numbers without a detour over each."""
    if pa.types.is_int64(column.type) and not column.null_count:
        values: list[Any] = []
        for chunk in filter(len, column.chunks):
            held = memoryview(chunk.buffers()[1]).cast("q")
            values += held[chunk.offset : chunk.offset + len(chunk)].tolist()
        return values
    if pa.types.is_decimal(column.type):  # how DuckDB hands out its widest whole numbers
        return [None if value is None else int(value) for value in column.to_pylist()]
    found: list[Any] = column.to_pylist()
    return found


class _Connections:
    """This process's open snapshots: opening costs more than most questions."""

    def __init__(self) -> None:
        self._open: dict[Path, _Open] = {}
        self._lock = threading.Lock()

    def opened(self, folder: Path, manifest: Manifest) -> _Open:
        with self._lock:
            found = self._open.get(folder)
            if found is None or found.files != manifest.files:
                found = self._open[folder] = _Open(folder, manifest)
            return found


_connections = _Connections()
