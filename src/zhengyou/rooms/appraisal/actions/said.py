"""What is said about an organisation under a scheme: points with reasons, comments, disputes, replies."""

from datetime import date
from decimal import Decimal
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.models import (
    Clause,
    Comment,
    Criterion,
    Dispute,
    Mark,
    Reply,
    Retraction,
    Scheme,
)
from zhengyou.rooms.appraisal.queries import is_appraised, may_be_disputed, stands


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
    _stands_under(organisation, scheme)
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
        words=_said(words, "请写明事由：什么事、哪一天、谁能证明。"),
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
        why=_said(why, "请写明为什么撤销。"),
        on_day=clock.today(),
    )


@action()
def comment_on(by: Any, organisation: Organisation, *, scheme: Scheme, words: str) -> Comment:
    """点评 — a leader says in words what is good and what is lacking; words give no points."""
    _stands_under(organisation, scheme)
    return Comment.objects.create(
        organisation=organisation,
        entered_by=by,
        scheme=scheme,
        words=_said(words, "请写点评。"),
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
    _stands_under(organisation, scheme)
    if not may_be_disputed(organisation, scheme, criterion, mark):
        raise Refused("请选本组织得分单上的一项：一个指标，或者一条还没有撤销的加减分。")
    return Dispute.objects.create(
        organisation=organisation,
        entered_by=by,
        scheme=scheme,
        criterion=criterion,
        mark=mark,
        words=_said(words, "请写明哪里不对，最好写出正确的数和凭据。"),
        on_day=clock.today(),
    )


@action()
def reply_to_dispute(by: Any, dispute: Dispute, *, holds: bool, words: str) -> Reply:
    """答复考评异议 — say whether it holds and what was looked at; points that do not hold are taken back at once."""
    if Reply.objects.filter(dispute=dispute).exists():
        raise Refused("这条异议已经答复；仍有不同意见，请对方再提一条。")
    found = _said(words, "请写明查了什么、结论是什么。")
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
    return reply


def _stands_under(organisation: Organisation, scheme: Scheme) -> None:
    if not is_appraised(organisation, scheme):
        raise Refused(f"{organisation}不在“{scheme}”的考评范围内。")


def _said(words: str, otherwise: str) -> str:
    found = words.strip()
    if not found:
        raise Refused(otherwise)
    return found
