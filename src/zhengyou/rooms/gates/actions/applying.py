"""Before a gate: answers to the look-back, and the application."""

from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.gates.models import Answer, Application, Gate, LookBackItem
from zhengyou.rooms.gates.queries import Passing, Place, is_asked, lacking_for_gate, passing_of


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
    if not gate.application:
        raise Refused(f"“{gate}”不用申请：各项具备后由上级办公室提出并决定。")
    return _laid_before(by, organisation, gate, words)


@action()
def put_forward(by: Any, organisation: Organisation, *, gate: Gate, words: str = "") -> Application:
    """提出转段 — where no application is asked for, the office above puts an organisation forward itself."""
    if gate.application:
        raise Refused(f"“{gate}”要由{organisation}自己申请，不能代它提出。")
    return _laid_before(by, organisation, gate, words)


def _laid_before(by: Any, organisation: Organisation, gate: Gate, words: str) -> Application:
    _may_go_on(organisation, gate)
    if clock.today() < gate.stage.starts_on:
        raise Refused(f"“{gate.stage}”{gate.stage.starts_on}才开始，不要急于转段。")
    if lacking := lacking_for_gate(organisation, gate):
        raise Refused(f"还不能申请转段，差{len(lacking)}项：{'；'.join(lacking)}。补齐后再申请，不限日期。")
    return Application.objects.create(
        organisation=organisation,
        entered_by=author(by),
        gate=gate,
        applied_on=clock.today(),
        words=words.strip(),
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
