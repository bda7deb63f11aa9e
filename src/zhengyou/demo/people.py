"""Made-up people: common family names and given characters, put together by a seed; nobody real is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from zhengyou.rooms.orgs.imports.cells import CHECKS, WEIGHTS

FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志文东海春梅玉珍红燕玲德福有才光新永庆淑贵正元林森长安立民山水云峰"
EDUCATION = ("小学", "初中", "高中", "中专", "大专", "大学本科")
OCCUPATION = {"村": "农牧渔民", "社区": "离退休人员"}


@dataclass(frozen=True)
class Member:
    """One line of the made-up roster."""

    name: str
    sex: str
    born_on: date
    identity: str
    joined_on: date
    education: str
    occupation: str
    post: str
    phone: str
    mobile: bool


def members(chance: Random, category: str, number: int, taken: set[str]) -> Iterator[Member]:
    """The members of one branch: a secretary, two committee members, then the others."""
    for n in range(number):
        born = date(1935, 1, 1) + timedelta(days=chance.randrange(365 * 52))
        woman = chance.random() < 0.3
        while (identity := _identity(chance, born, woman)) in taken:
            born -= timedelta(days=1)
        taken.add(identity)
        yield Member(
            name=chance.choice(FAMILY) + "".join(chance.sample(GIVEN, chance.choice((1, 2, 2)))),
            sex="女" if woman else "男",
            born_on=born,
            identity=identity,
            joined_on=born + timedelta(days=365 * 20 + chance.randrange(365 * 3)),
            education=chance.choice(EDUCATION),
            occupation=OCCUPATION.get(category, "在岗职工"),
            post="书记" if n == 0 else "委员" if n < 3 else "",
            phone="100" + "".join(chance.choices("0123456789", k=8)),
            mobile=n > 2 and chance.random() < 0.03,
        )


def _identity(chance: Random, born: date, woman: bool) -> str:
    """A number of the unassigned region 990101 whose check digit holds."""
    order = chance.randrange(50, 500) * 2 + (0 if woman else 1)
    digits = f"990101{born:%Y%m%d}{order % 1000:03}"
    total = sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True))
    return digits + CHECKS[total % 11]
