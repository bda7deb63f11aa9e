"""样例人多 — the parts that hold many organisations, given to look empty, little, much, or full of long words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..pictures import Cell
from .samples import LATER, LONG, Look


def _ledgers() -> dict[str, Look]:
    page = "ui/ledger.html"
    columns = [{"label": x, "url": "#"} for x in ("组织", "党员", "学时达标")]
    rows = [{"cells": [f"第{n}党支部", 24 + n, {"met": 20 + n, "due": 24 + n}]} for n in range(1, 13)]
    wide = [{"label": f"第{n}条要求"} for n in range(1, 15)]
    empty = {"title": "还没有台账", "words": "事实录入以后，这里自己生成；不用填。"}
    return {
        "empty": (page, {"columns": columns, "rows": [], "empty": empty}),
        "little": (page, {"columns": columns, "rows": rows[:1], "caption": "石桥村党支部，1个组织"}),
        "much": (page, {"columns": [*columns, *wide], "rows": [{"cells": [*r["cells"], *([5] * 14)]} for r in rows],
                        "caption": "12个支部，17列；在表里左右移"}),
        "long": (page, {"columns": columns, "rows": [{"cells": [LONG, 24, {"met": 1, "due": 24}]}]}),
    }  # fmt: skip


def _matrices() -> dict[str, Look]:
    page = "ui/matrix.html"
    columns = [{"name": f"第{n}条", "need": "人人都要", "deadline": "截止9月20日"} for n in range(1, 13)]

    def row(name: str, cells: int) -> dict[str, Any]:
        shares = [{"met": 20 + n, "due": 30} if n % 5 else None for n in range(cells)]
        return {"name": name, "note": "柳河镇 · 30人", "lacking": 3, "of": cells, "cells": shares, "url": "#"}

    return {
        "empty": (page, {"columns": [], "rows": []}),
        "little": (page, {"columns": columns[:1], "rows": [row("石桥村", 1)]}),
        "much": (page, {"columns": columns, "rows": [row(f"第{n}党支部", 12) for n in range(1, 6)]}),
        "long": (page, {"columns": [{"name": LONG, "need": LONG}], "rows": [row(LONG, 1)]}),
    }


def _trees() -> dict[str, Look]:
    page = "ui/map.html"

    def town(n: int, villages: int) -> Cell:
        below = [Cell(f"{n}镇{v}村", 9 + v % 7, 5 + v % 5, 9 + v % 7, "#") for v in range(villages)]
        return Cell(f"第{n}镇", sum(c.size for c in below), sum(c.met for c in below),
                    sum(c.due for c in below), "#", "", below)  # fmt: skip

    def county(towns: list[Cell], name: str = "青禾县") -> Cell:
        met, due = sum(c.met for c in towns), sum(c.due for c in towns)
        return Cell(name, sum(c.size for c in towns), met, due, "#", "", towns)

    deep = county([town(n, 40) for n in range(1, 31)])
    given = {"title": "党员公开承诺", "what": "党员公开承诺", "unit": "人"}
    long_words = county([Cell(LONG, 30, 12, 30, "#"), Cell(LONG + "二", 8, 8, 8, "#")], LONG)
    return {
        "empty": (page, given | {"root": Cell("青禾县", 0), "title": "还没有组织"}),
        "little": (page, given | {"root": Cell("石桥村党支部", 24, 21, 24, "#"), "title": "一个支部"}),
        "much": (page, given | {"root": deep, "title": "30个镇、1,200个村：大的画出来，小的合成一格"}),
        "long": (page, given | {"root": long_words}),
    }


def _boards() -> dict[str, Look]:
    page = "ui/gate_board.html"
    card = {"name": "石桥村", "url": "#", "place": "柳河镇", "people": 24, "lead": "差6项：", "words": "补课等。",
            "lead_kind": "lack", "day": "第6天"}  # fmt: skip
    long_card = card | {"name": LONG, "place": LONG, "words": LONG * 2}
    return {
        "empty": (page, {"columns": [{"name": "回头看", "count": 0, "cards": []}, {"name": "已转段", "count": 0, "cards": []}]}),
        "little": (page, {"columns": [{"name": "回头看", "count": 1, "cards": [card]}]}),
        "much": (page, {"columns": [{"name": f"第{n}步", "count": 240, "cards": [card, card], "more": 238, "more_url": "#"}
                                    for n in range(1, 7)]}),
        "long": (page, {"columns": [{"name": LATER, "count": 1, "note": LONG, "cards": [long_card]}]}),
    }  # fmt: skip


def _scores() -> dict[str, Look]:
    page = "ui/opened_score.html"
    one = {
        "name": "A1到期步骤兑现",
        "source": "承诺",
        "sum": "26/29步 × 25",
        "full": 25,
        "points": 22.41,
        "lost": 2.59,
    }
    many = [one | {"name": f"第{n}项", "children": [one, one]} for n in range(1, 9)]
    total = {"full": 100, "points": 88.05, "lost": 11.95}
    empty = {"title": "还没有得分", "words": "考评期末事实齐了才算；现在可以看每项按什么算。",
             "act": {"label": "看考评办法", "url": "#"}}  # fmt: skip
    return {
        "empty": ("ui/empty.html", empty),
        "little": (page, {"title": "只有一项", "criteria": [one], "total": total}),
        "much": (page, {"title": "八项，各有两小项", "criteria": many, "total": total}),
        "long": (page, {"title": LONG, "criteria": [one | {"name": LONG, "source": LONG, "sum": LONG}], "total": total}),
    }  # fmt: skip


CROWDS: dict[str, Callable[[], dict[str, Look]]] = {
    "ledger": _ledgers,
    "matrix": _matrices,
    "tree map": _trees,
    "gate board": _boards,
    "opened score": _scores,
}
