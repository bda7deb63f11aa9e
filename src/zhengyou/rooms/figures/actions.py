"""Everything that can be done about figures; none of it changes one."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.rooms.figures.models import Clearing, Doubt


@action()
def doubt_figure(
    by: Any,
    organisation: Organisation,
    *,
    measure: str,
    until: date,
    shown: str,
    words: str,
    since: date | None = None,
) -> Doubt:
    """提出数据存疑 — say that a figure is wrong and why; it goes to those who enter its facts."""
    if measure not in MEASURES:
        raise Refused(f"没有指标{measure}。")
    if not words.strip():
        raise Refused("请写明哪里不对，最好写出正确的数和凭据。")
    return Doubt.objects.create(
        organisation=organisation,
        entered_by=by,
        measure=measure,
        since=since,
        until=until,
        shown=shown[:40],
        words=words.strip(),
        on_day=clock.today(),
    )


@action()
def clear_doubt(by: Any, doubt: Doubt, *, holds: bool, words: str) -> Clearing:
    """核实数据存疑 — say what was found; what was wrong is put right at the fact, by its own deed."""
    if Clearing.objects.filter(doubt=doubt).exists():
        raise Refused("这条已经核实过；仍有不同意见，请另提一条。")
    if not words.strip():
        raise Refused("请写明查了哪些记录、结论是什么。")
    return Clearing.objects.create(
        organisation=doubt.organisation,
        entered_by=by,
        doubt=doubt,
        holds=holds,
        words=words.strip(),
        on_day=clock.today(),
    )
