"""导出 — a ledger as the file that its reader asks for: a workbook, or the same rows as CSV."""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.language import in_writing
from zhengyou.core.papers import Sheet, Title, to_xlsx
from zhengyou.core.papers.blocks import Written

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_IN_A_SHEET = 1_000_000  # rows that a worksheet has room for
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def download(paper: Iterable[Written], ending: str) -> HttpResponse:
    """A ledger of one sheet, whole, named after its title and today; 404 for an ending that there is none of."""
    if ending not in ("xlsx", "csv"):
        raise Http404
    with in_writing():
        written = list(paper)
    title = next(str(b.text if isinstance(b, Title) else b) for b in written if isinstance(b, str | Title))
    sheet = next(b for b in written if isinstance(b, Sheet))
    if ending == "csv":
        answer = HttpResponse(_as_csv(sheet), content_type="text/csv; charset=utf-8")
    elif len(sheet.rows) > MOST_IN_A_SHEET:
        raise Refused(f"有{len(sheet.rows)}行，一张工作表放不下，请导出csv。")
    else:
        answer = HttpResponse(to_xlsx(written), content_type=XLSX)
    file = quote(f"{title}{clock.today():%Y%m%d}.{ending}")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{file}"
    return answer


def _as_csv(sheet: Sheet) -> str:
    """With a byte order mark, without which Excel takes UTF-8 for something else."""
    file = StringIO()
    out = csv.writer(file)
    out.writerow([column.title for column in sheet.columns])
    out.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return "\ufeff" + file.getvalue()


def _plain(cell: Any) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return "\t" + cell if cell.startswith(FORMULA) else cell
    return cell.isoformat() if isinstance(cell, date) else str(cell)
