"""校对 — a writer's mistakes, refused by their place before anything is made of a paper."""

from collections.abc import Iterable, Iterator, Sequence

from zhengyou.core.papers.blocks import Block, Heading, Sheet, Table, Written
from zhengyou.core.papers.values import Cell, said


def checked(blocks: Iterable[Written]) -> Iterator[Written]:
    """校对 — the same blocks; ``TypeError`` or ``ValueError`` says which part, row or column is wrong."""
    for number, block in enumerate(blocks, start=1):
        if not isinstance(block, Block | str):
            raise TypeError(f"Part {number} is no part of a paper: {block!r}")
        if isinstance(block, Heading) and block.level not in (1, 2, 3, 4):
            raise ValueError(f"Part {number}: a heading has level 1 to 4, not {block.level!r}: {block.text}")
        if isinstance(block, Table):
            _check_table(block)
        if isinstance(block, Sheet):
            _check_sheet(block)
        yield block


def _check_table(table: Table) -> None:
    _check_rows(table.caption, table.head, table.rows)
    if not all(0 <= at < len(table.head) for at in table.numbers or ()):
        raise ValueError(f"Table {table.caption!r}: numbers names a column that is not there.")
    if table.widths and len(table.widths) != len(table.head):
        raise ValueError(
            f"Table {table.caption!r}: {len(table.widths)} widths for {len(table.head)} columns."
        )


def _check_sheet(sheet: Sheet) -> None:
    heads = [column.title for column in sheet.columns]
    _check_rows(sheet.name, heads, sheet.rows)
    if not isinstance(sheet.total, bool):
        _check_row(f"Table {sheet.name!r}, total", heads, sheet.total)


def _check_rows(name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    for number, row in enumerate(rows, start=1):
        _check_row(f"Table {name!r}, row {number}", heads, row)


def _check_row(place: str, heads: Sequence[str], row: Sequence[Cell]) -> None:
    if len(row) != len(heads):
        raise ValueError(f"{place}: {len(row)} cells for {len(heads)} columns: {list(row)!r}")
    for head, cell in zip(heads, row, strict=True):
        try:
            said(cell)
        except (TypeError, ValueError) as wrong:
            raise type(wrong)(f"{place}, column {head!r}: {wrong}") from wrong
