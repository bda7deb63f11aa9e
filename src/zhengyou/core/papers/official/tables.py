"""表格 — tables and ledgers amid the text, as wide as the type area."""

from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Length, Pt, Twips
from docx.table import Table as DocxTable
from docx.table import _Cell, _Row

from zhengyou.core.papers.blocks import Sheet, Table
from zhengyou.core.papers.grid import Grid, grid_of
from zhengyou.core.papers.official.faces import CAPTION, CELL, CELL_HEAD, FIGURE, REMARK, Face, paragraph
from zhengyou.core.papers.official.oxml import borders, element, put
from zhengyou.core.papers.official.page import TYPE_AREA
from zhengyou.core.papers.values import NONE_STATED

CROWDED = 8  # columns; more of them are set a size smaller
HAIR = 4  # eighths of a point


def write_table(paper: Document, block: Table | Sheet) -> None:
    """表格 — caption, head that repeats on every page, rows that do not break, total."""
    grid = grid_of(block)
    for face, text in ((CAPTION, grid.caption), (REMARK, grid.remark)):
        if text:
            paragraph(paper, face, text)
    body = grid.rows + ([grid.total] if grid.total is not None else [])
    small = len(grid.widths) > CROWDED
    room = TYPE_AREA.pt / (10.5 if small else CELL.size)
    table = bordered(paper, len(grid.head) + max(len(body), 1), shared_out(grid, room))
    _write_head(table, grid)
    cells = list(table._cells)  # python-docx walks the whole table for every single cell
    columns = len(grid.widths)
    for at, words in enumerate(body, start=len(grid.head)):
        for column, text in enumerate(words):
            face = FIGURE if column in grid.figures else CELL
            fill(cells[at * columns + column], face, text, small=small)
    if not body:
        fill(
            table.cell(len(grid.head), 0).merge(table.cell(len(grid.head), columns - 1)),
            CELL_HEAD,
            NONE_STATED,
        )
    paragraph(paper, CELL).paragraph_format.line_spacing = Pt(10)


def shared_out(grid: Grid, room: float) -> list[Length]:
    """栏宽 — the type area shared out to the last twip; when it is tight, only words are broken."""
    widths = grid.widths
    stiff = sum(width for at, width in enumerate(widths) if at in grid.stiff)
    soft = sum(widths) - stiff
    if stiff + soft > room and soft and stiff < 0.8 * room:
        squeeze = (room - stiff) / soft
        widths = [width if at in grid.stiff else width * squeeze for at, width in enumerate(widths)]
    total, area = sum(widths), TYPE_AREA.twips
    ends = [round(area * sum(widths[: at + 1]) / total) for at in range(len(widths))]
    return [Twips(end - start) for start, end in zip([0, *ends], ends, strict=False)]


def bordered(paper: Document, rows: int, widths: list[Length]) -> DocxTable:
    """表格框线 — an empty table with hair lines all round."""
    table: DocxTable = paper.add_table(rows, len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    properties = table._tbl.tblPr
    put(properties, element("w:tblW", type="dxa", w=TYPE_AREA.twips))
    lines = {side: (HAIR, 0) for side in ("top", "left", "bottom", "right", "insideH", "insideV")}
    put(properties, borders("w:tblBorders", lines))
    margins = put(properties, element("w:tblCellMar"))
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=60, type="dxa"))
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    for row in table._tbl.tr_lst:
        put(row.get_or_add_trPr(), element("w:cantSplit"))
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width
    return table


def _write_head(table: DocxTable, grid: Grid) -> None:
    for at, row in enumerate(grid.head):
        repeat(table.rows[at])
        for head in row:
            cell = table.cell(at, head.at)
            if head.across > 1 or head.down > 1:
                cell = cell.merge(table.cell(at + head.down - 1, head.at + head.across - 1))
            fill(cell, CELL_HEAD, head.text, small=len(grid.widths) > CROWDED)


def repeat(row: _Row) -> None:
    """表头重复 — a row to be set again on top of each page."""
    put(row._tr.get_or_add_trPr(), element("w:tblHeader"))


def fill(cell: _Cell, face: Face, text: str, *, small: bool = False) -> Any:
    """填格 — write into a cell; crowded tables are set a size smaller."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    line = paragraph(cell, face, text, reuse=True)
    if small:
        line.paragraph_format.line_spacing = Pt(16)
        for words in line.runs:
            words.font.size = Pt(10.5)
    return line
