"""Rating with a code: the one deed that leaves no entry of its own."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.actions.boxes import leave_no_history, put_in
from zhengyou.rooms.ratings.models import Box, Grade, Token, digest_of, read_code
from zhengyou.rooms.ratings.queries import is_closed, is_open

UNKNOWN = "没有这个评议码，或者它已经用过、已经作废。一码只能评一次；码是照着纸条输的话，请再核对一遍。"


@action(
    sealed="an entry's number and moment in the trail would tell in which order, and so by whom, ballots were cast"
)
def cast_ballot(by: Any, box: Box, *, code: str, answers: Sequence[str]) -> None:
    """投票 — rate with a code, once; the code is gone in the same moment and nothing says whose ballot it was.

    Nothing else may be written here: no session, no message, no counter, no word about ``by``.
    """
    round = box.subject.round
    if not is_open(round):
        raise Refused(f"“{round}”现在不收票。")
    if len(answers) != len(round.questions) or set(answers) - set(Grade.values):
        raise Refused("还有问题没有选等次，请每题选一个。")
    Box.objects.select_for_update().get(pk=box.pk)  # one ballot at a time, else stirring would lose some
    if is_closed(round):
        raise Refused(f"“{round}”已经开箱计票，不再收票。")
    read = read_code(code)
    used, _ = Token.objects.filter(box=box, digest=digest_of(read or "")).delete()
    if not used:
        raise Refused(UNKNOWN)
    put_in(box, answers)
    transaction.on_commit(leave_no_history, robust=True)
