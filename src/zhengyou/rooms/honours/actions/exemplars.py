"""Holding somebody up to learn from, and no longer."""

from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.honours.models import Exemplar, Honour
from zhengyou.rooms.honours.queries import Standing, deeds_of, has_consented, standing_of


@action()
def name_exemplar(by: Any, honour: Honour, *, words: str) -> Exemplar:
    """树立典型 — hold up the holder of a valid honour, who has facts to show for it."""
    if standing_of(honour) is not Standing.VALID:
        raise Refused("荣誉已经到期或撤销，不能树为典型。")
    if not has_consented(honour.nomination):
        raise Refused(f"{honour.nomination.who}没有同意公开姓名，不能树为典型。")
    if Exemplar.objects.filter(honour=honour).exists():
        raise Refused(f"{honour.nomination.who}已经是典型，或曾经是。")
    if not words.strip():
        raise Refused("请写要向它学什么。")
    if not deeds_of(honour.nomination):
        raise Refused("系统里还没有它做到的事（承诺、补课、整改），典型要有事实；先把做到的事登记好。")
    return Exemplar.objects.create(
        organisation=honour.organisation,
        entered_by=author(by),
        honour=honour,
        words=words.strip(),
        since=clock.today(),
    )


@action()
def end_exemplar(by: Any, exemplar: Exemplar) -> Exemplar:
    """不再作为典型 — from today on; the honour stays."""
    if exemplar.until is not None:
        raise Refused("已经不再作为典型。")
    exemplar.until = clock.today()
    exemplar.save(update_fields=["until"])
    return exemplar
