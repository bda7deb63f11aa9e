"""零件 — sample contexts that show every part in every state on one page (`/ui/`).

All of it is made up: a city of six towns and 64 branches, on 14 September 2010. No page but the gallery uses it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .pictures import Band, Bar, Cell, Part, Point

TODAY = date(2010, 9, 14)

# town: (branch, people, how many have pledged)
CITY: dict[str, str] = {
    "柳河镇": "柳河社区43/40 河西村39/39 双井村39/39 镇机关39/39 河东村35/35 大湾村32/32 槐树村26/26 中心小学26/24 "
    "石桥村24/24 柳河中学19/19 卫生院18/18 粮站7/7 农机公司7/7",
    "青石镇": "青石社区54/54 镇机关42/35 上坪村39/34 南关村30/30 磨盘村28/28 下坪村26/23 北关村25/25 "
    "青石中学22/22 水泥公司15/14 供销社15/15 卫生院12/9",
    "白塔镇": "白塔社区64/64 镇机关39/36 杨家村37/37 塔前村36/33 新民村36/31 李庄村35/28 塔后村29/29 信用社24/24 "
    "红旗村23/20 中心小学23/18 白塔中学18/16 卫生院17/14",
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


def _share(met: int, due: int) -> dict[str, Any]:
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
            {"title": t, "value": v, "due": d, "unit": u, "change": c, "url": "#", "change_unit": u[:1]}
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
            {"kind": "sum", "cells": ["青禾市", 64, 1912, _share(1672, 1912), _share(1712, 1912)]},
            *(
                {
                    "cells": [
                        {"words": t.name, "url": "#"},
                        len(t.children),
                        t.size,
                        _share(t.size - 20, t.size),
                        _share(t.met, t.due),
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
    return [_share(int(met), int(due)) for met, due in pairs]


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


def score() -> dict[str, Any]:
    """A score of 88.05, opened."""
    facts = {
        "title": "29个到期步骤，26个有交代，3个没有",
        "note": "事实表：承诺步骤 · 最近一条9月12日21:04",
        "columns": [{"label": x} for x in ("承诺", "步骤", "到期", "情况")],
        "rows": [
            {"cells": ["党员电教室每周开放", "8月第4周", "8月29日", {"kind": "lack", "words": "到期16天，没有交代"}]},
            {"cells": ["修通三组到石桥的生产路", "路面硬化1.2公里", "8月31日", {"kind": "lack", "words": "到期14天，没有交代"}]},
            {"cells": ["帮6户留守老人收秋粮", "排出帮工名单", "9月10日", {"kind": "late", "words": "9月12日补录，计入，显示为迟"}]},
        ],
        "more": "全部29个",
        "more_url": "#",
    }  # fmt: skip
    one = {
        "name": "A1到期步骤兑现",
        "source": "承诺",
        "sum": "26/29步 × 25",
        "full": 25,
        "points": 22.41,
        "lost": 2.59,
    }
    two = {
        "name": "A2群众认定做到",
        "source": "群众评诺",
        "sum": "11/12项 × 15",
        "full": 15,
        "points": 13.75,
        "lost": 1.25,
    }
    return {
        "score": {
            "title": "石桥村党支部 · 中期考评",
            "points": 88.05,
            "full": 100,
            "previous": 83.2,
            "bands": [Band("后进（60以下）", 0, 60), Band("中间", 60, 85), Band("先进（85以上）", 85, 100)],
            "band_words": "在“先进”档",
            "words": "本支部上次83.20（细线），高4.85分。只分档，不排名次。会议次数、学时、信息报送不计分。",
            "acts": [
                {"label": "这个数不对", "url": "#", "icon": "flag"},
                {"label": "打印考评单", "url": "#", "icon": "printer"},
            ],
            "acts_words": "提出后转给事实的填写人，5个工作日内答复，期间照旧显示",
        },
        "criteria": [
            {
                "name": "A承诺兑现",
                "full": 40,
                "points": 36.16,
                "lost": 3.84,
                "open": True,
                "children": [{**one, "open": True, "facts": facts, "url": "#"}, {**two, "url": "#"}],
            },
            {
                "name": "B诉求与整改",
                "full": 25,
                "points": 21.75,
                "lost": 3.25,
                "children": [{"name": "B1诉求办结并确认", "source": "事项", "sum": "17/19件 × 15", "full": 15, "points": 13.42, "lost": 1.58}],
            },
            {"name": "D扣分", "source": "事项", "sum": "1件超时限10个工作日以上", "points": -1, "lost": 1},
        ],
        "total": {"full": 100, "points": 88.05, "lost": 11.95, "sum": "40 + 25 + 35 = 100"},
        "scheme": {"words": "考评办法：青创先办〔2010〕11号，", "url": "#", "label": "第2版"},
        "losses": [
            Bar("A1到期步骤", 2.59),
            Bar("C2同级与上级", 1.8, "theirs"),
            Bar("B2问题整改", 1.67),
            Bar("B1诉求办结", 1.58),
            Bar("A2群众认定", 1.25, "theirs"),
        ],
        "ways": [
            {"title": "把3个到期步骤交代清楚，可回2.59分", "words": "做了就写一句，没做就写何时做；没做仍不计分。"},
            {"title": "测评失3.86分", "words": "由评议人决定，不列“怎样提高”。"},
        ],
        "ballots": ballots(),
    }  # fmt: skip


def ballots() -> list[dict[str, Any]]:
    """Ballots by source; two small groups are folded into one."""

    def line(source: str, group: str, sent: int | None, votes: str, points: float) -> dict[str, Any]:
        counts = [int(v) for v in votes.split()]
        words = ("好", "较好", "一般", "差")
        parts = [Part(w, n, s) for w, n, s in zip(words, counts, ("s4", "s3", "s2", "s0"), strict=True)]
        return {
            "source": source,
            "group": group,
            "sent": sent,
            "back": sum(counts),
            "parts": parts,
            "points": points,
        }

    return [
        line("党员测评（下级）", "本支部党员", 24, "14 6 2 0", 90.9),
        line("同级与上级", "邻近支部、镇党委（合并）", 10, "5 4 1 0", 88),
        line("群众评议", "村民小组一、二", None, "11 6 2 0", 89.5),
        line("群众评议", "村民小组三、四", None, "8 6 1 1", 85.6),
        {
            "source": "群众评议",
            "group": "商户、外来务工",
            "back": 6,
            "folded": True,
            "words": "两组各不足5票，合成一组，只计入合计",
        },
    ]  # fmt: skip


def week() -> dict[str, Any]:
    """A branch secretary's week."""
    return {
        "gap": [
            {"name": "学时", "met": 21, "due": 24, "unit": "人", "url": "#"},
            {"name": "承诺公示", "met": 3, "due": 4, "unit": "项", "url": "#"},
            {"name": "到期步骤", "met": 26, "due": 29, "unit": "步", "url": "#"},
            {"name": "党员承诺", "met": 24, "due": 24, "unit": "人", "url": "#"},
            {"name": "来信", "met": 0, "due": 0, "unit": "件"},
        ],
        "due_items": [
            {"due": date(2010, 9, 12), "title": "答复17号诉求", "words": "首问：刘敏 · 时限9月12日", "acts": [{"label": "答复", "url": "#", "kind": "main"}]},
            {"due": TODAY, "title": "批3篇读书笔记", "words": "最早的等了4天", "acts": [{"label": "批阅", "url": "#"}]},
            {"due": date(2010, 9, 17), "title": "“帮收秋粮”承诺公示满7天后确认无异议", "words": "第4天，目前0条异议；到期自动满足，有异议才需要您", "soft": True, "aside": "到时提醒"},
            {"due": date(2010, 9, 20), "title": "3名党员学时还差11", "words": "9月16日的会可补10", "acts": [{"label": "看名单", "url": "#"}]},
        ],
        "waiting": [
            {"title": "审2名党员新增的承诺", "words": "张大山：帮3户老人收秋粮；李秋生：夜巡河堤", "acts": [{"label": "看两条", "url": "#"}]},
            {"title": "孙立请假：9月16日集中学习", "words": "批准后自动排补课", "acts": [{"label": "准假", "url": "#"}, {"label": "不准", "url": "#"}]},
        ],
        "events": [
            {"on": date(2010, 9, 16), "title": "集中学习（补课并入）", "words": "19:30 · 村委会二楼 · 4学时 · 应到24人，其中3人兼补课", "links": [("手机点名单", "#"), ("打印签到纸", "#")]},
            {"on": date(2010, 9, 20), "title": "第二阶段要求截止", "words": "不自动转段；未满足的继续补"},
        ],
        "not_yours": [
            {"words": "8月学习台账、签到汇总：已生成，", "url": "#"},
            {"words": "第9期简报的本支部数据：已从事实取，不必上报"},
        ],
    }  # fmt: skip


