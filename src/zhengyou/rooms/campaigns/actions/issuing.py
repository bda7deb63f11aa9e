"""From a pack or a read notice to a campaign that runs."""

from datetime import date
from typing import Any

from django.db.models import ProtectedError

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.packs import check, requirements_apart, settle
from zhengyou.rooms.campaigns.models import Approval, Campaign, Notice, Requirement, Stage
from zhengyou.rooms.campaigns.queries import approval_of, preview_of, unknown_in_pack


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
    pack = settle(pack)
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
        _requirement(campaign, stages, asked, entered) for asked in requirements_apart(pack)
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
        posts=asked.get("posts", []),
        counts_from=stages[number - 1].starts_on if number and asked.get("window") == "stage" else None,
        due_on=_day(asked["due_on"]),
        late_days=asked.get("late_days", 0),
        quote=asked.get("quote", ""),
        **entered,
    )


@action()
def issue_campaign(by: Any, campaign: Campaign, *, to: Organisation | None = None) -> Campaign:
    """印发方案 — let a campaign begin for every organisation below, or for one part of the tree.

    Refused while it contradicts itself, while it asks what is already known, and while it costs more than the
    budget, or asks what another campaign asks, without a leader's approval.
    """
    if campaign.issued_on:
        raise Refused(f"“{campaign}”已于{campaign.issued_on:%Y-%m-%d}印发。")
    if to and not to.path.startswith(campaign.organisation.path):
        raise Refused(f"{to}不在{campaign.organisation}所辖之内，不能发到那里。")
    shown = preview_of(campaign, Live(), to)
    if shown.wrong:
        raise Refused("方案还不能印发：" + "".join(shown.wrong))
    if shown.waits_for(approval_of(campaign)):
        raise Refused(f"{shown.why_approval}。请减下来，或请领导在“印发前看一看”里批准后再印发。")
    if to and to != campaign.organisation:
        campaign.requirements.update(organisation=to)
        campaign.organisation = to
    campaign.issued_on = clock.today()
    campaign.save(update_fields=["issued_on", "organisation"])
    return campaign


@action()
def approve_burden(by: Any, campaign: Campaign, *, minutes: int, words: str) -> Approval:
    """批准超负担 — a leader lets a draft ask up to so many minutes a month, by name and with a reason."""
    if campaign.issued_on:
        raise Refused(f"“{campaign}”已经印发，不用再批准。")
    if not words.strip():
        raise Refused("请写明为什么值得基层多花这些时间。")
    Approval.objects.filter(campaign=campaign).delete()
    return Approval.objects.create(
        campaign=campaign,
        organisation=campaign.organisation,
        minutes=minutes,
        words=words.strip(),
        approved_on=clock.today(),
        entered_by=author(by),
    )
