"""台账 — a paper as a workbook: counts stay numbers, days stay days, and nothing becomes a formula.

A share takes two columns, 分子/分母 as words (37/60) and 百分比 as a number, so that a reader sees
both counts and can still sort and filter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil, isfinite

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zhengyou.core.papers.blocks import Block, Column, Kind, Sheet, Table, Title, Written
from zhengyou.core.papers.grid import full_rows, head_rows, is_number, remark_of, total_of
from zhengyou.core.papers.settle import settled
from zhengyou.core.papers.text import to_text
from zhengyou.core.papers.values import NONE_STATED, NOT_KNOWN, Cell, Share, ems, said

ROW = 20  # points
LONGEST = 32_767  # characters, the most that a cell can hold
FIRST_DAY = date(1900, 3, 1)  # spreadsheets disagree about the days before
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
    "percent": BODY | {"align": "right", "indent": 1, "num_format": "0.0%"},
    "words": {"font_name": "宋体", "font_size": 11, "text_wrap": True, "valign": "top"},
    "nothing": BODY | {"align": "center"},
}
Formats = dict[str, Format]


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
        title = titles[0] if titles and len(sheets) == 1 else sheet.name or "".join(titles[:1])
        _write_sheet(book.add_worksheet(tab_name(sheet.name or title, taken)), sheet, title, styles)
    if words or not sheets:
        told: list[Block] = [*words] if sheets else [*ready]
        _write_words(book.add_worksheet(tab_name("正文", taken)), told, styles)
    book.set_properties({"title": titles[0][:255] if titles else ""})
    book.close()
    return file.getvalue()


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
    fields = [Field("序号", "", 6)] if sheet.numbered else []
    total = total_of(sheet)
    for at, column in enumerate(sheet.columns):
        cells = [row[at] for row in sheet.rows] + ([total[at]] if total else [])
        width = (column.width or _measured(column.title, cells)) * 2 + 2
        if column.kind == "share":
            of_share = f"{column.title}\n" if column.group else ""
            group = column.group or column.title
            fields += [
                Field(f"{of_share}分子/分母", group, 11),
                Field(f"{of_share}百分比", group, 11),
            ]
        else:
            fields.append(Field(column.title, column.group, width))
    return fields


def _measured(title: str, cells: Sequence[Cell]) -> float:
    longest = max((ems(line) for cell in cells for line in said(cell).split("\n")), default=0.0)
    return min(max(longest, ems(title) if ems(title) <= 6 else ems(title) / 2, 3.0), 20.0)


def _write_sheet(tab: Worksheet, sheet: Sheet, title: str, styles: Formats) -> None:
    """Title, remark, head, rows and total, one below the other."""
    fields = _fields(sheet)
    last = len(fields) - 1
    for row, (height, style, text) in enumerate(((34, "title", title), (20, "remark", remark_of(sheet)))):
        tab.set_row(row, height)
        _across(tab, (row, 0, row, last), text, styles[style])
    for at, field in enumerate(fields):
        tab.set_column(at, at, field.width)
    heads = head_rows([(field.group, field.title) for field in fields])
    for row, cells in enumerate(heads, start=2):
        tab.set_row(row, 32 if any("\n" in cell.text for cell in cells) else 22)
        for cell in cells:
            _across(
                tab, (row, cell.at, row + cell.down - 1, cell.at + cell.across - 1), cell.text, styles["head"]
            )
    first = 2 + len(heads)
    end = _write_rows(tab, sheet, first, [field.width for field in fields], styles)
    tab.freeze_panes(first, min(2 if sheet.numbered else 1, last))
    if sheet.rows:
        tab.autofilter(first - 1, 0, first - 1 + len(sheet.rows), last)
    _print_well(tab, first, end, last)


def _across(tab: Worksheet, span: tuple[int, int, int, int], text: str, style: Format) -> None:
    if span[:2] == span[2:]:
        tab.write_string(span[0], span[1], text, style)
    else:
        tab.merge_range(*span, "", style)
        tab.write_string(span[0], span[1], text, style)  # merge_range would read =… as a formula


def _write_rows(tab: Worksheet, sheet: Sheet, first: int, widths: list[float], styles: Formats) -> int:
    """Rows and total; the last row written."""
    rows = full_rows(sheet)
    for at, cells in enumerate(rows):
        _write_row(tab, first + at, at + 1, cells, sheet, styles)
        tab.set_row(first + at, ROW * _lines(cells, sheet, widths))
    end = first + len(rows)
    if not rows:
        _across(tab, (end, 0, end, len(widths) - 1), NONE_STATED, styles["nothing"])
        end += 1
    total = total_of(sheet)
    if total is None:
        return end - 1
    _write_row(tab, end, "合计", total, sheet, styles, of="total ")
    tab.set_row(end, ROW)
    return end


def _lines(cells: list[Cell], sheet: Sheet, widths: list[float]) -> float:
    """How many lines the longest words of a row take; LibreOffice does not find out by itself."""
    lines, at = 1.0, int(sheet.numbered)
    for cell, column in zip(cells, sheet.columns, strict=True):
        if isinstance(cell, str):
            room = max(widths[at] - 3, 2)
            lines = max(lines, sum(max(ceil(ems(line) * 2 / room), 1) for line in cell.split("\n")))
        at += 2 if column.kind == "share" else 1
    return 1 + (min(lines, 20) - 1) * 0.75


def _write_row(
    tab: Worksheet, row: int, place: Cell, cells: list[Cell], sheet: Sheet, styles: Formats, of: str = ""
) -> None:
    """Cells of one row, after its number if rows are numbered; ``of`` chooses the looks of a total."""
    if sheet.numbered:
        tab.write(row, 0, place, styles[f"{of}place"])
    at = int(sheet.numbered)
    for cell, column in zip(cells, sheet.columns, strict=True):
        if column.kind == "share":
            _write_share(tab, row, at, cell, styles, of)
        else:
            _write_cell(tab, row, at, cell, styles, of)
        at += 2 if column.kind == "share" else 1


def _write_share(tab: Worksheet, row: int, at: int, cell: Cell, styles: Formats, of: str) -> None:
    tab.write_string(row, at, "" if cell is None else str(cell), styles[f"{of}part"])
    if isinstance(cell, Share) and cell.whole:
        tab.write_number(row, at + 1, cell.part / cell.whole, styles[f"{of}percent"])
    else:
        tab.write_string(row, at + 1, NOT_KNOWN if isinstance(cell, Share) else "", styles[f"{of}percent"])


def _write_cell(tab: Worksheet, row: int, at: int, cell: Cell, styles: Formats, of: str) -> None:
    """By what the cell is, not by what the column is called: a count is a number wherever it stands."""
    if cell is None:
        tab.write_blank(row, at, None, styles[f"{of}text"])
    elif isinstance(cell, date) and (day := date(cell.year, cell.month, cell.day)) >= FIRST_DAY:
        tab.write_datetime(row, at, datetime(day.year, day.month, day.day), styles[f"{of}date"])
    elif is_number(cell) and exact(cell):
        tab.write_number(row, at, float(cell) if isinstance(cell, Decimal) else cell, styles[f"{of}number"])
    else:
        tab.write_string(row, at, shortened(said(cell)), styles[f"{of}text"])


def exact(number: Cell) -> bool:
    """可存数字 — a spreadsheet keeps fifteen digits; a longer number would be changed, so it stays words."""
    return is_number(number) and isfinite(number) and abs(number) < 10**15  # type: ignore[arg-type,operator]


def shortened(text: str) -> str:
    """截短 — what fits into one cell, saying so if something was left out."""
    return text if len(text) <= LONGEST else text[: LONGEST - 8] + "……（以下略）"


def _print_well(tab: Worksheet, first: int, end: int, last: int) -> None:
    """A4 across, as wide as the page, the head on every page, the page counted at its foot."""
    tab.set_landscape()
    tab.set_paper(9)
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
