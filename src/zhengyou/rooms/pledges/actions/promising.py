"""Making a promise, in public."""

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
from zhengyou.rooms.pledges.models import Pledge, Step
from zhengyou.rooms.pledges.queries import promisers

# Identity and telephone numbers never leave the office side, and a promise is read by everybody.
PRIVATE_NUMBER = re.compile(r"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")


@action()
def draft_pledge(
    by: Any,
    organisation: Organisation,
    /,
    *,
    campaign: Campaign,
    what: str,
    how_seen: str = "",
    steps: Sequence[tuple[str, date]] = (),
    person: Person | None = None,
    shown_by_name: bool = False,
    **origin: Any,
) -> Pledge:
    """拟定承诺 — write a promise down, one's own or, from paper, that of a member or of the organisation.

    ``origin`` tells what it is and what it comes from: ``kind`` (a promise, a good deed), ``cost``, the duty ``post``
    to which it is tied, the ``requirement`` and the ``wishes`` that it takes up.
    """
    still_runs(campaign)
    if person is None or person.pk != getattr(by, "person_id", None):
        require(by, "pledge_for_others", organisation)
    if person is not None and not promisers(organisation).filter(pk=person.pk).exists():
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
        **_fitting(organisation, campaign, person, origin),
    )
    pledge.wishes.set(_at(organisation, origin.get("wishes") or ()))
    write_steps(pledge, steps)
    return pledge


def write_steps(pledge: Pledge, steps: Sequence[tuple[str, date]]) -> None:
    """Number the dated steps of a promise."""
    Step.objects.bulk_create(
        Step(pledge=pledge, number=n, what=fit_for_all(words), due_on=due_on)
        for n, (words, due_on) in enumerate(steps, start=1)
    )


def _fitting(
    organisation: Organisation, campaign: Campaign, person: Person | None, origin: dict[str, Any]
) -> dict[str, Any]:
    """What a promise is tied to, looked at: it must belong where the promise is made."""
    kind = origin.get("kind") or Pledge.Kind.PLEDGE
    post, requirement = origin.get("post"), origin.get("requirement")
    if kind not in (Pledge.Kind.PLEDGE, Pledge.Kind.DEED):
        raise Refused("这里只写承诺和实事好事；责任书由两级单位另外签。")
    if kind == Pledge.Kind.DEED and person is not None:
        raise Refused("实事好事清单是组织的；个人做的写成承诺。")
    if post is not None and (post.organisation != organisation or person is None):
        raise Refused("岗位承诺由本组织认领这个岗位的党员来写，请先选人，再选本组织的岗位。")
    if requirement is not None and requirement.campaign_id != campaign.pk:
        raise Refused("选的要求不属于这项活动，请重选。")
    return {"kind": kind, "post": post, "requirement": requirement, "cost": origin.get("cost")}


def _at(organisation: Organisation, wishes: Any) -> list[Any]:
    found = list(wishes)
    if any(w.organisation_id != organisation.pk for w in found):
        raise Refused("选的心愿不是向本组织提的，请重选。")
    return found


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
    if pledge.kind == Pledge.Kind.LETTER:
        raise Refused("责任书由两级单位都签了字才公开，请到“责任书”里签字。")
    if pledge.returns.filter(settled_on=None).exists():
        raise Refused("这项承诺被退回了，先照退回的话改，再公开。")
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
