"""Looking on the spot: the sample that is drawn first, and what was found."""

from datetime import date
from fractions import Fraction
from secrets import token_hex
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.sampling import drawn as drawn_from
from zhengyou.core.sampling import size_to_find
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.queries import still_runs
from zhengyou.rooms.gates.models import Application, Decision, Inspection, InspectionSample
from zhengyou.rooms.gates.queries import frame_of


@action()
def inspect_application(
    by: Any,
    application: Application,
    *,
    finding: str,
    holds: bool,
    sample: str = "",
    drawn: InspectionSample | None = None,
    failed: int = 0,
    inspected_on: date | None = None,
) -> Inspection:
    """检查转段 — record what was looked at by sample, what was found, and whether it holds."""
    undecided(application)
    day = inspected_on or clock.today()
    if drawn is not None:
        _fits(application, drawn, failed, holds, day)
        sample = sample.strip() or f"按名单抽查{drawn.size}/{drawn.population}，{failed}个不符合"
    elif failed:
        raise Refused("抽样检查才填不符合几个；请先抽样，再去看。")
    if day > clock.today() or day < application.applied_on:
        raise Refused(f"检查日期应在申请之后（{application.applied_on}）、今天之前，请改正。")
    if not sample.strip() or not finding.strip():
        raise Refused("请写明抽查了什么、发现了什么；没有看过，就不算检查。")
    return Inspection.objects.create(
        organisation=application.organisation,
        entered_by=author(by),
        application=application,
        inspected_on=day,
        sample=sample.strip(),
        drawn=drawn,
        failed=failed,
        finding=finding.strip(),
        holds=holds,
    )


def _fits(application: Application, drawn: InspectionSample, failed: int, holds: bool, day: date) -> None:
    """One that fails shows what the sample was drawn to show: then the whole does not hold."""
    if drawn.application_id != application.pk:
        raise Refused("这份抽样不是为这次申请抽的，请为它另抽。")
    if day < drawn.drawn_on:
        raise Refused(f"检查应在抽样（{drawn.drawn_on}）以后：先抽样，后去看。")
    if not 0 <= failed <= drawn.size:
        raise Refused(f"抽了{drawn.size}个，不符合的不能是{failed}个。")
    if holds and failed:
        raise Refused(
            f"抽查{drawn.size}个有{failed}个不符合，不能说不符合的不超过百分之{drawn.rate}；请作不合格登记，补课后再查。"
        )


@action()
def draw_for_inspection(
    by: Any, application: Application, *, of: str, rate: int = 5, chance: int = 95
) -> InspectionSample:
    """抽取检查样本 — whom to look at, so many that more than this part being wrong shows with this chance; before looking."""
    undecided(application)
    if of not in InspectionSample.Of.values:
        raise Refused("抽样可以抽党员，也可以抽下级组织，请选一种。")
    if not 0 <= rate < 100 or not 1 <= chance <= 100:
        raise Refused("不符合的比例应在0到99之间，把握应在1到100之间（百分数）。")
    if InspectionSample.objects.filter(application=application, of=of).exists():
        raise Refused("这次申请已经抽过样，不能重抽；抽中的就是要看的。")
    keys = frame_of(application.organisation, of)
    if not keys:
        raise Refused(f"{application.organisation}没有可抽的{InspectionSample.Of(of).label}。")
    size = size_to_find(len(keys), Fraction(rate, 100), Fraction(chance, 100))
    seed = token_hex(16)
    return InspectionSample.objects.create(
        organisation=application.organisation,
        entered_by=author(by),
        application=application,
        of=of,
        rate=rate,
        chance=chance,
        population=len(keys),
        seed=seed,
        keys=sorted(drawn_from(keys, size, seed)),
        drawn_on=clock.today(),
    )


def undecided(application: Application) -> None:
    """Refuse to touch an application on which a decision stands, or whose campaign is over."""
    still_runs(application.gate.campaign)
    if Decision.objects.filter(application=application).exists():
        raise Refused(f"{application.organisation}的这份申请已有决定；补课后会有新的申请。")
