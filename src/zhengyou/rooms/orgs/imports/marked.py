"""The refused rows as a table: the columns of the file, the wrong cells marked, to be corrected and sent in again."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from zhengyou.core.papers import MarkedTable
from zhengyou.core.sheets import Remark
from zhengyou.rooms.orgs.imports.headings import REASONS
from zhengyou.rooms.orgs.imports.sheets import Table

FILE = "不收的行.xlsx"  # what they are taken away as


def refused_rows(tables: Iterable[Table], refused: Iterable[Remark]) -> list[MarkedTable]:
    """One table for each sheet with refused rows, read again out of the file; what is never held stays out."""
    by_sheet: dict[str, dict[int, list[Remark]]] = defaultdict(lambda: defaultdict(list))
    for remark in refused:
        by_sheet[remark.sheet][remark.row].append(remark)
    return [_of(table, by_sheet[table.sheet.name]) for table in tables if table.sheet.name in by_sheet]


def _of(table: Table, remarks: dict[int, list[Remark]]) -> MarkedTable:
    kept = table.kept_columns()
    head = [table.labels[at] for at in kept]
    rows: list[list[Any]] = []
    marks: dict[tuple[int, int], str] = {}
    said: dict[int, str] = {}
    for number, row in table.rows():
        if number not in remarks:
            continue
        here = len(rows)
        rows.append([row[at] if at < len(row) else "" for at in kept])
        said[here] = "；".join(dict.fromkeys(f"{r.column}：{r.reason}" for r in remarks[number]))
        for remark in remarks[number]:
            at = table.columns.get(remark.key)
            if at is not None and at in kept:
                marks[here, kept.index(at)] = remark.reason
    return MarkedTable(table.sheet.name, head, rows, marks, said, REASONS)
