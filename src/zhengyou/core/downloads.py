"""导出 — what is taken away as a file, under a name of its own; a ledger as a workbook, or its rows as CSV."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.language import in_writing
from zhengyou.core.papers import Sheet, Title, to_xlsx
from zhengyou.core.papers.blocks import Written

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MOST_IN_A_SHEET = 1_000_000  # rows that a worksheet has room for
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_file(content: bytes | str, name: str) -> HttpResponse:
    """取走 — content under a name, which may be Chinese; what it is stands in the name's ending (see ``TYPES``)."""
    answer = HttpResponse(content, content_type=TYPES[name.rpartition(".")[2]])
    named(answer, name)
    return answer


def named(answer: HttpResponseBase, name: str) -> None:
    """Let an answer be kept under a name (RFC 6266)."""
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"


def download(paper: Iterable[Written], ending: str) -> HttpResponse:
    """A ledger of one sheet, whole, named after its title and today; 404 for an ending that there is none of."""
    if ending not in ("xlsx", "csv"):
        raise Http404
    with in_writing():
        written = list(paper)
    title = next(str(b.text if isinstance(b, Title) else b) for b in written if isinstance(b, str | Title))
    sheet = next(b for b in written if isinstance(b, Sheet))
    if ending == "xlsx" and len(sheet.rows) > MOST_IN_A_SHEET:
        raise Refused(f"有{len(sheet.rows)}行，一张工作表放不下，请导出csv。")
    heads = [column.title for column in sheet.columns]
    content = to_xlsx(written) if ending == "xlsx" else "".join(csv_lines(heads, sheet.rows))
    return as_file(content, f"{title}{clock.today():%Y%m%d}.{ending}")


class _Lines:
    """A file that hands back each line as it is written."""

    def write(self, line: str) -> str:
        return line


def csv_lines(heads: Iterable[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Line by line, with a byte order mark, without which Excel takes UTF-8 for something else."""
    out = csv.writer(_Lines())
    yield "\ufeff" + out.writerow(heads)
    for row in rows:
        yield out.writerow([_plain(cell) for cell in row])


def _plain(cell: Any) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return "\t" + cell if cell.startswith(FORMULA) else cell
    return cell.isoformat() if isinstance(cell, date) else str(cell)
