"""Registers as offices keep them, made by hand for the tests."""

import csv
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook

HEAD = ["序号", "单位名称", "单位类别", "所在乡镇", "从业人数", "党员数", "团员数", "女职工数"]
ROWS = [
    [1, "长青塑料厂", "非公企业", "红星镇", 120, 8, 20, 60],
    [2, "东街村", "村", "红星镇", None, 6, 2, 300],
    [3, "便民商店", "非公企业", "红星镇", 4, 0, 1, 3],
    [4, "河东果业合作社", "社会组织", "河东镇", 30, 3, 5, 12],
]


def workbook(*rows: list[Any], title: str = "红星市企业、村、社会组织名册", head: list[str] = HEAD) -> bytes:
    """A title row, a blank one, the heading, the rows, a total and a signature."""
    book = Workbook()
    sheet = book.active
    sheet.title = "名册"
    for row in ([title], [], head, *(rows or ROWS), ["合计", "", "", "", 154], ["填表人：某某"]):
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def csv_file(charset: str, delimiter: str = ",") -> bytes:
    """The same as text."""
    file = StringIO()
    out = csv.writer(file, delimiter=delimiter)
    out.writerow(HEAD)
    out.writerows(ROWS)
    return file.getvalue().encode(charset)
