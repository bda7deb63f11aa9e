"""Letting the public vote by token on those who are nominated: one word more for whoever decides."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.honours.models import HonourBatch, HonourKind, PublicVote
from zhengyou.rooms.honours.queries import all_nominated, to_be_voted_on, vote_of
from zhengyou.rooms.ratings.actions import open_round


@action()
def hold_public_vote(
    by: Any,
    batch: HonourBatch,
    *,
    closes_on: date,
    questions: Sequence[str] = (),
    campaign: Campaign | None = None,
) -> PublicVote:
    """开展群众评选 — ask the public by token about each organisation nominated; the votes are beside the decision, never it.

    It is held as a rating by code: slips for each of them, one code one ballot, nobody's name, counted at once.
    """
    HonourBatch.objects.select_for_update().get(pk=batch.pk)
    kind = batch.kind
    if kind.holder == HonourKind.Holder.PERSON:
        raise Refused("个人不拿票数比高低；群众对个人有意见，公示时提，件件查核。群众评选只对单位。")
    within = kind.campaign or campaign
    if within is None:
        raise Refused("眼下没有印发的活动，群众评选要随活动开展。")
    if vote_of(batch) is not None:
        raise Refused(f"“{batch}”已经开过群众评选，一批只开一次。")
    nominated = to_be_voted_on(all_nominated(batch))
    if not nominated:
        raise Refused("还没有可以评选的：各级同意上报、还没有决定的，才请群众评。")
    round = open_round(
        by,
        batch.organisation,
        campaign=within,
        name=f"{batch}群众评选"[:60],
        opens_on=clock.today(),
        closes_on=closes_on,
        questions=list(questions) or ["它做得怎么样"],
        groups=["public"],
        subjects=[n.home for n in nominated],
        access="code",
    )
    return PublicVote.objects.create(
        organisation=batch.organisation, entered_by=author(by), batch=batch, round=round
    )
