"""样例要求 — a requirement matrix and a gate board."""

from __future__ import annotations

from typing import Any

from ..pictures import Part
from .city import share_of


def matrix() -> dict[str, Any]:
    """A requirement matrix of seven requirements and seven branches."""
    names = "学时达标 党员公开承诺 承诺公示满7天 到期步骤兑现 诉求办结并确认 查摆问题整改 补课完成".split()
    needs = (
        "党员40学时，集中不少于三分之二 每名党员1项以上 支部承诺逐项 承诺中已到期的步骤 限时办结，本人确认 立行立改类 缺课一次补一次"
    ).split()
    deadlines = "截止9月20日 截止9月20日 截止9月27日 按各步到期日 按各件时限 截止9月30日 截止9月24日".split()
    rows = [
        ("湾里村党支部", "南湾镇 · 38人", "18/38 17/38 3/5 12/24 2/4 5/9 12/21"),
        ("船舶修造厂党支部", "南湾镇 · 21人", "12/21 8/21 2/5 14/25 3/3 1/3 5/11"),
        ("北堤村党支部", "南湾镇 · 41人", "28/41 27/41 1/3 13/23 13/18 1/2 11/17"),
        ("下坪村党支部", "青石镇 · 26人", "19/26 23/26 3/5 22/26 16/16 5/8 4/8"),
        ("石桥村党支部", "柳河镇 · 24人", "21/24 24/24 3/4 26/29 17/19 5/6 3/9"),
        ("水泥公司党支部", "青石镇 · 15人", "13/15 14/15 3/3 19/24 0/0 6/6 1/2"),
        ("白塔中学党支部", "白塔镇 · 18人", "15/18 16/18 3/4 12/15 3/3 3/4 3/5"),
    ]
    totals = "1672/1912 1712/1912 265/302 1092/1288 519/587 296/337 279/388"
    satisfied = (26, 29, 40, 13, 33, 39, 28)
    return {
        "columns": [
            {"name": n, "need": w, "deadline": d, "url": "#"}
            for n, w, d in zip(names, needs, deadlines, strict=True)
        ],
        "sum_row": {
            "name": "青禾市合计",
            "note": "64个支部 · 1,912人",
            "cells": [
                {**c, "note": f"{n}/64个支部已满足"} for c, n in zip(_cells(totals), satisfied, strict=True)
            ],
        },
        "rows": [_matrix_row(name, note, shares) for name, note, shares in rows],
        "lacking_url": "#",
        "lacking_sorted": True,
    }


def _cells(shares: str) -> list[dict[str, Any]]:
    pairs = (pair.split("/") for pair in shares.split())
    return [share_of(int(met), int(due)) for met, due in pairs]


def _matrix_row(name: str, note: str, shares: str) -> dict[str, Any]:
    cells = _cells(shares)
    due = [c for c in cells if c["due"]]
    lacking = sum(c["met"] < c["due"] for c in due)
    return {"name": name, "url": "#", "note": note, "lacking": lacking, "of": len(due), "cells": cells}


def gates() -> dict[str, Any]:
    """A gate board with a card in every state."""

    def card(
        name: str, place: str, people: int, lead: str, words: str, day: str = "", **more: Any
    ) -> dict[str, Any]:
        acts = [{"label": "打开", "url": "#"}] if day else []
        return {
            "name": name, "url": "#", "place": place, "people": people, "lead": lead, "words": words,
            "day": day, "acts": acts, "lead_kind": "lack", **more,
        }  # fmt: skip

    plain = {"lead_kind": ""}
    return {
        "spread": [
            Part("回头看", 23, "s1"),
            Part("分析会", 12, "s2"),
            Part("申请", 7, "s2"),
            Part("检查", 5, "s3"),
            Part("已转段", 14, "s4"),
            Part("补课", 3, "s0"),
        ],
        "columns": [
            {
                "name": "回头看",
                "count": 23,
                "note": "自查7项，自动打勾6项",
                "more": 21,
                "more_url": "#",
                "cards": [
                    card("石桥村", "柳河镇", 24, "差6项：", "6人次缺课未补；1项支部承诺公示未满7天；1条立行立改没有改完；另3项。", "第6天"),
                    card("北堤村", "南湾镇", 41, "差7项：", "2项支部承诺公示未满7天；1条立行立改没有改完；另5项。", "第3天"),
                ],
            },
            {
                "name": "分析会",
                "count": 12,
                "note": "督导组到场，支部评前段",
                "cards": [
                    card("中心小学", "柳河镇", 26, "会期未定，请与督导组商定。", "转段前还差：1件诉求未经本人确认。", "第9天"),
                    card("塔前村", "白塔镇", 36, "", "9月16日19:30开会；督导组到场。转段前还差：7个到期步骤没有交代。", "第9天", **plain),
                ],
            },
            {
                "name": "申请",
                "count": 7,
                "note": "报镇党委转市委办",
                "cards": [card("青石社区", "青石镇", 54, "申请书缺督导组意见。", "", "第2天")],
            },
            {"name": "检查", "count": 5, "note": "督导组抽样核实", "cards": []},
            {
                "name": "已转段",
                "count": 14,
                "note": "批准进入评议整改",
                "kind": "done",
                "cards": [card("河西村", "柳河镇", 39, "", "9月2日批准。", **plain)],
            },
            {
                "name": "补课",
                "count": 3,
                "note": "补到要求满足为止",
                "kind": "makeup",
                "cards": [
                    card("渔港村", "南湾镇", 23, "9月8日检查未过。", "要补：2条立行立改没有改完；14名党员还没有公开承诺。", "复查9月24日")
                ],
            },
        ],
        "mine": {"words": "等我的：申请2件待受理、检查结论1件待签。", "url": "#", "label": "只看等我的3件"},
    }  # fmt: skip