def phone() -> dict[str, Any]:
    """A member's own page and the list at the door."""
    return {
        "mine": [
            {"due": date(2010, 9, 15), "kind": "lack", "title": "写一句：生产路三组段清障做完没有", "words": "您的承诺第2步", "acts": [{"label": "写一句", "url": "#", "kind": "main"}]},
            {"due": date(2010, 9, 16), "when": "9月16日，周四19:30", "title": "集中学习，村委会二楼，4学时", "words": "到场由组织者点名；手机不必带", "acts": [{"label": "请假", "url": "#"}]},
            {"due": date(2010, 9, 20), "title": "学时35/40，还差5", "words": "16日的会可补4；还差1，支部会另排", "acts": [{"label": "看明细", "url": "#"}]},
        ],
        "people": [
            {"id": 1, "name": "陈国栋", "how": "present"},
            {"id": 2, "name": "孙立", "how": "leave", "note": "请假 · 市里培训"},
            {"id": 3, "name": "张大山", "how": "present", "note": "兼补8月5日的课"},
            {"id": 4, "name": "李秋生"},
            {"id": 5, "name": "陈有福", "fixed": "送课上门", "note": "9月18日送课上门"},
            {"id": 6, "name": "吕建军", "how": "absent", "note": "要补课", "note_kind": "lack"},
        ],
        "door_tabs": [("全部24", "#", True), ("未记4", "#", False), ("要补课3", "#", False)],
        "door_counts": {"present": 18, "due": 24, "leave": 1, "taught": 1, "absent": 0, "open": 4},
        "questions": [
            {"name": "q1", "words": "答应的事做到了没有", "choices": [("4", "好"), ("3", "较好"), ("2", "一般"), ("1", "差")], "chosen": "3"},
            {"name": "q2", "words": "有事找得到人没有", "choices": [("4", "好"), ("3", "较好"), ("2", "一般"), ("1", "差")], "error": "还没有选"},
        ],
    }  # fmt: skip


