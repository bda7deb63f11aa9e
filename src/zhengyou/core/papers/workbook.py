"""台账 — a paper as a workbook: counts stay numbers, days stay days, and no word becomes a formula.

The only formulas are the sums of the total, so that they follow a filter and what an office changes. A share takes two columns, 分子/分母 as words (37/60) and 百分比 as a number, so that a reader sees
both counts and can still sort and filter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from zhengyou.core.papers.blocks import Block, Column, Kind, Sheet, Table, Title, Written
from zhengyou.core.papers.cells import Formats, across, lines_in, shortened, write_rows
from zhengyou.core.papers.grid import HeadCell, head_rows, is_number, remark_of, total_of
from zhengyou.core.papers.settle import settled
from zhengyou.core.papers.text import to_text
from zhengyou.core.papers.values import Cell, Share, ems, said

A3, A4 = 8, 9
WIDE = 170.0  # digits; a wider ledger is printed on A3, or its words would be too small to read
HEAD = {
    "font_name": "黑体",
    "font_size": 11,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
    "border": 1,
}
BODY = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "border": 1}
FORMATS: dict[str, dict[str, object]] = {
    "title": {"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "valign": "vcenter"},
    "remark": {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"},
    "head": HEAD | {"bg_color": "#F2F2F2"},
    "place": BODY | {"align": "center"},
    "text": BODY | {"text_wrap": True, "align": "left", "indent": 1},
    "number": BODY | {"align": "right", "indent": 1},
    "date": BODY | {"align": "center", "num_format": 'yyyy"年"m"月"d"日"'},
    "part": BODY | {"align": "right", "indent": 1},
    "percent": BODY | {"align": "right", "num_format": "0.0%_0"},  # LibreOffice does not indent a percentage
    "words": {"font_name": "宋体", "font_size": 11, "text_wrap": True, "valign": "top"},
    "nothing": BODY | {"align": "center"},
}


@dataclass(frozen=True)
class Field:
    """格列 — a column as it stands in the workbook; a share makes two of them."""

    title: str
    group: str
    width: float


def to_xlsx(blocks: Iterable[Written]) -> bytes:
    """台账文件 — one worksheet for every table, and one for the words if there are any."""
    ready = settled(blocks)
    titles = [block.text.replace("\n", "") for block in ready if isinstance(block, Title)]
    sheets = [_as_sheet(block) for block in ready if isinstance(block, Sheet | Table)]
    words: list[Block] = [block for block in ready if not isinstance(block, Sheet | Table | Title)]
    file = BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    styles = _styles(book)
    taken: set[str] = set()
    for sheet in sheets:
        title = _title(titles, sheet, alone=len(sheets) == 1)
        _write_sheet(book.add_worksheet(tab_name(sheet.name or title, taken)), sheet, title, styles)
    if words or not sheets:
        told: list[Block] = [*words] if sheets else [*ready]
        _write_words(book.add_worksheet(tab_name("正文", taken)), told, styles)
    book.set_properties({"title": titles[0][:255] if titles else ""})
    book.close()
    return file.getvalue()


def _title(titles: Sequence[str], sheet: Sheet, *, alone: bool) -> str:
    """What stands above a table: the paper's title, and among several tables the name of this one."""
    if not titles or not sheet.name:
        return sheet.name or "".join(titles[:1])
    return titles[0] if alone else f"{titles[0]}（{sheet.name}）"


def tab_name(name: str, taken: set[str]) -> str:
    """工作表名 — a name that spreadsheets allow, unlike the others; it is added to ``taken``."""
    plain = re.sub(r"[\[\]:*?/\\\s]+", " ", name).strip(" '")[:31] or "台账"
    chosen, number = plain, 2
    while chosen.lower() in taken or chosen.lower() == "history":
        chosen, number = f"{plain[:27]} {number}", number + 1
    taken.add(chosen.lower())
    return chosen


def _styles(book: Workbook) -> Formats:
    book.formats[0].set_font_name("宋体")
    styles = {name: book.add_format(dict(look)) for name, look in FORMATS.items()}
    for name in ("place", "text", "number", "part", "percent", "date"):
        styles[f"total {name}"] = book.add_format(FORMATS[name] | {"bold": True, "top": 2})
    return styles


