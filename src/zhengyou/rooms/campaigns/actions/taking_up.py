"""How organisations below take a campaign up: as it stands by default, more if they like, never less."""

from datetime import date
from fractions import Fraction
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign, Plan, PlanStage, Requirement, Stage
from zhengyou.rooms.campaigns.queries import own_plans_due, runs_for, stated_above, unknown_in_requirement

Days = dict[Stage, tuple[date, date]]


def _one_click(organisation: Organisation, campaign: Campaign) -> None:
    """Refuse where the campaign does not run, or where its programme expressly asks for a plan instead."""
    runs_for(organisation, campaign)
    if (due := own_plans_due(campaign)) and organisation != campaign.organisation:
        raise Refused(f"这项活动要各单位报备自己的方案，{due:%Y-%m-%d}以前在“本单位方案”里报备。")


@action()
def adopt_plan(by: Any, organisation: Organisation, *, campaign: Campaign) -> Plan:
    """照此执行 — take the campaign up as it stands, without a paper of one's own."""
    _one_click(organisation, campaign)
    held = Plan.objects.filter(campaign=campaign, organisation=organisation).first()
    if held:
        raise Refused(f"本组织已于{held.adopted_on:%Y-%m-%d}定为“{held.get_how_display()}”。")
    return _planned(by, organisation, campaign, Plan.How.AS_IT_STANDS, "")


@action()
def adapt_plan(
    by: Any, organisation: Organisation, *, campaign: Campaign, theme: str, days: Days | None = None
) -> Plan:
    """结合实际调整 — a theme of one's own, perhaps days inside a stage; requirements may be added, not lowered."""
    _one_click(organisation, campaign)
    if not theme.strip():
        raise Refused("请写明本单位的主题；没有要调整的，照此执行即可。")
    for stage, (first, last) in (days or {}).items():
        if stage.campaign_id != campaign.pk or not stage.starts_on <= first <= last <= stage.ends_on:
            raise Refused(
                f"“{stage}”的日期应在{stage.starts_on:%Y-%m-%d}到{stage.ends_on:%Y-%m-%d}之间，先后不颠倒。"
            )
    Plan.objects.filter(campaign=campaign, organisation=organisation).delete()
    plan = _planned(by, organisation, campaign, Plan.How.ADAPTED, theme.strip())
    PlanStage.objects.bulk_create(
        PlanStage(plan=plan, stage=stage, starts_on=first, ends_on=last)
        for stage, (first, last) in (days or {}).items()
    )
    return plan


def _planned(by: Any, organisation: Organisation, campaign: Campaign, how: str, theme: str) -> Plan:
    return Plan.objects.create(
        organisation=organisation,
        campaign=campaign,
        how=how,
        theme=theme,
        adopted_on=clock.today(),
        entered_by=author(by),
    )


@action()
def add_requirement(
    by: Any, organisation: Organisation, *, campaign: Campaign, name: str, asks: str, rule: str, needs: dict[str, str],
    grain: str, due_on: date,
) -> Requirement:  # fmt: skip
    """增加要求 — ask more of one's own organisation and those below; what stands above cannot be lowered."""
    runs_for(organisation, campaign)
    if problems := unknown_in_requirement({"name": name, "rule": rule, "needs": needs, "grain": grain}):
        raise Refused("；".join(problems))
    for held in stated_above(organisation, campaign, rule):
        for measure, number in held.needs.items():
            if measure in needs and Fraction(needs[measure]) < Fraction(number):
                raise Refused(f"上级“{held.name}”要求{number}，本级不能低于它；现为{needs[measure]}。")
    if not campaign.starts_on <= due_on <= campaign.ends_on:
        raise Refused(f"截止日应在{campaign.starts_on:%Y-%m-%d}到{campaign.ends_on:%Y-%m-%d}之间。")
    return Requirement.objects.create(
        organisation=organisation, campaign=campaign, code=f"own_{organisation.pk}_{rule}", name=name, asks=asks, rule=rule,
        needs=needs, grain=grain, kinds=["branch"], due_on=due_on, entered_by=author(by),
    )  # fmt: skip
