"""From an item to a proposal: a stage, a requirement on a measure, a task, a criterion, a mechanism or a figure."""

import re
from collections.abc import Callable, Collection

from zhengyou.packs.proposing.days import due_of
from zhengyou.packs.proposing.frame import Frame, holds_another, window
from zhengyou.packs.proposing.grounds import confidence
from zhengyou.packs.proposing.model import Becomes, Proposal
from zhengyou.packs.proposing.requirements import requirement
from zhengyou.reading.model import Draft, Item, Kind

OBLIGED = re.compile(r"[要须应]|必须|应当|务必|不得|不能|不少于|不低于|至少|以上|严禁|禁止|[前底]完成")


def propose(draft: Draft, known: Collection[str] | None = None) -> list[Proposal]:
    """提议 — one proposal for each item, in the order of the text.

    ``known`` names the rules of an installation; without it every rule of the table is taken to be there.
    """
    frame = Frame.of(draft)
    return [_proposal(item, frame, known) for item in sorted(draft.items, key=lambda i: (i.start, i.end))]


def _proposal(item: Item, frame: Frame, known: Collection[str] | None) -> Proposal:
    if item.kind == "requirement":
        return requirement(item, frame, known) or _task(item)
    return _BY_KIND[item.kind](item, frame)


def _made(item: Item, becomes: Becomes, entry: dict[str, object], grounds: dict[str, str]) -> Proposal:
    return Proposal(
        item, becomes, entry, confidence(becomes, grounds), "；".join(filter(None, grounds.values())) + "。"
    )


def _task(item: Item) -> Proposal:
    due = due_of(item)
    entry = {"what": item.text, "who": item.who or "", "due_on": due}
    if item.cadence:
        entry["cadence"] = item.cadence.text
    grounds = {"read": "没有指标可计，列为任务，由人落实"}
    if found := OBLIGED.search(item.text):
        grounds["obliged"] = f"有“{found.group()}”，是要求"
    if item.who:
        grounds["who"] = f"责任人是{item.who}"
    if item.quantity or item.cadence or item.deadline:
        grounds["checkable"] = "有数量、频次或时限，可以核对"
    if len(item.text) <= 50:
        grounds["short"] = ""
    return _made(item, "task", entry, grounds)


def _stage(item: Item, frame: Frame) -> Proposal:
    found = frame.read[item.start]
    grounds = {"read": "写在日程里"}
    if found.starts_on and found.ends_on:
        grounds["dated"] = f"起止日期都有：{found.starts_on}至{found.ends_on}"
    if re.search(r"阶段|階段|步", item.text):
        grounds["named"] = "称作阶段或步骤"
    if "dated" in grounds and holds_another(window(found), frame.stages):
        grounds["apart"] = "包住了别的阶段，是整个活动的起止"
    elif window(found) in frame.stages:
        grounds["apart"] = ""
    return _made(item, "stage", window(found), grounds)


def _criterion(item: Item, frame: Frame) -> Proposal:
    entry: dict[str, object] = {"what": item.text}
    grounds = {"read": "是评价的一条标准"}
    if points := next((q for q in item.quantity if q.unit == "分"), None):
        entry["points"] = f"{points.value:g}"
        grounds["points"] = f"写明{points.value:g}分"
    return _made(item, "criterion", entry, grounds)


def _mechanism(item: Item, frame: Frame) -> Proposal:
    return _made(item, "mechanism", {"what": item.text}, {"read": "是一项机制的名称"})


def _figure(item: Item, frame: Frame) -> Proposal:
    return _made(item, "figure", {"what": item.text}, {"read": "是已有的数据，不向下要求"})


_BY_KIND: dict[Kind, Callable[[Item, Frame], Proposal]] = {
    "stage": _stage,
    "criterion": _criterion,
    "mechanism": _mechanism,
    "figure": _figure,
}
