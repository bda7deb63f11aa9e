"""表格文件 — spreadsheets as offices keep them: which kind of file, its sheets and rows, what a cell says.

    files       workbooks of every kind and text parted by commas, in whatever encoding; refused in words
    cells       a cell as text
    headings    a heading as it is compared; what is never held
    remarks     what is said about a row, with its place

What a table holds is the business of the room that reads it.
"""

from zhengyou.core.sheets.cells import HAN, plain, words
from zhengyou.core.sheets.files import MOST_BYTES, Row, Sheet, check_size, content_of, sheets_in
from zhengyou.core.sheets.headings import is_forbidden, normal
from zhengyou.core.sheets.remarks import Remark, remark

__all__ = [
    "HAN",
    "MOST_BYTES",
    "Remark",
    "Row",
    "Sheet",
    "check_size",
    "content_of",
    "is_forbidden",
    "normal",
    "plain",
    "remark",
    "sheets_in",
    "words",
]
