"""What is said about an organisation under a scheme: points with reasons, disputes, replies."""

from datetime import date
from decimal import Decimal
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.actions.found import check_criterion
from zhengyou.rooms.appraisal.actions.told import said, stands_under
from zhengyou.rooms.appraisal.models import (
    Clause,
    Criterion,
    Dispute,
    Mark,
    Reply,
    Retraction,
    Scheme,
)
from zhengyou.rooms.appraisal.queries import (
    answers_for_all,
    checks_of,
    may_be_disputed,
    owners_of,
    score_of,
    stands,
)


@action()
def give_mark(
    by: Any,
    organisation: Organisation,
    *,
    clause: Clause,
    words: str,
    points: Decimal | str = "0",
    on_day: date | None = None,
) -> Mark:
    """登记加减分 — what a clause of the scheme foresees happened: say what, when, and for how many points."""
    scheme, day = clause.scheme, on_day or clock.today()
    stands_under(organisation, scheme)
    if not scheme.starts_on <= day <= min(scheme.ends_on, clock.today()):
        raise Refused(
            f"发生日期{day}不在考评期内（{scheme.starts_on}至{scheme.ends_on}，不晚于今天），请改正。"
        )
    given = Decimal(points)
    if clause.kind == Clause.Kind.VETO and given:
        raise Refused(f"“{clause.words}”是一票否决，只影响档次，不加减分；请把分数留空。")
    if clause.kind != Clause.Kind.VETO and not 0 < given <= clause.most:
        raise Refused(f"“{clause.words}”每次最多{clause.most.normalize():f}分，不能是{given}分；请改正。")
    return Mark.objects.create(
        organisation=organisation,
        entered_by=by,
        clause=clause,
        points=given,
        words=said(words, "请写明事由：什么事、哪一天、谁能证明。"),
        on_day=day,
    )


@action()
def retract_mark(by: Any, mark: Mark, *, why: str) -> Retraction:
    """撤销加减分 — take points back; the mark and why it fell stay readable."""
    if not stands(mark):
        raise Refused("这一条已经撤销，不必再撤。")
    return Retraction.objects.create(
        organisation=mark.organisation,
        entered_by=by,
        mark=mark,
        why=said(why, "请写明为什么撤销。"),
        on_day=clock.today(),
    )


@action()
def dispute_score(
    by: Any,
    organisation: Organisation,
    *,
    scheme: Scheme,
    words: str,
    criterion: Criterion | None = None,
    mark: Mark | None = None,
) -> Dispute:
    """提出考评异议 — say which number is wrong and why; it goes on being shown until somebody has looked."""
    stands_under(organisation, scheme)
    if not may_be_disputed(organisation, scheme, criterion, mark):
        raise Refused("请选本组织得分单上的一项：一个指标，或者一条还没有撤销的加减分。")
    return Dispute.objects.create(
        organisation=organisation,
        entered_by=by,
        scheme=scheme,
        criterion=criterion,
        mark=mark,
        words=said(words, "请写明哪里不对，最好写出正确的数和凭据。"),
        shown=score_of(organisation, scheme).score.shown,
        on_day=clock.today(),
    )


@action()
def reply_to_dispute(
    by: Any, dispute: Dispute, *, holds: bool, words: str, points: Decimal | str | None = None
) -> Reply:
    """答复考评异议 — say whether it holds and what was looked at; points that do not hold are put right at once.

    Points added or taken off are taken back; whoever gave points after a check gives others. A fact is put
    right where it was entered, and the score follows by itself.
    """
    if Reply.objects.filter(dispute=dispute).exists():
        raise Refused("这条异议已经答复；仍有不同意见，请对方再提一条。")
    found = said(words, "请写明查了什么、结论是什么。")
    _answered_by_owner(by, dispute)
    reply = Reply.objects.create(
        organisation=dispute.organisation,
        entered_by=by,
        dispute=dispute,
        holds=holds,
        words=found,
        on_day=clock.today(),
    )
    if holds and dispute.mark and stands(dispute.mark):
        retract_mark(by, dispute.mark, why=found)
    if holds and dispute.criterion and dispute.criterion.by == Criterion.By.CHECK:
        _checked_anew(by, dispute, dispute.criterion, points, found)
    return reply


def _answered_by_owner(by: Any, dispute: Dispute) -> None:
    """An office answers for all below it; a supervisor only for what was entered by that same person."""
    if answers_for_all(by, dispute.organisation):
        return
    if by not in owners_of(dispute):
        names = "、".join(str(o) for o in owners_of(dispute)) or "主管的办公室"
        raise Refused(f"这一项不是你登记的，请由{names}答复。")


def _checked_anew(
    by: Any, dispute: Dispute, criterion: Criterion, points: Decimal | str | None, words: str
) -> None:
    if points is None:
        raise Refused(f"异议成立，请写明“{criterion}”应得几分。")
    given = checks_of(criterion, dispute.organisation)
    if by not in [k.entered_by for k in given]:
        names = "、".join(str(k.entered_by) for k in given)
        raise Refused(f"“{criterion}”的分是{names}给的，请由本人改分并答复。")
    check_criterion(by, dispute.organisation, criterion=criterion, points=points, words=words)
