"""Where in a sheet the table is: titles above, headings of one or two rows, totals and signatures below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from zhengyou.core.sheets import Row, Sheet, is_forbidden, normal, words
from zhengyou.rooms.orgs.imports import headings
from zhengyou.rooms.orgs.imports.cells import holds as is_identity

TOP = 30  # rows in which the headings are looked for
SAMPLES = 3
CHUNK = 5_000  # rows read at a time
ENDS = (
    "合计", "总计", "小计", "共计", "本页", "填表人", "审核人", "填报人", "填报单位", "填表日期", "填报日期", "制表", "制表人",
    "负责人", "单位负责人", "备注：", "备注:", "注：", "注:", "说明：", "说明:", "（盖章）", "单位（盖章）", "单位盖章",
)  # fmt: skip
TOTALS = ("合计", "小计", "总计")
FIRSTS = {text[0] for text in ENDS}
SEXES = {"男", "女"}

Remembered = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Table:
    """A sheet's table: what it holds, which column is which, and where its rows begin.

    ``fixed`` is what the whole sheet says where it has no such column: the branch that all its people belong to.
    """

    sheet: Sheet
    holds: str
    head: int
    first: int
    labels: list[str]
    columns: dict[str, int]
    fixed: dict[str, str] = field(default_factory=dict)
    remembered: bool = False

    @property
    def lacking(self) -> list[str]:
        """The columns that it must have and does not."""
        known = {*self.columns, *(k for k, text in self.fixed.items() if text)}
        known |= {"parent"} if "parent_code" in known else set()
        return [k for k in headings.MUST[self.holds] if k not in known]

    @property
    def left_out(self) -> list[str]:
        """The columns that are never held."""
        return [label for label in self.labels if is_forbidden(label)]

    @property
    def corrects(self) -> bool:
        """Whether it is a table of refused rows sent in again, thus only a part of whom there is."""
        return headings.REASONS in self.labels

    def heading(self, key: str) -> str:
        """What the file calls a column."""
        at = self.columns.get(key)
        return headings.called(self.holds, key) if at is None else self.labels[at]

    def kept_columns(self) -> list[int]:
        """Every column that has a heading and may be held, in the order of the file."""
        labels = enumerate(self.labels)
        return [at for at, text in labels if text and text != headings.REASONS and not is_forbidden(text)]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Each row of data with its number in the file; what is merged over several rows stands in all of them."""
        for numbers, rows in self._chunks():
            yield from zip(numbers, rows, strict=True)

    def _chunks(self) -> Iterator[tuple[Sequence[int], list[Row]]]:
        """The rows of data, some thousand at a time; where all are plainly data none is looked at by itself."""
        merged = _fills(self.sheet, set(self.columns.values()), self.first)
        musts = [self.columns[k] for k in headings.MUST[self.holds] if k in self.columns] or [0]
        held: dict[int, tuple[Any, int]] = {}
        likely = {self.labels[at] for at in musts} | {
            text for r in self.sheet.top(self.first) for text in map(str, r)
        }
        read, number = islice(self.sheet.rows(), self.first, None), self.first + 1
        while rows := list(islice(read, CHUNK)):
            numbers = range(number, number + len(rows))
            number += len(rows)
            if merged:
                for at, row in zip(numbers, rows, strict=True):
                    _fill(row, at - 1, merged, held)
            if _all_data(rows, musts, likely):
                yield numbers, rows
                continue
            found = [at for at, row in enumerate(rows) if self._is_whole(row, musts, likely)]
            yield [numbers[at] for at in found], [rows[at] for at in found]

    def _is_whole(self, row: Row, musts: list[int], likely: set[str]) -> bool:
        """Whether a row is one of data, neither empty nor a total, a signature or the headings again."""
        one, other = musts[0], musts[-1]
        whole = one < len(row) > other and row[one] and row[other]
        if whole and row[one] not in likely and not _may_end(row):
            return True
        return _is_data(row) and not self._is_heading(row)

    def _is_heading(self, row: Row) -> bool:
        """Whether a row repeats the headings, as printed pages do."""
        texts = [(words(row[at]), self.labels[at]) for at in self.columns.values() if at < len(row)]
        return bool(texts) and all(text == label for text, label in texts)

    def chunks(self) -> Iterator[tuple[Sequence[int], dict[str, list[Any]]]]:
        """Some thousand rows at a time: their numbers, and the cells of each known column."""
        for numbers, rows in self._chunks():
            if rows:
                yield numbers, self._by_column(rows)

    def _by_column(self, rows: list[Row]) -> dict[str, list[Any]]:
        width = max(self.columns.values(), default=0) + 1
        if min(map(len, rows)) < width:
            rows = [[*row, *[None] * (width - len(row))] for row in rows]
        found = {key: [row[at] for row in rows] for key, at in self.columns.items()}
        return found | {key: [text] * len(rows) for key, text in self.fixed.items() if key not in found}

    def samples(self, at: int) -> list[str]:
        """The first few things that stand in a column."""
        found: list[str] = []
        for row in self.sheet.top(self.first + 60)[self.first :]:
            text = words(row[at]) if at < len(row) else ""
            if text and text not in found and _is_data(row):
                found.append(text)
            if len(found) == SAMPLES:
                break
        return found

    def meaning(self) -> dict[str, Any]:
        """What is to be remembered of it: which heading is which column."""
        columns = {k: normal(self.labels[at]) for k, at in self.columns.items()}
        return {"holds": self.holds, "columns": columns}

    def titles(self) -> list[str]:
        """What stands above the headings, and the name of the sheet."""
        above = [words(cell) for row in self.sheet.top(self.head) for cell in row]
        return [text for text in [self.sheet.name, *above] if text]

    def chosen(self, holds: str, columns: Mapping[str, int], fixed: Mapping[str, str]) -> "Table":
        """The same table read as somebody says: which column is which."""
        known = headings.COLUMNS[holds]
        kept = {k: at for k, at in columns.items() if k in known and at in self.kept_columns()}
        said = {k: words(v) for k, v in fixed.items() if k == headings.FIXED[holds] and words(v)}
        return replace(self, holds=holds, columns=kept, fixed=said)


