"""A ledger of twenty columns as a workbook: through the house's papers, and by the usual libraries.

Ours is a finished paper: title, widths, borders, heading repeated on every page. The others write bare cells.
Read back, head and rows must hold the same.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

from bench.sizes import Size
from bench.timing import Answer, Comparison, Way, at_once
from zhengyou.core.papers import Column, Sheet, Title, to_xlsx
from zhengyou.demo.people import FAMILY, GIVEN

Rows = list[list[Any]]
KINDS = ("text",) * 12 + ("number",) * 4 + ("date",) * 4
HEAD = [f"第{n}栏" for n in range(1, len(KINDS) + 1)]


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The same ledger to a file, four times."""
    rows, file = ledger(size.rows), home / "ledger.xlsx"

    def way(name: str, write: Callable[[Path, Rows], None], ours: bool = False) -> Way:
        return Way(name, at_once(partial(_written, write, file, rows)), ours, cells_of)

    ways = [
        way("ours: a finished ledger", _paper, ours=True),
        way("openpyxl", _openpyxl),
        way("openpyxl, write_only", _write_only),
        way("XlsxWriter, constant_memory", _constant),
    ]
    yield Comparison("ledger of 20 columns", size.rows, "rows", ways, rate=True)


def ledger(count: int) -> Rows:
    """Made-up rows: twelve columns of words, four of numbers, four of days."""
    chance = random.Random(count)  # noqa: S311 — no secret
    first = date(2010, 3, 1)

    def cell(kind: str) -> Any:
        if kind == "number":
            return chance.randrange(10_000)
        if kind == "date":
            return first + timedelta(days=chance.randrange(3_000))
        return chance.choice(FAMILY) + "".join(chance.choices(GIVEN, k=chance.randrange(1, 12)))

    return [[cell(kind) for kind in KINDS] for _ in range(count)]


def cells_of(file: Path) -> Answer:
    """Head and rows read back, a fingerprint for each row."""
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    start = next(at for at, row in enumerate(rows) if row[: len(HEAD)] == HEAD)
    return {at: hash(tuple(map(_same, row[: len(HEAD)]))) for at, row in enumerate(rows[start:])}


def _same(cell: Any) -> Any:
    """A day is a day, with or without midnight behind it; a number a number."""
    if isinstance(cell, datetime):
        return cell.date()
    return float(cell) if isinstance(cell, int) else cell


def _written(write: Callable[[Path, Rows], None], file: Path, rows: Rows) -> Path:
    write(file, rows)
    return file


def _paper(file: Path, rows: Rows) -> None:
    columns = [Column(title, kind=kind) for title, kind in zip(HEAD, KINDS, strict=True)]
    file.write_bytes(to_xlsx([Title("台账"), Sheet("台账", columns, rows, numbered=False)]))


def _openpyxl(file: Path, rows: Rows) -> None:
    book = openpyxl.Workbook()
    for row in [HEAD, *rows]:
        book.active.append(row)
    book.save(file)


def _write_only(file: Path, rows: Rows) -> None:
    book = openpyxl.Workbook(write_only=True)
    tab = book.create_sheet()
    for row in [HEAD, *rows]:
        tab.append(row)
    book.save(file)


def _constant(file: Path, rows: Rows) -> None:
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        tab, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for at, row in enumerate([HEAD, *rows]):
            for column, cell in enumerate(row):
                tab.write(at, column, cell, day if isinstance(cell, date) else None)
