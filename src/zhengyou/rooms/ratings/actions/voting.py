"""Rating: the one deed that leaves no entry of its own; ballots that arrive together are one deed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.actions.boxes import leave_no_history, put_in
from zhengyou.rooms.ratings.models import (
    Access,
    Box,
    Closing,
    Grade,
    Token,
    digest_of,
    read_code,
    receipt_written,
)
from zhengyou.rooms.ratings.queries import is_open

UNKNOWN = (
    "没有这个评议码，或者它已经用过、已经作废。一码只能评一次：刚才已经看到“已投进票箱”的，那张票算上了；"
    "没有投过的，再照着纸条核对一遍，还不行就向组织测评的单位换一张纸条。"
)


@dataclass(frozen=True)
class Paper:
    """一张票 — what somebody hands in: for which box, by which code (none by an open link), with which answers."""

    box: Box
    code: str
    answers: Sequence[str]


@action(
    sealed="an entry's number and moment in the trail would tell in which order, and so by whom, ballots were cast"
)
def cast_ballots(by: Any, papers: Sequence[Paper]) -> list[str | Refused]:
    """投票 — ballots into their boxes, a receipt for each or why it was not taken; a used code is gone in the same moment.

    Nothing else may be written here: no session, no message, no counter, no word about ``by``.
    """
    # One writer at a box at a time, else stirring would lose some; in one order, so that nobody waits in a ring.
    places = {p.box.pk for p in papers}
    list(Box.objects.select_for_update().filter(pk__in=places).order_by("pk"))
    wrong = _not_taken(papers)
    taken: dict[Box, list[int]] = defaultdict(list)
    for n, paper in enumerate(papers):
        if n not in wrong:
            taken[paper.box].append(n)
    found: list[str | Refused] = [wrong.get(n, "") for n in range(len(papers))]
    for box, numbers in taken.items():
        receipts = put_in(box, [papers[n].answers for n in numbers])
        for n, receipt in zip(numbers, receipts, strict=True):
            found[n] = receipt_written(receipt)
    transaction.on_commit(leave_no_history, robust=True)
    return found


def _not_taken(papers: Sequence[Paper]) -> dict[int, Refused]:
    """Why papers are not taken, by their number; the codes of the others are used up."""
    rounds = {p.box.subject.round_id for p in papers}
    closed = set(Closing.objects.filter(round__in=rounds).values_list("round_id", flat=True))
    digests = [digest_of(read_code(p.code) or "") for p in papers]
    good = dict(Token.objects.filter(digest__in=digests).values_list("digest", "box_id"))
    wrong, used = {}, []
    for n, (paper, digest) in enumerate(zip(papers, digests, strict=True)):
        if words := _senseless(paper, closed):
            wrong[n] = Refused(words)
        elif paper.box.subject.round.access == Access.LINK:
            continue
        elif good.get(digest) != paper.box.pk:
            wrong[n] = Refused(UNKNOWN)
        else:
            used.append(digest)
            del good[digest]  # twice in one heap is once too often
    Token.objects.filter(digest__in=used).delete()
    return wrong


def _senseless(paper: Paper, closed: set[int]) -> str:
    """What is wrong with a paper whatever its code."""
    round = paper.box.subject.round
    if not is_open(round):
        return f"“{round}”现在不收票。"
    if len(paper.answers) != len(round.questions) or set(paper.answers) - set(Grade.values):
        return "还有问题没有选等次，请每题选一个。"
    return f"“{round}”已经开箱计票，不再收票。" if round.pk in closed else ""


def cast_ballot(by: Any, box: Box, *, code: str, answers: Sequence[str]) -> str:
    """One ballot in a transaction of its own; its receipt, or ``Refused``."""
    (found,) = cast_ballots(by, [Paper(box, code, answers)])
    if isinstance(found, Refused):
        raise found
    return found