def table_in(sheet: Sheet, remembered: Remembered | None = None) -> Table | None:
    """The table of a sheet: as it was confirmed the last time, by its headings, or the likeliest; none where none is."""
    top = sheet.top(TOP + 1)
    tables = [t for at in range(min(TOP, len(top))) for t in _tables_at(sheet, top, at)]
    for table in tables:
        known = (remembered or {}).get(headings.known_by(table.labels))
        if known and len(table.kept_columns()) > 1:
            return _as_remembered(table, known)
    whole = [t for t in tables if not t.lacking]
    if whole:
        return max((t for t in whole if t.head == whole[0].head), key=lambda t: len(t.columns))
    likely = max(tables, key=lambda t: (len(t.columns), -t.head), default=None)
    if likely is None or len(likely.kept_columns()) < 2:
        return None
    return _by_samples(likely)


def table_as(sheet: Sheet, meant: Mapping[str, Any]) -> Table | None:
    """The table of a sheet as somebody confirmed it; none where it was left out."""
    found = _tables_at(sheet, sheet.top(TOP + 1), meant["head"]) if meant.get("holds") else ()
    table = next((t for t in found if t.holds == meant["holds"]), None)
    return table and table.chosen(meant["holds"], meant["columns"], meant["fixed"])


def _as_remembered(table: Table, known: Mapping[str, Any]) -> Table:
    at = {normal(label): n for n, label in reversed(list(enumerate(table.labels)))}
    columns = {k: at[label] for k, label in known["columns"].items() if label in at}
    return replace(table.chosen(known["holds"], columns, {}), remembered=True)


def _tables_at(sheet: Sheet, top: list[Row], at: int) -> Iterator[Table]:
    """The table that begins with the headings of a row: with the row below as a second one, and without."""
    head = top[at]
    if sum(bool(words(cell)) for cell in head) < 2:
        return
    below = top[at + 1] if at + 1 < len(top) else []
    two = _is_second_heading(head, below)
    names = _names(head, below if two else [])
    labels = [texts[0] for texts in names]
    for holds in ("people", "organisations"):
        columns: dict[str, int] = {}
        called = list(labels)
        for n, texts in enumerate(names):
            key = "" if is_forbidden(labels[n]) else headings.key_of(holds, *texts)
            if key and key not in columns:
                columns[key] = n
                called[n] = next(t for t in texts if headings.key_of(holds, t) == key)
        yield Table(sheet, holds, at, at + 1 + two, called, columns)


