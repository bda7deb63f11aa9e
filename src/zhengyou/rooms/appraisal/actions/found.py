"""Points from people who went and looked, and what an organisation says of itself beside them."""

from datetime import date
from decimal import Decimal
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.actions.told import said, stands_under
from zhengyou.rooms.appraisal.models import Check, Claim, Clause, Criterion, DutyReport, Scheme


@action()
def check_criterion(
    by: Any,
    organisation: Organisation,
    *,
    criterion: Criterion,
    points: Decimal | str,
    words: str,
    on_day: date | None = None,
) -> Check:
    """核查评分 — one of the appraisal team went and looked: points for a criterion, and what was seen."""
    scheme, day = criterion.scheme, on_day or clock.today()
    stands_under(organisation, scheme)
    if criterion.by != Criterion.By.CHECK:
        raise Refused(f"“{criterion}”不由考核组评分，得分由事实或测评算出。")
    if not scheme.starts_on <= day <= clock.today():
        raise Refused(f"核查日期{day}不对：要在{scheme.starts_on}以后，不晚于今天；请改正。")
    return Check.objects.create(
        organisation=organisation,
        entered_by=by,
        criterion=criterion,
        points=_within(points, criterion),
        words=said(words, "请写明看到了什么、问了谁、凭什么给这个分。"),
        on_day=day,
    )


@action()
def claim_points(
    by: Any,
    organisation: Organisation,
    *,
    scheme: Scheme,
    points: Decimal | str,
    words: str,
    criterion: Criterion | None = None,
    clause: Clause | None = None,
) -> Claim:
    """填自评分 — an organisation says what it would give itself, and on what ground; shown beside, never counted."""
    stands_under(organisation, scheme)
    line = criterion or clause
    if line is None or (criterion and clause) or line.scheme_id != scheme.pk:
        raise Refused("请选这个办法里的一项：一个由考核组评分的指标，或者一条加分条款。")
    if criterion and criterion.by != Criterion.By.CHECK:
        raise Refused(f"“{criterion}”由已有的事实或测评算出，不用再填；有误请提异议。")
    if clause and clause.kind != Clause.Kind.BONUS:
        raise Refused(f"“{clause}”不是加分条款，不用自己填。")
    return Claim.objects.create(
        organisation=organisation,
        entered_by=by,
        scheme=scheme,
        criterion=criterion,
        clause=clause,
        points=_within(points, criterion) if criterion else _under(points, clause),
        words=said(words, "请写明凭什么：什么事、哪一天、谁能证明。"),
        on_day=clock.today(),
    )


@action()
def report_duty(
    by: Any, organisation: Organisation, *, scheme: Scheme, done: str, lacking: str, next: str
) -> DutyReport:
    """述职 — what was done, what is lacking, what comes next, in own words; the figures are there already."""
    stands_under(organisation, scheme)
    return DutyReport.objects.create(
        organisation=organisation,
        entered_by=by,
        scheme=scheme,
        done=said(done, "请写做成了什么；数字系统里有，不用抄。"),
        lacking=said(lacking, "请写还差什么；述职不能只说好的。"),
        next=said(next, "请写下一步做什么、哪天前做到。"),
        on_day=clock.today(),
    )


def _within(points: Decimal | str, criterion: Criterion) -> Decimal:
    given = Decimal(points)
    if not 0 <= given <= criterion.full:
        raise Refused(f"“{criterion}”满分{criterion.full.normalize():f}分，不能是{given}分；请改正。")
    return given


def _under(points: Decimal | str, clause: Clause | None) -> Decimal:
    """A bonus may be claimed several times over; its limit is the scheme's."""
    given, most = Decimal(points), clause.scheme.most_bonus if clause else Decimal(0)
    if not 0 < given <= most:
        raise Refused(f"加分合计最多{most.normalize():f}分，不能是{given}分；请改正。")
    return given
