"""From an item to a proposal: a stage, a requirement on a measure, a task, a criterion, a mechanism or a figure."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from zhengyou.packs.proposing.criteria import criterion
from zhengyou.packs.proposing.frame import Frame, holds_another, window
from zhengyou.packs.proposing.grounds import proposal
from zhengyou.packs.proposing.model import Proposal
from zhengyou.packs.proposing.requirements import requirement
from zhengyou.packs.proposing.tasks import task
from zhengyou.packs.proposing.words.serving import served_by
from zhengyou.packs.refusals import refusal_of, refusal_of_points
from zhengyou.reading import refused_by_limits
from zhengyou.reading.model import Draft, Item, Notice
from zhengyou.reading.script import plain

NAMED = re.compile(r"[“”《》‚‛「」『』\"]|(?:制度?|办法|工程|活动|工作法|热线|联席会议?|机制|行动|项目|卡)$")
SPEAKS_OF_IT = re.compile("每[篇份]")
WHOLE = "整个活动"
UNASKED = re.compile(r"^(?:不(?:再)?要求|不需要?|无需|不必)")


def propose(draft: Draft, known: Collection[str] | None = None) -> list[Proposal]:
    """提议 — one proposal for each item, in the order of the text.

    ``known`` names the rules of an installation; without it every rule of the table is taken to be there.
    """
    frame = Frame.of(draft)
    beside = Counter(item.parent[:-1] for item in draft.of("criterion"))
    beside.update(item.parent for item in draft.of("criterion"))
    return [
        _proposal(
            item, frame, known, beside[item.parent[:-1]] + beside[item.parent] > 2, _said(item, draft.notice)
        )
        for item in sorted(draft.items, key=lambda i: (i.start, i.end))
    ]


def _said(item: Item, notice: Notice) -> str:
    """What the sentence says before an item that speaks of it."""
    return (
        re.split("[。；;\n]", notice.text[: item.start])[-1] if SPEAKS_OF_IT.match(plain(item.text)) else ""
    )


def _proposal(item: Item, frame: Frame, known: Collection[str] | None, listed: bool, said: str) -> Proposal:
    if told := refused(item):
        return replace(proposal(item, "nothing", {}, {"refused": told.removesuffix("。")}), refused=told)
    if item.kind == "stage":
        return _stage(item, frame)
    if item.kind == "criterion":
        return criterion(item, listed)
    if item.kind == "mechanism":
        return _mechanism(item)
    if item.kind == "figure":
        return _figure(item)
    if UNASKED.match(item.text):
        return proposal(item, "nothing", {}, {"unasked": "原文说的是不作要求，不列任务"})
    return requirement(item, frame, known, said) or task(item, frame)


def refused(item: Item) -> str:
    """Why the boundaries forbid what an item asks, or nothing: as a pack is refused that asks it."""
    if told := refused_by_limits(item):
        return told
    if item.kind == "requirement":
        return refusal_of(plain(item.text))
    pointed = any(plain(q.unit) == "分" for q in item.quantity)
    return refusal_of_points(plain(item.text)) if item.kind == "criterion" and pointed else ""


def _stage(item: Item, frame: Frame) -> Proposal:
    found = frame.read[item.start]
    entry = window(found)
    grounds = {"read": "写在日程里"}
    if entry["starts_on"] and entry["ends_on"]:
        grounds["dated"] = f"起止日期都有：{found.starts_on}至{found.ends_on}"
    else:
        grounds["undated"] = "原文没有写全起止日期，请补上再采用"
    if re.search(r"阶段|階段|步", item.text):
        grounds["named"] = "称作阶段或步骤"
    if entry in frame.stages:
        grounds["apart"] = "日期不与别的阶段相套"
    elif "dated" in grounds and holds_another(entry, frame.stages):
        entry |= {"name": WHOLE}
        grounds["whole"] = "包住了别的阶段，是整个活动的起止"
    return proposal(item, "stage", entry, grounds)


def _mechanism(item: Item) -> Proposal:
    entry = {"what": item.text}
    grounds = {"read": "是一项机制的名称"}
    if found := served_by(item.text):
        entry["serves"] = found["serves"]
        grounds["serves"] = f"由“{found['told']}”承办"
    else:
        grounds["unserved"] = "没有专门的部分承办，记下备查"
    if NAMED.search(item.text):
        grounds["named"] = ""
    return proposal(item, "mechanism", entry, grounds)


def _figure(item: Item) -> Proposal:
    grounds = {"read": "是已有的数据，不向下要求"}
    if item.quantity:
        grounds["counted"] = ""
    return proposal(item, "figure", {"what": item.text}, grounds)
