"""自相矛盾 — what in a scheme cannot be worked out, contradicts itself or would pay for traces; said in words.

Nothing here reads the database: a scheme is looked at as it was written down, before anything is stored.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from zhengyou.core.models import Category
from zhengyou.rooms.appraisal.actions.criteria import leaves, line_problems

Given = Mapping[str, Any]
GRADES = {"good": 100, "fairly_good": 80, "fair": 60, "poor": 30}
# What a clause must not pay for, whatever it is called (BOUNDARIES 12, 13): presence, time spent, traces.
FORMAL = (
    "学时", "签到", "出勤", "到会", "会议次数", "信息报送", "简报", "投稿", "点赞", "转发", "浏览", "登录", "打卡",
    "积分", "台账", "测验",
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """考评办法草案 — a scheme as it was written down, and what it has to fit: its campaign, its round."""

    criteria: Sequence[Given]
    starts_on: date
    ends_on: date
    advanced_from: Any = "85"
    middle_from: Any = "60"
    clauses: Sequence[Given] = ()
    most_bonus: Any = "0"
    grades: Mapping[str, int] = field(default_factory=lambda: dict(GRADES))
    kinds: Sequence[str] = ("branch",)
    categories: Sequence[str] = ()
    bands: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    selects: str = ""
    campaign: tuple[date, date] | None = None
    asked: Sequence[str] | None = None  # the sides that the round asks; nothing without a round
    by_link: bool = False  # the round goes by an open link
    selections: Mapping[str, str] = field(default_factory=dict)  # honours of the pack that select, by code


def contradictions(plan: Plan) -> list[str]:
    """Everything that stands against a scheme, each with its place and the remedy; empty where nothing does."""
    if not plan.criteria:
        return ["考评办法至少要有一项指标。"]
    found = [
        *_time(plan),
        *_tiers(plan),
        *_numbers(plan),
        *_lines(plan),
        *_round(plan),
        *_twice(plan),
        *_bonuses(plan),
    ]
    return found + [words for clause in plan.clauses for words in _clause(clause, plan)]


def full_of(criteria: Iterable[Given]) -> Decimal:
    """The full points of a scheme as it was written down."""
    return sum((Decimal(str(c.get("full") or 0)) for c in leaves(criteria)), Decimal(0))


def _time(plan: Plan) -> Iterator[str]:
    if plan.ends_on < plan.starts_on:
        yield f"考评到{plan.ends_on}为止，却从{plan.starts_on}起；请改正日期。"
    elif plan.campaign and (plan.ends_on < plan.campaign[0] or plan.starts_on > plan.campaign[1]):
        yield (
            f"考评期{plan.starts_on}至{plan.ends_on}全在活动（{plan.campaign[0]}至{plan.campaign[1]}）之外，"
            "没有事实可评；请改正日期。"
        )


def _tiers(plan: Plan) -> Iterator[str]:
    yield from _thresholds("", plan.middle_from, plan.advanced_from, plan)
    for category, (middle, advanced) in plan.bands.items():
        name = Category(category).label
        if plan.categories and category not in plan.categories:
            yield f"单列了{name}的起点，但办法不考评这一类；请去掉，或把它列入考评的类别。"
        yield from _thresholds(f"{name}：", middle, advanced, plan)
    worth = [plan.grades.get(grade, 0) for grade in GRADES]
    if sorted(worth, reverse=True) != worth or not 0 <= min(worth) <= max(worth) <= 100:
        yield f"等次折分{'、'.join(map(str, worth))}不对：从好到差要依次不增，都在0到100之间；请改正。"
    if not plan.kinds:
        yield "没有写考评哪些组织；请选至少一种组织类型。"
    if plan.selects and plan.selects not in plan.selections:
        able = "、".join(plan.selections.values()) or "没有"
        yield f"只有方案包里有名额的集体表彰才要排出次序；本活动的有：{able}。请去掉“为哪项评选排序”。"


def _thresholds(who: str, middle: Any, advanced: Any, plan: Plan) -> Iterator[str]:
    most = full_of(plan.criteria) + Decimal(str(plan.most_bonus))
    if not 0 < Decimal(str(middle)) < Decimal(str(advanced)):
        yield f"{who}中间从{middle}分起、先进从{advanced}分起，次序不对，请改正。"
    elif 0 < most < Decimal(str(advanced)):
        yield f"{who}先进从{advanced}分起，可满分加上加分最多才{most.normalize():f}分，谁也到不了；请改正。"


def _numbers(plan: Plan) -> Iterator[str]:
    seen: set[str] = set()
    for c in _all(plan.criteria):
        number = str(c["number"])
        if number in seen:
            yield f"编号{number}用了两次，请各编各的号。"
        seen.add(number)
        below = sum((Decimal(str(x.get("full") or 0)) for x in leaves(c.get("children", ()))), Decimal(0))
        said = Decimal(str(c.get("full") or 0))
        if c.get("children") and said and said != below:
            yield f"“{c['name']}”写明{said.normalize():f}分，下面各项合计却是{below.normalize():f}分；请改成一致。"


def _all(criteria: Iterable[Given]) -> Iterator[Given]:
    for c in criteria:
        yield c
        yield from _all(c.get("children", ()))


def _lines(plan: Plan) -> Iterator[str]:
    for c in _all(plan.criteria):
        yield from line_problems(c, plan.asked, FORMAL)


def _round(plan: Plan) -> Iterator[str]:
    """An open link is never reckoned with: nobody knows who voted, or how often."""
    if plan.by_link:
        yield "选的那次测评用公开链接，谁都能投、能投多次，不能和凭码的票一样计分；请换一次凭码的测评。"


def _twice(plan: Plan) -> Iterator[str]:
    """The same figure, or the same people's votes, must not give points in two lines."""
    measured: dict[str, str] = {}
    rated: dict[str, str] = {}
    for c in leaves(plan.criteria):
        name = str(c["name"])
        for kept, key, words in (
            *((measured, m, "用同一个指标") for m in [c.get("measure")] if m),
            *((rated, g, "都算同一批人的测评") for g in c.get("weights") or c.get("groups") or ()),
        ):
            if key in kept:
                yield f"“{kept[key]}”和“{name}”{words}，同一件事计了两次分；请合成一项。"
                break
            kept[key] = name


