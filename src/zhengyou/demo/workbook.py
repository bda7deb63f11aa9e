"""The city's workbook, of the shape that offices keep: title rows, a two-row heading, a total at the foot."""

from pathlib import Path
from random import Random
from typing import Any

from zhengyou.core.papers import Column, Sheet, Title, to_xlsx
from zhengyou.demo.city import CITY, TOWNS, branches
from zhengyou.demo.people import members

ORGANISATIONS = ("组织名称", "上级组织", "组织类型", "所属领域", "组建方式", "成立时间", "面积(㎡)", "产权")
PEOPLE = (
    "姓名",
    "性别",
    "出生年月",
    "身份证号",
    "学历",
    "入党时间",
    "所在党支部",
    "人员类别",
    "党内职务",
    "手机号码",
    "是否流动党员",
)


def write_workbook(file: Path, seed: int) -> None:
    """Write organisations and roster; the same seed makes the same city."""
    chance = Random(seed)  # noqa: S311 — a made-up city, not a secret
    organisations, people = _rows(chance)
    file.write_bytes(
        to_xlsx(
            [
                Title(f"{CITY}基层党组织一览表和党员花名册"),
                Sheet("组织", [Column(title, 16) for title in ORGANISATIONS], organisations),
                Sheet("党员花名册", [Column(title, 14) for title in PEOPLE], people),
            ]
        )
    )


def _rows(chance: Random) -> tuple[list[list[Any]], list[list[Any]]]:
    committee = f"中共{CITY}委员会"
    organisations: list[list[Any]] = [[committee, "", "党委", "机关", "", "1972年3月", "", ""]]
    people: list[list[Any]] = []
    seen: set[str] = set()
    for town in TOWNS:
        above = f"中共{CITY}{town}委员会"
        organisations.append(
            [above, committee, "党委", "机关", "", f"{chance.randrange(1955, 2004)}年6月", "", ""]
        )
        for name, category, number in branches(town):
            branch = f"{town}{name}党支部"
            form = chance.choices(("单独建", "联合建", "挂靠建"), (8, 1, 1))[0]
            area = chance.choice((20, 60, 80, 120))
            founded = f"{chance.randrange(1957, 2005)}年7月"
            organisations.append([branch, above, "党支部", category, form, founded, str(area), "自有"])
            for m in members(chance, category, number, seen):
                people.append(
                    [
                        m.name,
                        m.sex,
                        f"{m.born_on:%Y.%m}",
                        m.identity,
                        m.education,
                        f"{m.joined_on:%Y-%m-%d}",
                        branch,
                    ]
                    + [m.occupation, m.post, m.phone, "是" if m.mobile else ""]
                )
    return organisations, people
