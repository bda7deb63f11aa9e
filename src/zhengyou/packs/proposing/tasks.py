"""What no rule judges as a task: who, by when, how often, and which figure or part of the house shows how it stands."""

import re
from typing import Any

from zhengyou.packs.proposing.days import due_of
from zhengyou.packs.proposing.frame import Frame
from zhengyou.packs.proposing.grounds import proposal
from zhengyou.packs.proposing.model import Proposal
from zhengyou.packs.proposing.requirements import OBLIGED
from zhengyou.packs.proposing.words.serving import served_by
from zhengyou.packs.proposing.words.table import fitting, shown
from zhengyou.reading.model import Item
from zhengyou.reading.script import plain

EVERY = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "half_yearly": "half_year",
    "yearly": "year",
}
REPORT = re.compile(
    r"(?<![通简周月日])(?:报送|上报|报告|报)[^,;。]{0,16}(?:进展|情况|信息|总结|报表|数据)|(?:进展|情况|信息|总结)[^,;。]{0,12}(?:报送|上报|报)"
)
NAMED = re.compile(r"[“《]|\d|制度|台[账帐]|名单|清单|方案|小组|记录|会议?$|公示|公开")


def task(item: Item, frame: Frame) -> Proposal:
    """A task with owner and deadline; the figure that shows it is named where a measure has one."""
    due = due_of(item)
    stage = frame.stage_of_task(item, due)
    entry: dict[str, Any] = {"what": item.text, "who": item.who or "", "due_on": due}
    if item.deadline and not due:
        entry["due_on"] = item.deadline.text.strip()
    if item.cadence:
        entry["cadence"] = item.cadence.text
        if item.cadence.every in EVERY:
            entry["every"] = EVERY[item.cadence.every]
    if stage:
        entry["stage"] = stage["name"]
    return proposal(item, "task", entry, _served(item, entry) | _grounds(item))


def _served(item: Item, entry: dict[str, Any]) -> dict[str, str]:
    """Where the house shows or serves what is asked."""
    if fit := next(fitting(item, lines=shown()), None):
        entry["measure"] = fit.line["measure"]
        return {"read": f"列为任务；指标“{fit.line['name']}”看得到做到多少，但没有规则据此判定"}
    if REPORT.search(plain(item.text)):
        entry["serves"] = "bulletins"
        return {"read": "列为任务；系统里已有的数会自动生成通报和台账，可以不再要求上报"}
    if found := served_by(item.text):
        entry["serves"] = found["serves"]
        return {"read": f"列为任务；在“{found['told']}”里办理"}
    return {"read": "没有指标可计，列为任务，由人落实"}


def _grounds(item: Item) -> dict[str, str]:
    grounds = {}
    if found := OBLIGED.search(plain(item.text)):
        grounds["obliged"] = f"有“{found.group()}”，是硬要求"
    if item.who:
        grounds["who"] = f"责任人是{item.who}"
    if item.quantity or item.cadence or item.deadline or item.coverage:
        grounds["checkable"] = "有数量、频次、时限或范围，可以核对"
    if NAMED.search(plain(item.text)):
        grounds["named"] = ""
    if len(item.text) <= 40:
        grounds["short"] = ""
    return grounds
