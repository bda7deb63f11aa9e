"""Opening a gate: what is looked back on, who has to be at the meeting, what has to be done."""

from collections.abc import Mapping, Sequence
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Kind
from zhengyou.core.rules import RULES
from zhengyou.rooms.campaigns.models import Campaign, Stage
from zhengyou.rooms.campaigns.queries import still_runs
from zhengyou.rooms.gates.models import Gate, LookBackItem, Party
from zhengyou.rooms.gates.queries import asks_for_own_plan


@action()
def open_gate(
    by: Any,
    campaign: Campaign,
    *,
    stage: Stage,
    items: Sequence[Mapping[str, Any]],
    kind: str = Kind.BRANCH,
    present: Sequence[str] = (Party.SUPERVISION_GROUP,),
    application: bool = True,
    inspection: bool = True,
) -> Gate:
    """开启转段关口 — lay down what every organisation of a kind looks back on before it leaves a stage.

    An item is ``{"words": …}`` for a question, with ``"requirement"`` where it ticks itself, or with
    ``"meeting": True`` for the transition meeting, at which those named by ``present`` have to be.
    """
    still_runs(campaign)
    if stage.campaign_id != campaign.pk:
        raise Refused(f"“{stage}”不是“{campaign}”的阶段，请选这次活动的阶段。")
    if Gate.objects.filter(stage=stage, kind=kind).exists():
        raise Refused(f"“{stage}”的转段关口已经开启，不能再开一个。")
    if not items:
        raise Refused("回头看至少要有一项；没有要回头看的，就不必设关口。")
    if unknown := [party for party in present if party not in Party.values]:
        raise Refused(f"不认得到会的{'、'.join(unknown)}；可以写{'、'.join(Party.values)}。")
    if inspection and not application:
        raise Refused("没有申请就没有可检查的：请也要求申请，或不要求检查。")
    gate = Gate.objects.create(
        organisation=campaign.organisation,
        entered_by=by,
        campaign=campaign,
        stage=stage,
        kind=kind,
        opened_on=clock.today(),
        present=list(present),
        application=application,
        inspection=inspection,
    )
    LookBackItem.objects.bulk_create(_item(gate, n, i) for n, i in enumerate(items, start=1))
    return gate


def _item(gate: Gate, number: int, given: Mapping[str, Any]) -> LookBackItem:
    requirement = given.get("requirement")
    words = str(given.get("words") or requirement or "").strip()
    if not words and not given.get("meeting"):
        raise Refused(f"回头看第{number}项没有写内容，请写上或删去。")
    if requirement is None:
        by = LookBackItem.By.MEETING if given.get("meeting") else LookBackItem.By.ASKED
        return LookBackItem(gate=gate, number=number, words=words or str(by.label), by=by)
    if requirement.campaign_id != gate.campaign_id:
        raise Refused(f"“{requirement}”不是这次活动的要求，请选这次活动的要求。")
    if requirement.rule not in RULES:
        raise Refused(
            f"要求“{requirement}”所用的规则“{requirement.rule}”不存在，不能自动打勾；请先改正要求。"
        )
    if asks_for_own_plan(requirement):
        raise Refused(
            f"“{requirement}”要本单位另定方案，转段不得以此为条件：照此执行就是有效的方案。请去掉这一项。"
        )
    by = LookBackItem.By.REQUIREMENT
    return LookBackItem(gate=gate, number=number, words=words, by=by, requirement=requirement)
