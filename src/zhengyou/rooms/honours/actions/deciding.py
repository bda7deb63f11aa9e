"""The decision of a leader, and taking an honour back."""

import secrets
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.honours.models import (
    Honour,
    HonourBatch,
    HonourDecision,
    HonourKind,
    Nomination,
    Revocation,
)
from zhengyou.rooms.honours.queries import (
    Step,
    free_seats,
    has_consented,
    is_counted,
    nomination_now,
    vote_of,
    way_of,
)


@action()
def decide_honour(
    by: Any, batch: HonourBatch, *, nomination: Nomination, given: bool, meeting: str, words: str = ""
) -> HonourDecision:
    """决定表彰 — give an honour or not, after the posting is over and every objection was looked into."""
    HonourBatch.objects.select_for_update().get(pk=batch.pk)
    now = nomination_now(nomination)
    if now.batch_id != batch.pk:
        raise Refused(f"{nomination.who}不是这一批推荐的。")
    _decidable(now, given)
    vote = vote_of(batch)
    if vote is not None and not is_counted(vote):
        raise Refused(
            f"群众评选还没有开箱计票（{vote.round.closes_on}截止）；请先开箱，把结果放在旁边再决定。"
        )
    if not meeting.strip():
        raise Refused("请写在哪个会议决定，如党委会2010年6月28日会议。")
    if not given and not words.strip():
        raise Refused("不授予的，请写理由。")
    decision = HonourDecision.objects.create(
        organisation=batch.organisation,
        entered_by=author(by),
        nomination=now,
        given=given,
        meeting=meeting.strip(),
        words=words.strip(),
        decided_on=clock.today(),
    )
    if given:
        _give(by, batch, decision)
    return decision


def _decidable(nomination: Nomination, given: bool) -> None:
    step = way_of(nomination).step
    if step is Step.OBJECTED:
        raise Refused(f"对{nomination.who}的异议还没有查核答复，不能决定；请办公室先答复。")
    if step is Step.POSTED:
        last = nomination.posted.posting.last_day
        raise Refused(f"{nomination.who}的公示到{last}，公示期满再决定。")
    if step in (Step.GIVEN, Step.NOT_GIVEN):
        raise Refused(f"{nomination.who}已经决定过了。")
    if step is Step.UPHELD and given:
        raise Refused(f"对{nomination.who}的异议成立，不能授予；可以决定不授予。")
    if step not in (Step.DECIDABLE, Step.UPHELD):
        raise Refused(f"{nomination.who}现在是“{step.label}”，还没有公示，不能决定。")
    if given and not has_consented(nomination):
        raise Refused(f"{nomination.who}不再同意，不能授予；可以决定不授予。")


def _give(by: Any, batch: HonourBatch, decision: HonourDecision) -> Honour:
    seat = free_seats(batch).first()
    if seat is None:
        raise Refused(f"“{batch}”的名额已经用完。")
    since = clock.today()
    return Honour.objects.create(
        organisation=batch.organisation,
        entered_by=author(by),
        decision=decision,
        seat=seat,
        code=secrets.token_urlsafe(12),
        since=since,
        until=_until(batch.kind, since),
    )


def _until(kind: HonourKind, since: date) -> date | None:
    """The first day on which it is no longer valid, so many years later; the 29th of February becomes the 1st of March."""
    if not kind.years:
        return None
    try:
        return since.replace(year=since.year + kind.years)
    except ValueError:
        return date(since.year + kind.years, 3, 1)


@action()
def revoke_honour(by: Any, honour: Honour, *, words: str) -> Revocation:
    """撤销荣誉 — take an honour back and say why; the register and the certificate's page tell of it at once."""
    if Revocation.objects.filter(honour=honour).exists():
        raise Refused("这项荣誉已经撤销。")
    if not words.strip():
        raise Refused("请写撤销的理由，荣誉册上看得到；不写个人隐私。")
    return Revocation.objects.create(
        organisation=honour.organisation,
        entered_by=author(by),
        honour=honour,
        words=words.strip(),
        revoked_on=clock.today(),
    )
