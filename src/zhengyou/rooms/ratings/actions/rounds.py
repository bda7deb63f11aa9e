"""Giving out the codes of a round, and opening its boxes."""

import random
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.ratings.actions.boxes import lay_open, leave_no_history, taken_out
from zhengyou.rooms.ratings.models import (
    Access,
    Box,
    Closing,
    Drawing,
    Grade,
    Group,
    Issue,
    Round,
    SelfRating,
    Subject,
    Token,
    digest_of,
    fresh_code,
    written,
)
from zhengyou.rooms.ratings.models.ballots import random_key
from zhengyou.rooms.ratings.queries import MOST_AT_ONCE, codes_left, codes_out, digest_of_ballots, is_closed


@action()
def issue_tokens(by: Any, box: Box, *, number: int, occasion: str = "") -> list[str]:
    """发评议码 — make codes for a box; they are returned this once, for the slips, and kept nowhere.

    ``occasion`` says where they are handed out: at which meeting, from door to door.
    """
    _takes_codes(box.subject.round)
    if not 1 <= number <= MOST_AT_ONCE:
        raise Refused(f"一次发1到{MOST_AT_ONCE}个码；更多请分几次。")
    Issue.objects.create(
        organisation=box.organisation, entered_by=by, box=box, number=number, occasion=occasion.strip()[:60]
    )
    codes = [fresh_code() for _ in range(number)]
    _let_in(box, codes)
    return [written(c) for c in codes]


@action()
def draw_code(by: Any, subject: Subject) -> str:
    """领评议码 — a member draws one's code for rating one's own branch, once; it is shown this once."""
    _takes_codes(subject.round)
    box = Box.objects.select_for_update().filter(subject=subject, group=Group.BELOW).first()
    person = members_of(subject.organisation).filter(pk=by.person_id).first()
    if box is None or person is None:
        raise Refused("这次测评不由您这里的党员评。")
    if Drawing.objects.filter(box=box, person=person).exists():
        raise Refused("您的评议码已经领过了；码只显示一次，不重发，丢了请向组织测评的单位要一张纸条。")
    Drawing.objects.create(organisation=box.organisation, entered_by=by, box=box, person=person)
    code = fresh_code()
    _let_in(box, [code])
    return written(code)


def _let_in(box: Box, codes: Sequence[str]) -> None:
    """Store the digests in an order that is not the order of the slips."""
    shuffled = random.SystemRandom().sample(codes, len(codes))
    Token.objects.bulk_create(Token(id=random_key(), box=box, digest=digest_of(c)) for c in shuffled)


def _takes_codes(round: Round) -> None:
    if round.access == Access.LINK:
        raise Refused(f"“{round}”用公开链接，不发码；要一码一票，请另开一次凭码的测评。")
    if is_closed(round) or clock.today() > round.closes_on:
        raise Refused(f"“{round}”已经截止，不再发码。")


@action()
def rate_self(by: Any, subject: Subject, *, answers: Sequence[str]) -> SelfRating:
    """登记自评 — an organisation answers about itself, openly; its latest answer before the closing stands."""
    round = subject.round
    if Group.SELF not in round.groups:
        raise Refused("这次测评不要求自评。")
    if is_closed(round):
        raise Refused("已经开箱计票，自评不能再改。")
    if len(answers) != len(round.questions) or set(answers) - set(Grade.values):
        raise Refused("还有问题没有选等次，请每题选一个。")
    made, _ = SelfRating.objects.update_or_create(
        subject=subject,
        defaults={"organisation": subject.organisation, "entered_by": by, "answers": list(answers)},
    )
    return made


@action()
def close_round(by: Any, round: Round) -> Closing:
    """开箱计票 — open all boxes at once; unused codes end, and one entry tells of all ballots together.

    Refused before the last day is over, unless every code was used: whoever may still rate is not cut off.
    """
    boxes = list(Box.objects.select_for_update().filter(subject__round=round).order_by("pk"))
    if is_closed(round):
        raise Refused("已经开箱计票，不能再开。")
    left = codes_left(round)
    if clock.today() <= round.closes_on and (left or not codes_out(round)):
        raise Refused("还没有过截止日，还有码没有用；过了截止日再开箱。")
    issued = codes_out(round)
    Token.objects.filter(box__in=boxes).delete()
    papers = taken_out(boxes)
    closing = Closing.objects.create(
        organisation=round.organisation,
        entered_by=by,
        round=round,
        issued=issued,
        cast=len(papers),
        digest=digest_of_ballots(papers),
    )
    lay_open(papers)  # only now: the database takes no readable ballot of a round that is not closed
    transaction.on_commit(leave_no_history, robust=True)
    return closing
