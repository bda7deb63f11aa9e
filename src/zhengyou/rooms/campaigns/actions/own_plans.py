"""Plans of one's own where a programme asks for them: filed, then accepted or returned with remarks."""

from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign, FiledPlan, Plan, PlanAnswer
from zhengyou.rooms.campaigns.queries import own_plans_due, plan_filed, runs_for, still_runs


@action(hidden=("words",))
def file_plan(
    by: Any, organisation: Organisation, *, campaign: Campaign, theme: str, words: str
) -> FiledPlan:
    """提交方案 — hand a plan of one's own in, where the programme asks for one; nobody else is asked for a paper."""
    runs_for(organisation, campaign)
    if own_plans_due(campaign) is None:
        raise Refused("这项活动不要各单位另写方案，照此执行就行；要结合实际，改主题和日期即可。")
    if not theme.strip() or not words.strip():
        raise Refused("请写明主题和方案的内容。")
    held = plan_filed(campaign, organisation)
    if held and not hasattr(held, "answer"):
        raise Refused(f"方案已于{held.filed_on:%Y-%m-%d}报备，还没有答复。")
    if held and held.answer.accepted:
        raise Refused(f"方案已于{held.answer.answered_on:%Y-%m-%d}同意，照它办就行。")
    return FiledPlan.objects.create(
        organisation=organisation,
        campaign=campaign,
        theme=theme.strip(),
        words=words.strip(),
        filed_on=clock.today(),
        entered_by=author(by),
    )


@action()
def answer_plan(by: Any, filed: FiledPlan, *, accepted: bool, words: str = "") -> PlanAnswer:
    """答复方案 — accept a plan, which then stands, or return it with what is to be mended."""
    still_runs(filed.campaign)
    if hasattr(filed, "answer"):
        raise Refused("这份方案已经答复过；退回的，等下级改好再报备。")
    if not accepted and not words.strip():
        raise Refused("退回要写明改哪里，下级才好改。")
    answer = PlanAnswer.objects.create(
        filed=filed,
        organisation=filed.organisation,
        accepted=accepted,
        words=words.strip(),
        answered_on=clock.today(),
        entered_by=author(by),
    )
    if accepted:
        Plan.objects.filter(campaign=filed.campaign, organisation=filed.organisation).delete()
        Plan.objects.create(
            organisation=filed.organisation,
            campaign=filed.campaign,
            how=Plan.How.ADAPTED,
            theme=filed.theme,
            adopted_on=filed.filed_on,
            entered_by=filed.entered_by,
        )
    return answer
