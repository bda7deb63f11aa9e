"""表样 — a table or a ledger as it is drawn on paper: words in cells, and which columns stand right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from zhengyou.core.papers.blocks import Column, Sheet, Table
from zhengyou.core.papers.values import Cell, Share, date_zh, said
from zhengyou.core.papers.widths import Span, span_of


@dataclass(frozen=True)
class HeadCell:
    """表头格 — a heading, the column it begins at and how far it reaches."""

    text: str
    at: int
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Grid:
    """表样 — head, rows and total of a table, each cell as words.

    ``figures`` are the columns that stand to the right.
    """

    head: list[list[HeadCell]]
    rows: list[list[str]]
    total: list[str] | None
    figures: frozenset[int]
    spans: list[Span]
    caption: str
    remark: str = ""


def grid_of(block: Table | Sheet, *, briefly: bool = False) -> Grid:
    """表样 — the table to draw for a block; ``briefly`` parts days and shares into two lines, to save width."""
    return _of_table(block, briefly) if isinstance(block, Table) else _of_sheet(block, briefly)


def head_rows(heads: Sequence[tuple[str, str]]) -> list[list[HeadCell]]:
    """表头 — one row of headings, or two where neighbours share a group."""
    if not any(group for group, _ in heads):
        return [[HeadCell(title, at) for at, (_, title) in enumerate(heads)]]
    upper: list[HeadCell] = []
    lower: list[HeadCell] = []
    for group, members in groupby(enumerate(heads), key=lambda pair: pair[1][0]):
        for at, (_, title) in (inside := list(members)):
            (lower if group else upper).append(HeadCell(title, at, down=1 if group else 2))
        if group:
            upper.append(HeadCell(group, inside[0][0], across=len(inside)))
    return [upper, lower]


def words_of(rows: Sequence[Sequence[Cell]], briefly: bool = False) -> list[list[str]]:
    """表中文字 — every cell of some rows as words."""
    return [[said(cell, briefly=briefly) for cell in row] for row in rows]


def total_of(sheet: Sheet) -> list[Cell] | None:
    """合计 — the sums of a ledger; shares are added part to part and whole to whole."""
    if sheet.total is False:
        return None
    if sheet.total is not True:
        return list(sheet.total)
    columns = enumerate(sheet.columns)
    sums: list[Cell] = [_sum([row[at] for row in sheet.rows], column.kind) for at, column in columns]
    if not sheet.numbered and sums and sums[0] == "":
        sums[0] = "合计"
    return sums


def _sum(cells: Sequence[Cell], kind: str) -> Cell:
    if kind == "share":
        shares = [cell for cell in cells if isinstance(cell, Share)]
        return Share(sum(share.part for share in shares), sum(share.whole for share in shares))
    if kind != "number":
        return ""
    numbers = [cell for cell in cells if is_number(cell)]
    exact = sum((Decimal(str(number)) for number in numbers), Decimal(0))
    return int(exact) if exact == exact.to_integral_value() else exact


def is_number(cell: Cell) -> bool:
    """数字格 — something to be counted; true and false are not."""
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def remark_of(sheet: Sheet) -> str:
    """表注 — whose ledger it is, how many rows, and that nobody was asked for it."""
    parts = [
        f"单位：{sheet.whose}" if sheet.whose else "",
        f"共{len(sheet.rows)}条",
        f"数据截至{date_zh(sheet.as_of)}" if sheet.as_of else "",
        "由日常记录汇总",
        sheet.caption,
    ]
    return "　".join(part for part in parts if part)


def _of_table(table: Table, briefly: bool) -> Grid:
    heads, rows = list(table.head), [list(row) for row in table.rows]
    words = words_of(rows, briefly)
    found = _figures(rows, len(heads))
    figures = frozenset(found if table.numbers is None else table.numbers)
    stiff = figures | {at for at in range(len(heads)) if any(isinstance(row[at], date) for row in rows)}
    spans = _spans(heads, words, stiff)
    if table.widths:
        spans = [Span(width, width) for width in table.widths]
    return Grid(head_rows([("", head) for head in heads]), words, None, figures, spans, table.caption)


def _figures(rows: list[list[Cell]], columns: int) -> set[int]:
    def numeric(at: int) -> bool:
        cells = [row[at] for row in rows if row[at] not in (None, "")]
        return bool(cells) and all(is_number(cell) or isinstance(cell, Share) for cell in cells)

    return {at for at in range(columns) if numeric(at)}


def _of_sheet(sheet: Sheet, briefly: bool) -> Grid:
    columns = list(sheet.columns)
    rows = words_of(sheet.rows, briefly)
    sums = total_of(sheet)
    total = words_of([sums], briefly)[0] if sums is not None else None
    if sheet.numbered:
        columns.insert(0, Column("序号", kind="number"))
        rows = [[str(number), *row] for number, row in enumerate(rows, start=1)]
        total = ["合计", *total] if total is not None else None
    figures = frozenset(at for at, column in enumerate(columns) if column.kind in ("number", "share"))
    stiff = figures | {at for at, column in enumerate(columns) if column.kind == "date"}
    found = _spans([column.title for column in columns], rows + ([total] if total else []), stiff)
    spans = [
        Span(min(span.least, column.width), column.width) if column.width else span
        for span, column in zip(found, columns, strict=True)
    ]
    head = head_rows([(column.group, column.title) for column in columns])
    return Grid(head, rows, total, figures, spans, sheet.name, remark_of(sheet))


def _spans(heads: list[str], rows: list[list[str]], stiff: frozenset[int] | set[int]) -> list[Span]:
    return [span_of(head, [row[at] for row in rows], stiff=at in stiff) for at, head in enumerate(heads)]
