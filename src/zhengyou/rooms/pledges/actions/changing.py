"""Changing a promise openly: worded anew, put off, sent back, withdrawn."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.rooms.pledges.actions.promising import fit_for_all
from zhengyou.rooms.pledges.models import Change, Pledge, Return, Step
from zhengyou.rooms.pledges.queries import may_send_back, was_fulfilled


@action()
def change_pledge(
    by: Any,
    pledge: Pledge,
    *,
    why: str = "",
    what: str | None = None,
    how_seen: str | None = None,
    add_steps: Sequence[tuple[str, date]] = (),
) -> Pledge:
    """修改承诺 — change a draft freely, a published promise openly: what stood before stays beside it."""
    _still_stands(pledge)
    new = {"what": what, "how_seen": how_seen}
    changed = {k: fit_for_all(v) for k, v in new.items() if v is not None and v.strip() != getattr(pledge, k)}
    if not all(changed.values()):
        raise Refused("承诺什么、怎样算做到都不能改成空的；不做了就撤回，并说明原因。")
    if changed:
        before = "；".join(getattr(pledge, k) for k in changed)
        _keep_what_stood(by, pledge, before, why)
        for field, words in changed.items():
            setattr(pledge, field, words)
        pledge.save(update_fields=list(changed))
    pledge.returns.filter(settled_on=None).update(settled_on=clock.today())
    last = pledge.steps.order_by("-number").values_list("number", flat=True).first() or 0
    for n, (words, due_on) in enumerate(add_steps, start=last + 1):
        Step.objects.create(pledge=pledge, number=n, what=fit_for_all(words), due_on=due_on)
    return pledge


@action()
def change_step(
    by: Any, step: Step, *, why: str = "", what: str | None = None, due_on: date | None = None
) -> Step:
    """修改步骤 — change what a step says or its day, openly and before that day has come."""
    pledge = step.pledge
    _still_stands(pledge)
    if was_fulfilled(step):
        raise Refused("这一步已经登记做到，不能再改。")
    if pledge.published_on and step.due_on < clock.today():
        raise Refused("这一步已经过期，不能改期；请写一句做到哪一步，迟了也算数。")
    _keep_what_stood(by, pledge, f"{step.due_on.month}月{step.due_on.day}日{step.what}", why)
    step.what = fit_for_all(what) if what and what.strip() else step.what
    step.due_on = due_on or step.due_on
    step.save(update_fields=["what", "due_on"])
    return step


@action()
def withdraw_pledge(by: Any, pledge: Pledge, *, why: str) -> Pledge:
    """撤回承诺 — stop promising from today on, with a reason; steps already due stay due."""
    _still_stands(pledge)
    if not pledge.published_on:
        raise Refused("这项承诺还没有公开，不必撤回；不公开就是。")
    _keep_what_stood(by, pledge, pledge.what, why)
    pledge.withdrawn_on = clock.today()
    pledge.save(update_fields=["withdrawn_on"])
    return pledge


@action()
def return_pledge(by: Any, pledge: Pledge, *, why: str, words: str) -> Return:
    """退回承诺 — send a promise back with a remark: it repeats a duty, or nobody could check it."""
    _still_stands(pledge, letters=True)
    if not may_send_back(by, pledge):
        raise Refused("自己的承诺不用退回，直接改就是。")
    if why not in Return.Why.values:
        raise Refused("请选为什么退回：重复本职、没法检查，还是其他。")
    if not words.strip():
        raise Refused("请写一句怎样改才行，光退回人家不知道怎么改。")
    if pledge.kind == Pledge.Kind.LETTER and pledge.published_on:
        raise Refused("责任书双方都签了字，不能退回；要改另签一份。")
    if pledge.returns.filter(settled_on=None).exists():
        raise Refused("这项承诺已经退回，等着对方改。")
    return Return.objects.create(
        organisation=pledge.organisation,
        entered_by=by,
        pledge=pledge,
        why=why,
        words=fit_for_all(words),
        on_day=clock.today(),
    )


def _still_stands(pledge: Pledge, *, letters: bool = False) -> None:
    if pledge.kind == Pledge.Kind.LETTER and not letters:
        raise Refused("责任书由双方签字，哪一方都不能自己改或撤回；要改，另签一份。")
    if pledge.withdrawn_on:
        raise Refused("这项承诺已经撤回，不能再改；要做新的，请另写一项。")


def _keep_what_stood(by: Any, pledge: Pledge, before: str, why: str) -> None:
    """Keep the words that everybody could read until now; a draft nobody has read needs none."""
    if not pledge.published_on:
        return
    if not why.strip():
        raise Refused("改动已公开的承诺要写一句原因，原来的话会一直看得到。")
    Change.objects.create(
        organisation=pledge.organisation,
        entered_by=by,
        pledge=pledge,
        before=before[:300],
        why=fit_for_all(why),
        on_day=clock.today(),
    )