def _as_sheet(block: Sheet | Table) -> Sheet:
    if isinstance(block, Sheet):
        return block
    columns = [
        Column(head, kind=_kind([row[at] for row in block.rows])) for at, head in enumerate(block.head)
    ]
    return Sheet(block.caption, columns, block.rows, numbered=False)


def _kind(cells: Sequence[Cell]) -> Kind:
    return "share" if any(isinstance(cell, Share) for cell in cells) else "text"


def _fields(sheet: Sheet) -> list[Field]:
    """The columns of the workbook: the number of the row, and two for every share."""
    fields = [Field("序号", "", max(6.0, len(str(len(sheet.rows))) + 2.0))] if sheet.numbered else []
    total = total_of(sheet)
    for at, column in enumerate(sheet.columns):
        cells = [row[at] for row in sheet.rows] + ([total[at]] if total else [])
        if column.kind == "share":
            of_share = f"{column.title}\n" if column.group else ""
            group = column.group or column.title
            counts = max([11.0, *(len(str(cell)) + 3.0 for cell in cells)])
            fields += [Field(f"{of_share}分子/分母", group, counts), Field(f"{of_share}百分比", group, 11)]
        else:
            fields.append(Field(column.title, column.group, _width(column, cells) * 2 + 2))
    return fields


def _width(column: Column, cells: Sequence[Cell]) -> float:
    """As wide as the writer says, or else as the longest cell; a number or a day is always shown whole."""
    figures = [cell for cell in cells if is_number(cell) or isinstance(cell, date)]
    whole = max((ems(said(cell)) for cell in figures), default=0.0)
    return max(column.width or _measured(column.title, cells), whole)


def _measured(title: str, cells: Sequence[Cell]) -> float:
    longest = max((ems(line) for cell in cells for line in said(cell).split("\n")), default=0.0)
    return min(max(longest, ems(title) if ems(title) <= 6 else ems(title) / 2, 3.0), 20.0)


def _write_sheet(tab: Worksheet, sheet: Sheet, title: str, styles: Formats) -> None:
    """Title, remark, head, rows and total, one below the other."""
    fields = _fields(sheet)
    last = len(fields) - 1
    for row, (height, style, text) in enumerate(((34, "title", title), (20, "remark", remark_of(sheet)))):
        tab.set_row(row, height)
        across(tab, (row, 0, row, last), text, styles[style])
    for at, field in enumerate(fields):
        tab.set_column(at, at, field.width)
    heads = head_rows([(field.group, field.title) for field in fields])
    for row, cells in enumerate(heads, start=2):
        lines = max(lines_in(cell.text, _across_all(fields, cell)) for cell in cells if cell.down == 1)
        tab.set_row(row, 6 + 16 * lines)
        for cell in cells:
            across(
                tab, (row, cell.at, row + cell.down - 1, cell.at + cell.across - 1), cell.text, styles["head"]
            )
    first = 2 + len(heads)
    end = write_rows(tab, sheet, first, [field.width for field in fields], styles)
    tab.freeze_panes(first, min(2 if sheet.numbered else 1, last))
    if sheet.rows:
        tab.autofilter(first - 1, 0, first - 1 + len(sheet.rows), last)
    _print_well(tab, first, end, last)
    tab.set_paper(A3 if sum(field.width for field in fields) > WIDE else A4)


def _across_all(fields: Sequence[Field], cell: HeadCell) -> float:
    return sum(field.width for field in fields[cell.at : cell.at + cell.across])


def _print_well(tab: Worksheet, first: int, end: int, last: int) -> None:
    """Across, as wide as the page, the head on every page, the page counted at its foot."""
    tab.set_landscape()
    tab.fit_to_pages(1, 0)
    tab.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.75)
    tab.center_horizontally()
    tab.repeat_rows(2, first - 1)
    tab.print_area(0, 0, end, last)
    tab.set_footer("&C第 &P 页，共 &N 页")


def _write_words(tab: Worksheet, blocks: list[Block], styles: Formats) -> None:
    """What is not a table, line by line, so that nothing a writer yielded is lost."""
    tab.set_column(0, 0, 90)
    for row, line in enumerate(to_text(blocks).splitlines()):
        tab.write_string(row, 0, shortened(line), styles["words"])
