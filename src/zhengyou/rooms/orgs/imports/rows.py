"""Rows read: each becomes an organisation or a person, or is refused with its place and reason.

Columns are read whole, some thousand rows at a time, and a spelling that comes again is not read again: two
hundred thousand rows hold a few dozen schools, posts and branches.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress, repeat
from pathlib import Path
from typing import Any, NamedTuple

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.models import Category, Establishment, Kind
from zhengyou.core.pouring import undisturbed
from zhengyou.core.sheets import Remark, content_of, plain, remark, sheets_in, words
from zhengyou.rooms.orgs.imports import cells, columns, headings
from zhengyou.rooms.orgs.imports.cells import Bad, Known, Unreadable, no_longer_than
from zhengyou.rooms.orgs.imports.sheets import Remembered, Table, table_in

# As workbooks write them, whatever language the page is in.
KINDS = {str(label): value for value, label in Kind.choices} | {
    "支部": "branch",
    "支部委员会": "branch",
    "党支部委员会": "branch",
    "党员小组": "group",
    "总支": "general_branch",
    "党总支部": "general_branch",
    "总支部": "general_branch",
    "党总支部委员会": "general_branch",
    "基层党委": "committee",
    "党委会": "committee",
    "党组": "committee",
    "党工委": "committee",
    "工会组织": "union",
    "团组织": "youth",
    "团支部": "youth",
    "妇联组织": "women",
}
CATEGORIES = {str(label): value for value, label in Category.choices} | {
    "农村": "village",
    "行政村": "village",
    "建制村": "village",
    "街道社区": "community",
    "城市社区": "community",
    "党政机关": "government",
    "企业": "enterprise",
    "非公有制企业": "enterprise",
    "民营企业": "enterprise",
    "国企": "state_enterprise",
    "公有制企业": "state_enterprise",
    "医疗卫生": "hospital",
    "卫生": "hospital",
    "教育": "school",
    "高校": "school",
    "社团": "social",
}
ESTABLISHMENTS = {str(label): value for value, label in Establishment.choices} | {
    f"{str(label)[:-1]}组建": value for value, label in Establishment.choices
}
SEXES = {"男": "男", "女": "女", "男性": "男", "女性": "女", "": ""}
YES = {"是", "√", "✓", "☑", "Y", "y", "YES", "Yes", "1", "有", "True", "流动", "流动党员"}
NO = {"否", "不是", "×", "N", "n", "NO", "No", "0", "无", "False", "-", "—", "/"}
EARLIEST_JOINING = 16  # years of age below which a joining day is worth a second look

Watch = Callable[[str, int, int], None]


class OrganisationRow(NamedTuple):
    """One line of the organisation table; codes are those of the table, by which its lines name each other."""

    sheet: str
    row: int
    name: str
    parent: str
    kind: str
    category: str
    establishment: str
    founded_on: date | None
    area: int | None
    tenure: str
    code: str = ""
    parent_code: str = ""


class PersonRow(NamedTuple):
    """One line of the roster; a post is None where the file has no such column, mobile where it says nothing."""

    sheet: str
    row: int
    name: str
    organisation: str
    sex: str
    born_on: date | None
    joined_on: date | None
    identity: str
    education: str
    occupation: str
    post: tuple[str, ...] | None
    phone: str
    mobile: bool | None


def quietly(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


@dataclass
class Roster:
    """What a workbook says: good rows, refused rows, warnings."""

    organisations: list[OrganisationRow] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    refused_organisations: int = 0
    refused_people: int = 0
    # Names in refused rows: whoever stands there is in the file, though not taken over from it.
    spoken_of: set[str] = field(default_factory=set)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    corrects: bool = False
    watch: Watch = quietly

    def refuse(self, row: OrganisationRow | PersonRow, key: str, value: str, reason: str) -> None:
        """Refuse a row that was read well but does not fit what is held."""
        self.refused.append(self._remark(row, key, value, reason))
        if isinstance(row, OrganisationRow):
            self.refused_organisations += 1
        else:
            self.refused_people += 1
            self.spoken_of.add(row.name)

    def warn(self, row: OrganisationRow | PersonRow, key: str, value: str, reason: str) -> None:
        """Note something odd; the row enters all the same."""
        self.warnings.append(self._remark(row, key, value, reason))

    def _remark(self, row: OrganisationRow | PersonRow, key: str, value: str, reason: str) -> Remark:
        column = self.columns.get(row.sheet, {}).get(key) or headings.called(
            "organisations" if isinstance(row, OrganisationRow) else "people", key
        )
        return remark(row.sheet, row.row, column, key, value, reason)


def read_roster(file: Path, remembered: Remembered | None = None) -> Roster:
    """Read a file as its headings tell; ``Refused`` if it is none or has no table that is known."""
    roster = Roster()
    found = False
    with undisturbed():
        for sheet in sheets_in(file.name, content_of(file)):
            table = table_in(sheet, remembered)
            if table and not table.lacking:
                read_table(roster, table)
                found = True
    if not found:
        raise Refused(no_table(file.name))
    return roster


def no_table(name: str) -> str:
    """What is said of a file without a table that is known."""
    musts = ("、".join(headings.called(holds, k) for k in keys) for holds, keys in headings.MUST.items())
    return f"{name}：没有找到{'或'.join(f'“{m}”' for m in musts)}这样的表头，请检查表头行。"


def read_tables(roster: Roster, tables: Iterable[Table]) -> Roster:
    """Read the tables that somebody confirmed, one sheet loaded after the other."""
    with undisturbed():
        for table in tables:
            read_table(roster, table)
    return roster


def read_table(roster: Roster, table: Table) -> None:
    """Read one table into a roster; what cannot be read is refused there."""
    roster.columns[table.sheet.name] = {k: table.heading(k) for k in headings.COLUMNS[table.holds]}
    roster.corrects = roster.corrects or table.corrects
    for column in table.left_out:
        roster.warnings.append(Remark(table.sheet.name, 0, column, "", "这一列不应登记，没有导入"))
    reads = _Reads(roster, table)
    done = 0
    for numbers, found in table.chunks():
        reads.chunk(numbers, found)
        done += len(numbers)
        roster.watch("read", done, max(table.sheet.height - table.first, done))


@dataclass
class _Chunk:
    """Some thousand rows: their numbers, their cells as they stand and as they were read, by column."""

    numbers: Sequence[int]
    found: Mapping[str, list[Any]]
    read: dict[str, list[Any]]
    bad: set[int] = field(default_factory=set)
    refused: list[Remark] = field(default_factory=list)


class _Reads:
    """How the columns of one table are read, and what becomes of its rows."""

    def __init__(self, roster: Roster, table: Table) -> None:
        self.roster, self.table = roster, table
        of = ORGANISATION if table.holds == "organisations" else PERSON
        self.readers = {
            key: (Known(read).__getitem__ if repeated else _once(read))
            for key, (read, repeated) in of.items()
        }

    def _column(self, key: str, column: list[Any]) -> list[Any]:
        """What the cells of a column say."""
        if key in AS_THEY_ARE and AS_THEY_ARE[key](column):
            return list(column)
        return list(map(self.readers[key], column))

    def chunk(self, numbers: Sequence[int], found: Mapping[str, list[Any]]) -> None:
        """Read some thousand rows."""
        read = {key: self._column(key, column) for key, column in found.items()}
        chunk = _Chunk(numbers, found, read)
        for key, column in read.items():
            for at in _where(Bad, column):
                self.refuse(chunk, at, key, column[at].reason)
        must = ("name", "kind") if self.table.holds == "organisations" else headings.MUST["people"]
        for key in must:
            if not all(read[key]):
                for at in [at for at, value in enumerate(read[key]) if not value]:
                    self.refuse(chunk, at, key, "不能为空")
        if self.table.holds == "people":
            self._agree(chunk)
        self._keep(chunk)

    def refuse(self, chunk: _Chunk, at: int, key: str, reason: str) -> None:
        """Note why a row does not enter."""
        chunk.bad.add(at)
        chunk.refused.append(self._remark(chunk, at, key, reason))

    def warn(self, chunk: _Chunk, at: int, key: str, reason: str) -> None:
        """Note something odd; the row enters all the same."""
        self.roster.warnings.append(self._remark(chunk, at, key, reason))

    def _remark(self, chunk: _Chunk, at: int, key: str, reason: str) -> Remark:
        value = chunk.found[key][at] if key in chunk.found else ""
        return remark(self.table.sheet.name, chunk.numbers[at], self.table.heading(key), key, value, reason)

    def _keep(self, chunk: _Chunk) -> None:
        """Rows that were read well; of the others only the names."""
        people = self.table.holds == "people"
        made: Any = PersonRow if people else OrganisationRow
        kept: list[Any] = self.roster.people if people else self.roster.organisations
        cells_of = [
            chunk.read.get(key) or repeat(EMPTY.get(key, "")) for key in (PERSON if people else ORGANISATION)
        ]
        lines: Iterable[tuple[Any, ...]] = zip(
            repeat(self.table.sheet.name), chunk.numbers, *cells_of, strict=False
        )
        if chunk.bad:
            lines = compress(lines, [at not in chunk.bad for at in range(len(chunk.numbers))])
        kept.extend(map(made._make, lines))
        for at in chunk.bad if people else ():
            told = chunk.read["person"][at]
            self.roster.spoken_of.add(told if told.__class__ is str else words(chunk.found["person"][at]))
        self.roster.refused += sorted(chunk.refused, key=lambda r: r.row)
        self.roster.refused_people += len(chunk.bad) if people else 0
        self.roster.refused_organisations += 0 if people else len(chunk.bad)

    def _agree(self, chunk: _Chunk) -> None:
        """Birth date and sex by the identity number; what contradicts it is reported, and the number holds."""
        count = len(chunk.numbers)
        sexes = chunk.read.setdefault("sex", [""] * count)
        births = chunk.read.setdefault("born", [None] * count)
        numbers = chunk.read.get("identity", [])
        if not self._agreeing(numbers, births, sexes):
            for at, number in enumerate(numbers):
                if number and number.__class__ is str:
                    self._by_number(chunk, at, number)
        self._days(chunk, births)

    def _agreeing(self, numbers: list[Any], births: list[Any], sexes: list[Any]) -> bool:
        """Let the numbers fill in days and sexes, if all are numbers and say nothing else than what is written."""
        if set(map(type, numbers)) != {str} or not all(numbers):
            return False
        known, by_number = list(map(cells.born, numbers)), list(map(cells.sex, numbers))
        if sexes != by_number or not columns.same_months(births, known):
            return False
        births[:] = known
        return True

    def _by_number(self, chunk: _Chunk, at: int, number: str) -> None:
        births, sexes = chunk.read["born"], chunk.read["sex"]
        known, by_number = cells.born(number), cells.sex(number)
        born_on, told = births[at], sexes[at]
        if born_on.__class__ is date and (born_on.year, born_on.month) != (known.year, known.month):
            self._contradicts(chunk, at, known)
        if told and told != by_number and told.__class__ is str:
            self.warn(chunk, at, "sex", f"与身份证号中的“{by_number}”不符，已按身份证号登记")
        births[at], sexes[at] = known, by_number

    def _contradicts(self, chunk: _Chunk, at: int, known: date) -> None:
        written = chunk.found["born"][at]
        if cells.either_month(written) and int(written) == known.year and known.month in (1, 10):
            return
        self.warn(chunk, at, "born", f"与身份证号中的{known:%Y-%m-%d}不符，已按身份证号登记")

    def _days(self, chunk: _Chunk, births: list[Any]) -> None:
        """Days that cannot be, or that a spreadsheet made doubtful."""
        today = clock.today()
        self._doubtful(chunk)
        for at, (born_on, joined) in enumerate(
            zip(births, chunk.read.get("joined") or repeat(None), strict=False)
        ):
            if born_on.__class__ is date and born_on > today:
                self.refuse(
                    chunk, at, "born" if "born" in chunk.found else "identity", "出生日期在今天之后，请核对"
                )
            if joined.__class__ is not date:
                continue
            if joined > today:
                self.refuse(chunk, at, "joined", "入党时间在今天之后，请核对")
            elif born_on.__class__ is date and joined.year - born_on.year < EARLIEST_JOINING:
                self.warn(chunk, at, "joined", f"入党时不满{EARLIEST_JOINING}岁，请核对；已按所写的登记")

    def _doubtful(self, chunk: _Chunk) -> None:
        for key in ("born", "joined"):
            column = chunk.found.get(key, ())
            for at in _where(float, column):
                known = key == "born" and chunk.read.get("identity", {at: ""})[at]
                if cells.either_month(column[at]) and not known and chunk.read[key][at].__class__ is date:
                    self.warn(chunk, at, key, "表格软件把1月和10月都存成了.1，已按10月登记，请核对")


def _where(kind: type, column: Sequence[Any]) -> list[int]:
    """Where in a column something of a kind stands; mostly nowhere, which is told at once."""
    if kind not in set(map(type, column)):
        return []
    return [at for at, value in enumerate(column) if value.__class__ is kind]


def _once(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A reading whose failure stands in the column."""
    return lambda value: cells.tried(read, value)