def public() -> dict[str, Any]:
    """Promises and postings as the public sees them."""
    return {
        "promises": [
            {
                "number": "一",
                "words": "年内修通三组到石桥的1.2公里生产路。",
                "steps": [
                    {"on": date(2010, 7, 30), "name": "路基平整", "state": "done", "kind": "met", "words": "按期做到"},
                    {"on": date(2010, 8, 31), "name": "路面硬化", "state": "miss", "kind": "lack", "words": "过期14天，还没有说明"},
                    {"on": date(2010, 9, 25), "name": "三组段占地谈妥", "state": "now", "kind": "wait", "words": "正在办，余11天"},
                    {"on": date(2010, 11, 15), "name": "验收通车", "state": "", "kind": "wait", "words": "还没到期"},
                ],
                "votes": [Part("做到了", 9, "s4"), Part("做了一半", 14, "s2"), Part("没做到", 11, "s0")],
                "vote_total": 34,
            },
            {
                "number": "二",
                "words": "秋收前组织党员帮6户留守老人收粮。",
                "steps": [
                    {"on": date(2010, 9, 10), "name": "排出帮工名单", "state": "done", "kind": "late", "words": "9月12日补上，迟2天"},
                ],
                "note": "公示第4天，满7天后请群众认定。",
                "note_url": "#",
                "note_label": "对这项提异议",
            },
        ],
        "postings": [
            {"title": "支部承诺第三项（帮收秋粮）", "url": "#", "first": date(2010, 9, 10), "last": date(2010, 9, 17), "left": 3, "open": True, "words": "村党支部公示 · 目前0条异议", "object_url": "#"},
            {"title": "生产路占地补偿表", "url": "#", "first": date(2010, 8, 20), "last": date(2010, 8, 27), "words": "异议2条，采纳1条，都已答复"},
        ],
    }  # fmt: skip


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
        "votes": [Part("做到了", 9, "s4"), Part("做了一半", 14, "s2"), Part("没做到", 11, "s0")],
        "form": SampleForm(data={"title": "", "kind": "study"}),
        "menu": menu(),
    }  # fmt: skip


class SampleForm(forms.Form):
    """A form with a field of every look, one of them in error."""

    title = forms.CharField(label="会议名称", help_text="写清楚学什么，不写“例会”")
    kind = forms.ChoiceField(label="种类", choices=[("study", "集中学习"), ("lecture", "党课")])
    agenda = forms.CharField(label="议程", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    make_up = forms.BooleanField(label="补课并入这次会", required=False)
    level = forms.ChoiceField(
        label="谁来", choices=[("all", "全体党员"), ("committee", "支委")], widget=forms.RadioSelect
    )


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


def samples() -> dict[str, Any]:
    """样例 — everything the gallery shows."""
    return {
        "title": "零件",
        "today": TODAY,
        "matrix": matrix(),
        "gates": gates(),
        "opened": score(),
        "swatches": ["s0", "s1", "s2", "s3", "s4"],
        **numbers(),
        **week(),
        **phone(),
        **public(),
        **small(),
    }


def gallery(request: HttpRequest) -> HttpResponse:
    """零件页 — every part and every state, once."""
    return render(request, "ui/gallery.html", samples())
