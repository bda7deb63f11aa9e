"""Everything that can be done about passing from stage to stage."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Kind, Organisation
from zhengyou.core.rules import RULES
from zhengyou.rooms.campaigns.models import Campaign, Stage
from zhengyou.rooms.gates.models import Answer, Application, Decision, Gate, Inspection, LookBackItem
from zhengyou.rooms.gates.queries import (
    Passing,
    Place,
    asks_for_own_plan,
    is_asked,
    lacking_for_gate,
    passing_of,
)


@action()
def open_gate(
    by: Any, campaign: Campaign, *, stage: Stage, items: Sequence[Mapping[str, Any]], kind: str = Kind.BRANCH
) -> Gate:
    """开启转段关口 — lay down what every organisation of a kind looks back on before it leaves a stage.

    An item is ``{"words": …}`` for a question, with ``"requirement"`` where it ticks itself, or with
    ``"meeting": True`` for the transition meeting.
    """
    if stage.campaign_id != campaign.pk:
        raise Refused(f"“{stage}”不是“{campaign}”的阶段，请选这次活动的阶段。")
    if Gate.objects.filter(stage=stage, kind=kind).exists():
        raise Refused(f"“{stage}”的转段关口已经开启，不能再开一个。")
    if not items:
        raise Refused("回头看至少要有一项；没有要回头看的，就不必设关口。")
    gate = Gate.objects.create(
        organisation=campaign.organisation,
        entered_by=by,
        campaign=campaign,
        stage=stage,
        kind=kind,
        opened_on=clock.today(),
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


@action()
def answer_item(
    by: Any, organisation: Organisation, *, item: LookBackItem, yes: bool, words: str = ""
) -> Answer:
    """答复回头看 — say yes or no to what the system cannot know; a no says why, and hinders nobody."""
    if item.by != LookBackItem.By.ASKED:
        raise Refused(f"“{item.words}”由系统按事实打勾，不用回答；不对请到原处更正。")
    _may_go_on(organisation, item.gate)
    if not yes and not words.strip():
        raise Refused("答“否”请写一句原因或打算；如实写的“否”不妨碍申请，随申请交检查人员看。")
    return Answer.objects.create(
        organisation=organisation,
        entered_by=by,
        item=item,
        yes=yes,
        words=words.strip(),
        answered_on=clock.today(),
    )


@action()
def apply_for_gate(by: Any, organisation: Organisation, *, gate: Gate, words: str = "") -> Application:
    """申请转段 — ask to enter the next stage; refused, saying what, while something is lacking."""
    _may_go_on(organisation, gate)
    if clock.today() < gate.stage.starts_on:
        raise Refused(f"“{gate.stage}”{gate.stage.starts_on}才开始，不要急于转段。")
    if lacking := lacking_for_gate(organisation, gate):
        raise Refused(f"还不能申请转段，差{len(lacking)}项：{'；'.join(lacking)}。补齐后再申请，不限日期。")
    return Application.objects.create(
        organisation=organisation, entered_by=by, gate=gate, applied_on=clock.today(), words=words.strip()
    )


def _may_go_on(organisation: Organisation, gate: Gate) -> Passing:
    """Refuse what makes no sense: not asked, over, passed already, or in the hands of those above."""
    if not is_asked(organisation, gate):
        raise Refused(f"{organisation}不在“{gate}”的范围内，不用办理。")
    if clock.today() > gate.campaign.ends_on:
        raise Refused(f"“{gate.campaign}”已于{gate.campaign.ends_on}结束，不再办理转段。")
    passing = passing_of(organisation, gate)
    if passing.place is Place.PASSED:
        raise Refused(f"{organisation}已于{passing.since}批准转段，不用再办。")
    if not passing.may_apply:
        raise Refused(f"{organisation}的申请{passing.place.label}，正等上级办理，请等结果。")
    return passing


@action()
def inspect_application(
    by: Any,
    application: Application,
    *,
    sample: str,
    finding: str,
    holds: bool,
    inspected_on: date | None = None,
) -> Inspection:
    """检查转段 — record what was looked at by sample, what was found, and whether it holds."""
    _undecided(application)
    day = inspected_on or clock.today()
    if day > clock.today() or day < application.applied_on:
        raise Refused(f"检查日期应在申请之后（{application.applied_on}）、今天之前，请改正。")
    if not sample.strip() or not finding.strip():
        raise Refused("请写明抽查了什么、发现了什么；没有看过，就不算检查。")
    return Inspection.objects.create(
        organisation=application.organisation,
        entered_by=by,
        application=application,
        inspected_on=day,
        sample=sample.strip(),
        finding=finding.strip(),
        holds=holds,
    )


@action()
def decide_passage(
    by: Any,
    application: Application,
    *,
    how: str,
    words: str = "",
    to_make_up: str = "",
    due_on: date | None = None,
) -> Decision:
    """决定转段 — let an organisation pass, have it make something up, or have a sham stage redone."""
    _undecided(application)
    passing = passing_of(application.organisation, application.gate)
    if passing.inspection is None:
        raise Refused(f"{application.organisation}还没有检查过，不能决定；请先登记检查。")
    if how == Decision.How.PASS:
        _ready_to_pass(application, passing.inspection)
        to_make_up, due_on = "", None
    elif not to_make_up.strip() or due_on is None:
        raise Refused("补课或返工要写明补什么、补到何时，让支部知道怎么做。")
    elif due_on < clock.today():
        raise Refused("补课期限不能早于今天，请改日期。")
    return Decision.objects.create(
        organisation=application.organisation,
        entered_by=by,
        application=application,
        how=Decision.How(how),
        words=words.strip(),
        to_make_up=to_make_up.strip(),
        due_on=due_on,
        decided_on=clock.today(),
    )


def _undecided(application: Application) -> None:
    if Decision.objects.filter(application=application).exists():
        raise Refused(f"{application.organisation}的这份申请已有决定；补课后会有新的申请。")


def _ready_to_pass(application: Application, inspection: Inspection) -> None:
    if not inspection.holds:
        raise Refused(f"最近一次检查不合格：{inspection.finding}。请决定补课，或复查合格后再批准。")
    if lacking := lacking_for_gate(application.organisation, application.gate):
        raise Refused(f"现在还差{len(lacking)}项：{'；'.join(lacking)}。时间服从质量，补齐后再批准。")
