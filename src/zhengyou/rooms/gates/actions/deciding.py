"""The decision: let pass, make up until it holds, or redo."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.gates.actions.inspecting import undecided
from zhengyou.rooms.gates.models import Application, Decision, Inspection
from zhengyou.rooms.gates.queries import lacking_for_gate, passing_of


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
    undecided(application)
    passing = passing_of(application.organisation, application.gate)
    if passing.inspection is None and application.gate.inspection:
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
        entered_by=author(by),
        application=application,
        how=Decision.How(how),
        words=words.strip(),
        to_make_up=to_make_up.strip(),
        due_on=due_on,
        decided_on=clock.today(),
    )


def _ready_to_pass(application: Application, inspection: Inspection | None) -> None:
    if inspection is not None and not inspection.holds:
        raise Refused(f"最近一次检查不合格：{inspection.finding}。请决定补课，或复查合格后再批准。")
    if lacking := lacking_for_gate(application.organisation, application.gate):
        raise Refused(f"现在还差{len(lacking)}项：{'；'.join(lacking)}。时间服从质量，补齐后再批准。")
