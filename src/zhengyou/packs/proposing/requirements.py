"""A requirement proposed on a measure: the lines of the table that fit, and the reason in words."""

import re
from collections.abc import Collection
from fractions import Fraction
from typing import Any

from zhengyou.packs.proposing.days import due_of, misdated
from zhengyou.packs.proposing.frame import Frame
from zhengyou.packs.proposing.grounds import proposal
from zhengyou.packs.proposing.model import Proposal
from zhengyou.packs.proposing.words.audience import Audience, audience_of
from zhengyou.packs.proposing.words.table import Fit, fitting, number_of, unit_of
from zhengyou.reading.model import Item
from zhengyou.reading.script import plain

ASKS = 110  # characters of what a requirement asks; the whole quotation stands beside it
OBLIGED = re.compile(
    r"必须|应当|应该|务必|不得|不能|不准|严禁|禁止|不少于|不低于|至少|以上|须"
    r"|(?<![主重需摘概纪想只])要(?![求素点闻])|要求(?=各|全|所有)|(?<![适响反对])应(?![用急届聘对邀])"
)


def requirement(item: Item, frame: Frame, known: Collection[str] | None, said: str = "") -> Proposal | None:
    """A requirement on the rule of the first line that fits, with a need for each quantity; or nothing."""
    found = list(fitting(item, known, said=said))
    if not found:
        return None
    fits = [f for f in found if f.line["rule"] == found[0].line["rule"]]
    asked = audience_of(item)
    entry = _entry(item, fits, asked, frame)
    grounds = _meaning(fits, entry) | _asked(item, entry) | _time(item, entry, frame)
    others = "、".join(dict.fromkeys(f.line["name"] for f in found if f not in fits))
    grounds |= {"also": f"也说到{others}，请另立一条"} if others else {"single": ""}
    return proposal(item, "requirement", entry, grounds)


def _entry(item: Item, fits: list[Fit], asked: Audience, frame: Frame) -> dict[str, Any]:
    line = fits[0].line
    due = due_of(item)
    written = {fit.line["need"] for fit in fits if fit.quantity is not None and "need" in fit.line}
    implied = sorted({measure for fit in fits for measure in fit.implied} - written)
    stage = None if "whole" in line else frame.stage_for(item, due, line.get("stage", ""))
    return {
        "rule": line["rule"],
        "name": line["name"],
        "asks": item.text[:ASKS],
        "needs": {measure: value for fit in fits for measure, value in fit.needs.items()},
        **({"implied": implied} if implied else {}),
        "grain": line["grain"],
        "kinds": ["branch"] if line["grain"] == "fact" else asked.kinds,
        "categories": asked.categories,
        "posts": asked.posts if line["grain"] == "person" else [],
        "stage": stage["name"] if stage else "",
        "due_on": due or ("" if misdated(item.deadline) else stage["ends_on"] if stage else frame.last),
    }


def _meaning(fits: list[Fit], entry: dict[str, Any]) -> dict[str, str]:
    words = "、".join(dict.fromkeys(f"“{w}”" for f in fits for w in f.met))
    grounds = {"meaning": f"说到{words}，合于“{fits[0].line['name']}”"}
    counted = [f for f in fits if f.quantity is not None]
    if same := [f for f in counted if "factor" not in f.line]:
        told = "、".join(_told(f) for f in same)
        grounds["unit"] = f"{told}的单位与指标一致"
    for f in counted:
        if "factor" in f.line:
            grounds["turned"] = f"{_told(f)}按每学时45分钟折算，请核对原文是不是学时"
    if any(f.quantity is not None and f.quantity.bound == "at_least" for f in counted):
        grounds["bound"] = "写明是下限"
    if "implied" in entry:
        grounds["implied"] = "原文没有给数，按至少为1计"
    if not counted and fits[0].line["grain"] == "fact":
        grounds["unit"] = "规则逐件计，不用给数"
    return grounds


def _told(fit: Fit) -> str:
    """The number as the notice means it: 2/3, 95%, 40学时."""
    q = fit.quantity
    if q is None:
        return ""
    part = Fraction(number_of(q)) if q.unit == "%" else Fraction(0)
    return f"“{part}”" if 100 % (part.denominator) else f"“{q.value:g}{unit_of(q)}”"


def _asked(item: Item, entry: dict[str, Any]) -> dict[str, str]:
    grounds = {}
    if item.who:
        grounds["who"] = f"对象是{item.who}"
    if entry["posts"]:
        grounds["leaders"] = f"只向任{'、'.join(entry['posts'])}的人要求，请核对职务"
    if found := OBLIGED.search(plain(item.text)):
        grounds["obliged"] = f"有“{found.group()}”，是硬要求"
    return grounds


def _time(item: Item, entry: dict[str, Any], frame: Frame) -> dict[str, str]:
    """What a day or a rhythm says; a rhythm is not kept by a rule that counts once over the whole campaign."""
    if item.cadence and entry["grain"] != "fact":
        return {"rhythm": f"原文另有“{item.cadence.text}”，规则按整个活动期计，请核对"}
    if not entry["stage"]:
        return {}
    stage = frame.stage_named(entry["stage"])
    if stage and not stage["starts_on"] <= entry["due_on"] <= stage["ends_on"]:
        return {"late": f"截止{entry['due_on']}不在{entry['stage']}之内"}
    return {"time": f"落在“{entry['stage']}”之内"}