def _names(head: Row, below: Row) -> list[list[str]]:
    """The spellings by which each column may be known; under a merged heading the second row names the columns."""
    found: list[list[str]] = []
    above = ""
    for at in range(max(len(head), len(below))):
        upper = words(head[at]) if at < len(head) else ""
        lower = words(below[at]) if at < len(below) else ""
        above = upper or above
        whole = headings.label(upper, lower, above)
        found.append([t for t in (whole, lower, upper if not lower else "") if t] or [""])
    return found


def _is_second_heading(head: Row, below: Row) -> bool:
    """A second heading row names only columns that the first left empty or groups: its first cell is empty."""
    filled = [at for at, cell in enumerate(below) if words(cell)]
    if not filled or filled[0] == 0 or not all(isinstance(below[at], str) for at in filled):
        return False
    grouped = {at for at in range(len(head)) if not words(head[at])}
    grouped |= {at for at in range(len(head) - 1) if words(head[at]) and not words(head[at + 1])}
    return all(at >= len(head) or at in grouped for at in filled) and not any(
        any(c.isdigit() for c in words(below[at])) for at in filled
    )


def _by_samples(table: Table) -> Table:
    """What no heading told may be told by what stands below it: identity numbers, telephones, 男 and 女."""
    columns = dict(table.columns)
    if table.holds == "people":
        for at in table.kept_columns():
            key = _looks_like(table.samples(at))
            if key and key not in columns and at not in columns.values():
                columns[key] = at
    return replace(table, columns=columns)


def _looks_like(samples: list[str]) -> str:
    if not samples:
        return ""
    if all(is_identity(text.upper()) for text in samples):
        return "identity"
    if all(len(text) == 11 and text.isdigit() and text.startswith("1") for text in samples):
        return "phone"
    return "sex" if set(samples) <= SEXES else ""


def _all_data(rows: list[Row], musts: list[int], likely: set[str]) -> bool:
    """Whether every row has all it must and none is a total or a repeated heading: told by whole columns."""
    try:
        first, one, other = ([row[at] for row in rows] for at in (0, musts[0], musts[-1]))
        whole = all(first) and all(one) and all(other)
        return whole and likely.isdisjoint(one) and not any(map(_may_end, _doubtful(rows, first)))
    except (IndexError, TypeError):  # rows of unlike width, cells that are no words
        return False


def _doubtful(rows: list[Row], first: list[Any]) -> list[Row]:
    """The rows that may end a table, by their first cells: mostly a few people called 单 or 计."""
    kinds = set(map(type, first))
    if kinds != {str}:
        return rows if str in kinds else []
    return [
        r
        for r, text in zip(rows, first, strict=True)
        if text[0] in FIRSTS or "计" in text or text[0].isspace()
    ]


def _may_end(row: Row) -> bool:
    """Whether a row that has all it must may be a total or a signature all the same."""
    first = row[0]
    if first == "" or first is None:
        first = next((cell for cell in row if cell not in ("", None)), "")
    if first.__class__ is not str or not (first[0] in FIRSTS or "计" in first or first[0].isspace()):
        return False
    return _ends(words(first))


def _ends(text: str) -> bool:
    return text.startswith(ENDS) or text.endswith(TOTALS)


def _is_data(row: Row) -> bool:
    filled = [text for cell in row if (text := words(cell))]
    return len(filled) > 1 and not _ends(filled[0]) and not (len(filled) < 4 and _ends(filled[1]))


Merged = dict[int, dict[int, int]]  # by column: the uppermost row, the last row


def _fills(sheet: Sheet, columns: set[int], first: int) -> Merged:
    """Where cells are merged over several rows of a known column."""
    found: Merged = {}
    for (top, left), (bottom, _) in sheet.merged:
        if bottom > top >= first and left - sheet.first_column in columns:
            found.setdefault(left - sheet.first_column, {})[top] = bottom
    return found


def _fill(row: Row, at: int, merged: Merged, held: dict[int, tuple[Any, int]]) -> None:
    """Let what is merged over several rows stand in each that has anything of its own."""
    for column, spans in merged.items():
        if column >= len(row):
            continue
        if at in spans:
            held[column] = (row[column], spans[at])
        value, last = held.get(column, (None, -1))
        if at <= last and not row[column] and any(row):
            row[column] = value
