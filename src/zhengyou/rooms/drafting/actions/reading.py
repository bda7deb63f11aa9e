"""Taking in a notice: it is read once, and everything found is kept with its place."""

import re
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.rules import RULES
from zhengyou.core.trail import author
from zhengyou.packs.proposing import Proposal, propose
from zhengyou.reading.model import Draft
from zhengyou.rooms.campaigns.models import Campaign, Notice
from zhengyou.rooms.drafting.models import Line, Reading

OWN = {"kind", "text", "start", "end"}  # of an item, what a line has fields for or finds in the notice
NUMBER = re.compile(r"[^\s，。；：、（）“”]{1,16}[〔\[][12]\d{3}[〕\]]\d{1,4}号")
HEAD = 400  # characters in which a notice names its own number


@action()
def read_notice(
    by: Any, organisation: Organisation, *, draft: Draft, name: str, code: str, number: str = ""
) -> Reading:
    """读文件 — keep a notice and every item read in it, each with its place and what it would become."""
    _free(code)
    text = draft.notice.text
    proposals = propose(draft, known=RULES)
    if not proposals:
        raise Refused("这份文件里没有读出阶段、要求、标准或机制，请换一份写明要做什么的通知或方案。")
    entered = {"organisation": organisation, "entered_by": author(by)}
    number = number or _number_of(text)
    notice = Notice.objects.create(
        title=(draft.title or name)[:200],
        number=number[:60],
        dated_on=_day(draft.date),
        text=text,
        **entered,
    )
    reading = Reading.objects.create(
        notice=notice, code=code, name=name, number=number[:60], read_on=clock.today(), **entered
    )
    Line.objects.bulk_create(_line(reading, n, p) for n, p in enumerate(proposals, start=1))
    return reading


def _free(code: str) -> None:
    if Reading.objects.filter(code=code).exists() or Campaign.objects.filter(code=code).exists():
        raise Refused(f"代号“{code}”已有活动或读稿在用，请换一个。")


def _number_of(text: str) -> str:
    """文号 — as the head of the notice says it, or nothing."""
    found = NUMBER.search(text, 0, HEAD)
    return found.group() if found else ""


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _line(reading: Reading, number: int, proposal: Proposal) -> Line:
    item = proposal.item
    return Line(
        reading=reading,
        number=number,
        kind=item.kind,
        start=item.start,
        end=item.end,
        fields={key: value for key, value in asdict(item).items() if key not in OWN},
        becomes=proposal.becomes,
        entry=proposal.entry,
        confidence=round(Decimal(proposal.confidence.numerator) / proposal.confidence.denominator, 3),
        reason=proposal.reason,
        refused=proposal.refused,
    )
