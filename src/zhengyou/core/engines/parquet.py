"""副本 — the numbered tree, what it was before, and the facts as Parquet, for an engine that reads from many machines at once.

One folder a relation: ``organisation``, ``all_attendance``. A fact that has a day is cut by its year
(``year=2010``). It is written from the snapshot, which has read everything as of one moment.
"""

import os
import shutil
from pathlib import Path
from uuid import uuid4

import duckdb

from zhengyou.core.engines.files import FORMER_TYPES, NUMBERED
from zhengyou.core.engines.snapshot import Snapshot
from zhengyou.core.errors import Refused
from zhengyou.core.facts import FACT_TABLES


def relations() -> dict[str, dict[str, str]]:
    """The columns of every relation of a copy, without the year that a folder stands for."""
    tree = {"organisation": NUMBERED, "former": FORMER_TYPES}
    return tree | {f"all_{name}": t.columns for name, t in FACT_TABLES.items()}


def write_parquet(folder: Path, snapshot: Snapshot | None = None) -> None:
    """Write a copy beside the last one and put it in its place at once: readers see one or the other.

    ``folder`` is a link to the newest copy. The one before stays until the next is written, for queries
    that are still reading it.
    """
    if folder.is_dir() and not folder.is_symlink():
        raise Refused(f"{folder}已经是一个文件夹，副本不能放在这里；请换一个还没有的名字。")
    copies = folder.with_name(f".{folder.name}")
    last = folder.resolve().name if folder.is_symlink() else ""
    name = uuid4().hex
    fresh = copies / f"{name}.new"
    fresh.mkdir(parents=True)
    try:
        source = (snapshot or Snapshot.here()).connected()
        for relation, types in relations().items():
            _write(source, relation, types, fresh / relation)
        fresh.rename(copies / name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _point(folder, copies / name)
    for old in copies.iterdir():
        if old.name not in (name, last) and not old.name.endswith(".new"):
            shutil.rmtree(old, ignore_errors=True)


def _point(folder: Path, copy: Path) -> None:
    link = copy.with_suffix(".new")
    link.symlink_to(copy.relative_to(folder.parent), target_is_directory=True)
    os.replace(link, folder)


def _write(source: duckdb.DuckDBPyConnection, relation: str, types: dict[str, str], folder: Path) -> None:
    """The rows of a relation, several files where there are many; a folder without files where there are none."""
    folder.mkdir()
    columns = ", ".join(types)
    rows = f"select {columns}, year(on_day) as year" if "on_day" in types else f"select {columns}"
    cut = ", partition_by (year), overwrite_or_ignore" if "on_day" in types else ""
    goal = folder if cut else folder / "rows.parquet"
    source.execute(f"copy ({rows} from seen.{relation}) to '{goal}' (format parquet{cut})")
