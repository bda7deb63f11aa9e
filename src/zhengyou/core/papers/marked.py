"""标错表 — rows sent back to be corrected: as they were written, the wrong cells marked, the reason beside them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from zhengyou.core.papers.cells import FIRST_DAY, Formats, exact, shortened

LONGEST_NAME = 31  # characters of a sheet's name
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
WIDTH, REASON_WIDTH = 14, 60


@dataclass(frozen=True)
class MarkedTable:
    """标错表 — a head, rows as somebody wrote them, and for some cells by row and column what is wrong there.

    ``said`` is what is wrong with a whole row; it stands in a last column of its own, headed ``reasons``.
    """

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Any]]
    marks: Mapping[tuple[int, int], str]
    said: Mapping[int, str] = field(default_factory=dict)
    reasons: str = "原因"


def to_marked_xlsx(tables: Sequence[MarkedTable]) -> bytes:
    """标错表 — a workbook with one sheet for each table; what people wrote is never read as a formula."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        styles = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "text": book.add_format({"num_format": "@"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "wrong": book.add_format({"num_format": "@", "bg_color": "#FFD9D2", "border": 1}),
            "wrong date": book.add_format({"num_format": "yyyy-mm-dd", "bg_color": "#FFD9D2", "border": 1}),
            "why": book.add_format({"font_color": "#A61B00"}),
        }
        taken: set[str] = set()
        for table in tables:
            _write(book.add_worksheet(_name(table.name, taken)), table, styles)
    return file.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """A name that a spreadsheet takes, and that no other sheet has."""
    stem = wanted.translate(NOT_IN_A_NAME).strip() or "表"
    name, number = stem[:LONGEST_NAME], 1
    while name.lower() in taken:
        number += 1
        name = f"{stem[: LONGEST_NAME - 4]} {number}"
    taken.add(name.lower())
    return name


def _write(tab: Worksheet, table: MarkedTable, styles: Formats) -> None:
    last = len(table.head)
    tab.freeze_panes(1, 0)
    tab.set_column(0, max(last - 1, 0), WIDTH, styles["text"])
    tab.set_column(last, last, REASON_WIDTH)
    for at, text in enumerate([*table.head, table.reasons]):
        tab.write_string(0, at, text, styles["head"])
    for number, row in enumerate(table.rows):
        for at, value in enumerate(row):
            reason = table.marks.get((number, at), "")
            _write_cell(tab, number + 1, at, value, styles, "wrong" if reason else "")
            if reason:
                tab.write_comment(number + 1, at, reason)
        tab.write_string(number + 1, last, shortened(table.said.get(number, "")), styles["why"])


def _write_cell(tab: Worksheet, row: int, at: int, value: Any, styles: Formats, mark: str) -> None:
    """A cell as it was written: days and numbers as such, everything else as words."""
    if isinstance(value, date) and (day := date(value.year, value.month, value.day)) >= FIRST_DAY:
        moment = datetime(day.year, day.month, day.day)
        tab.write_datetime(row, at, moment, styles[f"{mark} date".strip()])
    elif isinstance(value, int | float) and not isinstance(value, bool) and exact(value):
        tab.write_number(row, at, value, styles["wrong"] if mark else None)
    else:
        tab.write_string(row, at, shortened(_words(value)), styles[mark or "text"])


def _words(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return "" if value is None else str(value)