def _one_of(known: dict[str, str], what: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = words(value)
        if text and text not in known:
            raise Unreadable(f"没有“{text[:20]}”这种{what}；可写：{'、'.join(list(known)[:10])}")
        return known.get(text, "")

    return read


def _kind(value: Any) -> str:
    return _one_of(KINDS, "组织类型")(value)


def _category(value: Any) -> str:
    return _one_of(CATEGORIES, "类别")(value) or Category.OTHER.value


def _sex(value: Any) -> str:
    text = words(value)
    if text not in SEXES:
        raise Unreadable(f"“{text[:10]}”不是性别；请写男或女")
    return SEXES[text]


def _mobile(value: Any) -> bool | None:
    """Whether somebody is away; an empty cell says nothing."""
    text = words(value)
    if not text:
        return None
    if text in YES:
        return True
    if text in NO:
        return False
    raise Unreadable(f"“{text[:10]}”看不懂；请写是或否")


def _posts(value: Any) -> tuple[str, ...]:
    """The posts of a cell, several apart by 、 or a comma, each once."""
    text = words(value)
    for mark in "，,；;/\\ ":
        text = text.replace(mark, "、")
    found = tuple(dict.fromkeys(title for title in text.split("、") if title and title not in NO))
    if any(len(title) > 30 for title in found):
        raise Unreadable("职务最多30个字；几个职务之间用顿号隔开")
    return found


def _area(value: Any) -> int | None:
    text = plain(value).removesuffix("㎡").removesuffix("m2").removesuffix("平方米").replace(",", "")
    if not text:
        return None
    try:
        area = round(float(text))
    except (ValueError, OverflowError) as error:
        raise Unreadable(f"“{text[:20]}”不是面积；请只写平方米数") from error
    if not 0 <= area < 10**8:
        raise Unreadable(f"“{text[:20]}”不会是面积，请核对")
    return area


# How each column is read, and whether its cells repeat so often that each spelling is worth keeping.
Reading = tuple[Callable[[Any], Any], bool]
ORGANISATION: dict[str, Reading] = {
    "name": (no_longer_than(120), False),
    "parent": (no_longer_than(120), True),
    "kind": (_kind, True),
    "category": (_category, True),
    "establishment": (_one_of(ESTABLISHMENTS, "组建方式"), True),
    "founded": (cells.day, True),
    "area": (_area, True),
    "tenure": (no_longer_than(10), True),
    "code": (no_longer_than(60, plain), False),
    "parent_code": (no_longer_than(60, plain), True),
}
PERSON: dict[str, Reading] = {
    "person": (no_longer_than(columns.LONGEST_NAME, cells.name), False),
    "organisation": (no_longer_than(120), True),
    "sex": (_sex, True),
    "born": (cells.day, True),
    "joined": (cells.day, True),
    "identity": (cells.identity, False),
    "education": (no_longer_than(20), True),
    "occupation": (no_longer_than(20), True),
    "post": (_posts, True),
    "phone": (cells.phone, False),
    "mobile": (_mobile, True),
}
# Columns of which all cells may be seen to stand as they are.
AS_THEY_ARE: dict[str, Callable[[list[Any]], bool]] = {
    "person": columns.all_names,
    "identity": columns.all_identities,
    "phone": columns.all_phones,
}
EMPTY: dict[str, Any] = {
    "category": Category.OTHER.value,
    "founded": None,
    "area": None,
    "born": None,
    "joined": None,
    "post": None,
    "mobile": None,
}
