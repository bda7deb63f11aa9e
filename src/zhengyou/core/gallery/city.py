"""样例城市 — six towns and 64 branches as a tree, its figures, its stages."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..pictures import Cell, Point

# town: (branch, people, how many have pledged)
CITY: dict[str, str] = {
    "柳河镇": "柳河社区43/40 河西村39/39 双井村39/39 镇机关39/39 河东村35/35 大湾村32/32 槐树村26/26 中心小学26/24 "
    "石桥村24/24 柳河中学19/19 卫生院18/18 粮站7/7 农机公司7/7",
    "青石镇": "青石社区54/54 镇机关42/35 上坪村39/34 南关村30/30 磨盘村28/28 下坪村26/23 北关村25/25 "
    "青石中学22/22 水泥公司15/14 供销社15/15 卫生院15/12",
    "白塔镇": "白塔社区64/64 镇机关39/36 杨家村37/37 塔前村36/33 新民村36/31 李庄村35/28 塔后村29/29 信用社24/24 "
    "红旗村23/20 中心小学23/18 白塔中学18/16 卫生院19/16",
    "南湾镇": "南湾社区49/32 北堤村41/27 镇机关40/27 沙洲村38/19 湾里村38/17 南湾中学29/25 渔港村23/9 船舶修造厂21/8 "
    "卫生院16/12 水产公司13/9",
    "云岭镇": "云岭社区47/43 岭上村42/42 竹溪村38/37 茶山村37/33 镇机关35/35 岭下村24/23 云岭学校22/19 "
    "云岭茶场17/17 卫生院13/13",
    "桃溪镇": "桃溪社区58/57 镇机关43/40 西坡村41/39 桃园村35/35 溪口村25/24 东坡村25/25 桃溪中学22/22 "
    "供销社17/15 卫生院15/15",
}


def city(url: str = "#") -> Cell:
    """一棵树 — the sample city as a tree of cells."""
    towns = [_town(name, branches, url) for name, branches in CITY.items()]
    return _over("青禾市委", "", towns, url)


def _town(name: str, branches: str, url: str) -> Cell:
    cells = []
    for branch in branches.split():
        digits = next(i for i, c in enumerate(branch) if c.isdigit())
        people, pledged = branch[digits:].split("/")
        cells.append(
            Cell(f"{branch[:digits]}党支部", int(people), int(pledged), int(people), url, branch[:digits])
        )
    return _over(f"{name}党委", name, cells, url)


def _over(name: str, short: str, cells: list[Cell], url: str) -> Cell:
    size, met, due = (sum(getattr(c, part) for c in cells) for part in ("size", "met", "due"))
    return Cell(name, size, met, due, url, short, cells)


def share_of(met: int, due: int) -> dict[str, Any]:
    """A share that leads somewhere."""
    return {"met": met, "due": due, "url": "#"}


def numbers() -> dict[str, Any]:
    """Figures, things that cannot wait, the map and its table."""
    figure_rows = [
        ("学时达标", 1672, 1912, "人", 46),
        ("党员公开承诺", 1712, 1912, "人", 31),
        ("到期承诺步骤兑现", 1092, 1288, "步", 58),
        ("诉求办结并经本人确认", 519, 587, "件", 17),
        ("已转入下一阶段", 14, 64, "个支部", 6),
    ]
    tree = city()
    return {
        "figures": [
            {
                "title": t,
                "value": v,
                "due": d,
                "unit": u,
                "change": c,
                "url": "#",
                "change_unit": u[:1],
                "calm": u == "个支部",
            }
            for t, v, d, u, c in figure_rows
        ],
        "things": [
            {
                "title": "南湾镇4个支部承诺不足六成",
                "words": "渔港村、沙洲村、湾里村、船舶修造厂共53/120人公开承诺；截止日9月20日，余6天。",
                "acts": [
                    {"label": "看名单", "url": "#"},
                    {"label": "明早8点提醒欠缺的67人", "url": "#", "kind": "bare"},
                ],
            },
            {
                "title": "68件诉求没有办成，其中9件已过时限",
                "words": "过时限的在南湾5件、白塔3件、云岭1件；最久的超12个工作日（沙洲村：低压线路下垂）。",
                "acts": [{"label": "逐件看", "url": "#"}],
            },
            {
                "title": "补课还差109人次，近一半在南湾",
                "words": "南湾镇差51人次，近两周没有排补课会议。外出流动党员19人可送课上门。",
                "acts": [{"label": "看缺课名单", "url": "#"}],
            },
        ],
        "tree": tree,
        "measures": [
            ("学时达标", "#", False),
            ("党员公开承诺", "#", True),
            ("步骤兑现", "#", False),
            ("诉求办结", "#", False),
            ("转段", "#", False),
        ],
        "town_columns": [
            {"label": "组织"},
            {"label": "支部", "num": True},
            {"label": "党员", "num": True},
            {"label": "学时达标", "url": "#"},
            {"label": "党员公开承诺", "url": "#", "sorted": "ascending"},
        ],
        "town_rows": [
            {"kind": "sum", "cells": ["青禾市", 64, 1912, share_of(1672, 1912), share_of(1712, 1912)]},
            *(
                {
                    "cells": [
                        {"words": t.name, "url": "#"},
                        len(t.children),
                        t.size,
                        share_of(t.size - 20, t.size),
                        share_of(t.met, t.due),
                    ]
                }
                for t in sorted(tree.children, key=lambda t: t.met / t.due)
            ),
        ],
        "stages": stages(),
        "past": [
            Point("5月", 0),
            Point("6月", 212),
            Point("7月", 903),
            Point("8月", 1466),
            Point("9月", 1712),
        ],
    }


def stages() -> list[dict[str, Any]]:
    """Four stages, the second running."""
    return [
        {"name": "学习动员", "first": date(2010, 5, 10), "last": date(2010, 6, 30), "state": "past"},
        {"name": "公开承诺", "first": date(2010, 7, 1), "last": date(2010, 9, 20), "state": "now"},
        {"name": "评议整改", "first": date(2010, 9, 21), "last": date(2010, 11, 30), "state": "next"},
        {"name": "总结表彰", "first": date(2010, 12, 1), "last": date(2011, 1, 20), "state": "next"},
    ]
