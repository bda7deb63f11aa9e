"""What becomes of a campaign that runs: a requirement changed or withdrawn from a day on, never for days before."""

from datetime import date
from fractions import Fraction
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Amendment, Campaign, Closing, Requirement
from zhengyou.rooms.campaigns.queries import stated_above, still_runs, unknown_in_requirement


@action()
def amend_requirement(
    by: Any, requirement: Requirement, *, effective_on: date, words: str, due_on: date | None = None,
    needs: dict[str, str] | None = None, asks: str = "",
) -> Amendment:  # fmt: skip
    """变更要求 — move the day or the numbers of a requirement from a day on; figures of the days before stay."""
    now = _stands(requirement, effective_on, words)
    due_on, needs = due_on or now.due_on, needs or now.needs
    if (due_on, needs) == (now.due_on, now.needs):
        raise Refused("截止日和要求数都没有变，没有可以变更的。")
    if needs != now.needs and not asks.strip():
        raise Refused("要求数变了，请把要求的说法也改好，下面的人看的是这句话。")
    given = {"name": requirement.name, "rule": requirement.rule, "needs": needs, "grain": requirement.grain}
    if problems := unknown_in_requirement(given):
        raise Refused("；".join(problems))
    if not max(effective_on, requirement.campaign.starts_on) <= due_on <= requirement.campaign.ends_on:
        raise Refused(f"截止日应在{effective_on:%Y-%m-%d}到{requirement.campaign.ends_on:%Y-%m-%d}之间。")
    _not_below(requirement, needs)
    return _from(
        by, requirement, effective_on, words, needs=needs, due_on=due_on, asks=asks.strip() or now.asks
    )


@action()
def withdraw_requirement(by: Any, requirement: Requirement, *, effective_on: date, words: str) -> Amendment:
    """撤回要求 — from a day on a requirement is asked of nobody; what it was before stays told."""
    now = _stands(requirement, effective_on, words)
    theirs = requirement.campaign.requirements.filter(organisation=requirement.campaign.organisation)
    if set(theirs.values_list("pk", flat=True)) == {requirement.pk}:
        raise Refused("这是活动里唯一的一条要求，撤回就没有可做的了；要停止，请改活动的做法。")
    told = {"needs": now.needs, "due_on": now.due_on, "asks": now.asks, "withdrawn": True}
    return _from(by, requirement, effective_on, words, **told)


def _stands(requirement: Requirement, effective_on: date, words: str) -> Requirement:
    """How it stands on the day; refused where it cannot be changed from then."""
    campaign = requirement.campaign
    still_runs(campaign)
    if campaign.issued_on is None:
        raise Refused("活动还没有印发，直接改草稿就行。")
    if not words.strip():
        raise Refused("请写明为什么改，下面的人会看到这句话。")
    if not clock.today() <= effective_on <= campaign.ends_on:
        raise Refused(f"生效日应在今天到{campaign.ends_on:%Y-%m-%d}之间：以前的数据不改。")
    if requirement.amendments.filter(effective_on__gte=effective_on).exists():
        raise Refused(f"{effective_on:%Y-%m-%d}起已有一次变更，请改从更晚的一天起。")
    now = requirement.as_of(effective_on)
    if now.withdrawn:
        raise Refused(f"“{requirement}”已经撤回。")
    return now


def _not_below(requirement: Requirement, needs: dict[str, str]) -> None:
    """An organisation's own requirement may not be lowered below what stands above it."""
    for held in stated_above(requirement.organisation, requirement.campaign, requirement.rule):
        if held.pk == requirement.pk or held.organisation_id == requirement.organisation_id:
            continue
        for measure, number in held.needs.items():
            if measure in needs and Fraction(needs[measure]) < Fraction(number):
                raise Refused(f"上级“{held.name}”要求{number}，本级不能低于它；现为{needs[measure]}。")


def _from(by: Any, requirement: Requirement, effective_on: date, words: str, **stands: Any) -> Amendment:
    return Amendment.objects.create(
        requirement=requirement,
        organisation=requirement.organisation,
        effective_on=effective_on,
        words=words.strip(),
        entered_by=author(by),
        **stands,
    )


@action()
def close_campaign(by: Any, campaign: Campaign, *, words: str) -> Closing:
    """总结活动 — sum a campaign up once, after its last day, in the words of those who led it."""
    if not campaign.over:
        raise Refused(f"活动到{campaign.ends_on:%Y-%m-%d}才结束，结束以后再总结。")
    if Closing.objects.filter(campaign=campaign).exists():
        raise Refused("这项活动已经总结过，只供查阅。")
    if len(words.strip()) < 10:
        raise Refused("请写几句总结：做成了什么，没做成什么，留下什么做法。")
    return Closing.objects.create(
        campaign=campaign,
        organisation=campaign.organisation,
        closed_on=clock.today(),
        words=words.strip(),
        entered_by=author(by),
    )
