"""A roster as an office keeps it: twenty columns, eleven of which the product reads."""

import random
from pathlib import Path
from typing import Any

import xlsxwriter

from zhengyou.demo.people import Member, members
from zhengyou.demo.workbook import PEOPLE

OTHERS = ("序号", "籍贯", "参加工作时间", "工作单位", "职称", "转正时间", "入库批次", "帮扶联系人", "经办人")
HEAD = (*PEOPLE, *OTHERS)
BRANCH = 60  # members of each


def branch_of(number: int) -> str:
    """The name of the branch of a member."""
    return f"第{number // BRANCH + 1}党支部"


def write(file: Path, count: int) -> None:
    """A workbook of so many made-up members; identity numbers are of a region that is not assigned."""
    chance, taken = random.Random(count), set[str]()  # noqa: S311 — no secret
    people = (m for _ in range(0, count, BRANCH) for m in members(chance, "村", BRANCH, taken))
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        tab = book.add_worksheet("党员花名册")
        tab.write_row(0, 0, HEAD)
        for at, member in zip(range(count), people, strict=False):
            tab.write_row(at + 1, 0, _row(at, member))


def _row(at: int, m: Member) -> list[Any]:
    known = [
        m.name, m.sex, f"{m.born_on:%Y年%m月}", m.identity, m.education, m.joined_on.isoformat(),
        branch_of(at), m.occupation, m.post, m.phone, "是" if m.mobile else "",
    ]  # fmt: skip
    return [*known, at + 1, "青禾", f"{m.born_on.year + 20}.07", "镇农技站", "", "", "一", "", "办公室"]