def _bonuses(plan: Plan) -> Iterator[str]:
    most = Fraction(str(plan.most_bonus))
    bonuses = [c for c in plan.clauses if c["kind"] == "bonus"]
    if bonuses and not most:
        yield "有加分条款，加分却最多0分，加了等于没加；请写明加分合计最多几分，或去掉条款。"
    for c in bonuses if most else ():
        if Fraction(str(c.get("most") or 0)) > most:
            yield f"“{c['words']}”每次最多{c['most']}分，多过加分合计的上限{plan.most_bonus}分；请改正。"
    words = [str(c["words"]) for c in plan.clauses]
    for said in sorted({w for w in words if words.count(w) > 1}):
        yield f"“{said}”写了两条，一件事只能有一种后果；请留一条。"


def _clause(c: Given, plan: Plan) -> Iterator[str]:
    words, kind = str(c["words"]), c["kind"]
    if kind == "veto":
        if c.get("most"):
            yield f"“{words}”是一票否决，只影响档次，不加减分；请把分数去掉。"
        if c.get("at_most") not in ("middle", "lagging"):
            yield f"“{words}”是一票否决，却没有写至多定为中间还是后进，等于什么也没否决；请写明。"
        return
    if formal := [w for w in FORMAL if w in words]:
        yield f"“{words}”不能加减分：{'、'.join(formal)}是过程痕迹，不是结果；请写做成了什么事。"
    if not Fraction(str(c.get("most") or 0)) > 0:
        yield f"“{words}”没有写每次最多几分，请写明。"
    elif kind == "deduction" and Decimal(str(c["most"])) > (full := full_of(plan.criteria)) > 0:
        yield f"“{words}”每次最多扣{c['most']}分，比满分{full.normalize():f}分还多；请改正。"
