"""表格 — tables and ledgers amid the text, as wide as the type area."""

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
from zhengyou.core.papers.widths import PADDING, fitted, parted_head

HAIR = 4  # eighths of a point
# The first that every column fits into: the face's own size, smaller ones, days and shares in two lines.
WAYS = ((12.0, False), (10.5, False), (12.0, True), (10.5, True), (9.0, True))


def write_table(paper: Document, block: Table | Sheet) -> None:
    """表格 — caption, head that repeats on every page, rows that do not break, total."""
    grid, size = chosen(block)
    for face, text in ((CAPTION, grid.caption), (REMARK, grid.remark)):
        if text:
            paragraph(paper, face, text)
    body = grid.rows + ([grid.total] if grid.total is not None else [])
    widths = fitted(grid.spans, TYPE_AREA.pt / size)
    table = bordered(paper, len(grid.head) + max(len(body), 1), in_twips(widths))
    _write_head(table, grid, widths, size)
    cells = list(table._cells)  # python-docx walks the whole table for every single cell
    columns = len(widths)
    for at, words in enumerate(body, start=len(grid.head)):
        for column, text in enumerate(words):
            face = FIGURE if column in grid.figures else CELL
            fill(cells[at * columns + column], face, text, size)
    if not body:
        nothing = table.cell(len(grid.head), 0).merge(table.cell(len(grid.head), columns - 1))
        fill(nothing, CELL_HEAD, NONE_STATED, size)
    paragraph(paper, CELL).paragraph_format.line_spacing = Pt(10)


def chosen(block: Table | Sheet) -> tuple[Grid, float]:
    """表格字号 — the table as it fits the page, and the size of its words; the last way if none does."""
    for size, briefly in WAYS:
        grid = grid_of(block, briefly=briefly)
        if sum(span.least for span in grid.spans) <= TYPE_AREA.pt / size:
            break
    return grid, size


def in_twips(widths: list[float]) -> list[Length]:
    """栏宽 — the type area shared out to the last twip."""
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


def _write_head(table: DocxTable, grid: Grid, widths: list[float], size: float) -> None:
    for at, row in enumerate(grid.head):
        repeat(table.rows[at])
        for head in row:
            cell = table.cell(at, head.at)
            if head.across > 1 or head.down > 1:
                cell = cell.merge(table.cell(at + head.down - 1, head.at + head.across - 1))
            room = sum(widths[head.at : head.at + head.across]) - PADDING / 2
            fill(cell, CELL_HEAD, parted_head(head.text, room), size)


def repeat(row: _Row) -> None:
    """表头重复 — a row to be set again on top of each page."""
    put(row._tr.get_or_add_trPr(), element("w:tblHeader"))


def fill(cell: _Cell, face: Face, text: str, size: float) -> None:
    """填格 — write into a cell, in another size than the face's own if the table is crowded."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    line = paragraph(cell, face, text, reuse=True)
    if size != face.size:
        line.paragraph_format.line_spacing = Pt(size * 1.5)
        for words in line.runs:
            words.font.size = Pt(size)
