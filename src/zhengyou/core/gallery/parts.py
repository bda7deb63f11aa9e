"""样例零件 — ledger, trail, jobs, explanation, notes, a form, the menu."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..pictures import Ages, Part
from .samples import SampleForm


def small() -> dict[str, Any]:
    """The small parts: ledger, trail, jobs, explanation, notes, form."""
    return {
        "ledger_columns": [{"label": x} for x in ("序", "问题", "哪里来的", "谁负责", "期限", "整改", "本人确认")],
        "ledger_rows": [
            {"cells": [3, "党费收缴没有按月公布", "督查8月20日", "刘敏", "9月30日", {"kind": "wait", "words": "余16天"}, None]},
            {"cells": [5, "粮补少算一亩", "诉求12号", "陈国栋", "9月8日", {"kind": "met", "words": "9月6日答复"}, {"kind": "lack", "words": "没有解决，重办"}]},
            {"kind": "sum", "cells": [{"words": "合计6条", "span": 5}, "已改5/6条", "确认4/5条"]},
        ],
        "deeds": [
            {"at": datetime(2010, 9, 14, 10, 5), "who": "周敏", "where": "市委办", "words": "把第3条“补课”的期限由“当周”改为7天", "chain": "#8127 ⟵ 3fa9"},
            {"at": datetime(2010, 9, 12, 21, 4), "who": "陈国栋", "where": "石桥村", "words": "补录步骤“排出帮工名单”，事发9月10日", "late": "迟2天", "chain": "#8119 ⟵ 77c2"},
        ],
        "job": {"title": "导入党员名册", "note": "roster-2010.xlsx · 1,912行", "done": 1240, "total": 1912, "left": "约20秒后完成", "troubles": "6行要您看", "stop_url": "#"},
        "job_done": {"title": "导入党员名册", "finished": True, "took": "58秒", "result": "收1,906行；6行没有收（4行重名无证号，2行组织不存在）。", "links": [("下载6行改好再传", "#"), ("整批撤销（到9月15日10:40）", "#")]},
        "figure": {"of": "石桥村党支部", "name": "到期步骤兑现", "value": 26, "due": 29, "unit": "步", "meaning": "到期的承诺步骤里，写明了做到哪一步的步数", "sum": "先加后除：支部5/8 + 党员21/21", "facts": "29行承诺步骤", "facts_url": "#", "as_of": "9月14日08:00快照；现在实时值26/29", "used_in": "转段回头看第4项；考评A1（25分）", "dispute_url": "#"},
        "note_acts": [{"label": "用刘敏的", "url": "#"}, {"label": "用我的：到", "url": "#"}],
        "ages": [
            Ages("85岁以上", 4, 2), Ages("60–64", 103, 41), Ages("45–49", 88, 62), Ages("30–34", 51, 60, 3),
            Ages("18–19", 0, 2),
        ],  # fmt: skip
        "votes": [Part("做到了", 9, "s4"), Part("做了一半", 14, "s2"), Part("没做到", 11, "s0")],
        "form": SampleForm(data={"title": "", "kind": "study"}),
        "menu": menu(),
    }  # fmt: skip


def menu() -> list[tuple[str, str, str, int | None, bool]]:
    """The office's menu as a room would hand it over."""
    return [
        ("全局", "#", "map", None, True),
        ("文件与方案", "#", "file-text", 2, False),
        ("要求", "#", "layout-grid", None, False),
        ("转段", "#", "flag", 27, False),
        ("", "", "", None, False),
        ("组织与人员", "#", "users", None, False),
        ("留痕", "#", "history", None, False),
    ]
