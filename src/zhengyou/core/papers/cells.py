"""台账格 — the rows and cells of a workbook: each written as what it is, the total as a sum of its column."""

from datetime import date, datetime
from decimal import Decimal
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from zhengyou.core.papers.blocks import Sheet
from zhengyou.core.papers.grid import is_number, total_of
from zhengyou.core.papers.values import NONE_STATED, NOT_KNOWN, Cell, Share, ems, said

ROW = 20  # points
LONGEST = 32_767  # characters, the most that a cell can hold
FIRST_DAY = date(1900, 3, 1)  # spreadsheets disagree about the days before
Formats = dict[str, Format]


def across(tab: Worksheet, span: tuple[int, int, int, int], text: str, style: Format) -> None:
    """合并格 — a text over several cells, never read as a formula."""
    if span[:2] == span[2:]:
        tab.write_string(span[0], span[1], text, style)
    else:
        tab.merge_range(*span, "", style)
        tab.write_string(span[0], span[1], text, style)  # merge_range would read =… as a formula


def write_rows(tab: Worksheet, sheet: Sheet, first: int, widths: list[float], styles: Formats) -> int:
    """台账行 — rows and total; the last row written."""
    rows = [list(row) for row in sheet.rows]
    for at, cells in enumerate(rows):
        _write_row(tab, first + at, at + 1, cells, sheet, styles)
        tab.set_row(first + at, ROW * _lines(cells, sheet, widths))
    end = first + len(rows)
    if not rows:
        across(tab, (end, 0, end, len(widths) - 1), NONE_STATED, styles["nothing"])
        end += 1
    total = total_of(sheet)
    if total is None:
        return end - 1
    _write_row(tab, end, "合计", total, sheet, styles, of="total ")
    tab.set_row(end, ROW)
    if sheet.total is True and rows:
        _sum_up(tab, sheet, rows, total, first, styles)
    return end


def _sum_up(
    tab: Worksheet, sheet: Sheet, rows: list[list[Cell]], total: list[Cell], first: int, styles: Formats
) -> None:
    """Let the workbook itself add up each column of numbers: of the rows that a filter leaves in sight."""
    end = first + len(rows)
    for at, column, place in places(sheet):
        numbers = [row[at] for row in rows if row[at] not in (None, "")]
        if column == "number" and all(exact(number) for number in [*numbers, total[at]]):
            summed = f"=SUBTOTAL(109,{xl_range(first, place, end - 1, place)})"
            tab.write_formula(end, place, summed, styles["total number"], float(str(total[at])))


def places(sheet: Sheet) -> list[tuple[int, str, int]]:
    """栏位 — each column, its kind and where it stands: a number of the row comes first, a share takes two."""
    found: list[tuple[int, str, int]] = []
    place = int(sheet.numbered)
    for at, column in enumerate(sheet.columns):
        found.append((at, column.kind, place))
        place += 2 if column.kind == "share" else 1
    return found


def _lines(cells: list[Cell], sheet: Sheet, widths: list[float]) -> float:
    """How many lines the longest words of a row take; LibreOffice does not find out by itself."""
    words = [(cells[at], widths[place]) for at, _, place in places(sheet)]
    lines = max((lines_in(cell, width) for cell, width in words if isinstance(cell, str)), default=1)
    return 1 + (min(lines, 20) - 1) * 0.75


def lines_in(text: str, width: float) -> int:
    """行数 — how many lines a text takes in a column so many digits wide."""
    room = max(width - 1.5, 2)
    return sum(max(ceil(ems(line) * 2 / room), 1) for line in text.split("\n"))


def _write_row(
    tab: Worksheet, row: int, mark: Cell, cells: list[Cell], sheet: Sheet, styles: Formats, of: str = ""
) -> None:
    """Cells of one row, after its number if rows are numbered; ``of`` chooses the looks of a total."""
    if sheet.numbered:
        tab.write(row, 0, mark, styles[f"{of}place"])
    for at, kind, place in places(sheet):
        write = _write_share if kind == "share" else _write_cell
        write(tab, row, place, cells[at], styles, of)


def _write_share(tab: Worksheet, row: int, at: int, cell: Cell, styles: Formats, of: str) -> None:
    tab.write_string(row, at, "" if cell is None else str(cell), styles[f"{of}part"])
    if isinstance(cell, Share) and cell.whole:
        tab.write_number(row, at + 1, cell.part / cell.whole, styles[f"{of}percent"])
    else:
        tab.write_string(row, at + 1, NOT_KNOWN if isinstance(cell, Share) else "", styles[f"{of}percent"])


def _write_cell(tab: Worksheet, row: int, at: int, cell: Cell, styles: Formats, of: str) -> None:
    """By what the cell is, not by what the column is called: a count is a number wherever it stands."""
    if cell is None or cell == "":
        tab.write_blank(row, at, None, styles[f"{of}text"])
    elif isinstance(cell, date) and (day := date(cell.year, cell.month, cell.day)) >= FIRST_DAY:
        tab.write_datetime(row, at, datetime(day.year, day.month, day.day), styles[f"{of}date"])
    elif is_number(cell) and exact(cell):
        tab.write_number(row, at, float(cell) if isinstance(cell, Decimal) else cell, styles[f"{of}number"])
    else:
        tab.write_string(row, at, shortened(said(cell)), styles[f"{of}text"])


def exact(number: Cell) -> bool:
    """可存数字 — a spreadsheet keeps fifteen digits; a number that would be changed stays words."""
    if isinstance(number, Decimal):
        return Decimal(repr(float(number))) == number
    return isinstance(number, int | float) and not isinstance(number, bool) and abs(number) < 10**15


def shortened(text: str) -> str:
    """截短 — what fits into one cell, saying so if something was left out."""
    return text if len(text) <= LONGEST else text[: LONGEST - 8] + "……（以下略）"
