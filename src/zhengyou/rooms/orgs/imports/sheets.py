"""Where in a sheet the table is: titles above, headings of one or two rows, totals and signatures below."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import python_calamine

from zhengyou.core.errors import Refused
from zhengyou.rooms.orgs.imports.cells import words

# Every usual heading of a column; the first word is what the report calls it.
HEADINGS = {
    "name": ("组织名称", "党组织名称", "名称", "单位名称"),
    "parent": ("上级组织", "上级党组织", "隶属组织", "上级单位"),
    "kind": ("组织类型", "党组织类型", "类型"),
    "category": ("所属领域", "领域", "类别", "单位类别"),
    "establishment": ("组建方式", "设置形式"),
    "founded": ("成立时间", "成立日期", "批准成立时间"),
    "area": ("阵地面积(㎡)", "面积(㎡)", "阵地面积", "面积"),
    "tenure": ("阵地产权", "产权"),
    "person": ("姓名", "党员姓名"),
    "sex": ("性别",),
    "born": ("出生年月", "出生日期", "出生时间"),
    "identity": ("身份证号", "身份证号码", "公民身份号码", "身份证"),
    "education": ("学历", "文化程度"),
    "joined": ("入党时间", "入党日期", "入党年月"),
    "organisation": ("所在党支部", "所在支部", "所在党组织", "支部"),
    "occupation": ("人员类别", "党员类别", "职业"),
    "post": ("党内职务", "职务"),
    "phone": ("手机号码", "联系电话", "手机", "电话"),
    "mobile": ("是否流动党员", "流动党员"),
}
ORGANISATIONS = ("name", "parent", "kind")
PEOPLE = ("person", "organisation")
# What the product never holds: such a column is left out, and the report says so.
FORBIDDEN = (
    "民族",
    "宗教",
    "信仰",
    "政治态度",
    "思想动态",
    "健康",
    "病史",
    "婚育",
    "生育",
    "照片",
    "人脸",
    "位置",
)
ENDS = ("合计", "总计", "小计", "填表人", "审核人", "填报人", "制表", "备注：")


@dataclass(frozen=True)
class Table:
    """A sheet's table: what it holds, which column is which, and its rows with their number in the file."""

    sheet: str
    holds: str
    columns: dict[str, int]
    headings: dict[str, str]
    left_out: list[str]
    rows: list[tuple[int, list[Any]]]

    def cells(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each row's number and its known cells."""
        for number, row in self.rows:
            yield number, {key: row[at] for key, at in self.columns.items()}


def tables_in(file: Path) -> list[Table]:
    """The tables of a workbook, organisations first; refused with the place where none is found."""
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(file))
    except (python_calamine.CalamineError, OSError) as error:
        raise Refused(f"{file.name}：打不开，不是.xlsx、.xls或.ods表格文件，或已损坏。") from error
    found = [t for name in book.sheet_names if (t := _table(name, book.get_sheet_by_name(name)))]
    if not found:
        raise Refused(
            f"{file.name}：没有找到“{HEADINGS['name'][0]}、{HEADINGS['parent'][0]}、{HEADINGS['kind'][0]}”"
            f"或“{HEADINGS['person'][0]}、{HEADINGS['organisation'][0]}”这样的表头，请检查表头行。"
        )
    return sorted(found, key=lambda t: t.holds != "organisations")


def _table(name: str, sheet: Any) -> Table | None:
    rows = sheet.to_python(skip_empty_area=False)
    for at in range(min(12, len(rows))):
        two = rows[at + 1] if at + 1 < len(rows) else []
        columns, headings = _columns(rows[at], two)
        holds = "organisations" if all(k in columns for k in ORGANISATIONS) else ""
        holds = holds or ("people" if all(k in columns for k in PEOPLE) else "")
        if holds:
            first = at + 1 + _is_second_heading(rows[at], two)
            left_out = [w for w in map(words, rows[at]) if any(f in w for f in FORBIDDEN)]
            kept = [(n + 1, rows[n]) for n in range(first, len(rows)) if _is_data(rows[n])]
            return Table(name, holds, columns, headings, left_out, kept)
    return None


def _columns(head: list[Any], below: list[Any]) -> tuple[dict[str, int], dict[str, str]]:
    """Which column holds what; under a merged heading the second row names the columns."""
    columns: dict[str, int] = {}
    headings: dict[str, str] = {}
    above = ""
    for at in range(len(head)):
        above = words(head[at]) or above
        lower = words(below[at]) if at < len(below) and _is_second_heading(head, below) else ""
        for text in (words(head[at]), lower, above + lower if lower else ""):
            key = next((k for k, names in HEADINGS.items() if text and text in names), None)
            if key and key not in columns:
                columns[key], headings[key] = at, text
    return columns, headings


def _is_second_heading(head: list[Any], below: list[Any]) -> bool:
    """A second heading row names only columns that the first left empty or merged: its first cell is empty."""
    filled = [at for at, cell in enumerate(below) if words(cell)]
    return (
        bool(filled)
        and filled[0] > 0
        and all(isinstance(below[at], str) for at in filled)
        and len(filled) < len(head) / 2
    )


def _is_data(row: list[Any]) -> bool:
    filled = [words(cell) for cell in row if words(cell)]
    return len(filled) > 1 and not any(filled[0].startswith(end) for end in ENDS)
