"""Making a promise, in public; changing it openly."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import require
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import still_runs
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.pledges.models import Change, Pledge, Step
from zhengyou.rooms.pledges.queries import was_fulfilled

# Identity and telephone numbers never leave the office side, and a promise is read by everybody.
PRIVATE_NUMBER = re.compile(r"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")


@action()
def draft_pledge(
    by: Any,
    organisation: Organisation,
    *,
    campaign: Campaign,
    what: str,
    how_seen: str = "",
    steps: Sequence[tuple[str, date]] = (),
    person: Person | None = None,
    shown_by_name: bool = False,
) -> Pledge:
    """拟定承诺 — write a promise down, one's own or, from paper, that of a member or of the organisation."""
    still_runs(campaign)
    if person is None or person.pk != getattr(by, "person_id", None):
        require(by, "pledge_for_others", organisation)
    if person is not None and not members_of(organisation).filter(pk=person.pk).exists():
        raise Refused(f"{person}不是{organisation.short_name}的党员，请到其所在组织登记。")
    if not what.strip():
        raise Refused("还没有写承诺什么。")
    pledge = Pledge.objects.create(
        organisation=organisation,
        entered_by=by,
        campaign=campaign,
        person=person,
        what=fit_for_all(what),
        how_seen=fit_for_all(how_seen),
        drafted_on=clock.today(),
        shown_by_name=shown_by_name and person is not None,
    )
    Step.objects.bulk_create(
        Step(pledge=pledge, number=n, what=fit_for_all(words), due_on=due_on)
        for n, (words, due_on) in enumerate(steps, start=1)
    )
    return pledge


def fit_for_all(words: str) -> str:
    """Words that everybody will read: trimmed, and without anybody's identity or telephone number."""
    if PRIVATE_NUMBER.search(words):
        raise Refused("承诺向群众公开，不能写身份证号和手机号码，请删去号码。")
    return words.strip()


@action()
def publish_pledge(by: Any, pledge: Pledge) -> Pledge:
    """公布承诺 — let everybody read a promise, once it says by when and how one will see that it was kept."""
    if pledge.published_on:
        raise Refused("这项承诺已经公开，不必再公开。")
    if not pledge.how_seen:
        raise Refused("还没有写“怎样算做到”：说不清怎样算做到的承诺没法检查，请写上再公开。")
    if not pledge.steps.exists():
        raise Refused("还没有带日期的步骤：至少写一步做什么、哪天前做到，再公开。")
    pledge.published_on = clock.today()
    pledge.save(update_fields=["published_on"])
    return pledge


@action()
def show_name(by: Any, pledge: Pledge, *, shown: bool) -> Pledge:
    """公开姓名 — a member consents to stand by name on the public page, or takes the consent back."""
    if pledge.person_id is None:
        raise Refused("这是组织的承诺，公开的是组织的名称。")
    pledge.shown_by_name = shown
    pledge.save(update_fields=["shown_by_name"])
    return pledge


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


def _still_stands(pledge: Pledge) -> None:
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
