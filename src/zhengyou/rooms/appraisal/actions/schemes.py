"""Everything that can be done about appraisal."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.measures import MEASURES
from zhengyou.rooms.appraisal.models import Clause, Criterion, Scheme, Tier
from zhengyou.rooms.campaigns.models import Campaign

SIDES = ("below", "peers", "above", "public", "self")
# What a clause must not pay for, whatever it is called (BOUNDARIES 12, 13): presence, time spent, traces.
FORMAL = (
    "学时",
    "签到",
    "出勤",
    "到会",
    "会议次数",
    "信息报送",
    "简报",
    "投稿",
    "点赞",
    "转发",
    "浏览",
    "登录",
    "打卡",
    "积分",
    "台账",
)


@action()
def issue_scheme(
    by: Any,
    campaign: Campaign,
    *,
    name: str,
    criteria: Sequence[Mapping[str, Any]],
    starts_on: date,
    ends_on: date,
    advanced_from: str = "85",
    middle_from: str = "60",
    number: str = "",
    clauses: Sequence[Mapping[str, Any]] = (),
    most_bonus: str = "0",
    grades: Mapping[str, int] | None = None,
    kinds: Sequence[str] = ("branch",),
    categories: Sequence[str] = (),
    round_id: int | None = None,
) -> Scheme:
    """印发考评办法 — lay down by which outcomes and ratings organisations are appraised; study gives no points.

    A criterion is ``{"number", "name", "full"}`` with ``"measure"`` (and ``"enough"`` for a plain sum) or with
    ``"groups"`` of raters; a heading has ``"children"`` instead. A clause is ``{"kind", "words", "most"}``,
    a veto has ``"at_most"`` instead of points.
    """
    if not criteria:
        raise Refused("考评办法至少要有一项指标。")
    if ends_on < starts_on:
        raise Refused(f"考评到{ends_on}为止，却从{starts_on}起；请改正日期。")
    if not 0 < Decimal(middle_from) < Decimal(advanced_from):
        raise Refused(f"中间从{middle_from}分起、先进从{advanced_from}分起，次序不对，请改正。")
    version = Scheme.objects.filter(campaign=campaign, name=name).count() + 1
    scheme = Scheme.objects.create(
        organisation=campaign.organisation,
        entered_by=by,
        campaign=campaign,
        name=name,
        number=number,
        version=version,
        starts_on=starts_on,
        ends_on=ends_on,
        kinds=list(kinds),
        categories=list(categories),
        round_id=round_id,
        grades=dict(grades or {"good": 100, "fairly_good": 80, "fair": 60, "poor": 30}),
        advanced_from=Decimal(advanced_from),
        middle_from=Decimal(middle_from),
        most_bonus=Decimal(most_bonus),
        issued_on=clock.today(),
    )
    for given in criteria:
        _write_criterion(scheme, None, given)
    for place, given in enumerate(clauses, start=1):
        _write_clause(scheme, place, given)
    return scheme


def _write_criterion(scheme: Scheme, parent: Criterion | None, given: Mapping[str, Any]) -> Decimal:
    """Write a criterion and what lies below it; its full points."""
    name, below = str(given["name"]), given.get("children", ())
    _sensible(name, given, scheme)
    made = Criterion.objects.create(
        scheme=scheme,
        parent=parent,
        place=scheme.criteria.count() + 1,
        number=given["number"],
        name=name,
        by=Criterion.By.HEADING if below else _by(given),
        full=Decimal(str(given.get("full", 0))),
        measure=given.get("measure", ""),
        enough=Decimal(str(given["enough"])) if given.get("enough") else None,
        groups=list(given.get("groups", ())),
    )
    if below:
        made.full = sum((_write_criterion(scheme, made, child) for child in below), Decimal(0))
        made.save()
    return made.full


def _by(given: Mapping[str, Any]) -> Criterion.By:
    return Criterion.By.MEASURE if given.get("measure") else Criterion.By.RATING


def _sensible(name: str, given: Mapping[str, Any], scheme: Scheme) -> None:
    """Refuse a criterion that cannot be worked out, or that would pay for study, presence or traces."""
    ways = [way for way in ("children", "measure", "groups") if given.get(way)]
    if len(ways) != 1:
        raise Refused(f"“{name}”要么由下级指标合计，要么用一个指标，要么用测评，三者取一。")
    if ways == ["children"]:
        return
    if Decimal(str(given.get("full", 0))) <= 0:
        raise Refused(f"“{name}”没有写满分，请写一个大于0的分数。")
    if ways == ["measure"]:
        _can_give_points(name, str(given["measure"]), given.get("enough"))
    elif unknown := [g for g in given["groups"] if g not in SIDES]:
        raise Refused(f"“{name}”的测评来源{'、'.join(unknown)}不认识；有：{'、'.join(SIDES)}。")
    elif scheme.round_id is None:
        raise Refused(f"“{name}”用测评计分，请说明用哪一次测评。")


def _can_give_points(name: str, measure: str, enough: Any) -> None:
    able = "、".join(m.title for m in MEASURES.values() if m.outcome)
    found = MEASURES.get(measure)
    if found is None:
        raise Refused(f"“{name}”所用的指标{measure}不存在；能计分的有：{able}。")
    if not found.outcome:
        raise Refused(
            f"“{name}”不能计分：{found.title}不是结果，学习、出勤和留痕只回看、不计分；能计分的有：{able}。"
        )
    if found.ratio is None and not enough:
        raise Refused(f"“{name}”的{found.title}是个总数，请写明多少算满分。")


def _write_clause(scheme: Scheme, place: int, given: Mapping[str, Any]) -> None:
    kind, words = Clause.Kind(given["kind"]), str(given["words"])
    if kind != Clause.Kind.VETO and (formal := [w for w in FORMAL if w in words]):
        raise Refused(f"“{words}”不能加减分：{'、'.join(formal)}是过程痕迹，不是结果；请写做成了什么事。")
    Clause.objects.create(
        scheme=scheme,
        place=place,
        kind=kind,
        words=words,
        most=Decimal(str(given.get("most", 0))),
        at_most=Tier(given["at_most"]) if kind == Clause.Kind.VETO else "",
    )
