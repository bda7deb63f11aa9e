"""From a pack or a read notice to a campaign that runs."""

from datetime import date
from typing import Any

from django.db.models import ProtectedError

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.packs import check
from zhengyou.rooms.campaigns.models import Campaign, Notice, Requirement, Stage
from zhengyou.rooms.campaigns.queries import unknown_in_pack


@action(hidden=("text",))
def draft_campaign(
    by: Any, organisation: Organisation, *, pack: dict[str, Any], title: str = "", text: str = "",
    notice: Notice | None = None, replace: bool = False,
) -> Campaign:  # fmt: skip
    """起草方案 — lay down a campaign with its stages and requirements; nobody below sees it yet.

    ``notice`` is one that was kept before, ``text`` the words of a new one. ``replace`` takes the place of one's
    own draft of the same code and keeps its notice; an issued campaign is never replaced.
    """
    if problems := check(pack) or unknown_in_pack(pack):
        raise Refused("方案还不能用：" + "；".join(problems))
    entered = {"organisation": organisation, "entered_by": author(by)}
    left = _give_way(organisation, pack["code"], replace)
    notice = notice or left
    if text:
        number = pack.get("number", "")
        notice = Notice.objects.create(title=title or pack["name"], text=text, number=number, **entered)
    campaign = Campaign.objects.create(
        code=pack["code"],
        name=pack["name"],
        theme=pack.get("theme", ""),
        number=pack.get("number", ""),
        notice=notice,
        starts_on=_day(pack["starts_on"]),
        ends_on=_day(pack["ends_on"]),
        pack=pack,
        **entered,
    )
    stages = Stage.objects.bulk_create(
        Stage(
            campaign=campaign,
            number=n,
            name=s["name"],
            starts_on=_day(s["starts_on"]),
            ends_on=_day(s["ends_on"]),
        )
        for n, s in enumerate(pack["stages"], 1)
    )
    Requirement.objects.bulk_create(
        _requirement(campaign, stages, asked, entered) for asked in pack.get("requirements", [])
    )
    return campaign


def _give_way(organisation: Organisation, code: str, replace: bool) -> Notice | None:
    """Take away the draft that a new one replaces; its notice stays. Refused while the code is in use."""
    held = Campaign.objects.filter(code=code).select_related("notice").first()
    if held is None:
        return None
    if not replace or held.issued_on or held.organisation_id != organisation.pk:
        raise Refused(f"代号“{code}”已有活动在用，请换一个。")
    try:
        held.requirements.all().delete()
        held.delete()
    except ProtectedError as used:
        raise Refused(f"草稿“{held}”已有转段关口或会议用着，不能重拟；请换一个代号。") from used
    return held.notice


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _requirement(
    campaign: Campaign, stages: list[Stage], asked: dict[str, Any], entered: dict[str, Any]
) -> Requirement:
    number = asked.get("stage")
    return Requirement(
        campaign=campaign,
        stage=stages[number - 1] if number else None,
        code=asked["code"],
        name=asked["name"],
        asks=asked["asks"],
        rule=asked["rule"],
        needs=asked.get("needs", {}),
        grain=asked["grain"],
        kinds=asked.get("kinds", ["branch"]),
        categories=asked.get("categories", []),
        due_on=_day(asked["due_on"]),
        quote=asked.get("quote", ""),
        **entered,
    )


@action()
def issue_campaign(by: Any, campaign: Campaign) -> Campaign:
    """印发方案 — let a campaign begin for every organisation below; refused while it contradicts itself."""
    if campaign.issued_on:
        raise Refused(f"“{campaign}”已于{campaign.issued_on:%Y-%m-%d}印发。")
    if not campaign.requirements.exists():
        raise Refused("方案里还没有一条可以检查的要求，请先采用或填写。")
    campaign.issued_on = clock.today()
    campaign.save(update_fields=["issued_on"])
    return campaign
