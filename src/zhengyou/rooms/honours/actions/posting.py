"""Posting whom one means to honour, hearing objections, looking into them."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.secrets import keyed_digest
from zhengyou.core.trail import author
from zhengyou.rooms.honours.models import (
    HonourBatch,
    HonourKind,
    HonourPosting,
    Nomination,
    Objection,
    ObjectionAnswer,
    Posted,
)
from zhengyou.rooms.honours.queries import (
    Step,
    free_seats,
    lacking_of,
    nomination_now,
    too_many_of_rank,
    unanswered,
    way_of,
)

MOST_WAITING = 100  # objections to one name that nobody has looked into yet
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # what cannot be misread on paper


@action()
def post_nominations(
    by: Any, batch: HonourBatch, *, nominations: Sequence[Nomination], last_day: date | None = None
) -> HonourPosting:
    """公示拟表彰名单 — propose to everybody whom one means to honour, for at least the days laid down."""
    if not nominations:
        raise Refused("请选至少一个拟表彰对象。")
    now = [nomination_now(n) for n in nominations]
    for nomination in now:
        _ready(nomination, batch)
    _fits(batch, now)
    first = clock.today()
    least = first + timedelta(days=batch.kind.notice_days - 1)
    if last_day is not None and last_day < least:
        raise Refused(f"“{batch.kind}”要公示{batch.kind.notice_days}天，最早到{least}，请改日期。")
    posting = HonourPosting.objects.create(
        organisation=batch.organisation,
        entered_by=author(by),
        batch=batch,
        first_day=first,
        last_day=last_day or least,
    )
    for nomination in now:
        Posted.objects.create(posting=posting, nomination=nomination)
    return posting


def _ready(nomination: Nomination, batch: HonourBatch) -> None:
    if nomination.batch_id != batch.pk:
        raise Refused(f"{nomination.who}不是这一批推荐的。")
    way = way_of(nomination)
    if way.step is Step.ABOVE:
        raise Refused(f"{nomination.who}还没有{way.at}的意见，逐级推荐完了再公示。")
    if way.step is not Step.READY:
        raise Refused(f"{nomination.who}现在是“{way.step.label}”，不能公示。")
    if lacking := lacking_of(nomination):
        raise Refused(f"{nomination.who}还有条件没有达到或没有核实——{'；'.join(lacking)}。")


def _open_names(batch: HonourBatch) -> list[Nomination]:
    """Those posted already whose fate is open, or who were given the honour."""
    posted = Posted.objects.filter(nomination__batch=batch).select_related("nomination")
    found = [nomination_now(p.nomination) for p in posted]
    return [n for n in found if way_of(n).step not in (Step.NOT_GIVEN, Step.UPHELD)]


def _fits(batch: HonourBatch, now: list[Nomination]) -> None:
    before = _open_names(batch)
    waiting = [n for n in before if way_of(n).step is not Step.GIVEN]
    free = free_seats(batch).count() - len(waiting)
    if len(now) > free:
        raise Refused(f"“{batch}”还剩{max(free, 0)}个名额，不能公示{len(now)}个。")
    if batch.kind.sort == HonourKind.Sort.COMMENDATION and batch.kind.holder == HonourKind.Holder.PERSON:
        people = [*before, *now]
        if words := too_many_of_rank(len(people), sum(n.county_rank for n in people)):
            raise Refused(words)


@action(hidden=("words",))
def object_to_nomination(by: Any, posted: Posted, *, words: str) -> Objection:
    """对公示提异议 — say what speaks against somebody posted; nobody asks who says it."""
    posting = posted.posting
    if not posting.first_day <= clock.today() <= posting.last_day:
        raise Refused(
            f"公示期是{posting.first_day}到{posting.last_day}，今天不收异议；请直接向{posting.organisation}反映。"
        )
    if not words.strip():
        raise Refused("请写是什么事、怎样可以查到；只写“不同意”没法查核。")
    if len(words.strip()) > 500:
        raise Refused("异议请写在500字以内。")
    if len(unanswered(posted.objections.select_related("answer"))) >= MOST_WAITING:
        raise Refused(f"还有{MOST_WAITING}条异议等着查核，暂时不能再收；请直接向{posting.organisation}反映。")
    code = "".join(secrets.choice(ALPHABET) for _ in range(10))
    objection = Objection.objects.create(
        organisation=posting.organisation,  # no account: who objects is not kept
        posted=posted,
        words=words.strip(),
        on_day=clock.today(),
        receipt=keyed_digest(code),
    )
    objection.receipt_code = code
    return objection


@action()
def answer_objection(by: Any, objection: Objection, *, upheld: bool, words: str) -> ObjectionAnswer:
    """答复异议 — say what was found; everybody may read it, and where it holds there is no honour."""
    if ObjectionAnswer.objects.filter(objection=objection).exists():
        raise Refused("这条异议已经答复过了。")
    if not words.strip():
        raise Refused("请写查核结果：查了什么、结论怎样；公示页上看得到，不写提异议的人。")
    return ObjectionAnswer.objects.create(
        organisation=objection.organisation,
        entered_by=author(by),
        objection=objection,
        upheld=upheld,
        words=words.strip(),
        on_day=clock.today(),
    )
