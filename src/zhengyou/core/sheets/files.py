"""What kind of file it is: a workbook with its sheets, or text parted by commas in whatever encoding."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import charset_normalizer
import python_calamine

from zhengyou.core.errors import Refused

MOST_BYTES = 40 * 1024 * 1024
MOST_UNPACKED = 1024 * 1024 * 1024
MOST_ROWS = 500_000
MOST_COLUMNS = 500
EXCERPT = 120  # rows
BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods are zip files, .xls is a compound file
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
DELIMITERS = ",\t;，"

Row = list[Any]
Merged = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Sheet:
    """工作表 — its rows from the first of the file on, and which cells are merged."""

    name: str
    rows: Callable[[], Iterator[Row]]
    first_column: int = 0
    merged: list[Merged] = field(default_factory=list)
    height: int = 0

    def top(self, count: int) -> list[Row]:
        """Its first rows."""
        return [row for row, _ in zip(self.rows(), range(count), strict=False)]

    def excerpt(self) -> dict[str, Any]:
        """Its beginning in words and numbers, enough to tell which column is which without the file."""
        plain = [
            [c if isinstance(c, str | int | float) else str(c) for c in row] for row in self.top(EXCERPT)
        ]
        return {"name": self.name, "rows": plain, "height": self.height}

    @classmethod
    def of_excerpt(cls, told: dict[str, Any]) -> "Sheet":
        """The beginning of a sheet as a sheet."""
        return cls(told["name"], lambda: iter(told["rows"]), height=told["height"])


def content_of(file: Path) -> bytes:
    """What is in a file on this machine, unless it is too large to be read."""
    try:
        check_size(file.name, file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise Refused(f"{file.name}：打不开，请检查文件还在不在。") from error


def sheets_in(name: str, content: bytes) -> Iterator[Sheet]:
    """The sheets of a file, one loaded after the other; ``Refused`` in words if it is none or too large."""
    check_size(name, len(content))
    if content.startswith(BOOKS):
        yield from _book(name, content)
    elif name.lower().endswith(WORKBOOKS):
        raise Refused(f"{name}：打不开，不是.xlsx、.xls、.ods表格文件，或已损坏。")
    else:
        yield _text(name, content)


def check_size(name: str, size: int) -> None:
    """Refuse a file that is too large, saying how large one may be."""
    if size > MOST_BYTES:
        raise Refused(
            f"{name}：有{size / 1024 / 1024:.0f}MB，一次最多{MOST_BYTES // 1024 // 1024}MB；请按乡镇或支部分成几个文件。"
        )
    if not size:
        raise Refused(f"{name}：是空文件，里面什么都没有。")


def _book(name: str, content: bytes) -> Iterator[Sheet]:
    _check_unpacked(name, content)
    with _told(name):
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = [m.name for m in book.sheets_metadata if m.typ is python_calamine.SheetTypeEnum.WorkSheet]
    for title in found:
        with _told(name):
            sheet = book.get_sheet_by_name(title)
        _check_extent(name, title, sheet)
        first = sheet.start[1] if sheet.start else 0
        yield Sheet(title, sheet.iter_rows, first, sheet.merged_cell_ranges or [], sheet.total_height)


class _told:
    """Says in words why a workbook cannot be opened; the reader's own panic is no exception of Python's."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, python_calamine.PasswordError):
            raise Refused(f"{self.name}：加了密码，打不开；请去掉密码另存一份再导入。") from error
        panicked = kind is not None and kind.__name__ == "PanicException"
        if panicked or isinstance(error, python_calamine.CalamineError | OSError | ValueError):
            raise Refused(f"{self.name}：打不开，不是.xlsx、.xls、.ods表格文件，或已损坏。") from error


def _check_unpacked(name: str, content: bytes) -> None:
    """A small file may hold a great deal when it is unpacked."""
    if not content.startswith(b"PK"):
        return
    try:
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused(f"{name}：打不开，不是表格文件，或已损坏。") from error
    if size > MOST_UNPACKED:
        raise Refused(f"{name}：解开后太大（{size / 1024 / 1024:.0f}MB），请分成几个文件。")


def _check_extent(name: str, title: str, sheet: Any) -> None:
    if sheet.total_height > MOST_ROWS:
        raise Refused(f"{name}“{title}”：有{sheet.total_height}行，一张表最多{MOST_ROWS}行；请分成几个文件。")
    if sheet.total_width > MOST_COLUMNS:
        raise Refused(
            f"{name}“{title}”：有{sheet.total_width}列，一张表最多{MOST_COLUMNS}列；请删去后面的空列另存一份。"
        )


def _text(name: str, content: bytes) -> Sheet:
    text = _decoded(name, content).replace("\x00", "")
    lines = text[:8192].splitlines()
    delimiter = max(DELIMITERS, key=lambda mark: sum(mark in line for line in lines))
    try:
        rows: list[Row] = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Refused(f"{name}：不是表格文件（.xlsx、.xls、.csv），打不开。") from error
    if len(rows) > MOST_ROWS:
        raise Refused(f"{name}：有{len(rows)}行，一张表最多{MOST_ROWS}行；请分成几个文件。")
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Refused(f"{name}：有{max(map(len, rows))}列，一张表最多{MOST_COLUMNS}列，打不开。")
    return Sheet(Path(name).stem, lambda: iter(rows), height=len(rows))


def _decoded(name: str, content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 by its mark, GB 18030; else what it looks most like."""
    tried = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in tried:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = charset_normalizer.from_bytes(content[:65536]).best()
    try:
        return content.decode(best.encoding if best else "ascii")
    except (UnicodeDecodeError, LookupError) as error:
        raise Refused(f"{name}：打不开，不是.xlsx、.xls、.csv表格文件，或已损坏。") from error
