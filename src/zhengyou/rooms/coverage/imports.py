"""单位名册 — a register of units as offices keep it in a spreadsheet: read into plain rows and refusals, never written.

One table a sheet: a heading row somewhere at the top, rows beneath, totals and signatures below. Columns are known
by their usual headings in any order; those that are not known are left alone, and the report says so.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from zhengyou.core.errors import Refused
from zhengyou.core.models import Category
from zhengyou.core.sheets import Remark, Row, is_forbidden, normal, remark, sheets_in, words

HEADINGS = {
    "name": ("名称", "单位名称", "企业名称", "村名", "组织名称", "单位"),
    "category": ("类别", "单位类别", "类型", "单位类型", "性质"),
    "owner": (
        "所在",
        "所在组织",
        "所在地区",
        "所属组织",
        "所在乡镇",
        "地区",
        "所属地区",
        "属地",
    ),
    "code": ("统一社会信用代码", "信用代码", "社会信用代码"),
    "workers": ("从业人数", "从业人员", "从业人员数", "职工人数", "职工数", "人数", "员工数"),
    "members": ("党员数", "党员人数", "党员", "正式党员数"),
    "youth": ("团员数", "青年数", "团员人数", "青年人数", "团员", "35岁以下青年数"),
    "women": ("妇女数", "女职工数", "妇女人数", "女性人数", "女职工"),
}
KEYS = {normal(text): key for key, texts in HEADINGS.items() for text in texts}
NUMBERS = ("workers", "members", "youth", "women")
CATEGORIES = {str(label): value for value, label in Category.choices} | {
    "企业": "enterprise",
    "非公有制企业": "enterprise",
    "民营企业": "enterprise",
    "私营企业": "enterprise",
    "外资企业": "enterprise",
    "国企": "state_enterprise",
    "公有制企业": "state_enterprise",
    "行政村": "village",
    "农村": "village",
    "居委会": "community",
    "社团": "social",
    "社会团体": "social",
    "民办非企业单位": "social",
    "新社会组织": "social",
    "中介组织": "social",
    "党政机关": "government",
    "医疗卫生": "hospital",
    "教育": "school",
}
KNOWN = [str(label) for label in Category.labels]
# A register of households or of people is not one of units (BOUNDARIES 2).
RESIDENTS = ("姓名", "身份证", "户主", "户号", "家庭住址")
ENDS = ("合计", "总计", "小计", "填表人", "审核人", "填报人", "制表", "备注", "说明")
MOST_PEOPLE = 1_000_000


@dataclass(frozen=True)
class UnitRow:
    """One line of the register."""

    sheet: str
    row: int
    name: str
    category: str
    owner: str
    code: str
    workers: int | None
    members: int | None
    youth: int | None
    women: int | None

    @property
    def numbers(self) -> dict[str, int | None]:
        """The counts of people by their names."""
        return {name: getattr(self, name) for name in NUMBERS}


@dataclass
class Register:
    """What a file says: good rows, refused rows, warnings."""

    units: list[UnitRow] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    def refuse(self, row: UnitRow, column: str, value: str, reason: str) -> None:
        """Refuse a row that was read well but does not fit what is held."""
        self.refused.append(remark(row.sheet, row.row, column, "", value, reason))


def read_units(content: bytes, name: str) -> Register:
    """Read a register of units; ``Refused`` if the file is no spreadsheet or has no table of units."""
    register, tables = Register(), 0
    for sheet in sheets_in(name, content):
        head = next((n for n, row in enumerate(sheet.top(12)) if "name" in _columns(row)), None)
        if head is not None:
            tables += 1
            _read_table(register, sheet.name, list(sheet.rows()), head)
    if not tables:
        raise Refused(f"{name}：没有找到“名称、类别、所在、从业人数、党员数”这样的表头，请检查表头行。")
    return register


def _columns(head: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        if (key := KEYS.get(normal(words(cell)))) and key not in found:
            found[key] = at
    return found


def _read_table(register: Register, sheet: str, rows: list[Row], head: int) -> None:
    columns, titles = _columns(rows[head]), [words(cell) for cell in rows[head]]
    if about := [t for t in titles if any(t.startswith(r) for r in RESIDENTS)]:
        raise Refused(f"“{sheet}”里有“{about[0]}”一列：这里登记的是单位，不登记个人和住户。")
    for title in (t for at, t in enumerate(titles) if t and at not in columns.values()):
        reason = "这一列不应登记，没有导入" if is_forbidden(title) else "这一列用不上，没有导入"
        if title not in ("序号", "编号", "备注"):
            register.warnings.append(Remark(sheet, head + 1, title, "", reason))
    for number in range(head + 1, len(rows)):
        row = rows[number]
        filled = [words(cell) for cell in row if words(cell)]
        if not filled or filled[0].startswith(ENDS):
            continue
        cells = {key: row[at] if at < len(row) else "" for key, at in columns.items()}
        named = {key: titles[at] for key, at in columns.items()}
        _read_row(register, _Row(sheet, number + 1, cells, named))


@dataclass
class _Row:
    """A row while it is read: what cannot be right refuses it, with its place."""

    sheet: str
    number: int
    cells: dict[str, Any]
    titles: dict[str, str]
    wrong: list[Remark] = field(default_factory=list)

    def said(self, key: str) -> str:
        return words(self.cells.get(key))

    def refuse(self, key: str, reason: str) -> None:
        column = self.titles.get(key, "名称")
        self.wrong.append(remark(self.sheet, self.number, column, key, self.said(key), reason))

    def people(self, key: str) -> int | None:
        try:
            return _number(self.cells.get(key))
        except ValueError as error:
            self.refuse(key, str(error))
            return None


def _read_row(register: Register, row: _Row) -> None:
    name, sort, code = row.said("name"), row.said("category"), row.said("code").upper()
    if not name or len(name) > 120:
        row.refuse("name", "名称超过120字，请核对" if name else "不能为空")
    if sort and sort not in CATEGORIES:
        row.refuse("category", f"没有“{sort}”这种类别；可写：{'、'.join(KNOWN)}")
    if code and not re.fullmatch(r"[0-9A-Z]{18}", code):
        row.refuse("code", f"统一社会信用代码应为18位，现为{len(code)}位")
    numbers = {key: row.people(key) for key in NUMBERS}
    _fitting(row, numbers)
    if row.wrong:
        register.refused.extend(row.wrong)
        return
    sort = CATEGORIES.get(sort, Category.OTHER.value)
    register.units.append(UnitRow(row.sheet, row.number, name, sort, row.said("owner"), code, **numbers))


def _fitting(row: _Row, numbers: dict[str, int | None]) -> None:
    """A part of those who work in a unit is no more than all of them; a village's members need not work there."""
    workers = numbers["workers"]
    for key in NUMBERS[1:]:
        if workers and (numbers[key] or 0) > workers:
            row.refuse(key, f"比从业人数{workers}还多，请核对")


def _number(value: Any) -> int | None:
    text = words(value).replace(",", "").replace("，", "").removesuffix("人").removesuffix("名")
    if text in ("", "-", "—", "/", "无"):
        return None
    if not re.fullmatch(r"\d+(\.0+)?", text):
        raise ValueError("不是人数；请只写整数")
    found = int(float(text))
    if found > MOST_PEOPLE:
        raise ValueError("人数太大，请核对是不是多写了几位")
    return found
