"""Rows read one by one: each becomes an organisation or a person, or is refused with its place and reason."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from zhengyou.core.models import Category, Establishment, Kind
from zhengyou.rooms.orgs.imports import cells
from zhengyou.rooms.orgs.imports.cells import Unreadable, words
from zhengyou.rooms.orgs.imports.sheets import Table, tables_in

# As workbooks write them, whatever language the page is in.
KINDS = {str(label): value for value, label in Kind.choices} | {
    "支部": "branch",
    "总支": "general_branch",
    "党总支部": "general_branch",
}
CATEGORIES = {str(label): value for value, label in Category.choices} | {
    "农村": "village",
    "行政村": "village",
    "街道社区": "community",
    "党政机关": "government",
    "企业": "enterprise",
    "非公有制企业": "enterprise",
    "国企": "state_enterprise",
    "公有制企业": "state_enterprise",
    "医疗卫生": "hospital",
    "教育": "school",
}
ESTABLISHMENTS = {str(label): value for value, label in Establishment.choices}


@dataclass(frozen=True)
class Remark:
    """A refusal or a warning: where it is in the file, what stands there, and why."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """The shape that reports print."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "reason": self.reason,
        }


@dataclass(frozen=True)
class OrganisationRow:
    """One line of the organisation table."""

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


@dataclass(frozen=True)
class PersonRow:
    """One line of the roster."""

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
    post: str
    phone: str
    mobile: bool


@dataclass
class Roster:
    """What a workbook says: good rows, refused rows, warnings."""

    organisations: list[OrganisationRow] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    refused_organisations: int = 0
    refused_people: int = 0

    def refuse(self, row: "OrganisationRow | PersonRow", column: str, value: str, reason: str) -> None:
        """Refuse a row that was read well but does not fit what is held."""
        self.refused.append(Remark(row.sheet, row.row, column, value, reason))
        if isinstance(row, OrganisationRow):
            self.refused_organisations += 1
        else:
            self.refused_people += 1


def read_roster(file: Path) -> Roster:
    """Read a workbook; ``Refused`` if it is not one or has no table that is known."""
    roster = Roster()
    for table in tables_in(file):
        for column in table.left_out:
            roster.warnings.append(Remark(table.sheet, 0, column, "", "这一列不应登记，没有导入"))
        for number, found in table.cells():
            _read_row(roster, table, number, found)
    return roster


def _read_row(roster: Roster, table: Table, number: int, found: dict[str, Any]) -> None:
    row = _Row(table, number, found, roster)
    if table.holds == "organisations":
        made = _organisation(row)
        roster.refused_organisations += made is None
        if made:
            roster.organisations.append(made)
    else:
        person = _person(row)
        roster.refused_people += person is None
        if person:
            roster.people.append(person)


@dataclass
class _Row:
    """A row while it is read: the first cell that cannot be read refuses it."""

    table: Table
    number: int
    found: dict[str, Any]
    roster: Roster
    bad: bool = False

    def cell(self, key: str, read: Callable[[Any], Any] = words, *, must: bool = False) -> Any:
        """Read a cell; an unreadable one, or an empty one that must not be, refuses the row."""
        value = self.found.get(key)
        try:
            made = read(value)
        except Unreadable as error:
            self.refuse(key, value, str(error))
            return None
        if must and not made:
            self.refuse(key, value, "不能为空")
        return made

    def refuse(self, key: str, value: Any, reason: str) -> None:
        """Note why; the row does not enter."""
        self.bad = True
        self.roster.refused.append(self._remark(key, value, reason))

    def warn(self, key: str, value: Any, reason: str) -> None:
        """Note something odd; the row enters all the same."""
        self.roster.warnings.append(self._remark(key, value, reason))

    def _remark(self, key: str, value: Any, reason: str) -> Remark:
        shown = cells.words(value)
        if key in ("identity", "phone"):
            shown = shown[:4] + "…" if len(shown) > 4 else shown
        return Remark(self.table.sheet, self.number, self.table.headings.get(key, key), shown, reason)


def _one_of(known: dict[str, str], what: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = words(value)
        if text and text not in known:
            raise Unreadable(f"没有“{text}”这种{what}；可写：{'、'.join(list(known)[:10])}")
        return known.get(text, "")

    return read


def _organisation(row: _Row) -> OrganisationRow | None:
    made = OrganisationRow(
        row.table.sheet,
        row.number,
        row.cell("name", must=True),
        row.cell("parent"),
        row.cell("kind", _one_of(KINDS, "组织类型"), must=True),
        row.cell("category", _one_of(CATEGORIES, "类别")) or Category.OTHER.value,
        row.cell("establishment", _one_of(ESTABLISHMENTS, "组建方式")),
        row.cell("founded", cells.day),
        row.cell("area", _area),
        row.cell("tenure"),
    )
    return None if row.bad else made


def _area(value: Any) -> int | None:
    text = words(value)
    if not text:
        return None
    try:
        return round(float(text))
    except ValueError as error:
        raise Unreadable(f"“{text}”不是面积；请只写平方米数") from error


def _person(row: _Row) -> PersonRow | None:
    identity = row.cell("identity", cells.identity)
    born_on = row.cell("born", cells.day)
    sex = row.cell("sex")
    if identity:
        born_on, sex = _agreed(row, identity, born_on, sex)
    made = PersonRow(
        row.table.sheet,
        row.number,
        row.cell("person", must=True),
        row.cell("organisation", must=True),
        sex or "",
        born_on,
        row.cell("joined", cells.day),
        identity or "",
        row.cell("education"),
        row.cell("occupation"),
        row.cell("post"),
        row.cell("phone"),
        row.cell("mobile") in ("是", "√", "Y", "1"),
    )
    return None if row.bad else made


def _agreed(row: _Row, identity: str, born_on: date | None, sex: str) -> tuple[date, str]:
    """Birth date and sex by the identity number; what contradicts it is reported, and the number holds."""
    known, by_number = cells.born(identity), cells.sex(identity)
    if born_on and (born_on.year, born_on.month) != (known.year, known.month):
        row.warn("born", row.found.get("born"), f"与身份证号中的{known:%Y-%m-%d}不符，已按身份证号登记")
    if sex and sex != by_number:
        row.warn("sex", sex, f"与身份证号中的“{by_number}”不符，已按身份证号登记")
    return known, by_number
